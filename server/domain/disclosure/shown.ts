// The answer to one request, taken from a release.
import type { By } from '../indicators/by.ts';
import type {
  CellList,
  CountedGoal,
  GoalResult,
  GroupKey,
  GroupResult,
  SuppressedGoal,
} from '../indicators/results.ts';
import { withTargets } from '../indicators/targets.ts';
import { responseRateGap } from '../indicators/warnings.ts';
import type { Goal, Programme } from '../programme/schema.ts';
import { keyText } from './layers.ts';
import { concealed } from './protect.ts';
import type { Release } from './release.ts';
import { type IsHidden, systemOf } from './suppression.ts';

/** Which cells of the release's own goals are hidden. Takes a while for a large programme: keep it. */
export function hiddenIn({ programme, slices, hidden }: Release): IsHidden {
  const { behind, byName } = systemOf(programme, slices);
  const places = new Set(hidden.flatMap((name) => byName.get(name) ?? []));
  return (cell) => (behind.get(cell) ?? []).some((at) => places.has(at));
}

/**
 * All goals with the lists asked for, protected. Titles, targets and verdicts are those of today.
 * @param minDays one of those that may be asked for; undefined for none
 */
export function showReleased(
  today: Programme,
  release: Release,
  isHidden: IsHidden,
  { by = [], minDays = 0 }: { by?: By; minDays?: number | undefined },
): (GoalResult | SuppressedGoal)[] {
  const goals = release.slices.find(({ days }) => days === minDays)?.goals ?? [];
  return goals.map((goal) => {
    const now = today.goals.find(({ id }) => id === goal.id);
    return concealed(today, withLists(now ? asToday(goal, now) : goal, by), isHidden);
  });
}

function asToday(counted: CountedGoal, goal: Goal): CountedGoal {
  const { title, verdict = null } = goal;
  const told = { title: title as Record<string, string>, verdict };
  if (counted.measure !== 'judged') return { ...withTargets(counted, goal), ...told };
  return { ...counted, ...told, target: goal.target ?? null, status: verdict ? 'judged' : 'noData' };
}

/** The goal with these lists only, in the order and with the order of variables asked for. */
function withLists(goal: CountedGoal, by: By): CountedGoal {
  const groupOf = new Map(goal.groups.map((group) => [keyText(group.by), group]));
  const found = by.flatMap((names) => listIn(goal.basis.lists, names) ?? []);
  const groups = found.flatMap(({ keys, released }) =>
    keys.flatMap((key, at): GroupResult[] => {
      const group = groupOf.get(keyText(released[at] ?? key));
      return group ? [{ ...group, by: key }] : [];
    }),
  );
  const hasGap = goal.basis.genderGap || responseRateGap(groups);
  const warnings = goal.warnings.filter((warning) => warning !== 'responseRateGap' || hasGap);
  return { ...goal, groups, warnings, basis: { ...goal.basis, lists: found } };
}

/** A list whose keys are written as asked for, beside the keys under which it was released. */
type AskedList = CellList & { released: GroupKey[] };

function listIn(lists: readonly CellList[], names: readonly string[]): AskedList | undefined {
  const same = lists.find(({ variables }) => variables.join() === names.join());
  if (same) return { ...same, released: same.keys };
  const [first = '', second = ''] = names;
  const turned = lists.find(({ variables }) => variables.join() === `${second},${first}`);
  return turned && turnedList(turned, first, second);
}

function turnedList(list: CellList, first: string, second: string): AskedList {
  const values = [...new Set(list.keys.map((key) => key[first]))];
  const places = values.flatMap((value) => list.keys.flatMap((key, at) => (key[first] === value ? [at] : [])));
  const released = places.map((at) => list.keys[at] ?? {});
  return {
    variables: [first, second],
    released,
    keys: released.map((key) => ({ [first]: key[first] ?? '', [second]: key[second] ?? '' })),
    cells: places.flatMap((at) => list.cells[at] ?? []),
    leftOut: list.leftOut,
  };
}
