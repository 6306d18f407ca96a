import { expect, test } from 'vitest';
import { percent, percentWithDecimal, readRows, tally } from './rows.ts';

const slug = 'vagar-till-egen-forsorjning';
const enrolments = readRows(slug, 'enrolments.csv');
const women = enrolments.filter((row) => row.gender === 'woman');
const men = enrolments.filter((row) => row.gender === 'man');
const trained = new Set(
  readRows(slug, 'interventions.csv')
    .filter((row) => row.type === 'workTraining' || row.type === 'practice')
    .map((row) => row.enrolment),
);

/** Women and men whose exit was one of these. */
function exitsTo(...statuses: string[]): [number, number] {
  const count = (rows: typeof enrolments) => rows.filter((row) => statuses.includes(row.exitStatus!)).length;
  return [count(women), count(men)];
}

test('230 enrolments of 226 people, 110 women and 120 men, 48 per cent women', () => {
  expect([enrolments.length, women.length, men.length]).toEqual([230, 110, 120]);
  expect(new Set(enrolments.map((row) => row.person)).size).toBe(226);
  expect(percent(women.length, enrolments.length)).toBe(48);
});

test('a person enrolled twice is the same person at the same site, one time after the other', () => {
  const counts = tally(enrolments, 'person');
  const twice = Object.keys(counts).filter((person) => counts[person]! > 1);
  expect(twice).toHaveLength(4);
  for (const person of twice) {
    const [first, second, ...more] = enrolments.filter((row) => row.person === person);
    expect(more).toEqual([]);
    for (const column of ['site', 'gender', 'birthYear', 'bornAbroad']) expect(second![column]).toBe(first![column]);
    expect(second!.start! > first!.end!).toBe(true);
  }
});

test('60 women and 56 men to work training or placement: 50.4, 54.5 and 46.7 per cent', () => {
  const [w, m] = [women, men].map((rows) => rows.filter((row) => trained.has(row.enrolment!)).length);
  expect([w, m]).toEqual([60, 56]);
  expect([percentWithDecimal(116, 230), percentWithDecimal(w!, 110), percentWithDecimal(m!, 120)]).toEqual([
    50.4, 54.5, 46.7,
  ]);
});

test('41 women and 50 men to employment or studies: 39.6, 37.3 and 41.7 per cent; 45.1 per cent of them women', () => {
  const [w, m] = exitsTo('employed', 'subsidised', 'studying');
  expect([w, m]).toEqual([41, 50]);
  expect([percentWithDecimal(w + m, 230), percentWithDecimal(w, 110), percentWithDecimal(m, 120)]).toEqual([
    39.6, 37.3, 41.7,
  ]);
  expect(percentWithDecimal(w, w + m)).toBe(45.1);
});

test('14 and 14 to the employment service: 12, 12.7 and 11.7 per cent', () => {
  const [w, m] = exitsTo('employmentService');
  expect([w, m]).toEqual([14, 14]);
  expect([percent(w + m, 230), percentWithDecimal(w, 110), percentWithDecimal(m, 120)]).toEqual([12, 12.7, 11.7]);
});

test('11 and 11 back to the referrer: 9.6, 10 and 9.2 per cent', () => {
  const [w, m] = exitsTo('backToReferrer');
  expect([w, m]).toEqual([11, 11]);
  expect([percentWithDecimal(w + m, 230), percentWithDecimal(w, 110), percentWithDecimal(m, 120)]).toEqual([
    9.6, 10, 9.2,
  ]);
});

test('16 to sick leave, 2 to sickness compensation, 2 to a treatment home: 7, 1 and 1 per cent; 69 to none of the listed', () => {
  const others = ['sickLeave', 'sicknessCompensation', 'treatmentHome'].map((status) => {
    const [w, m] = exitsTo(status);
    return w + m;
  });
  expect(others).toEqual([16, 2, 2]);
  expect(others.map((count) => percent(count, 230))).toEqual([7, 1, 1]);
  const [w, m] = exitsTo('ordinaryMeasure', 'moved', 'unknown');
  expect(w + m).toBe(69);
});

test('97 per cent got the adapted support they needed', () => {
  const answers = tally(readRows(slug, 'responses/exit.csv'), 'gotSupport');
  expect(answers).toEqual({ yes: 66, partly: 2 });
  expect(percent(66, 68)).toBe(97);
});
