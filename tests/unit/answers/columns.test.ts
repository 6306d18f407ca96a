import { expect, test } from 'vitest';
import {
  codeColumn,
  either,
  GrowingColumn,
  gather,
  listColumn,
  maskOf,
  numberColumn,
  readerOf,
} from '../../../server/domain/answers/columns.ts';

const read = (column: Parameters<typeof readerOf>[0]) => Array.from(column.codes, (_, row) => readerOf(column)(row));

test('every value is kept while codes widen from one byte to two and to four', () => {
  const values = Array.from({ length: 40_000 }, (_, row) => `value ${row}`);
  const column = codeColumn(values.length, (row) => values[row]);
  expect(column.codes).toBeInstanceOf(Int32Array);
  expect(read(column)).toEqual(values);
  const few = codeColumn(129, (row) => values[row % 128]);
  expect(few.codes.BYTES_PER_ELEMENT).toBe(2);
  expect(read(few)).toEqual(Array.from({ length: 129 }, (_, row) => values[row % 128]));
});

test('a growing column takes rows in any order; those never set are missing', () => {
  const column = new GrowingColumn('number');
  column.set(5, 7);
  column.set(2, 3);
  column.set(5, undefined);
  column.set(7, 3);
  expect(read(column.over(9))).toEqual([null, null, 3, null, null, null, null, 3, null]);
});

test('equal lists share a code, and the empty list is a value', () => {
  const lists = [['a', 'b'], [], undefined, ['a', 'b'], ['a']];
  const column = listColumn(lists.length, (row) => lists[row]);
  expect([...column.codes]).toEqual([0, 1, -1, 0, 2]);
  expect(read(column)).toEqual([['a', 'b'], [], null, ['a', 'b'], ['a']]);
});

test('gathered rows, masks, and one column where the other is missing', () => {
  const column = numberColumn(4, (row) => [3, undefined, 5, 3][row]);
  expect(read(gather(column, Int32Array.from([2, -1, 0, 1])))).toEqual([5, null, 3, null]);
  expect([...maskOf(column, (value) => value === 3)]).toEqual([1, 0, 0, 1]);
  expect([...maskOf(column, (value) => value === null)]).toEqual([0, 1, 0, 0]);
  const other = numberColumn(4, (row) => [9, 8, undefined, 7][row]);
  expect(read(either(column, other))).toEqual([3, 8, 5, 3]);
});
