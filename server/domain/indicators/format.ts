// Figures as reports print them: rounded half up, in decimal notation so that 1.005 is 1.01 and not 1.00.

/**
 * Rounds half up (away from zero) to `places` decimals, by the shortest decimal writing of the number: what a person
 * sees as a half is one, whatever its binary value. Differences of the order of 1e-12 count as binary noise.
 */
export function roundHalfUp(value: number, places: number): number {
  const shifted = Math.abs(value) * 10 ** places;
  const whole = Math.floor(shifted);
  const up = shifted - whole >= 0.5 - 1e-9;
  const rounded = (up ? whole + 1 : whole) / 10 ** places;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Decimal comma, as in Swedish; a minus sign, not a hyphen. */
export function formatNumber(value: number, places: number, separator: ',' | '.' = ','): string {
  return roundHalfUp(value, places).toFixed(places).replace('-', '\u2212').replace('.', separator);
}

/** 0.15924 is '16 %'; with one decimal '15,9 %'. The space does not break. */
export function formatShare(share: number, places = 0, separator: ',' | '.' = ','): string {
  return `${formatNumber(share * 100, places, separator)}\u00a0%`;
}

/** 2.9210 is '2,92'. */
export function formatMean(mean: number, places = 2, separator: ',' | '.' = ','): string {
  return formatNumber(mean, places, separator);
}
