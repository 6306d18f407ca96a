// Each rule of data quality about people: what it finds, what it leaves alone, and out of how many.
import { expect, test } from 'vitest';
import type { Enrolment } from '../../../server/domain/programme/records.ts';
import { examinePeople } from '../../../server/domain/quality/examine.ts';
import { buildEnrolment } from '../indicators/builders.ts';
import { find, rowsWith, told } from './builders.ts';

const enrolled = (enrolment: string, overrides: Partial<Enrolment> = {}) =>
  buildEnrolment({ enrolment, start: '2024-03-01', ...overrides });
const card = (enrolment: string, date: string, person = { health: 1 }, coordinator = { contact: 1 }) => ({
  ...{ enrolment, date, person, coordinator },
});

test('an exit before the start; one on the same day is none', () => {
  const enrolments = [
    enrolled('a', { end: '2024-02-29' }),
    enrolled('b', { end: '2024-03-01' }),
    enrolled('c'), // still there
  ];
  expect(told('endBeforeStart', { enrolments })).toBe('1 of 2: a');
});

test('younger than 14 or older than 100 at the start', () => {
  const enrolments = [2011, 2010, 1924, 1923].map((birthYear) => enrolled(`${birthYear}`, { birthYear }));
  expect(told('ageOutside', { enrolments: [...enrolments, buildWithoutYear()] })).toBe('2 of 5: 1923, 2011');
});

function buildWithoutYear(): Enrolment {
  const { birthYear: _, ...rest } = enrolled('unknown');
  return rest;
}

test('more hours than a week has, in activity and interventions', () => {
  const activities = [168, 169, -1].map((hoursPerWeek, at) => ({
    enrolment: 'a',
    date: `2024-04-0${at}`,
    hoursPerWeek,
  }));
  const interventions = [
    { enrolment: 'b', type: 'practice', start: '2024-05-01', hoursPerWeek: 400 },
    { enrolment: 'b', type: 'walks', start: '2024-05-01' },
  ];
  const rows = { enrolments: [enrolled('a'), enrolled('b')], activities, interventions };
  expect(told('hoursOutside', rows)).toBe('3 of 4: a 2024-04-01, a 2024-04-02, b 2024-05-01');
});

test('an intervention that ends before it starts', () => {
  const of = { enrolment: 'a', type: 'practice' };
  const interventions = [
    { ...of, start: '2024-05-02', end: '2024-05-01' },
    { ...of, start: '2024-06-01', end: '2024-06-01' },
    { ...of, start: '2024-07-01' },
  ];
  expect(told('interventionEndBeforeStart', { enrolments: [enrolled('a')], interventions })).toBe(
    '1 of 2: a 2024-05-02',
  );
});

test('a follow-up before the exit, or of someone who has not left', () => {
  const followUps = [
    { enrolment: 'a', date: '2024-08-30', outcome: 'kept' as const },
    { enrolment: 'a', date: '2024-08-31', outcome: 'kept' as const },
    { enrolment: 'b', date: '2025-01-01', outcome: 'kept' as const },
  ];
  const enrolments = [enrolled('a', { end: '2024-08-31' }), enrolled('b')];
  expect(told('followUpBeforeExit', { enrolments, followUps })).toBe('2 of 3: a 2024-08-30, b 2025-01-01');
});

test('a card before the start or after the exit', () => {
  const cards = ['2024-02-29', '2024-03-01', '2024-08-31', '2024-09-01'].map((date) => card('a', date));
  const enrolments = [enrolled('a', { end: '2024-08-31' })];
  expect(told('cardOutside', { enrolments, cards })).toBe('2 of 4: a 2024-02-29, a 2024-09-01');
});

test('what is dated after today', () => {
  const activities = [{ enrolment: 'a', date: '2025-06-30', hoursPerWeek: 1 }];
  const followUps = [{ enrolment: 'a', date: '2025-07-01', outcome: 'kept' as const }];
  const rows = {
    enrolments: [enrolled('a', { end: '2026-01-01' })],
    cards: [card('a', '2026-01-01')],
    activities,
    followUps,
  };
  expect(told('dateAhead', rows)).toBe('2 of 3: a 2025-07-01, a 2026-01-01');
});

test('one person enrolled twice at a time, also when one lasts over others; one after the other is as it should be', () => {
  const of = (person: string, enrolment: string, start: string, end?: string) =>
    enrolled(enrolment, { person, start, ...(end !== undefined && { end }) });
  const enrolments = [
    of('p', 'long', '2024-01-01', '2024-12-31'),
    of('p', 'short', '2024-02-01', '2024-03-01'),
    of('p', 'within', '2024-06-01', '2024-07-01'),
    of('p', 'after', '2024-12-31'),
    of('q', 'first', '2024-01-01', '2024-02-01'),
    of('q', 'second', '2024-02-01'),
    of('r', 'open', '2024-01-01'),
    of('r', 'again', '2024-05-01'),
  ];
  expect(told('overlapping', { enrolments })).toBe(
    '5 of 8: again 2024-05-01, long 2024-01-01, open 2024-01-01, short 2024-02-01, within 2024-06-01',
  );
});

test('different persons alike in year, gender, site and start; of someone hardly known nothing is said', () => {
  const enrolments = [
    enrolled('a'),
    enrolled('b'),
    enrolled('other-site', { site: 'sodra' }),
    enrolled('u1', { gender: 'unknown' }),
    enrolled('u2', { gender: 'unknown' }),
    enrolled('s1', { person: 'same', birthYear: 1980 }),
    enrolled('s2', { person: 'same', birthYear: 1980 }),
  ];
  expect(told('alike', { enrolments })).toBe('2 of 7: a 2024-03-01, b 2024-03-01');
});

test('a half of a card with the same value five times or more', () => {
  const five = (value: number, last = value) => ({ a: value, b: value, c: value, d: value, e: last });
  const cards = [
    { enrolment: 'a', date: '2024-04-01', person: five(3), coordinator: five(3, 4) },
    { enrolment: 'a', date: '2024-07-01', person: { a: 1, b: 1, c: 1, d: 1 } },
  ];
  expect(told('sameRatings', { enrolments: [enrolled('a')], cards })).toBe('1 of 2: a 2024-04-01');
});

test('exits without a reason, and without an answer to the exit survey', () => {
  const end = '2025-01-01';
  const enrolments = [enrolled('a', { end, exitReason: 'completed' }), enrolled('b', { end }), enrolled('c')];
  expect(told('exitWithoutReason', { enrolments })).toBe('1 of 2: b');
  expect(told('exitWithoutSurvey', { enrolments, answeredExit: new Set(['b', 'c']) })).toBe('1 of 2: a');
});

test('fewer than two cards after half a year; whoever came lately or left early is not due', () => {
  const enrolments = [
    enrolled('none'),
    enrolled('one'),
    enrolled('two'),
    enrolled('late', { start: '2025-01-01' }),
    enrolled('early', { end: '2024-08-31' }),
  ];
  const cards = [card('one', '2024-04-01'), card('two', '2024-04-01'), card('two', '2024-07-01')];
  expect(told('fewCards', { enrolments, cards })).toBe('2 of 3: none, one');
});

test('a card of which one half never came; one of today is left alone', () => {
  const cards = [
    card('a', '2024-04-01'),
    { enrolment: 'a', date: '2024-07-01', person: { health: 1 } },
    { enrolment: 'a', date: '2025-06-30' },
  ];
  expect(told('halfCard', { enrolments: [enrolled('a')], cards })).toBe('1 of 2: a 2024-07-01');
});

test('no follow-up six months after the exit', () => {
  const enrolments = [
    enrolled('a', { end: '2024-12-29' }),
    enrolled('b', { end: '2024-12-29' }),
    enrolled('c', { end: '2024-12-30' }), // due today
  ];
  const followUps = [{ enrolment: 'b', date: '2025-06-01', outcome: 'notReached' as const }];
  expect(told('followUpMissing', { enrolments, followUps })).toBe('1 of 2: a');
});

test('a background without gender or year of birth', () => {
  const enrolments = [enrolled('a'), enrolled('b', { gender: 'unknown' }), buildWithoutYear()];
  expect(told('backgroundMissing', { enrolments })).toBe('2 of 3: b, unknown');
});

test('each finding is counted by gender and site too', () => {
  const end = '2025-01-01';
  const enrolments = [
    enrolled('a', { end, exitReason: 'completed' }),
    enrolled('b', { end, gender: 'man' }),
    enrolled('c', { end, gender: 'man', site: 'sodra', exitReason: 'completed' }),
  ];
  expect(find('exitWithoutReason', { enrolments }).groups).toEqual([
    { by: { gender: 'man' }, count: 1, of: 2 },
    { by: { gender: 'woman' }, count: 0, of: 1 },
    { by: { site: 'norra' }, count: 1, of: 2 },
    { by: { site: 'sodra' }, count: 0, of: 1 },
  ]);
});

test('without any rows every rule is there and has found nothing of nothing', () => {
  const findings = examinePeople(rowsWith());
  expect(findings).toHaveLength(16);
  expect(findings.every(({ count, of }) => count === 0 && of === 0)).toBe(true);
});
