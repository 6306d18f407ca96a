export interface Frequency<Value> {
  value: Value;
  n: number;
  /** Of all values, 0-1; null without any. */
  share: number | null;
  /** Share of this value and those before it; null where the values have no order, or there are none. */
  cumulative: number | null;
}

/**
 * How often each value occurs.
 * @param values in the order to be shown, with their counts
 * @param n what shares are taken of: the sum of the counts, or rows where a row may have several values
 * @param ordered the order means something: a share up to each value is given
 */
export function frequencies<Value>(
  values: readonly (readonly [Value, number])[],
  n: number,
  ordered: boolean,
): Frequency<Value>[] {
  let sofar = 0;
  return values.map(([value, count]) => {
    sofar += count;
    return { value, n: count, share: n > 0 ? count / n : null, cumulative: ordered && n > 0 ? sofar / n : null };
  });
}
