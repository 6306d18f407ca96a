// Which groups of a list must be hidden: primary and secondary cell suppression.
// Rules and words after Hundepool et al. (2012), Statistical Disclosure Control, Wiley, ch. 4: a cell is sensitive when it has
// 1 to below-1 rows (minimum frequency rule); further cells are hidden so that no sensitive one follows by subtraction.
import { findPinned } from './audit.ts';

/** A group as counts: rows first, then any other number that is printed and adds up over groups. */
export interface Unit {
  counts: number[];
  /** A margin or the rows outside all groups: not ours to hide here. */
  fixed?: 'shown' | 'hidden' | 'unpublished';
}

/** The units that add up to a figure that is shown, or to `of`, a margin that may itself be hidden. */
export interface Relation {
  members: number[];
  of?: number;
}

export interface Layer {
  /** Hidden people may number exactly as many as hidden groups in a layer of people: then each has one. */
  people: boolean;
}

export interface Problem {
  below: number;
  layers: Layer[];
  units: Unit[];
  relations: Relation[];
  /** Units hidden beforehand. */
  hidden: ReadonlySet<number>;
}

const count = (unit: Unit | undefined, layer: number): number => unit?.counts[layer] ?? 0;
const small = (number: number, below: number): boolean => number > 0 && number < below;

/**
 * Hidden units: every sensitive one, then, while some relation gives a hidden one away, the smallest group still shown in it
 * (ties: the first). Smallest first hides few people, not always the fewest groups: the exact optimum is NP-hard.
 * Hidden groups of a relation are safe together when there are two or more, they hold at least `below` rows in every layer
 * (or none), and more rows than groups (else each has exactly one).
 */
export function hide(problem: Problem): Set<number> {
  const { units, relations, below } = problem;
  const hidden = new Set(problem.hidden);
  for (const [at, unit] of units.entries()) {
    if (unit.fixed === 'hidden') hidden.add(at);
    if (unit.fixed === undefined && unit.counts.some((number) => small(number, below))) hidden.add(at);
    // Rows in no group follow from the total and the groups: few of them are as sensitive as a small group.
    if (unit.fixed === 'unpublished' && unit.counts.some((number) => small(number, below))) hidden.add(at);
  }
  for (;;) {
    const broken = relations.filter((relation) => !isSafe(problem, relation, hidden));
    const pinned = broken.length > 0 ? broken : findPinned(problem, hidden);
    const [next] = pinned.flatMap((relation) => smallestShown(problem, relation, hidden) ?? []);
    if (next === undefined) break;
    hidden.add(next);
  }
  hideEmptyWhereNothingElseHelps(problem, hidden);
  return new Set([...hidden].filter((at) => units[at]?.fixed === undefined));
}

function isSafe({ units, layers, below }: Problem, { members, of }: Relation, hidden: Set<number>): boolean {
  const inside = members.filter((at) => hidden.has(at));
  if (of !== undefined && hidden.has(of))
    return count(units[of], 0) === 0 || inside.some((at) => count(units[at], 0) > 0);
  return layers.every(({ people }, layer) => {
    const numbers = inside.map((at) => count(units[at], layer)).filter((number) => number > 0);
    const sum = numbers.reduce((total, number) => total + number, 0);
    if (sum === 0) return true;
    return sum >= below && inside.length > 1 && (!people || (numbers.length > 1 && sum > numbers.length));
  });
}

function smallestShown({ units }: Problem, { members }: Relation, hidden: Set<number>): number | undefined {
  const shown = members.filter((at) => !hidden.has(at) && units[at]?.fixed === undefined && count(units[at], 0) > 0);
  return shown.sort((a, b) => count(units[a], 0) - count(units[b], 0))[0];
}

/** With every group that has rows hidden and still a relation unsafe, the empty ones are hidden too: none tells which are small. */
function hideEmptyWhereNothingElseHelps(problem: Problem, hidden: Set<number>): void {
  const pinned = findPinned(problem, hidden);
  for (const relation of problem.relations.filter((each) => pinned.includes(each) || !isSafe(problem, each, hidden)))
    for (const at of relation.members) if (problem.units[at]?.fixed === undefined) hidden.add(at);
}
