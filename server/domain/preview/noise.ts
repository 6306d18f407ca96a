// Counts for whoever may not see individuals, over rows that they choose by conditions of their own.
//
// What stands in the results is solved together over all that can be asked there. A condition can be anything, so nothing can be
// solved here: two conditions that differ by one person would tell that person by subtraction. Three things are in the way.
//
// 1. Each row counts not at all, once or twice, by a coin that is tossed once for the row and known to nobody without the secret
//    key; on average once. A sum of such rows is the same whatever condition chose them, and sums subtract to sums: whoever asks
//    for A with many others, and for the others alone, and takes the mean of the differences, comes to the sum of the coins of A,
//    never to how many A are. Without this, rounding alone would not do: unions of sites are known to the digit from the results,
//    and some dozen of them with A added tell by their rounding how many A are (tests/unit/preview/attack.test.ts does so).
// 2. The sum is rounded at random to a multiple of the suppression limit, as in the funder's month (funderReport/rounding.ts). What
//    is added before rounding down is drawn for the set of rows, not for the words of the condition: two conditions that choose the
//    same rows are told the same number, so saying one thing in many ways averages nothing away. Other rows have another draw.
// 3. Shares, means and status are reckoned from such numbers alone, and a share or mean over less than twice the limit is not told.
//    A status from exact numbers would tell them: the target can be moved until it changes.
//
// That takes 0.7 of a row's weight as standard deviation for each row: a share of 50 % of 741 is off by 1.3 points as a rule. In a
// large population all numbers are scaled so that the whole of it comes out right. What remains: who asks hundreds of times comes to
// the coins of one row and with three of four learns whether that row has what was asked for; so calls are limited for each
// programme and day (access/limits.ts).
import { mixed } from '../answers/hash.ts';
import { roundedCount } from '../funderReport/rounding.ts';
import type { RowKeys } from './rowKeys.ts';

export interface Secret {
  /** 32 bits that the coins are tossed by. */
  seed: number;
  /** A whole number from 0 to below `choices`, the same each time for the same words. */
  draw(words: string, choices: number): number;
}

/** From so many rows the coins' share of a whole population is about one. */
const scaledFrom = 100;

/** 0, 1 or 2 for a row, with chances of 1, 2 and 1 of 4. */
export const coinsOf = (high: number, low: number, seed: number): number => {
  const bits = mixed(mixed(high ^ seed) ^ low);
  return (bits & 1) + ((bits >>> 1) & 1);
};

/** A set of rows while it is gathered. */
export interface RowSum {
  coins: number;
  /** Of the rows' keys, without carrying over: the same for the same rows in any order. */
  high: number;
  low: number;
}
export const noRows = (): RowSum => ({ coins: 0, high: 0, low: 0 });

export interface Counter {
  add(sum: RowSum, row: number): void;
  /** About how many rows were added: a multiple of `base`. */
  about(sum: RowSum): number;
}

export function counterOf({ high, low }: RowKeys, base: number, { seed, draw }: Secret): Counter {
  const coins = Uint8Array.from(high, (half, row) => coinsOf(half, low[row] as number, seed));
  const all = coins.reduce((sum, each) => sum + each, 0);
  const scale = coins.length >= scaledFrom ? coins.length / all : 1;
  return {
    add(sum, row) {
      sum.coins += coins[row] as number;
      sum.high = (sum.high + (high[row] as number)) >>> 0;
      sum.low = (sum.low + (low[row] as number)) >>> 0;
    },
    about: (sum) => roundedCount(sum.coins * scale, base, draw(`${sum.high} ${sum.low}`, base)),
  };
}
