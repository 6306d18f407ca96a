import { addTo, type MeanFigures, meanFigures } from './mean.ts';
import { z95 } from './normal.ts';

/** First and last value of one and the same. */
export type Pair = readonly [first: number, last: number];

export interface Change extends MeanFigures {
  up: number;
  same: number;
  down: number;
  /** Mean change in standard deviations of the change; null without spread. */
  effect: number | null;
  regression: Regression;
}

export interface Regression {
  /** Between first value and change, with its 95 % interval; null with under four pairs or without spread. */
  correlation: { r: number; ci95: [number, number] } | null;
  /** Between the mean of both values and the change: free of the built-in dependence of the other one. */
  oldham: number | null;
  /** The change of those who began low or high is likely to be a part chance. */
  clear: boolean;
}

/** Steps smaller than this are binary noise of means over several questions. */
const noise = 1e-9;
/** With no true change at all, a question of reliability 0.8 gives about this correlation between first value and change. */
const clearly = -0.3;

/**
 * Paired change, last minus first: mean, standard deviation, t interval, how many went up, stood still, went down.
 * `effect` is the standardised response mean of Liang, Fossel & Larson (1990), Medical Care 28, 632-642, the same as
 * Cohen's d_z (Cohen 1988, Statistical Power Analysis, 2.3.5).
 */
export function changeOf(pairs: readonly Pair[]): Change {
  const sums = { n: 0, origin: 0, sum: 0, squares: 0 };
  const counts = { up: 0, same: 0, down: 0 };
  for (const [first, last] of pairs) {
    const change = last - first;
    addTo(sums, change);
    counts[change > noise ? 'up' : change < -noise ? 'down' : 'same'] += 1;
  }
  const figures = meanFigures(sums);
  const { mean, sd } = figures;
  const effect = mean !== null && sd !== null && sd > noise ? mean / sd : null;
  return { ...figures, ...counts, effect, regression: regressionOf(pairs) };
}

/**
 * Whether regression to the mean must be reckoned with: who scored low the first time by chance scores higher the next time,
 * whatever happened between. Clear when first value and change correlate at -0.3 or below and the whole 95 % interval is negative.
 * Sources: Bland & Altman (1994), Regression towards the mean, BMJ 308, 1499; the interval by Fisher's (1915) z;
 * Oldham (1962), A note on the analysis of repeated measurements of the same subjects, J. Chronic Diseases 15, 969-977.
 */
export function regressionOf(pairs: readonly Pair[]): Regression {
  const changes = pairs.map(([first, last]) => last - first);
  const r = correlation(
    pairs.map(([first]) => first),
    changes,
  );
  const oldham = correlation(
    pairs.map(([first, last]) => (first + last) / 2),
    changes,
  );
  if (r === null || pairs.length < 4) return { correlation: null, oldham, clear: false };
  const ci95 = fisherInterval(r, pairs.length);
  return { correlation: { r, ci95 }, oldham, clear: r <= clearly && ci95[1] < 0 };
}

/** Pearson's correlation; null without spread in either. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [at, x] of xs.entries()) {
    const [dx, dy] = [x - mx, (ys[at] ?? my) - my];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xx > noise && yy > noise ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : null;
}

function fisherInterval(r: number, n: number): [number, number] {
  const half = z95 / Math.sqrt(n - 3);
  const z = Math.atanh(r);
  return [Math.tanh(z - half), Math.tanh(z + half)];
}
