import { describe, expect, test } from 'vitest';
import { compileCondition } from '../../../../server/domain/surveys/conditions.ts';
import { NotTranslatable } from '../../../../server/transfer/xlsform/xpath/notTranslatable.ts';
import type { Subject, Surroundings } from '../../../../server/transfer/xlsform/xpath/subject.ts';
import { translateCondition, translateValue } from '../../../../server/transfer/xlsform/xpath/translate.ts';

const scale = new Map([
  ['1', 1],
  ['2', 2],
]);
const subjects: Record<string, Subject> = {
  age: { name: 'q_age', kind: 'number' },
  kids: { name: 'kids', kind: 'number' },
  work: { name: 'work', kind: 'one', codes: new Map([['part.time', 'part_time']]) },
  mood: { name: 'mood', kind: 'one', codes: scale },
  langs: { name: 'langs', kind: 'several', codes: new Map([['sv', 'sv']]) },
  name: { name: 'name', kind: 'text' },
  born: { name: 'born', kind: 'moment' },
  sum: { name: 'sum', kind: 'computed' },
};
const around: Surroundings = {
  getSubject: (name) => {
    const subject = subjects[name];
    if (!subject) throw new NotTranslatable(`there is no question \${${name}}`);
    return subject;
  },
};
const types = {
  number: 'text',
  one: 'radiogroup',
  several: 'checkbox',
  text: 'text',
  moment: 'text',
  computed: 'text',
};
const known = new Map(Object.values(subjects).map(({ name, kind }) => [name, { type: types[kind] }]));
const holds = (source: string, values: Record<string, unknown>) =>
  compileCondition(source, { known }, 'exactly')?.({ values: values as Record<string, string> });

test.each([
  ["${work} = 'yes'", "{work} = 'yes'"],
  ["${work} = 'part.time'", "{work} = 'part_time'"],
  ["'yes' != ${work}", "{work} <> 'yes'"],
  ["${mood} = '2'", '{mood} = 2'],
  ['${mood} > 1', '{mood} > 1'],
  ['5 > ${age}', '{q_age} < 5'],
  ["${age} >= '18'", '{q_age} >= 18'],
  ["${name} = ''", '{name} empty'],
  ["${name} != ''", '{name} notempty'],
  ['${name}', '{name} notempty'],
  ['not(${name})', '!({name} notempty)'],
  ['${name} = "it\'s"', "{name} = 'it\\'s'"],
  ['${name} = ‘Åsa’', "{name} = 'Åsa'"],
  ["selected(${langs}, 'sv')", "{langs} contains 'sv'"],
  ["selected(${work}, 'yes')", "{work} = 'yes'"],
  ["not(selected(${langs}, 'sv'))", "!({langs} contains 'sv')"],
  ["selected(${langs}, 'sv') = false()", "!({langs} contains 'sv')"],
  ["${langs} = 'sv'", "{langs} = ['sv']"],
  ['count-selected(${langs}) >= 2', '{langs.length} >= 2'],
  ['string-length(${name}) > 3', '{name.length} > 3'],
  ["${age} > 17 and ${age} < 65 or ${work} = 'no'", "({q_age} > 17 and {q_age} < 65) or {work} = 'no'"],
  ['(${age} = 1 or ${age} = 2) and ${kids} = 0', '({q_age} = 1 or {q_age} = 2) and {kids} = 0'],
  ['${age} = 1 or ${age} = 2 or ${age} = 3', '{q_age} = 1 or {q_age} = 2 or {q_age} = 3'],
  ['${age} = -1', '{q_age} = -1'],
  ['${age} = .5', '{q_age} = 0.5'],
  ["${born} > date('2000-01-01')", "{born} > '2000-01-01'"],
  ['${age} - ${kids} > 3', '{q_age} notempty and {kids} notempty and {q_age} - {kids} > 3'],
  ['(${age} + 1) * 2 != 3', '{q_age} empty or ({q_age} + 1) * 2 <> 3'],
  ['${age} div 2 mod 3 = 1', '{q_age} notempty and {q_age} / 2 % 3 = 1'],
  ["if(${age} > 17, 'a', 'b') = 'a'", "iif({q_age} > 17, 'a', 'b') = 'a'"],
  ['true()', 'true'],
])('%s becomes %s', (source, expected) => {
  const text = translateCondition(source, around);
  expect(text).toBe(expected);
  expect(() => compileCondition(text, { known }, 'exactly')).not.toThrow();
});

test.each([
  ['${age} * 2 + 1', "iif({q_age} notempty, {q_age} * 2 + 1, '')"],
  ['${age} - (${kids} - 1)', "iif({q_age} notempty and {kids} notempty, {q_age} - ({kids} - 1), '')"],
  ["if(${mood} = 2, 10, '')", "iif({mood} = 2, 10, '')"],
  ['coalesce(${age}, 0) + 1', 'iif({q_age} notempty, {q_age}, 0) + 1'],
  ['round(${age} div 3, 1)', "iif({q_age} notempty, round({q_age} / 3, 1), '')"],
  ['-${age}', "iif({q_age} notempty, 0 - {q_age}, '')"],
  ['min(${age}, ${kids})', "iif({q_age} notempty and {kids} notempty, min({q_age}, {kids}), '')"],
  ['${sum}', '{sum}'],
  ["'fixed'", "'fixed'"],
])('the calculation %s becomes %s', (source, expected) => {
  expect(translateValue(source, around)).toBe(expected);
});

test.each([
  ['${nope} = 1', 'no question ${nope}'],
  ['${born} <= today()', 'what day it is'],
  ["regex(${name}, '^a$')", 'regex() outside a constraint'],
  ['once(${age})', 'function once()'],
  ['pulldata("a", "b", "c", ${age}) = 1', 'function pulldata()'],
  ['constructor() = 1', 'function constructor()'],
  ['../age = 1', '".."'],
  ['${kids}/name = 1', 'paths'],
  ['age > 3', 'write ${age}'],
  ['. > 3', 'outside a constraint'],
  ['${langs} > 1', 'selected() or count-selected()'],
  ['${name} + 1 = 2', 'no number'],
  ['count-selected(${work}) = 1', 'none'],
  ['string-length(${age}) = 1', 'none'],
  ['selected(${name}, "a")', 'none'],
  ['${sum}', 'write a comparison'],
  ['1 + (${age} > 3)', 'write if('],
  ['${age} >', 'ends too early'],
  ['(${age} > 3', '")" is missing'],
  ['${age} > 3)', 'from ")" on'],
  ['${age} # 3', 'character 8'],
  ['not()', '0 values instead of 1'],
  ["${name} = 'a\\b'", 'backslash'],
])('%s is refused: %s', (source, reason) => {
  expect(() => translateCondition(source, around)).toThrow(NotTranslatable);
  expect(() => translateCondition(source, around)).toThrow(reason);
});

test('what nests too deep or is too long is refused before it costs anything', () => {
  const deep = `${'('.repeat(40)}1${')'.repeat(40)} = 1`;
  expect(() => translateCondition(deep, around)).toThrow('more than 30 deep');
  expect(() => translateCondition(`\${age} = 1${' or ${age} = 1'.repeat(400)}`, around)).toThrow('longer than');
});

describe('an empty answer means what it means in XLSForm', () => {
  test.each([
    ['${age} + ${kids} < 3', { q_age: 1 }, false],
    ['${age} + ${kids} < 3', { q_age: 1, kids: 1 }, true],
    ['${age} + ${kids} != 3', { q_age: 1 }, true],
    ['not(${age} + 1 > 3)', {}, true],
    ["${work} != 'yes'", {}, true],
    ["not(selected(${langs}, 'sv'))", {}, true],
    ['count-selected(${langs}) = 0', {}, true],
    ['string-length(${name}) = 0', {}, true],
    ['${age} <= 5', {}, false],
    ['${name} = "it\'s"', { name: "it's" }, true],
    ["${langs} = 'sv'", { langs: ['sv', 'en'] }, false],
  ])('%s with %o is %s', (source, values, expected) => {
    expect(holds(translateCondition(source, around), values)).toBe(expected);
  });
});

test('in a choice_filter the columns of the choice stand for what is in its row', () => {
  const cells = new Map([
    ['region', 'north'],
    ['name', 'a'],
  ]);
  expect(translateCondition('region = ${work} or name = ${name}', { ...around, cells })).toBe(
    "{work} = 'north' or {name} = 'a'",
  );
});
