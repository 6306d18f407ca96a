import type { Measure } from '../programme/schema.ts';
import type { Figures, GroupKey } from './results.ts';

/** Under this many rows a share or a mean is warned of. */
const smallestBase = 30;
/** Groups whose response rates differ by so much may not speak for the whole. */
const widestGap = 0.1;

export function smallBase(measure: Measure, { n, denominator }: Figures): boolean {
  const base = measure === 'share' ? denominator : n;
  return base !== null && base > 0 && base < smallestBase;
}

/** Whether two groups of one list differ by ten points or more in response rate. */
export function responseRateGap(groups: (Figures & { by: GroupKey })[]): boolean {
  const lists = new Map<string, Figures[]>();
  for (const group of groups) {
    const variables = Object.keys(group.by).join();
    lists.set(variables, [...(lists.get(variables) ?? []), group]);
  }
  return [...lists.values()].some((list) => {
    const rates = list.flatMap(({ responseRate }) =>
      responseRate && responseRate.due > 0 ? [responseRate.answered / responseRate.due] : [],
    );
    return rates.length > 1 && Math.max(...rates) - Math.min(...rates) >= widestGap - 1e-9;
  });
}
