// Lanczos approximation of ln(gamma), g = 7, n = 9: Lanczos (1964), SIAM J. Numer. Anal. B 1, 86-96; coefficients by Godfrey (2001).
const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** Natural logarithm of the gamma function for x > 0. */
export function logGamma(x: number): number {
  const [first = 0, ...rest] = lanczos;
  const base = x + 6.5;
  const series = rest.reduce((sum, coefficient, at) => sum + coefficient / (x + at), first);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}

/** Series for the lower function, DLMF 8.11.4: quick where x < a + 1. */
function lowerBySeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k <= 10_000 && term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** Continued fraction for the upper function, DLMF 8.9.2 in its even form, by Lentz's method (Thompson & Barnett 1986). */
function upperByFraction(a: number, x: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / away(b);
  let fraction = d;
  for (let k = 1; k <= 10_000; k++) {
    const step = k * (a - k);
    b += 2;
    d = 1 / away(step * d + b);
    c = away(b + step / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return fraction * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/**
 * Regularised upper incomplete gamma function Q(a, x) for a > 0: exact to about 1e-12 also where it is tiny.
 * Source: DLMF 8.2.4; which of the two is used where, after Gautschi (1979), ACM Trans. Math. Softw. 5, 466-481.
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x);
}
