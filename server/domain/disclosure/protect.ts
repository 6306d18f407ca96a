// The three ways in which a counted goal leaves for a reader: whole, without what is hidden, or without any number.
import type { Cell, CountedGoal, GoalResult, GroupResult, SuppressedGoal } from '../indicators/results.ts';
import { responseRateGap } from '../indicators/warnings.ts';
import type { Programme } from '../programme/schema.ts';
import { keyText } from './layers.ts';
import { isAllowedCross } from './requests.ts';
import type { IsHidden } from './suppression.ts';

export type Viewer = { kind: 'evaluator' } | { kind: 'coordinator'; sites: readonly string[] } | { kind: 'operator' };

/**
 * A goal without what is hidden.
 * - One whose total is hidden has no number at all; otherwise hidden groups have none. Empty groups are shown.
 * - A group whose base falls short of its rows by a few is shown: who did not answer has no answer to give away.
 */
export function concealed(programme: Programme, goal: CountedGoal, isHidden: IsHidden): GoalResult | SuppressedGoal {
  if (isHidden(goal.basis.total)) return withoutFigures(goal);
  const hiddenKeys = new Set(
    goal.basis.lists.flatMap(({ keys, cells }) =>
      keys.filter((_, at) => isHiddenCell(cells[at], isHidden)).map((key) => keyText(key)),
    ),
  );
  return withoutGroups(programme, goal, hiddenKeys);
}

const isHiddenCell = (cell: Cell | undefined, isHidden: IsHidden): boolean => cell !== undefined && isHidden(cell);

/** The goal without the counts that hiding is decided by. For those who may see the individuals behind it. */
export function whole({ basis: _, ...goal }: CountedGoal): GoalResult {
  return goal;
}

function withoutGroups(programme: Programme, goal: CountedGoal, hidden: ReadonlySet<string>): GoalResult {
  const isHidden = ({ by }: Pick<GroupResult, 'by'>) => {
    const names = Object.keys(by);
    return hidden.has(keyText(by)) || (names.length > 1 && !isAllowedCross(programme, names));
  };
  const shown = goal.groups.filter((group) => !isHidden(group));
  // A gap that only hidden groups show would tell about them.
  const gap = goal.basis.genderGap || responseRateGap(shown);
  return {
    ...whole(goal),
    warnings: goal.warnings.filter((warning) => warning !== 'responseRateGap' || gap),
    groups: goal.groups.map((group) => (isHidden(group) ? { by: group.by, suppressed: true } : group)),
  };
}

/** No number at all, and neither a group's. */
export function withoutFigures({ id, title, measure, target, verdict, groups }: CountedGoal): SuppressedGoal {
  return {
    id,
    title,
    measure,
    target,
    status: null,
    verdict,
    warnings: [],
    suppressed: true,
    groups: groups.map(({ by }) => ({ by, suppressed: true })),
  };
}
