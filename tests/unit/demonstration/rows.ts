// Reads the committed folders as plain text rows and rounds as the reports print, independently of the product's own counting.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type Row = Record<string, string>;

export const folder = join(import.meta.dirname, '../../../surveys/programmes');

export function readRows(programme: string, file: string): Row[] {
  return parse(readFileSync(join(folder, programme, file)), { columns: true }) as Row[];
}

/** A share in whole per cent, halves up. */
export function percent(part: number, whole: number): number {
  return Math.floor((200 * part + whole) / (2 * whole));
}

/** A share in per cent with one decimal, halves up. */
export function percentWithDecimal(part: number, whole: number): number {
  return Math.floor((2000 * part + whole) / (2 * whole)) / 10;
}

/** sum / count with two decimals, halves up; both whole numbers. */
export function mean(sum: number, count: number): number {
  return Math.floor((200 * sum + count) / (2 * count)) / 100;
}

export const add = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** Share in whole per cent of the rows for which `holds`. */
export function share(rows: readonly Row[], holds: (row: Row) => boolean): number {
  return percent(rows.filter(holds).length, rows.length);
}

export function group<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

/** How many rows have each value. */
export function tally(rows: readonly Row[], column: string): Record<string, number> {
  return Object.fromEntries(
    [...group(rows, (row) => row[column] ?? '')].map(([value, group]) => [value, group.length]),
  );
}

/** Lower bound of the band that a number falls in. */
export function band(bounds: readonly number[], value: number): number {
  return Math.max(...bounds.filter((bound) => bound <= value));
}
