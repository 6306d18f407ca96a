// Values of one name for all rows of a population: a small code per row, and a dictionary of what the codes mean.
import type { Value } from '../expressions/syntax.ts';

/** What a name holds. A `code` is a choice or a key, compared exactly; a `date` is 'YYYY-MM-DD'. */
export type NameType = 'code' | 'text' | 'number' | 'boolean' | 'date' | 'list';
export type Codes = Int8Array | Int16Array | Int32Array;

/** The row's value is `dictionary[codes[row]]`, missing where the code is -1. A value may stand in the dictionary and in no row. */
interface Coded<Kind extends string, Of> {
  kind: Kind;
  codes: Codes;
  dictionary: readonly Of[];
}
export type CodeColumn = Coded<'code', string>;
export type NumberColumn = Coded<'number', number>;
export type BooleanColumn = Coded<'boolean', boolean>;
/** One entry of the dictionary is a whole list; the empty list is a value (nothing chosen, nothing registered). */
export type ListColumn = Coded<'list', readonly string[]>;
export type Column = CodeColumn | NumberColumn | BooleanColumn | ListColumn;
type Kind = Column['kind'];
type ValueOf<K extends Kind> = Extract<Column, { kind: K }>['dictionary'][number];

const spare = 1.125;
const keyOf = (value: Value) => (Array.isArray(value) ? JSON.stringify(value) : value);

/** A column that grows and changes row by row; codes widen to two and four bytes when the dictionary asks for it. */
export class GrowingColumn<K extends Kind> {
  readonly #dictionary: ValueOf<K>[] = [];
  readonly #places = new Map<Value, number>();
  #codes: Codes;

  constructor(
    readonly kind: K,
    capacity = 0,
  ) {
    this.#codes = new Int8Array(capacity).fill(-1);
  }

  set(row: number, value: ValueOf<K> | undefined): void {
    if (row >= this.#codes.length) this.#grow(Math.ceil((row + 1) * spare));
    const code = value === undefined ? -1 : this.#place(value); // first, since it may put wider codes in place
    this.#codes[row] = code;
  }

  /** The column over the first `size` rows; later changes show in it or not, so it is to be taken again after them. */
  over(size: number): Extract<Column, { kind: K }> {
    if (size > this.#codes.length) this.#grow(size);
    const { kind } = this;
    return { kind, codes: this.#codes.subarray(0, size), dictionary: this.#dictionary } as unknown as Extract<
      Column,
      { kind: K }
    >;
  }

  /** Of the codes, and of the dictionary about. */
  get bytes(): number {
    const entry = (value: ValueOf<K>) => (typeof value === 'string' ? 48 + value.length : 64);
    return this.#codes.byteLength + this.#dictionary.reduce<number>((sum, value) => sum + entry(value), 0);
  }

  #place(value: ValueOf<K>): number {
    const key = keyOf(value);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#dictionary.push(value) - 1;
    this.#places.set(key, place);
    if (place === 127) this.#codes = Int16Array.from(this.#codes);
    if (place === 32_767) this.#codes = Int32Array.from(this.#codes);
    return place;
  }

  #grow(capacity: number): void {
    const Type = this.#codes.constructor as Int8ArrayConstructor;
    const next: Codes = new Type(capacity).fill(-1);
    next.set(this.#codes);
    this.#codes = next;
  }
}

function filled<K extends Kind>(
  kind: K,
  size: number,
  read: (row: number) => ValueOf<K> | undefined,
): Extract<Column, { kind: K }> {
  const column = new GrowingColumn(kind, size);
  for (let row = 0; row < size; row++) column.set(row, read(row));
  return column.over(size);
}

/** The empty text is missing. */
export const codeColumn = (size: number, read: (row: number) => string | undefined): CodeColumn =>
  filled('code', size, (row) => read(row) || undefined);

/** NaN is missing. */
export const numberColumn = (size: number, read: (row: number) => number | undefined): NumberColumn =>
  filled('number', size, (row) => {
    const value = read(row);
    return Number.isNaN(value) ? undefined : value;
  });

export const booleanColumn = (size: number, read: (row: number) => boolean | undefined): BooleanColumn =>
  filled('boolean', size, read);

/** An empty list is a known value; undefined is missing. */
export const listColumn = (size: number, read: (row: number) => readonly string[] | undefined): ListColumn =>
  filled('list', size, read);

/** The column seen from other rows: row r of the result is row `source[r]` of the column; -1 gives missing. */
export function gather<Of extends Column>(column: Of, source: Int32Array): Of {
  const Type = column.codes.constructor as Int8ArrayConstructor;
  const codes: Codes = new Type(source.length);
  for (let row = 0; row < source.length; row++) codes[row] = column.codes[source[row] ?? -1] ?? -1;
  return { ...column, codes };
}

/** Whether the row has a value. */
export const presenceOf =
  ({ codes }: Column): ((row: number) => boolean) =>
  (row) =>
    (codes[row] ?? -1) >= 0;

/** The row's value, null where it is missing. */
export function readerOf({ codes, dictionary }: Column): (row: number) => Value {
  const values: readonly Value[] = dictionary;
  return (row) => values[codes[row] ?? -1] ?? null;
}

/** By row 0 or 1: what `of` says of the row's value, null where it is missing. Asked once for each value. */
export function maskOf(column: Column, of: (value: Value) => boolean): Uint8Array {
  const values: readonly Value[] = column.dictionary;
  return maskByCode(column, (code) => of(values[code] ?? null));
}

/** The same by code, -1 where the value is missing. */
export function maskByCode({ codes, dictionary }: Column, of: (code: number) => boolean): Uint8Array {
  const outcomes = new Uint8Array(dictionary.length + 1);
  for (let code = -1; code < dictionary.length; code++) outcomes[code + 1] = of(code) ? 1 : 0;
  const mask = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row++) mask[row] = outcomes[(codes[row] as number) + 1] as number;
  return mask;
}

/** The first column where it has a value, else the second, which is of the same kind. */
export function either(first: Column, second: Column | undefined): Column {
  if (!second || second.kind !== first.kind) return first;
  const dictionary: Value[] = [...first.dictionary];
  const places = new Map(dictionary.map((value, place) => [keyOf(value), place]));
  const placeOfSecond = (second.dictionary as readonly Value[]).map(
    (value) => places.get(keyOf(value)) ?? dictionary.push(value) - 1,
  );
  const codes = codesFor(dictionary.length, first.codes.length);
  for (let row = 0; row < codes.length; row++) {
    const own = first.codes[row] ?? -1;
    codes[row] = own >= 0 ? own : (placeOfSecond[second.codes[row] ?? -1] ?? -1);
  }
  return { kind: first.kind, codes, dictionary } as unknown as Column;
}

/** Room for the codes of so many values. */
export function codesFor(values: number, size: number): Codes {
  if (values <= 128) return new Int8Array(size);
  return values <= 32_768 ? new Int16Array(size) : new Int32Array(size);
}
