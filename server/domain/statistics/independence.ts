import { upperGamma } from './gamma.ts';

export interface Independence {
  n: number;
  chiSquare: number;
  df: number;
  p: number;
  /** Cramér's V: 0 no association, 1 the strongest possible. */
  v: number;
  condition: ExpectedCounts;
}

/** Cochran's rule: the p-value may be trusted when at most a fifth of the expected counts are under 5 and none is under 1. */
export interface ExpectedCounts {
  holds: boolean;
  smallest: number;
  /** Share of cells whose expected count is under 5, 0-1. */
  underFive: number;
}

/** Upper tail of the chi-square distribution: Q(df / 2, x / 2), Abramowitz & Stegun 26.4.19. */
export function chiSquareTail(x: number, df: number): number {
  return upperGamma(df / 2, x / 2);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/**
 * Pearson's chi-square test of independence, without a correction for continuity, and Cramér's V. Rows and columns without
 * any count are left out. Null when fewer than two of either are left: nothing can be compared.
 * @param table counts, rows of equal length
 * Sources: Pearson (1900), Phil. Mag. 50, 157-175; Cramér (1946), Mathematical Methods of Statistics, 21.9;
 * the condition after Cochran (1954), Some methods for strengthening the common chi-square tests, Biometrics 10, 417-451.
 */
export function independence(table: readonly (readonly number[])[]): Independence | null {
  const columns = (table[0] ?? []).map((_, at) => sum(table.map((row) => row[at] ?? 0)));
  const kept = table.filter((row) => sum(row) > 0).map((row) => row.filter((_, at) => (columns[at] ?? 0) > 0));
  const columnSums = columns.filter((each) => each > 0);
  const fewest = Math.min(kept.length, columnSums.length);
  if (fewest < 2) return null;
  const n = sum(columnSums);
  const cells = kept.flatMap((row) =>
    row.map((count, at) => ({ count, expected: (sum(row) * (columnSums[at] ?? 0)) / n })),
  );
  const chiSquare = sum(cells.map(({ count, expected }) => (count - expected) ** 2 / expected));
  const df = (kept.length - 1) * (columnSums.length - 1);
  return {
    n,
    chiSquare,
    df,
    p: chiSquareTail(chiSquare, df),
    v: Math.sqrt(chiSquare / (n * (fewest - 1))),
    condition: conditionOf(cells.map(({ expected }) => expected)),
  };
}

function conditionOf(expected: number[]): ExpectedCounts {
  const smallest = Math.min(...expected);
  const underFive = expected.filter((each) => each < 5).length / expected.length;
  return { holds: underFive <= 0.2 && smallest >= 1, smallest, underFive };
}
