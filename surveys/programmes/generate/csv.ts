// RFC 4180 with comma and line feed; an undefined cell is empty, which means missing.

export type Cell = string | number | undefined;
export type Row = Readonly<Record<string, Cell>>;

export function toCsv(columns: readonly string[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((column) => quoted(row[column])).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

function quoted(cell: Cell): string {
  const text = cell === undefined ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** By one or more columns, in code-unit order, so that every machine sorts alike. */
export function sortRows<T extends Row>(rows: readonly T[], ...columns: readonly (keyof T & string)[]): T[] {
  const key = (row: T) => columns.map((column) => String(row[column] ?? '')).join('\u0000');
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
