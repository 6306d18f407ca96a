// The values of a variable as a few categories, and to which of them each row belongs.
import { type Column, readerOf } from '../answers/columns.ts';
import type { Value } from '../expressions/syntax.ts';
import type { Category } from './findings.ts';
import type { DeclaredVariable } from './variables.ts';

export interface Categorised {
  categories: Category[];
  multiple: boolean;
  ordered: boolean;
  /** Places in `categories`; none where the value is missing. */
  placesOf: (row: number) => readonly number[];
  /** Null where missing; of numbers that stand for themselves, not of bands. */
  numberOf: ((row: number) => number | null) | null;
}

/** More distinct numbers than these, or ones that are not whole, are put into bands. */
const mostNumbers = 11;
const mostBands = 8;

/** @param rows those whose values count: a value that none of them has is a category only when it is declared */
export function categorise(variable: DeclaredVariable, column: Column, rows: ArrayLike<number>): Categorised {
  const read = readerOf(column);
  const multiple = column.kind === 'list';
  if (column.kind === 'number') return ofNumbers(variable, read, rows);
  const found = new Set<string | boolean>();
  for (let at = 0; at < rows.length; at++) for (const value of valuesIn(read(rows[at] ?? -1))) found.add(value);
  const declared = variable.declared.filter(({ value, gone }) => !gone || found.has(String(value)));
  const known = new Set(declared.map(({ value }) => String(value)));
  const further = [...found].filter((value) => !known.has(String(value))).sort(compare);
  const categories = [...declared, ...further.map((value) => ({ value, title: null, below: null }))];
  const places = new Map(categories.map(({ value }, at) => [String(value), at]));
  const placesOf = (row: number) => [...new Set(valuesIn(read(row)).map((value) => places.get(String(value)) ?? -1))];
  return { categories, multiple, ordered: false, placesOf, numberOf: null };
}

const compare = (a: string | boolean, b: string | boolean): number =>
  String(a) < String(b) ? -1 : Number(String(a) > String(b));

function valuesIn(value: Value): readonly (string | boolean)[] {
  if (value === null) return [];
  if (typeof value === 'object') return value;
  return typeof value === 'boolean' ? [value] : [String(value)];
}

function ofNumbers(variable: DeclaredVariable, read: (row: number) => Value, rows: ArrayLike<number>): Categorised {
  const numberOf = (row: number) => {
    const value = read(row);
    return typeof value === 'number' ? value : null;
  };
  const distinct = new Set<number>();
  for (let at = 0; at < rows.length; at++) {
    const value = numberOf(rows[at] ?? -1);
    if (value !== null) distinct.add(value);
  }
  const rising = [...distinct].sort((a, b) => a - b);
  const categories = numberCategories(variable, rising);
  const inBands = categories.some(({ below }) => below !== null) || variable.bands !== null;
  const lows = categories.map(({ value }) => Number(value));
  const exact = new Map(lows.map((low, at) => [low, at]));
  const placesOf = (row: number) => {
    const value = numberOf(row);
    const place = value === null ? -1 : inBands ? lows.findLastIndex((low) => low <= value) : (exact.get(value) ?? -1);
    return place < 0 ? [] : [place];
  };
  return { categories, multiple: false, ordered: true, placesOf, numberOf: variable.bands ? null : numberOf };
}

function numberCategories({ declared, bands }: DeclaredVariable, rising: number[]): Category[] {
  if (bands) {
    const all = [...new Set([...bands, ...rising])].sort((a, b) => a - b);
    return all.map((value, at) => ({ value, title: null, below: all[at + 1] ?? null }));
  }
  const isDeclared = rising.every((value) => declared.some((each) => each.value === value));
  if (declared.length > 0 && isDeclared)
    return declared.filter(({ value, gone }) => !gone || rising.includes(Number(value)));
  if (rising.length <= mostNumbers && rising.every(Number.isInteger))
    return rising.map((value) => ({ value, title: null, below: null }));
  return evenBands(rising[0] ?? 0, rising.at(-1) ?? 0);
}

/** Bands of 1, 2 or 5 times a power of ten, at most eight. */
function evenBands(lowest: number, highest: number): Category[] {
  const rough = (highest - lowest) / mostBands;
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  const fits = (width: number) => Math.floor(highest / width) - Math.floor(lowest / width) + 1 <= mostBands;
  const width = [1, 2, 5, 10, 20].map((times) => times * power).find(fits) ?? 50 * power;
  const first = Math.floor(lowest / width);
  const length = Math.floor(highest / width) - first + 1;
  const bound = (at: number) => Number(((first + at) * width).toPrecision(12));
  return Array.from({ length }, (_, at) => ({ value: bound(at), title: null, below: bound(at + 1) }));
}
