// Chooses rows so that several published breakdowns hold at once: so many women, so many of each site, so many of each age.
import type { Random } from './random.ts';

export interface Quota<T> {
  /** The group that an item belongs to; groups without a count are free. */
  of: (item: T) => string | number;
  counts: Readonly<Record<string, number>>;
}

interface Choice<T> {
  chosen: T[];
  rest: T[];
}

const mostSwaps = 2_000_000;

/**
 * Exactly `total` of the items, meeting every quota. Items with a higher weight are more likely.
 * Throws when the quotas are not met within a fixed number of swaps.
 */
export function chooseByQuotas<T>(
  random: Random,
  items: readonly T[],
  total: number,
  quotas: readonly Quota<T>[],
  weight: (item: T) => number = () => 1,
): Set<T> {
  const choice = weightedDraw(random, items, total, weight);
  const surplus = quotas.map((quota) => surplusOf(quota, choice.chosen));
  let wrong = surplus.reduce((sum, counts) => sum + [...counts.values()].reduce((a, b) => a + Math.abs(b), 0), 0);
  for (let swaps = 0; wrong > 0; swaps += 1) {
    if (swaps > mostSwaps || choice.rest.length === 0)
      throw new Error(`quotas of ${total} out of ${items.length} miss by ${wrong}`);
    wrong += trySwap(random, choice, quotas, surplus);
  }
  return new Set(choice.chosen);
}

function weightedDraw<T>(random: Random, items: readonly T[], total: number, weight: (item: T) => number): Choice<T> {
  const rest = random.shuffle(items);
  const chosen: T[] = [];
  let sum = rest.reduce((weights, item) => weights + weight(item), 0);
  while (chosen.length < total) {
    let point = random.next() * sum;
    const found = rest.findIndex((item) => {
      point -= weight(item);
      return point < 0;
    });
    const [item] = rest.splice(found < 0 ? rest.length - 1 : found, 1);
    if (item === undefined) throw new Error(`${total} asked for, ${items.length} to choose from`);
    sum -= weight(item);
    chosen.push(item);
  }
  return { chosen, rest };
}

function surplusOf<T>(quota: Quota<T>, chosen: readonly T[]): Map<string, number> {
  const surplus = new Map(Object.entries(quota.counts).map(([group, count]) => [group, -count]));
  for (const item of chosen) add(surplus, quota.of(item), 1);
  return surplus;
}

/** Swaps one chosen item for another unless that makes things worse; returns the change in what is wrong. */
function trySwap<T>(
  random: Random,
  { chosen, rest }: Choice<T>,
  quotas: readonly Quota<T>[],
  surplus: readonly Map<string, number>[],
): number {
  const leaving = random.integer(0, chosen.length - 1);
  const coming = random.integer(0, rest.length - 1);
  const out = chosen[leaving] as T;
  const into = rest[coming] as T;
  let change = 0;
  quotas.forEach((quota, index) => {
    const counts = surplus[index] as Map<string, number>;
    change += add(counts, quota.of(out), -1) + add(counts, quota.of(into), 1);
  });
  if (change < 0 || (change === 0 && random.chance(0.1))) {
    chosen[leaving] = into;
    rest[coming] = out;
    return change;
  }
  quotas.forEach((quota, index) => {
    const counts = surplus[index] as Map<string, number>;
    add(counts, quota.of(out), 1);
    add(counts, quota.of(into), -1);
  });
  return 0;
}

/** Adds to a group that has a quota; returns how much further from its quota that took it. */
function add(surplus: Map<string, number>, group: string | number, step: number): number {
  const before = surplus.get(String(group));
  if (before === undefined) return 0;
  surplus.set(String(group), before + step);
  return Math.abs(before + step) - Math.abs(before);
}
