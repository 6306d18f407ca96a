// A result as one row of a file: every number unrounded and in a column of its own.
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Target } from '../../../server/contract/programme.ts';
import type { AnyGoalResult, GroupResult, SuppressedGroup } from '../../api/results.ts';
import type { Cell } from '../../charts/saving/csv.ts';
import { isStatus } from './StatusMark.tsx';
import { useFigureWords } from './useFigureWords.ts';

const columns = [
  ...(['value', 'numerator', 'denominator', 'n', 'missing', 'sd', 'low', 'high'] as const),
  ...(['answered', 'due', 'target', 'status', 'verdict'] as const),
] as const;

export const useRecords = () => {
  const { t } = useTranslation('saving');
  const { t: goals } = useTranslation('goals');
  const words = useFigureWords();
  const head = useMemo((): Cell[] => columns.map((name) => t(name)), [t]);
  /** @param measure of the goal, for the words of a group's target */
  const cells = useCallback(
    (result: AnyGoalResult | GroupResult | SuppressedGroup, measure: string): Cell[] => {
      const target = 'target' in result && result.target ? words.target(measure, result.target as Target) : null;
      const said = (status: string | null | undefined) => (isStatus(status) ? goals(status) : null);
      const judged = [
        ...[target, 'status' in result ? said(result.status) : null],
        'verdict' in result ? said(result.verdict?.status) : null,
      ];
      if (result.suppressed) return [t('hidden'), ...columns.slice(1, -3).map(() => null), ...judged];
      const { value, numerator, denominator, n, missing, sd, ci95, responseRate } = result;
      const interval = [ci95?.[0] ?? null, ci95?.[1] ?? null];
      const rate = [responseRate?.answered ?? null, responseRate?.due ?? null];
      return [value, numerator, denominator, n, missing, sd, ...interval, ...rate, ...judged];
    },
    [t, goals, words],
  );
  return { head, cells };
};
