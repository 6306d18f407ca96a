import type { GoalResult, SuppressedGoal } from '../indicators/results.ts';
import {
  type Difference,
  differenceOfMeans,
  differenceOfShares,
  type Proportion,
  type Sample,
} from '../statistics/differences.ts';

type Result = GoalResult | SuppressedGoal;
/** `size`: numbers say how large a programme is. `sites`: sites are no sample, and what they share is not reckoned by chance. */
export type WhyNone = 'hidden' | 'noData' | 'size' | 'sites';
export type Compared = { difference: Difference; why: null } | { difference: null; why: WhyNone };

const none = (why: WhyNone): Compared => ({ difference: null, why });

/**
 * First minus second, of results as the reader may see them: so a difference tells nothing that they don't. Shares after
 * Newcombe, means after Welch; the people of the two programmes are taken as independent of each other.
 */
export function differenceOf(one: Result, other: Result): Compared {
  if (one.suppressed || other.suppressed) return none('hidden');
  if (one.measure === 'count' || one.measure === 'people') return none('size');
  if (one.measure === 'shareOfSites') return none('sites');
  const difference = one.measure === 'share' ? ofShares(one, other) : ofMeans(one, other);
  return difference ? { difference, why: null } : none('noData');
}

function ofShares(one: GoalResult, other: GoalResult): Difference | null {
  return differenceOfShares(proportion(one), proportion(other));
}

function ofMeans(one: GoalResult, other: GoalResult): Difference | null {
  const [first, second] = [sample(one), sample(other)];
  return first && second && differenceOfMeans(first, second);
}

const proportion = ({ numerator, denominator }: GoalResult): Proportion => ({
  hits: numerator ?? 0,
  of: denominator ?? 0,
});
const sample = ({ n, mean, sd }: GoalResult): Sample | null => (n === null || mean === null ? null : { n, mean, sd });
