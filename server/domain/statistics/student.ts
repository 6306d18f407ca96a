import { logGamma } from './gamma.ts';
import { z95 } from './normal.ts';

/** Continued fraction of the incomplete beta function, DLMF 8.17.22, by Lentz's method (Thompson & Barnett 1986). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const step of [even, odd]) {
      d = 1 / away(1 + step * d);
      c = away(1 + step / c);
      fraction *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return fraction;
}

/** Regularised incomplete beta function I_x(a, b). Source: DLMF 8.17.22 and the symmetry 8.17.4. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x);
  return (Math.exp(front) * betaFraction(x, a, b)) / a;
}

/** Expansion in 1/df: Abramowitz & Stegun 26.7.5. From 200 degrees of freedom its error is below 1e-9. */
function expansion(df: number): number {
  const x = z95;
  const g1 = (x ** 3 + x) / 4;
  const g2 = (5 * x ** 5 + 16 * x ** 3 + 3 * x) / 96;
  const g3 = (3 * x ** 7 + 19 * x ** 5 + 17 * x ** 3 - 15 * x) / 384;
  const g4 = (79 * x ** 9 + 776 * x ** 7 + 1482 * x ** 5 - 1920 * x ** 3 - 945 * x) / 92160;
  return x + g1 / df + g2 / df ** 2 + g3 / df ** 3 + g4 / df ** 4;
}

/**
 * 0.975 quantile of Student's t with `df` >= 1 degrees of freedom: half-width of a 95 % interval in standard errors.
 * Below 200 degrees by bisection of the distribution function 1 - I_{df/(df+t^2)}(df/2, 1/2) / 2 (DLMF 8.17).
 */
export function t95(df: number): number {
  if (df >= 200) return expansion(df);
  let low = z95;
  let high = 13;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    const tails = incompleteBeta(df / (df + middle ** 2), df / 2, 0.5);
    if (tails > 0.05) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
