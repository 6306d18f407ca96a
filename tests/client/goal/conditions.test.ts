import { expect, test } from 'vitest';
import { conditionWords, type Vocabulary } from '../../../client/components/goal/conditionWords.ts';

const words: Vocabulary = {
  name: (name) => name,
  value: (_, value) => `<${value}>`,
  and: 'och',
  or: 'eller',
  not: 'inte',
  say: (operator, name, value) => `${name} ${operator} ${value}`.trim(),
};

test.each([
  ["{exitStatus} anyof ['employed', 'studying', 'other']", 'exitStatus isAnyOf <employed>, <studying> eller <other>'],
  ['{activityBand.last} > {activityBand.first}', 'activityBand.last greater activityBand.first'],
  ["{gender} = 'woman' and {bornAbroad} = 'yes'", 'gender is <woman> och bornAbroad is <yes>'],
  ['{jobFocused} = true', 'jobFocused is <true>'],
  ['{end} notempty', 'end isNotEmpty'],
  ["({b} = '1') and !({a} = '1')", 'b is <1> och a isNot <1>'],
  ["!({a} = '1' and {b} > 2)", 'a isNot <1> eller inte (b greater <2>)'],
  ["!(({a} = '1') or ({b} notempty)) or {c} = '1'", '(a isNot <1> och b isEmpty) eller c is <1>'],
  ["!(!({a} anyof ['1']))", 'a isAnyOf <1>'],
])('%s is said in words', (expression, said) => {
  expect(conditionWords(expression, words)).toBe(said);
});

test('brackets that change the meaning are kept', () => {
  const said = conditionWords("({a} = '1' or {b} = '1') and {c} = '1'", words);
  expect(said).toBe('(a is <1> eller b is <1>) och c is <1>');
});

test('what there are no words for is not half said', () => {
  expect(conditionWords("{a} = '1' and {b} + 1 > {c}", words)).toBeUndefined();
});
