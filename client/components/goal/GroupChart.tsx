import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Goal, Programme } from '../../../server/contract/programme.ts';
import type { AnyGoalResult } from '../../api/results.ts';
import { colourOf } from '../../charts/colours.ts';
import { axisFor, targetLines } from '../../charts/domain.ts';
import { type BarRow, GroupBars } from '../../charts/GroupBars.tsx';
import { isMean, isShare, useFigureWords } from '../results/useFigureWords.ts';
import { useNumbers } from '../useNumbers.ts';
import { useText } from '../useText.ts';
import { type GroupRow, isEmpty, rowsOf } from './rows.ts';

interface Props {
  programme: Programme;
  goal: Goal;
  result: AnyGoalResult;
  rows: readonly GroupRow[];
  scale: readonly [number, number];
  variable: string;
}
const smallBase = 30;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export const GroupChart = ({ goal, result, rows, scale, variable }: Props) => {
  const { t } = useTranslation('goals');
  const text = useText();
  const words = useFigureWords();
  const { whole } = useNumbers();
  const { measure } = result;
  const base = (row: GroupRow) => {
    if (row.result.suppressed || row.result.value === null || !(isShare(measure) || isMean(measure))) return '';
    const n = rowsOf(row.result);
    const few = n < smallBase && measure !== 'shareOfSites';
    return few ? `${t('n', { n: whole(n) })}, ${t('fewAnswers')}` : t('n', { n: whole(n) });
  };
  const figure = ({ result: each }: GroupRow) => {
    if (each.suppressed) return t('hiddenGroup');
    if (each.value === null) return isEmpty(each) ? t('noRows') : t('noData');
    return words.value(measure, each.value);
  };
  const bars = rows.map((row): BarRow => {
    const shown = row.result.suppressed ? undefined : row.result;
    return {
      key: row.key,
      name: row.name,
      value: shown?.value ?? null,
      interval: shown?.ci95 ?? null,
      hidden: row.result.suppressed,
      colour: colourOf(row.colourKey),
      figure: figure(row),
      base: base(row),
      targets: shown?.target && !same(shown.target, result.target) ? targetLines(shown.target) : [],
    };
  });
  // A number of all is no measure for a part of them; a share or a mean is.
  const lines = isShare(measure) || isMean(measure) ? targetLines(result.target) : [];
  const marks = bars.map(({ value, interval }) => ({ value, ci95: interval }));
  const axis = axisFor(measure, marks, [...lines, ...bars.flatMap((bar) => bar.targets)], scale);
  const intervals = bars.some((bar) => bar.interval !== null);
  return (
    <div>
      <GroupBars
        rows={bars}
        axis={axis}
        tick={(value) => words.goalValue(measure, value)}
        targets={lines.map((value) => ({ value, label: t('targetIs', { value: words.goalValue(measure, value) }) }))}
        dot={measure === 'mean'}
        title={`${text(goal.title)}, ${variable.toLowerCase()}`}
        label={t('chartLabel', { title: text(goal.title), variable: variable.toLowerCase() })}
      />
      {intervals && (
        <Text size="sm" className="quiet">
          {t('whiskers')}
        </Text>
      )}
    </div>
  );
};
