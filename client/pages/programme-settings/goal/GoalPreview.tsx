// About what the goal comes to as it stands in the form, beside it.
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/fetcher.ts';
import type { GoalPreview as Figures, useGoalPreview } from '../../../api/goalBuilder.ts';
import { isStatus, StatusMark } from '../../../components/results/StatusMark.tsx';
import { isMean, isShare, useFigureWords } from '../../../components/results/useFigureWords.ts';
import { useNumbers } from '../../../components/useNumbers.ts';
import { useProblemText } from '../../../components/useProblemText.ts';

interface Props {
  preview: ReturnType<typeof useGoalPreview>;
  /** What the goal lacks before anything can be counted. */
  isWhole: boolean;
  isJudged: boolean;
  /** Changes that are not counted yet. */
  isWaiting: boolean;
}

export const GoalPreview = ({ preview, isWhole, isJudged, isWaiting }: Props) => {
  const { t } = useTranslation('goalBuilder');
  const id = useId();
  const { data, isFetching } = preview;
  return (
    <Paper component="aside" aria-labelledby={id} withBorder p="md" radius="md" className="goal-preview">
      <Title order={3} size="h4" id={id} mb="xs">
        {t('preview')}
      </Title>
      <Stack gap="xs" role="status" aria-busy={isFetching || isWaiting}>
        <Body {...{ preview, isWhole, isJudged }} />
      </Stack>
      {data && isWhole && !isJudged && (
        <Text size="xs" className="quiet" mt="sm">
          {t('whyRounded', { limit: data.roundedTo })}
        </Text>
      )}
    </Paper>
  );
};

const Body = ({ preview: { data, error }, isWhole, isJudged }: Omit<Props, 'isWaiting'>) => {
  const { t } = useTranslation('goalBuilder');
  const words = useProblemText();
  if (isJudged) return <Text size="sm">{t('judgedIsNot')}</Text>;
  if (!isWhole) return <Text size="sm">{t('notWhole')}</Text>;
  if (error instanceof ApiProblem && error.status === 422) return <Text size="sm">{t('notCountable')}</Text>;
  if (error) return <Text size="sm">{words(error)}</Text>;
  return data ? <Counted figures={data} /> : <Text size="sm">{t('counting')}</Text>;
};

const Counted = ({ figures }: { figures: Figures }) => {
  const { t } = useTranslation('goalBuilder');
  const words = useFigureWords();
  const { whole, decimal } = useNumbers();
  const { measure, value, numerator, denominator, missing, n, status, tooFew } = figures;
  const isOfSites = measure === 'shareOfSites';
  const about = (number: number) => (isOfSites ? whole(number) : t('about', { value: whole(number) }));
  const said = (number: number) => (isMean(measure) ? decimal(number, 1) : words.value(measure, number));
  const facts: [string, string][] = [];
  if (isShare(measure) && numerator !== null) facts.push([t(isOfSites ? 'sitesMet' : 'holds'), about(numerator)]);
  if (isShare(measure) && denominator !== null) facts.push([t(isOfSites ? 'sitesAll' : 'outOf'), about(denominator)]);
  if (isMean(measure) && n !== null) facts.push([t('valuesOf'), about(n)]);
  if (measure !== 'count' && measure !== 'people')
    facts.push([t(isOfSites ? 'sitesTooFew' : 'missing'), about(missing)]);
  return (
    <>
      {value !== null && <Text className="goal-preview-value">{t('about', { value: said(value) })}</Text>}
      {value === null && <Text fw={600}>{t(tooFew ? 'tooFew' : 'noRows')}</Text>}
      {isStatus(status) && (
        <Group>
          <StatusMark status={status} />
        </Group>
      )}
      <dl className="goal-preview-facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};
