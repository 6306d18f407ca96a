// Differences between groups. Made of the results as the reader may see them and of nothing else: whatever stands here, the
// reader could have reckoned, so nothing that is hidden there can follow from it.

import type { Figures, GoalResult, GroupResult, SuppressedGoal, SuppressedGroup } from '../indicators/results.ts';
import type { Goal, Programme } from '../programme/schema.ts';
import { type Difference, differenceOfMeans, differenceOfShares, withoutPart } from '../statistics/differences.ts';
import type { ComparedSide, Comparison, Side } from './findings.ts';

type Shown = Pick<Figures, 'numerator' | 'denominator' | 'n' | 'mean' | 'sd'>;
type Kind = 'share' | 'mean';

/**
 * Each group shown against all others that the goal counts (those in hidden groups and in none among them); two groups that
 * together are all, against each other, once. None of goals that count no share or mean.
 */
export function compareGroups(result: GoalResult): Comparison[] {
  const kind = kindOf(result.measure);
  if (!kind) return [];
  const groups = result.groups.filter(isShown).filter((each) => sizeOf(kind, each) > 0);
  const [first, second] = groups;
  if (!first) return [];
  if (second && groups.length === 2 && sizeOf(kind, first) + sizeOf(kind, second) === sizeOf(kind, result))
    return [compare(kind, first, { group: first.by }, second, { group: second.by })].flatMap((each) => each ?? []);
  return groups.flatMap((group) => {
    const rest = restOf(kind, result, group);
    return (rest && compare(kind, group, { group: group.by }, rest, { rest: true })) ?? [];
  });
}

/** The goal against the wave it is to exceed, where another goal of the programme counts just that. */
export function compareWaves(
  { goals }: Programme,
  goal: Goal,
  results: readonly (GoalResult | SuppressedGoal)[],
): Comparison[] {
  const find = (id: string | undefined) => results.find((each) => each.id === id);
  const own = find(goal.id);
  const kind = kindOf(goal.indicator.measure);
  const { wave } = goal.indicator;
  if (!kind || wave === undefined || !goal.target || !('aboveWave' in goal.target)) return [];
  const earlier = goal.target.aboveWave;
  const same = sameBut(goal, earlier);
  const reference = find(goals.find((each) => JSON.stringify(sorted(each.indicator)) === same)?.id);
  if (!own || !reference || own.suppressed || reference.suppressed) return [];
  if (sizeOf(kind, own) === 0 || sizeOf(kind, reference) === 0) return [];
  return [compare(kind, own, { wave }, reference, { wave: earlier })].flatMap((each) => each ?? []);
}

const sorted = (indicator: Goal['indicator']) => Object.entries(indicator).sort(([a], [b]) => (a < b ? -1 : 1));
const sameBut = (goal: Goal, wave: string) => JSON.stringify(sorted({ ...goal.indicator, wave }));

const kindOf = (measure: string): Kind | undefined =>
  measure === 'share' ? 'share' : measure === 'mean' || measure === 'meanChange' ? 'mean' : undefined;
const isShown = (group: GroupResult | SuppressedGroup): group is GroupResult => !group.suppressed;
const sizeOf = (kind: Kind, { n, denominator }: Shown): number => (kind === 'share' ? denominator : n) ?? 0;

function restOf(kind: Kind, whole: Shown, group: Shown): Shown | undefined {
  const none = { numerator: null, denominator: null, n: null, mean: null, sd: null };
  if (kind === 'share') {
    const denominator = (whole.denominator ?? 0) - (group.denominator ?? 0);
    const numerator = (whole.numerator ?? 0) - (group.numerator ?? 0);
    return denominator > 0 ? { ...none, numerator, denominator } : undefined;
  }
  const rest = withoutPart(sampleOf(whole), sampleOf(group));
  return rest ? { ...none, ...rest } : undefined;
}

const sampleOf = ({ n, mean, sd }: Shown) => ({ n: n ?? 0, mean: mean ?? 0, sd });
const proportionOf = ({ numerator, denominator }: Shown) => ({ hits: numerator ?? 0, of: denominator ?? 0 });

function compare(kind: Kind, a: Shown, first: Side, b: Shown, second: Side): Comparison | undefined {
  const difference: Difference | null =
    kind === 'share'
      ? differenceOfShares(proportionOf(a), proportionOf(b))
      : differenceOfMeans(sampleOf(a), sampleOf(b));
  if (!difference) return undefined;
  const side = (side: Side, shown: Shown): ComparedSide => ({
    side,
    value: kind === 'share' ? (shown.numerator ?? 0) / (shown.denominator ?? 1) : (shown.mean ?? 0),
    n: sizeOf(kind, shown),
  });
  const { ci95 } = difference;
  const clear = ci95 !== null && (ci95[0] > 0 || ci95[1] < 0);
  return { ...difference, first: side(first, a), second: side(second, b), clear };
}
