// MongoDB's order of values: by type, then by value; ints, longs and doubles compare as numbers.
import { Binary, type Doc, Double, ObjectId, Raw, Regex, type Value } from './codec.ts';

/** Ranks of types in MongoDB's order; spaced so that a rank plus one is the end of its type. */
export const rank = {
  missing: 4,
  null: 6,
  number: 10,
  string: 15,
  document: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  regex: 50,
};

export function rankOf(value: Value | undefined): number {
  if (value === undefined) return rank.missing;
  if (value === null) return rank.null;
  if (typeof value === 'string') return rank.string;
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Double) return rank.number;
  if (typeof value === 'boolean') return rank.boolean;
  if (value instanceof Map || value instanceof Raw) return rank.document;
  if (Array.isArray(value)) return rank.array;
  if (value instanceof ObjectId) return rank.objectId;
  if (value instanceof Date) return rank.date;
  return value instanceof Binary ? rank.binary : rank.regex;
}

export const isNumber = (value: Value | undefined): value is number | bigint | Double => rankOf(value) === rank.number;
/** A number as JavaScript compares it: bigint and number compare exactly. */
export const numeric = (value: number | bigint | Double): number | bigint =>
  value instanceof Double ? value.value : value;
export const isNaNValue = (value: Value | undefined) => value instanceof Double && Number.isNaN(value.value);

function compareNumbers(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a)); // NaN is below all and equals itself; the rest is equal here
}

/** Moves surrogates above the rest of the basic plane, so that code units compare as UTF-8 bytes do. */
const unitOrder = (unit: number) => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);

export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return unitOrder(left) < unitOrder(right) ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

function compareArrays(a: Value[], b: Value[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return Math.sign(a.length - b.length);
}

function compareDocuments(a: Doc, b: Doc): number {
  const right = b.entries();
  for (const [name, value] of a) {
    const next = right.next();
    if (next.done) return 1;
    const [otherName, other] = next.value;
    const order = rankOf(value) - rankOf(other) || compareStrings(name, otherName) || compare(value, other);
    if (order !== 0) return Math.sign(order);
  }
  return right.next().done ? 0 : -1;
}

function compareBinaries(a: Binary, b: Binary): number {
  return Math.sign(a.bytes.length - b.bytes.length || a.subtype - b.subtype || a.bytes.compare(b.bytes));
}

/** -1, 0 or 1; a missing value (undefined) is below null. */
export function compare(a: Value | undefined, b: Value | undefined): number {
  const order = rankOf(a) - rankOf(b);
  if (order !== 0) return Math.sign(order);
  if (isNumber(a) && isNumber(b)) return compareNumbers(numeric(a), numeric(b));
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof Date && b instanceof Date) return Math.sign(a.getTime() - b.getTime());
  if (a instanceof ObjectId && b instanceof ObjectId) return a.bytes.compare(b.bytes);
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (a instanceof Map && b instanceof Map) return compareDocuments(a, b);
  if (a instanceof Binary && b instanceof Binary) return compareBinaries(a, b);
  if (a instanceof Regex && b instanceof Regex)
    return compareStrings(`${a.pattern}\0${a.options}`, `${b.pattern}\0${b.options}`);
  return 0;
}

export const equal = (a: Value | undefined, b: Value | undefined): boolean => compare(a, b) === 0;
