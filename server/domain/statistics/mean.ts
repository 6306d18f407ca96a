import { t95 } from './student.ts';

/** Running sums of the deviations from `origin`, any value near the data: keeps equal values at a spread of exactly 0. */
export interface Sums {
  n: number;
  origin: number;
  sum: number;
  squares: number;
}

export interface MeanFigures {
  n: number;
  mean: number | null;
  sd: number | null;
  ci95: [number, number] | null;
}

export function addTo(sums: Sums, value: number, times = 1): void {
  if (times === 0) return;
  if (sums.n === 0) sums.origin = value;
  const deviation = value - sums.origin;
  sums.n += times;
  sums.sum += times * deviation;
  sums.squares += times * deviation * deviation;
}

/**
 * Mean, sample standard deviation (n - 1) by shifted sums, and the 95 % t interval mean +- t * sd / sqrt(n).
 * No values: no mean. One value: no spread and no interval.
 * Source: Chan, Golub & LeVeque (1983), Algorithms for computing the sample variance, The American Statistician 37, 242-247.
 */
export function meanFigures({ n, origin, sum, squares }: Sums): MeanFigures {
  if (n === 0) return { n, mean: null, sd: null, ci95: null };
  const mean = origin + sum / n;
  if (n === 1) return { n, mean, sd: null, ci95: null };
  const sd = Math.sqrt(Math.max(0, (squares - (sum * sum) / n) / (n - 1)));
  const half = (t95(n - 1) * sd) / Math.sqrt(n);
  return { n, mean, sd, ci95: [mean - half, mean + half] };
}
