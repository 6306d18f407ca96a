import type { CrossTable } from '../../api/analysis.ts';

/** The table without rows and columns that nobody is in; hidden ones are somebody's and stay. */
export const pruned = (table: CrossTable): CrossTable => {
  const ys = placesOf(table.rowTotals);
  const xs = placesOf(table.columnTotals);
  const grid = <Value>(lines: readonly (readonly Value[])[]) => pick(lines, ys).map((line) => pick(line, xs));
  return {
    ...table,
    counts: grid(table.counts),
    rowShares: grid(table.rowShares),
    columnShares: grid(table.columnShares),
    rowTotals: pick(table.rowTotals, ys),
    columnTotals: pick(table.columnTotals, xs),
    row: { ...table.row, categories: pick(table.row.categories, ys) },
    column: { ...table.column, categories: pick(table.column.categories, xs) },
  };
};

const placesOf = (totals: readonly (number | null)[]) => totals.flatMap((total, at) => (total === 0 ? [] : [at]));
const pick = <Value>(values: readonly Value[], places: readonly number[]): Value[] =>
  places.flatMap((place) => (place < values.length ? [values[place] as Value] : []));
