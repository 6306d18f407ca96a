import { expect, test } from 'vitest';
import { checkExpression } from '../../../server/domain/expressions/check.ts';
import { parseExpression } from '../../../server/domain/expressions/parse.ts';
import { namesIn } from '../../../server/domain/expressions/syntax.ts';

const known = new Map([
  ['color', 'code'],
  ['hours', 'number'],
  ['grounds', 'list'],
  ['constructor', 'code'],
] as const);
const check = (text: string) => checkExpression(parseExpression(text), known);

test('names are found wherever they stand, each once', () => {
  expect(namesIn(parseExpression("iif({a} = 1, {b}, {c}) > {a} and {d.e} anyof [{f}, 'x']"))).toEqual([
    'a',
    'b',
    'c',
    'd.e',
    'f',
  ]);
});

test('an unknown name is named beside the known ones; names are case-sensitive', () => {
  expect(check("{Color} = 'red'")).toEqual([
    '"Color" is not a name here; the names are color, hours, grounds, constructor',
  ]);
  expect(check('{__proto__} = 1')[0]).toContain('"__proto__" is not a name');
  expect(check("{color} = 'red' and {constructor} notempty")).toEqual([]);
});

test('contains and its kin need a multi-select', () => {
  expect(check("{color} contains 'red'")).toEqual([
    'contains needs a multi-select, and "color" is none; use = or anyof',
  ]);
  expect(check("!({color} notcontains 'red')")).toHaveLength(1);
  expect(check("'red' contains {color}")).toHaveLength(1);
  expect(check("{grounds} contains 'none' and {grounds} allof ['a']")).toEqual([]);
});

test('reckoning needs numbers, and a word that is a name wants its braces', () => {
  expect(check('{color} + 1 > 2')).toEqual(['"color" is not a number and cannot be reckoned with']);
  expect(check('hours > 2')).toEqual(['write {hours} in braces: without them it is only a word']);
  expect(check("{color} = 'hours'")).toEqual([]);
});
