// What can be concluded about whole numbers from sums of them: bounds drawn tighter until nothing changes.
export interface Bounds {
  low: number;
  high: number;
}
/** The terms, each with 1 or -1, add up to `sum`. */
export interface Sum {
  terms: { at: string; sign: 1 | -1 }[];
  sum: number;
}

export function tighten(bounds: Map<string, Bounds>, sums: readonly Sum[]): Map<string, Bounds> {
  const found = new Map([...bounds].map(([at, each]) => [at, { ...each }]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const { terms, sum } of sums) {
      const ends = terms.map(({ at, sign }) => {
        const { low, high } = found.get(at)!;
        return sign === 1 ? { low, high } : { low: -high, high: -low };
      });
      const low = ends.reduce((total, each) => total + each.low, 0);
      const high = ends.reduce((total, each) => total + each.high, 0);
      for (const [index, { at, sign }] of terms.entries()) {
        const own = ends[index]!;
        const least = Math.max(own.low, sum - (high - own.high));
        const most = Math.min(own.high, sum - (low - own.low));
        if (least === own.low && most === own.high) continue;
        changed = true;
        found.set(at, sign === 1 ? { low: least, high: most } : { low: -most, high: -least });
        ends[index] = { low: least, high: most };
        break;
      }
    }
  }
  return found;
}
