import { independence } from '../statistics/independence.ts';
import type { Table } from './findings.ts';

type Count = number | null;

interface Margins {
  rows: Count[];
  columns: Count[];
  total: Count;
}

/**
 * Counts with margins, shares and the test of independence.
 * @param counts null where hidden
 * @param margins where they are known by themselves: when some counts are hidden, or a row stands in several cells
 * @param multiple a row may stand in several cells: then the cells are not independent and there is no test
 */
export function tabulate(counts: Count[][], margins?: Margins, multiple = false): Table {
  const width = counts[0]?.length ?? 0;
  const rowTotals = margins?.rows ?? counts.map(sumOf);
  const columnTotals =
    margins?.columns ?? Array.from({ length: width }, (_, at) => sumOf(counts.map((row) => row[at] ?? null)));
  const known = counts.map((row) => row.filter((count) => count !== null));
  const isHidden = counts.some((row, at) => row.length > (known[at]?.length ?? 0));
  const test = isHidden || multiple ? null : independence(known);
  return {
    counts,
    rowTotals,
    columnTotals,
    total: margins ? margins.total : sumOf(rowTotals),
    rowShares: counts.map((row, at) => row.map((count) => part(count, rowTotals[at] ?? null))),
    columnShares: counts.map((row) => row.map((count, at) => part(count, columnTotals[at] ?? null))),
    test,
    noTest: isHidden ? 'hidden' : multiple ? 'multiple' : test ? null : 'tooFew',
  };
}

const part = (count: Count, of: Count): Count => (count === null || of === null || of === 0 ? null : count / of);

/** Null as soon as a part is hidden. */
export function sumOf(numbers: readonly Count[]): Count {
  return numbers.reduce((sum, each) => (sum === null || each === null ? null : sum + each), 0);
}
