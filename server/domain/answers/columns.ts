// Values of one name for all rows of a population, in typed arrays: codes, not strings.
import type { Value } from '../expressions/syntax.ts';

/** What a name holds. A `code` is a choice or a key, compared exactly; a `date` is 'YYYY-MM-DD'. */
export type NameType = 'code' | 'text' | 'number' | 'boolean' | 'date' | 'list';

/** `codes[row]` is a place in `dictionary`, -1 where the value is missing. */
export interface CodeColumn {
  kind: 'code';
  codes: Int32Array;
  dictionary: readonly string[];
}
/** NaN where the value is missing. */
export interface NumberColumn {
  kind: 'number';
  values: Float64Array;
}
/** 1 yes, 0 no, -1 missing. */
export interface BooleanColumn {
  kind: 'boolean';
  values: Int8Array;
}
/** Values of `row` are `dictionary[items[at]]` for at in offsets[row] .. offsets[row + 1] - 1; `missing[row]` is 1 where unknown. */
export interface ListColumn {
  kind: 'list';
  offsets: Int32Array;
  items: Int32Array;
  missing: Uint8Array;
  dictionary: readonly string[];
}
export type Column = CodeColumn | NumberColumn | BooleanColumn | ListColumn;

class Dictionary {
  readonly values: string[] = [];
  private readonly places = new Map<string, number>();
  place(value: string): number {
    const known = this.places.get(value);
    if (known !== undefined) return known;
    this.places.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

export function codeColumn(size: number, read: (row: number) => string | undefined): CodeColumn {
  const dictionary = new Dictionary();
  const codes = new Int32Array(size);
  for (let row = 0; row < size; row++) {
    const value = read(row);
    codes[row] = value === undefined || value === '' ? -1 : dictionary.place(value);
  }
  return { kind: 'code', codes, dictionary: dictionary.values };
}

export function numberColumn(size: number, read: (row: number) => number | undefined): NumberColumn {
  const values = new Float64Array(size);
  for (let row = 0; row < size; row++) values[row] = read(row) ?? Number.NaN;
  return { kind: 'number', values };
}

export function booleanColumn(size: number, read: (row: number) => boolean | undefined): BooleanColumn {
  const values = new Int8Array(size);
  for (let row = 0; row < size; row++) {
    const value = read(row);
    values[row] = value === undefined ? -1 : Number(value);
  }
  return { kind: 'boolean', values };
}

/** An empty list is a known value (nothing chosen, nothing registered); undefined is missing. */
export function listColumn(size: number, read: (row: number) => readonly string[] | undefined): ListColumn {
  const dictionary = new Dictionary();
  const offsets = new Int32Array(size + 1);
  const missing = new Uint8Array(size);
  const items: number[] = [];
  for (let row = 0; row < size; row++) {
    const values = read(row);
    if (!values) missing[row] = 1;
    for (const value of values ?? []) items.push(dictionary.place(value));
    offsets[row + 1] = items.length;
  }
  return { kind: 'list', offsets, items: Int32Array.from(items), missing, dictionary: dictionary.values };
}

/** The column seen from other rows: row r of the result is row `source[r]` of the column; -1 gives missing. */
export function gather(column: Column, source: Int32Array): Column {
  switch (column.kind) {
    case 'code':
      return { ...column, codes: picked(column.codes, source, new Int32Array(source.length), -1) };
    case 'number':
      return { kind: 'number', values: picked(column.values, source, new Float64Array(source.length), Number.NaN) };
    case 'boolean':
      return { kind: 'boolean', values: picked(column.values, source, new Int8Array(source.length), -1) };
    case 'list': {
      const read = readerOf(column);
      return listColumn(source.length, (row) => {
        const value = read(source[row] ?? -1);
        return typeof value === 'object' && value !== null ? value : undefined;
      });
    }
  }
}

function picked<Values extends Int32Array | Float64Array | Int8Array>(
  values: Values,
  source: Int32Array,
  into: Values,
  missing: number,
): Values {
  for (let row = 0; row < source.length; row++) into[row] = values[source[row] ?? -1] ?? missing;
  return into;
}

/** Whether the row has a value. */
export function presenceOf(column: Column): (row: number) => boolean {
  switch (column.kind) {
    case 'code':
      return (row) => (column.codes[row] ?? -1) >= 0;
    case 'number':
      return (row) => !Number.isNaN(column.values[row]);
    case 'boolean':
      return (row) => (column.values[row] ?? -1) >= 0;
    case 'list':
      return (row) => column.missing[row] === 0;
  }
}

/** The row's value, null where it is missing. */
export function readerOf(column: Column): (row: number) => Value {
  switch (column.kind) {
    case 'code':
      return (row) => column.dictionary[column.codes[row] ?? -1] ?? null;
    case 'number':
      return (row) => {
        const value = column.values[row] ?? Number.NaN;
        return Number.isNaN(value) ? null : value;
      };
    case 'boolean':
      return (row) => {
        const value = column.values[row] ?? -1;
        return value < 0 ? null : value === 1;
      };
    case 'list':
      return (row) => {
        if (column.missing[row] !== 0) return null;
        const places = column.items.subarray(column.offsets[row], column.offsets[row + 1]);
        return Array.from(places, (place) => column.dictionary[place] ?? '');
      };
  }
}
