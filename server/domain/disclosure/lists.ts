// The lists of a reply as one problem per set of goals that count the same rows.
import type { Cell, CellList, CountedGoal, GroupKey } from '../indicators/results.ts';
import { hide, type Layer, type Problem, type Relation, type Unit } from './pattern.ts';

export interface Rules {
  /** Groups of 1 to below-1 rows are hidden. */
  below: number;
  /** Shares with a numerator or remainder of 1 to below-1 are hidden too. */
  cells: boolean;
}

/** Keys of hidden groups, as keyText writes them. */
export type HiddenKeys = ReadonlySet<string>;

export const keyText = (key: GroupKey): string => JSON.stringify(Object.entries(key));

type Counter = (cell: Cell) => number;
interface Measured extends Layer {
  /** The goal the number is taken from. */
  goal: CountedGoal;
  number: Counter;
}

/**
 * Which groups to hide, the same for all `goals`, which must have the same lists.
 * One-way lists are settled first; a crossed one then takes its margins as they are.
 */
export function hiddenGroups(goals: CountedGoal[], rules: Rules, before: HiddenKeys): Set<string> {
  const hidden = new Set(before);
  const [first] = goals;
  const layers = layersOf(goals, rules);
  const byWidth = [...(first?.basis.lists ?? []).entries()].sort(
    ([, a], [, b]) => a.variables.length - b.variables.length,
  );
  for (const [place, list] of byWidth) {
    const problem = problemOf(goals, place, list, layers, rules, hidden);
    for (const at of hide(problem)) {
      const key = list.keys[at];
      if (key) hidden.add(keyText(key));
    }
  }
  return hidden;
}

function layersOf(goals: CountedGoal[], { cells }: Rules): Measured[] {
  return goals.flatMap((goal): Measured[] => {
    const people: Measured[] = [
      { goal, people: true, number: (cell) => cell.rows },
      { goal, people: true, number: (cell) => cell.due },
      { goal, people: true, number: (cell) => cell.base },
    ];
    if (!cells || goal.measure !== 'share') return people;
    return [
      ...people,
      { goal, people: false, number: (cell) => cell.numerator ?? 0 },
      { goal, people: false, number: (cell) => cell.base - (cell.numerator ?? 0) },
    ];
  });
}

function problemOf(
  goals: CountedGoal[],
  place: number,
  list: CellList,
  measured: Measured[],
  { below }: Rules,
  hidden: HiddenKeys,
): Problem {
  const listOf = (goal: CountedGoal) => goal.basis.lists[place];
  const unit = (cell: (list: CellList | undefined) => Cell | undefined, fixed?: Unit['fixed']): Unit => ({
    counts: measured.map(({ goal, number }) => {
      const found = cell(listOf(goal));
      return found ? number(found) : 0;
    }),
    ...(fixed ? { fixed } : {}),
  });
  const units: Unit[] = list.keys.map((_, at) => unit((each) => each?.cells[at]));
  const already = list.keys.flatMap((key, at) => (hidden.has(keyText(key)) ? [at] : []));
  const everyone = [...units.keys(), units.length];
  units.push(unit((each) => each?.leftOut, 'unpublished'));
  const relations: Relation[] = [{ members: everyone }];
  if (list.variables.length > 1) addMargins(goals, list, measured, hidden, units, relations);
  return { below, layers: measured, units, relations, hidden: new Set(already) };
}

/**
 * Each margin group is the sum of its crossed ones and of its rows that lack the other variable; and the hidden ones of a
 * margin together are the total less the shown ones.
 */
function addMargins(
  goals: CountedGoal[],
  list: CellList,
  measured: Measured[],
  hidden: HiddenKeys,
  units: Unit[],
  relations: Relation[],
): void {
  for (const variable of list.variables) {
    const place = goals[0]?.basis.lists.findIndex(({ variables }) => variables.join() === variable) ?? -1;
    const margin = goals[0]?.basis.lists[place];
    if (!margin) continue;
    const countsOf = (cellOf: (margin: CellList) => Cell | undefined) =>
      measured.map(({ goal, number }) => {
        const own = goal.basis.lists[place];
        const cell = own && cellOf(own);
        return cell ? number(cell) : 0;
      });
    const add = (unit: Unit) => units.push(unit) - 1;
    const concealed = [add({ counts: countsOf(({ leftOut }) => leftOut), fixed: 'unpublished' })];
    for (const [at, key] of margin.keys.entries()) {
      const crossed = list.keys.flatMap((each, index) => (each[variable] === key[variable] ? [index] : []));
      const counts = countsOf(({ cells }) => cells[at]);
      const inside = (layer: number) => crossed.reduce((sum, index) => sum + (units[index]?.counts[layer] ?? 0), 0);
      const lacking = counts.map((all, layer) => Math.max(0, all - inside(layer)));
      const isHidden = hidden.has(keyText(key));
      const members = [...crossed, add({ counts: lacking, fixed: 'unpublished' })];
      relations.push({ members, of: add({ counts, fixed: isHidden ? 'hidden' : 'shown' }) });
      if (isHidden) concealed.push(...members);
    }
    if (concealed.length > 1) relations.push({ members: concealed });
  }
}
