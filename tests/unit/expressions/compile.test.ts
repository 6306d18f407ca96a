import fc from 'fast-check';
import { ConditionRunner } from 'survey-core';
import { expect, test } from 'vitest';
import { type Column, codeColumn, listColumn, numberColumn } from '../../../server/domain/answers/columns.ts';
import { compileExpression } from '../../../server/domain/expressions/compile.ts';
import { parseExpression } from '../../../server/domain/expressions/parse.ts';

interface Row {
  color?: string | undefined;
  other?: string | undefined;
  hours?: number | undefined;
  age?: number | undefined;
  grounds?: string[] | undefined;
}

/** Whether the expression holds for one row. */
function holds(text: string, row: Row): boolean {
  const columns: Record<string, Column> = {
    color: codeColumn(1, () => row.color),
    other: codeColumn(1, () => row.other),
    hours: numberColumn(1, () => row.hours),
    age: numberColumn(1, () => row.age),
    grounds: listColumn(1, () => row.grounds),
  };
  return compileExpression(parseExpression(text), (name) => columns[name]).holds(0);
}

const code = fc.constantFrom('red', 'green', 'blue');
const number = fc.integer({ min: 0, max: 4 });
const codes = fc.uniqueArray(code, { minLength: 1 });
const quoted = (values: string[]) => `[${values.map((value) => `'${value}'`).join(', ')}]`;
const oneOf = <T extends string>(...words: T[]) => fc.constantFrom(...words);

const comparison = fc.oneof(
  fc.tuple(oneOf('color', 'other'), oneOf('=', '<>', '<', '>='), code).map(([n, op, v]) => `{${n}} ${op} '${v}'`),
  fc.tuple(oneOf('anyof', 'noneof'), codes).map(([op, list]) => `{color} ${op} ${quoted(list)}`),
  fc.tuple(oneOf('contains', 'notcontains'), code).map(([op, v]) => `{grounds} ${op} '${v}'`),
  fc.tuple(oneOf('anyof', 'noneof', 'allof', '='), codes).map(([op, list]) => `{grounds} ${op} ${quoted(list)}`),
  fc.tuple(oneOf('=', '<>', '<', '<=', '>', '>='), number).map(([op, v]) => `{hours} ${op} ${v}`),
  fc
    .tuple(oneOf('+', '-', '*', '/', '%'), oneOf('=', '<', '>='), number)
    .map(([a, op, v]) => `{hours} ${a} {age} ${op} ${v}`),
  fc.tuple(oneOf('sum', 'avg', 'min', 'max'), number).map(([f, v]) => `${f}({hours}, {age}, 2) > ${v}`),
  number.map((v) => `iif({hours} > {age}, {age}, ${v}) >= 2`),
  number.map((v) => `round({hours} / 3) = ${v}`),
  fc.constantFrom('{color} = {other}', '{hours} > {age}', '{color} notempty', '{grounds} empty'),
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    comparison,
    fc.tuple(tie('expression'), oneOf('and', 'or'), tie('expression')).map(([a, op, b]) => `(${a}) ${op} (${b})`),
    tie('expression').map((inner) => `!(${inner})`),
  ),
}));

test('where nothing is missing and codes differ in more than case, an expression holds as survey-core says', () => {
  const row = fc.record({ color: code, other: code, hours: number, age: number, grounds: codes });
  fc.assert(
    fc.property(expression, row, (text, values) => {
      expect(holds(text, values)).toBe(new ConditionRunner(text).runValues(values));
    }),
    { numRuns: 1500, seed: 20241 },
  );
});

test.each([
  "{color} <> 'red'",
  "!({color} = 'red')",
  "{color} noneof ['red']",
  "{grounds} notcontains 'red'",
  '{hours} < 5',
  "{color} = 'red' or {hours} = 1",
])('a row that lacks a name does not hold: %s', (text) => {
  expect(holds(text, { hours: text.includes(' or ') ? 1 : undefined })).toBe(false);
});

test('a name that empty or notempty tests may be missing, another may not', () => {
  expect(holds("{color} empty or {color} = 'red'", {})).toBe(true);
  expect(holds('{color} empty and {hours} = 1', { hours: 1 })).toBe(true);
  expect(holds('{color} empty and {hours} <> 1', {})).toBe(false);
  expect(holds('{color} notempty', {})).toBe(false);
});

test('codes compare as exact strings', () => {
  expect(holds("{color} = 'Red'", { color: 'red' })).toBe(false);
  expect(holds("{color} = '02'", { color: '2' })).toBe(false);
  expect(holds('{color} = 2', { color: '2' })).toBe(true);
  expect(holds("{color} anyof ['RED', 'blue']", { color: 'red' })).toBe(false);
  expect(holds('{color} > 9', { color: '10' })).toBe(true);
});

test('a multi-select with one value is a list: contains finds the whole code and not a part of it', () => {
  expect(holds("{grounds} contains 'none'", { grounds: ['none'] })).toBe(true);
  expect(holds("{grounds} contains 'non'", { grounds: ['none'] })).toBe(false);
  expect(holds("{grounds} contains ['none', 'age']", { grounds: ['none'] })).toBe(false);
});

test.each([
  ['{color} =', 'is not an expression'],
  ["displayValue('color') = 'x'", 'function "displayValue" cannot be counted with; use one of iif'],
  ['today() > {hours}', 'function "today"'],
  ['{color} = undefined', 'use empty or notempty'],
  ["not({color} = 'red')", 'write !(...)'],
])('%s is refused by name', (text, message) => {
  expect(() => parseExpression(text)).toThrow(message);
});
