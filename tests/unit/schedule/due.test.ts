import { expect, test } from 'vitest';
import { dayOf, followUpDue, monthsAfter, nextCardDue } from '../../../server/domain/schedule/due.ts';

test.each([
  ['2024-01-15', 3, '2024-04-15'],
  ['2024-11-30', 3, '2025-02-28'],
  ['2023-11-30', 3, '2024-02-29'],
  ['2024-08-31', 6, '2025-02-28'],
  ['2024-12-01', 1, '2025-01-01'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(monthsAfter(day, months)).toBe(expected);
});

test('the next card is due three months after the last one, whatever the order, else after the start', () => {
  expect(nextCardDue({ start: '2024-01-10' }, [])).toBe('2024-04-10');
  expect(nextCardDue({ start: '2024-01-10' }, [{ date: '2024-05-02' }, { date: '2024-02-01' }])).toBe('2024-08-02');
});

test('whoever has exited needs no further card', () => {
  expect(nextCardDue({ start: '2024-01-10', end: '2024-06-01' }, [])).toBeNull();
});

test('the follow-up is due six months after the exit, until somebody has asked', () => {
  expect(followUpDue({}, [])).toBeNull();
  expect(followUpDue({ end: '2024-03-31' }, [])).toBe('2024-09-30');
  expect(followUpDue({ end: '2024-03-31' }, [{}])).toBeNull();
});

test('today is the day in Sweden, also in the hours when London and New York have another', () => {
  expect(dayOf(new Date('2024-06-30T21:59:00Z'))).toBe('2024-06-30');
  expect(dayOf(new Date('2024-06-30T22:01:00Z'))).toBe('2024-07-01');
  expect(dayOf(new Date('2024-12-31T23:01:00Z'))).toBe('2025-01-01');
});
