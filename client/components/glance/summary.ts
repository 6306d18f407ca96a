import type { AnyGoalResult } from '../../api/results.ts';
import { type StatusName, statusNames } from '../results/StatusMark.tsx';

/** Goals are those that have a target or are judged; the rest are figures that the programme follows. */
export const isGoal = ({ target, measure }: Pick<AnyGoalResult, 'target' | 'measure'>): boolean =>
  target !== null || measure === 'judged';

/** How many goals stand where. A goal too small to show counts among those without data. */
export const countByStatus = (goals: readonly AnyGoalResult[]): Record<StatusName, number> => {
  const counts = Object.fromEntries(statusNames.map((status) => [status, 0])) as Record<StatusName, number>;
  for (const goal of goals) if (isGoal(goal)) counts[goal.status ?? 'noData'] += 1;
  return counts;
};
