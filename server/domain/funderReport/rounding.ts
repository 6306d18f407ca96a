// Monthly counts for whoever may not see individuals: rounded at random to a multiple of the suppression limit.
//
// Hiding small groups would not do here. Months add up: enrolled over a programme's months is the number of enrolled that
// the results show, and this month's ongoing less last month's is enrolled less ended. One hidden number among many shown
// ones is their difference, so nearly all of them would have to be hidden. Random rounding (Hundepool et al. 2012, Statistical
// Disclosure Control, Wiley, ch. 4) leaves every number between two multiples of the limit and keeps sums right on average:
// of a limit of 5, 0 says 0 to 4 and 5 says 1 to 9. What is added before rounding down is fixed for each number and known to
// nobody without the secret key: asking again gives the same, and no average brings the number back.
import { type Flows, type FunderCounts, flows } from './count.ts';

/** @param draw a whole number from 0 to below `base`, the same each time for the same words */
export function roundedCounts(
  { total, lists }: FunderCounts,
  base: number,
  draw: (words: string, choices: number) => number,
): FunderCounts {
  const rounded = (counts: Flows, of: string) =>
    Object.fromEntries(
      flows.map((flow) => [flow, roundedCount(counts[flow], base, draw(`${of} ${flow}`, base))]),
    ) as Flows;
  return {
    total: rounded(total, 'total'),
    lists: lists.map(({ variable, groups }) => ({
      variable,
      groups: groups.map(({ value, counts }) => ({ value, counts: rounded(counts, `${variable}=${value}`) })),
    })),
  };
}

/** @param added a whole number from 0 to below `base`, drawn for this count */
export const roundedCount = (count: number, base: number, added: number): number =>
  Math.floor((count + added) / base) * base;
