// From a CSV to rows of one kind: columns checked, every record read, keys within the file unique.
import { Cells } from './cells.ts';
import type { CsvTable } from './csv.ts';
import type { Rejection } from './reconciliation.ts';

export interface Kind<Row> {
  columns: readonly string[];
  /** Columns that must be there; they make the key. */
  key: readonly string[];
  /** What is noted on `cells` rejects the row. */
  read(cells: Cells): Row;
}
export interface ReadRows<Row> {
  read: number;
  rows: Row[];
  rejected: Rejection[];
}

/** What is wrong with the columns; nothing of the file is read then. */
export function checkColumns(columns: readonly string[], kind: Kind<unknown>): string | undefined {
  const unknown = columns.filter((name) => !kind.columns.includes(name));
  if (unknown.length > 0) return `unknown ${named(unknown)}; the columns are ${kind.columns.join(', ')}`;
  const missing = kind.key.filter((name) => !columns.includes(name));
  return missing.length > 0 ? `${named(missing)} missing; add ${missing.length > 1 ? 'them' : 'it'}` : undefined;
}

const named = (names: readonly string[]) =>
  `${names.length > 1 ? 'columns' : 'column'} ${names.map((name) => `"${name}"`).join(', ')}`;

export function readRows<Row>({ columns, records }: CsvTable, kind: Kind<Row>): ReadRows<Row> {
  const places = new Map(columns.map((name, place) => [name, place]));
  const seen = new Map<string, number>();
  const result: ReadRows<Row> = { read: records.length, rows: [], rejected: [] };
  for (const { line, cells: texts } of records) {
    const reject = (reason: string) => result.rejected.push({ row: line, reason });
    if (texts.length < columns.length || texts.slice(columns.length).some((text) => text.trim() !== '')) {
      reject(`has ${texts.length} cells but the header has ${columns.length}; quote a cell that holds the separator`);
      continue;
    }
    const cells = new Cells(places, texts);
    const key = JSON.stringify(kind.key.map((name) => cells.raw(name)?.trim() ?? ''));
    const earlier = seen.get(key);
    const row = kind.read(cells);
    if (earlier !== undefined) cells.refuse(kind.key.join(', '), `the same as in row ${earlier}; keep one of them`);
    if (cells.reasons.length > 0) {
      reject(cells.reasons.slice(0, 5).join('; '));
      continue;
    }
    seen.set(key, line);
    result.rows.push(row);
  }
  return result;
}
