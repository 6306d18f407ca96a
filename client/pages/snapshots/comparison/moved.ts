// What a comparison comes to, before it is said in words.
import type { Comparison } from '../../../api/snapshots.ts';

export type ComparedGoal = Comparison['goals'][number];
export type GoalState = NonNullable<ComparedGoal['now']>;

/** A goal that came or went has moved, too. */
export const hasMoved = ({ before, now, changed }: ComparedGoal): boolean =>
  changed.length > 0 || before === null || now === null;

export const isNothingChanged = ({ writes, goals, definitions }: Comparison): boolean =>
  writes.rows === 0 && definitions.length === 0 && !goals.some(hasMoved);

/**
 * Answers that came in since, of all surveys together.
 * @returns their number where it is told, and whether there are more that are too few to be told
 */
export const newAnswers = ({ rows }: Comparison): { known: number; hasHidden: boolean } => {
  const since = rows.filter(({ kind }) => kind === 'responses').map((each) => each.since);
  return {
    known: since.reduce((sum, each) => sum + Math.max(0, each.rows ?? 0), 0),
    hasHidden: since.some((each) => each.rows === null),
  };
};
