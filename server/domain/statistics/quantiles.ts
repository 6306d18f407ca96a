export interface Quartiles {
  n: number;
  lower: number;
  median: number;
  upper: number;
}

/**
 * Quantile at `share` (0-1) of values in rising order: linear between the two nearest, at place (n - 1) * share from 0.
 * This is type 7 of Hyndman & Fan (1996), Sample quantiles in statistical packages, The American Statistician 50, 361-365:
 * what R, Excel's QUARTILE.INC and NumPy give by default, so that whoever recounts gets the same. Its median is the usual one.
 * (SPSS's own default is type 6, at place (n + 1) * share: quartiles may differ by a part of a step.)
 * @throws RangeError without values
 */
export function quantile(rising: ArrayLike<number>, share: number): number {
  const place = (rising.length - 1) * share;
  const below = rising[Math.floor(place)];
  const above = rising[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('there is no quantile of no values');
  return below + (place - Math.floor(place)) * (above - below);
}

/** Median and quartiles, type 7 as above; null without values. */
export function quartilesOf(values: readonly number[]): Quartiles | null {
  if (values.length === 0) return null;
  const rising = Float64Array.from(values).sort();
  const at = (share: number) => quantile(rising, share);
  return { n: values.length, lower: at(0.25), median: at(0.5), upper: at(0.75) };
}
