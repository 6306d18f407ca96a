import { useTranslation } from 'react-i18next';
import type { Cell } from '../../../charts/saving/csv.ts';
import { isStatus } from '../../../components/results/StatusMark.tsx';
import { useText } from '../../../components/useText.ts';
import type { ComparedGoal, GoalState } from './moved.ts';

/** All goals as rows of a file: two each, then and now, unrounded. */
export const useStateRecords = (goals: readonly ComparedGoal[]) => {
  const { t } = useTranslation('snapshots');
  const { t: saving } = useTranslation('saving');
  const { t: words } = useTranslation('goals');
  const text = useText();
  const cells = (state: GoalState | null): Cell[] => {
    if (!state) return [null, null, null, null, null];
    const { value, n, ci95, status, suppressed } = state;
    const said = isStatus(status) ? words(status) : null;
    return [suppressed ? saving('hidden') : value, n, ci95?.[0] ?? null, ci95?.[1] ?? null, said];
  };
  const columns = ['value', 'n', 'low', 'high', 'status'] as const;
  return (): Cell[][] => [
    [words('goal'), '', ...columns.map((name) => saving(name))],
    ...goals.flatMap(({ before, now }) => [
      [text((now ?? before)?.title), t('before'), ...cells(before)],
      [text((now ?? before)?.title), t('now'), ...cells(now)],
    ]),
  ];
};
