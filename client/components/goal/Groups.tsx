import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Goal, Programme } from '../../../server/contract/programme.ts';
import type { AnyGoalResult } from '../../api/results.ts';
import { useGroupNames } from '../results/useGroupNames.ts';
import { GroupChart } from './GroupChart.tsx';
import { GroupTable } from './GroupTable.tsx';
import { groupRows } from './rows.ts';
import { Sums } from './Sums.tsx';

interface Props {
  programme: Programme;
  goal: Goal;
  result: AnyGoalResult;
  /** A variable, or two as `inner*outer`. */
  by: string;
  /** What the variable is called. */
  variable: string;
  /** Lowest and highest answer of the question, for means. */
  scale: readonly [number, number];
}

/** A goal's groups as a chart, the same as a table, which are hidden and why, and whether they make the total. */
export const Groups = ({ programme, goal, result, by, scale, variable }: Props) => {
  const { t } = useTranslation('goals');
  const { group } = useGroupNames(programme);
  const rows = groupRows(result.groups, by.split('*'), group);
  if (!rows) return <Text className="quiet">{t('notByThis')}</Text>;
  if (rows.length === 0) return <Text className="quiet">{t('nothingInGroups')}</Text>;
  const hidden = rows.filter((row) => row.result.suppressed).length;
  return (
    <>
      <GroupChart programme={programme} goal={goal} result={result} rows={rows} scale={scale} variable={variable} />
      {hidden > 0 && (
        <Text size="sm" maw="44rem">
          <strong>{t('hiddenCount', { count: hidden })}.</strong>{' '}
          {t('hiddenWhy', { below: programme.suppression.below })}
        </Text>
      )}
      <GroupTable goal={goal} result={result} rows={rows} variable={variable} />
      <Sums result={result} rows={rows} crossed={by.includes('*')} />
    </>
  );
};
