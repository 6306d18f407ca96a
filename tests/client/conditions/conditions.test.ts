// Expressions as rows to choose from, and back.
import { expect, test } from 'vitest';
import { readCondition, writeCondition } from '../../../client/components/condition/conditions.ts';

test.each([
  "{exitStatus} anyof ['employed', 'studying']",
  "{grounds} allof ['sex', 'age'] and {grounds} notcontains 'none'",
  "{gender} noneof ['man'] or {site} <> 'ostad'",
  '{activityBand.last} > {activityBand.first}',
  '{days} >= 90 and {activity.first} < 2.5 and {jobFocused} = true',
  '{end} empty or {followUp} notempty',
  "{comment} = 'it\\'s'",
])('what the rows can show comes back to the letter: %s', (expression) => {
  const condition = readCondition(expression);
  expect(condition?.rows.length).toBeGreaterThan(0);
  expect(writeCondition(condition!)).toBe(expression);
});

test.each([
  '({a} = 1 or {b} = 2) and {c} = 3',
  '!({a} = 1)',
  '{a} + {b} > 3',
  'iif({a} = 1, true, false)',
  '{a} =',
  '{a} contains {b}',
])('what they cannot show is left as text: %s', (expression) => {
  expect(readCondition(expression)).toBeUndefined();
});

test('rows that are not whole yet stand in no expression', () => {
  const whole = { name: 'site', relation: 'equal', values: ['ostad'] } as const;
  const rows = [
    { name: '', relation: 'equal', values: ['x'] },
    { name: 'gender', relation: 'anyof', values: [] },
    { name: 'days', relation: 'greater', values: [], other: '' },
    { ...whole, values: [...whole.values] },
  ] as const;
  const condition = { join: 'and' as const, rows: rows.map((row) => ({ ...row, values: [...row.values] })) };
  expect(writeCondition(condition)).toBe("{site} = 'ostad'");
});

test.each(["it's", 'a "good" day', `both ' and "`, 'back\\slash', '7', '{a}'])(
  'a value %s that is chosen is read back as the one that was chosen',
  (value) => {
    const condition = { join: 'and' as const, rows: [{ name: 'q', relation: 'equal' as const, values: [value] }] };
    expect(readCondition(writeCondition(condition))).toEqual(condition);
  },
);
