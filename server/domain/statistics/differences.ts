import { t95 } from './student.ts';
import { wilsonInterval } from './wilson.ts';

/** First minus second; the interval null where it cannot be reckoned. */
export interface Difference {
  estimate: number;
  ci95: [number, number] | null;
}

export interface Proportion {
  hits: number;
  of: number;
}

/**
 * Difference of two independent shares with its hybrid score interval, made of the two Wilson intervals; null without rows.
 * Source: Newcombe (1998), Interval estimation for the difference between independent proportions: comparison of eleven
 * methods, Statistics in Medicine 17, 873-890, method 10.
 */
export function differenceOfShares(first: Proportion, second: Proportion): Difference | null {
  const [a, b] = [wilsonInterval(first.hits, first.of), wilsonInterval(second.hits, second.of)];
  if (!a || !b) return null;
  const [p, q] = [first.hits / first.of, second.hits / second.of];
  const low = p - q - Math.hypot(p - a[0], b[1] - q);
  const high = p - q + Math.hypot(a[1] - p, q - b[0]);
  return { estimate: p - q, ci95: [Math.max(-1, low), Math.min(1, high)] };
}

export interface Sample {
  n: number;
  mean: number;
  /** Null for one value. */
  sd: number | null;
}

/**
 * Difference of two independent means with its t interval, variances not taken as equal. No interval where a sample has one
 * value, or neither has any spread.
 * Source: Welch (1947), The generalization of Student's problem when several different population variances are involved,
 * Biometrika 34, 28-35; degrees of freedom after Satterthwaite (1946), Biometrics Bulletin 2, 110-114.
 */
export function differenceOfMeans(first: Sample, second: Sample): Difference {
  const estimate = first.mean - second.mean;
  if (first.sd === null || second.sd === null) return { estimate, ci95: null };
  const [a, b] = [first.sd ** 2 / first.n, second.sd ** 2 / second.n];
  if (a + b === 0) return { estimate, ci95: null };
  const df = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
  const half = t95(df) * Math.sqrt(a + b);
  return { estimate, ci95: [estimate - half, estimate + half] };
}

/**
 * What is left of `whole` without `part`: the pairwise update of mean and squares, turned round. Null when nothing is left.
 * Source: Chan, Golub & LeVeque (1983), The American Statistician 37, 242-247.
 */
export function withoutPart(whole: Sample, part: Sample): Sample | null {
  const n = whole.n - part.n;
  if (n <= 0) return null;
  const mean = whole.mean + ((whole.mean - part.mean) * part.n) / n;
  const squares = ({ n: size, sd }: Sample) => (size - 1) * (sd ?? 0) ** 2;
  const between = ((n * part.n) / whole.n) * (part.mean - mean) ** 2;
  const rest = Math.max(0, squares(whole) - squares(part) - between);
  return { n, mean, sd: n > 1 ? Math.sqrt(rest / (n - 1)) : null };
}
