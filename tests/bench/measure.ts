// How things are measured: competitors take turns within one run, so that whatever else the machine does meets all of them.

/** One line of the table. With a `key` it is also in the JSON. */
export interface Figure {
  key?: string;
  what: string;
  value: number;
  unit: string;
  goal?: { atLeast: number } | { atMost: number };
}

export interface Scale {
  isQuick: boolean;
  /** Counted rounds; one more warms up before them. */
  rounds: number;
  /** Milliseconds of one competitor's turn. */
  turn: number;
  few: number;
  some: number;
  many: number;
}

export const whole: Scale = { isQuick: false, rounds: 7, turn: 1000, few: 1000, some: 100_000, many: 1_000_000 };
export const quick: Scale = { isQuick: true, rounds: 2, turn: 250, few: 1000, some: 5000, many: 20_000 };

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = low] = sorted.length % 2 ? [sorted[middle]] : sorted.slice(middle - 1, middle + 1);
  return (low + high) / 2;
}

/** What each competitor measured, round by round; who begins changes from round to round. */
export async function inTurns<Name extends string>(
  rounds: number,
  competitors: Record<Name, () => number | Promise<number>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(competitors) as Name[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of round % 2 ? names : names.toReversed()) {
      const value = await competitors[name]();
      if (round > 0) measured[name].push(value);
    }
  }
  return measured;
}

/** The median of the rounds' own ratios. */
export const ratio = (above: readonly number[], below: readonly number[]): number =>
  median(above.map((value, round) => value / (below[round] ?? Number.NaN)));

/** Pieces of work finished a second, with `lanes` of them under way at any time. */
export async function perSecond(lanes: number, milliseconds: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  const end = start + milliseconds;
  let done = 0;
  const lane = async () => {
    while (performance.now() < end) {
      await work();
      done++;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return (done / (performance.now() - start)) * 1000;
}

/** Pieces of work finished a second, `count` of them, with `lanes` under way at any time. */
export async function perSecondOf(lanes: number, count: number, work: () => Promise<unknown>): Promise<number> {
  let begun = 0;
  const lane = async () => {
    while (begun++ < count) await work();
  };
  const taken = await seconds(() => Promise.all(Array.from({ length: lanes }, lane)));
  return count / taken;
}

/** Seconds that `work` takes. */
export async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
