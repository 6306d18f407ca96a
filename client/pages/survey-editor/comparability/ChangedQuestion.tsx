// One changed question before publishing: what it said and says, and whether it goes on with its series.
import { Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReusedCode } from '../../../../server/contract/survey.ts';
import { type DraftComparison, type SurveyDraft, useSurveyVersion } from '../../../api/surveys.ts';
import { ComparisonStatus } from '../../../components/survey/ComparisonStatus.tsx';
import { questionTitles } from '../../../components/survey/questionTitles.ts';
import { useReasons } from '../../../components/survey/useReasons.ts';
import { useText } from '../../../components/useText.ts';
import { changeId } from '../CodesAndLogic.tsx';
import { questionNamed } from '../designer/document/keys.ts';
import { Reused } from '../Reused.tsx';
import { useItemReason } from '../useItemReason.ts';
import { ComparableChoice, type Said } from './ComparableChoice.tsx';

interface Props {
  draft: SurveyDraft;
  change: DraftComparison;
  /** The draft's definition. */
  next: Record<string, unknown>;
  tried: boolean;
  reused: readonly ReusedCode[];
  said: Said | undefined;
  onSaid: (said: Said | undefined) => void;
}

export const ChangedQuestion = ({ draft, change, next, tried, reused, said, onSaid }: Props) => {
  const { t } = useTranslation('surveys');
  const { t: comparability } = useTranslation('comparability');
  const text = useText();
  const reasonText = useReasons();
  const { question, against, changes, computed, declaration, standing } = change;
  const before = useSurveyVersion(draft, against ?? undefined).data?.definition;
  const proposed = useItemReason(questionNamed(before, question), questionNamed(next, question), changes);
  const [was, is] = [before, next].map((definition) => text(questionTitles(definition).get(question)));
  const status = said ? (said.comparable ? 'comparable' : 'notComparable') : computed;
  return (
    <Paper withBorder p="sm" component="section" aria-label={question} id={changeId(question)} tabIndex={-1}>
      <Stack gap={6}>
        <Group gap="xs">
          <Text ff="monospace" size="sm" fw={600}>
            {question}
          </Text>
          <ComparisonStatus status={status} />
        </Group>
        {was !== is && against !== null && <Wording label={t('before', { version: against })} text={was} />}
        <Wording label={t('after')} text={is} />
        {computed === 'added' && against !== null && (
          <Text size="sm">{comparability('returned', { version: against })}</Text>
        )}
        {changes.length > 0 && <Text size="sm">{changes.map(reasonText).join('; ')}</Text>}
        {declaration && standing !== 'used' && (
          <Text size="sm">
            {comparability('outdatedTitle')}:{' '}
            {comparability(declaration.comparable ? 'saidComparable' : 'saidNot', { reason: declaration.reason })}
          </Text>
        )}
        {reused.length > 0 && <Reused reused={reused} />}
        <ComparableChoice
          {...{ change, said, onSaid, proposed }}
          error={tried && said?.reason.trim() === '' && comparability('reasonNeeded')}
        />
      </Stack>
    </Paper>
  );
};

const Wording = ({ label, text }: { label: string; text: string | undefined }) => (
  <Text size="sm">
    <Text span inherit className="quiet">
      {label}:
    </Text>{' '}
    {text}
  </Text>
);
