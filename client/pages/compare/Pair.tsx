import { Alert, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GoalPair } from '../../api/comparison.ts';
import { axisFor } from '../../charts/domain.ts';
import { IntervalBar } from '../../charts/IntervalBar.tsx';
import { StatusCell } from '../../components/results/StatusCell.tsx';
import { isShare, useFigureWords } from '../../components/results/useFigureWords.ts';
import { useText } from '../../components/useText.ts';
import { useDifferenceWords } from './useDifferenceWords.ts';

interface Props {
  pair: GoalPair;
  /** Of the two programmes. */
  names: readonly [string, string];
}

/** One goal in both programmes, on one axis, and the difference as a sentence. */
export const Pair = ({ pair, names }: Props) => {
  const { t } = useTranslation('compare');
  const text = useText();
  const says = useDifferenceWords(names);
  const { one, other, matchedBy, sameDefinition, versionsNotComparable } = pair;
  const [title, otherTitle] = [text(one.title), text(other.title)];
  return (
    <li className="pair">
      <Title order={3} size="h4">
        {title === otherTitle ? title : t('bothTitles', { one: title, other: otherTitle })}
      </Title>
      <Figure result={one} beside={other} name={names[0]} />
      <Figure result={other} beside={one} name={names[1]} />
      <Text>{says(pair)}</Text>
      {versionsNotComparable && (
        <Alert color="yellow" variant="light" p="xs">
          <Text size="sm">{t('otherVersions')}</Text>
        </Alert>
      )}
      {!sameDefinition && <Text className="quiet">{t('countedOtherwise')}</Text>}
      {matchedBy === 'definition' && <Text className="quiet">{t('byDefinition')}</Text>}
    </li>
  );
};

type Result = GoalPair['one'];

const Figure = ({ result, beside, name }: { result: Result; beside: Result; name: string }) => {
  const { t } = useTranslation('goals');
  const words = useFigureWords();
  const { measure } = result;
  if (result.suppressed)
    return (
      <div className="side">
        <span>{name}</span>
        <span className="quiet">{t('hiddenTotal')}</span>
      </div>
    );
  const value = result.value === null ? t('noData') : words.value(measure, result.value, 1);
  const interval = result.ci95 && words.interval(measure, result.ci95, 1);
  const both = [result, ...(beside.suppressed ? [] : [beside])];
  return (
    <div className="side">
      <span>{name}</span>
      <span className="value">{value}</span>
      <span className="quiet base">{result.value !== null && words.base(measure, result)}</span>
      <span>
        {result.value !== null && result.ci95 && (
          <IntervalBar
            value={result.value}
            interval={result.ci95}
            targets={[]}
            domain={isShare(measure) ? [0, 1] : axisFor(measure, both, []).domain}
            dot={!isShare(measure)}
            label={[name, value, interval].filter(Boolean).join(', ')}
          />
        )}
        {interval && <span className="quiet interval">{interval}</span>}
      </span>
      <StatusCell goal={result} />
    </div>
  );
};
