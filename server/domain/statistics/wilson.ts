import { z95 } from './normal.ts';

/**
 * Score interval for a share at 95 %, as [low, high] in 0-1; null without rows.
 * Source: Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209-212;
 * recommended for small n by Brown, Cai & DasGupta (2001), Statistical Science 16, 101-133.
 */
export function wilsonInterval(hits: number, of: number): [number, number] | null {
  if (of <= 0) return null;
  const share = hits / of;
  const spread = z95 ** 2 / of;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (z95 / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  // At 0 and 1 the formula gives exactly 0 and 1; floating point must not say otherwise.
  return [hits === 0 ? 0 : Math.max(0, centre - half), hits === of ? 1 : Math.min(1, centre + half)];
}
