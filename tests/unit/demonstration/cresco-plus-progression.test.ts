// Cresco+: first to last progression card against the printed means.
import { expect, test } from 'vitest';
import { add, group, mean, type Row, readRows, tally } from './rows.ts';

const slug = 'cresco-plus';
const enrolments = new Map(readRows(slug, 'enrolments.csv').map((row) => [row.enrolment, row]));
const cards = group(readRows(slug, 'assessments.csv'), (row) => row.enrolment!);
const questions = [
  'health',
  'knowWhatToDo',
  'jobIdea',
  'canManageJob',
  'jobSearch',
  'everydayLife',
  'network',
  'contact',
  'cooperation',
];

interface Assessed {
  background: Row;
  first: Row;
  last: Row;
}
const assessed: Assessed[] = [...cards].flatMap(([enrolment, rows]) => {
  const sorted = [...rows].sort((a, b) => (a.date! < b.date! ? -1 : 1));
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  return sorted.length > 1 ? [{ background: enrolments.get(enrolment)!, first, last }] : [];
});
const where = (column: string, value: string) => assessed.filter(({ background }) => background[column] === value);
const change = (row: Assessed, question: string) =>
  Number(row.last[`person.${question}`]) - Number(row.first[`person.${question}`]);
const meanChange = (rows: Assessed[], ...of: string[]) =>
  mean(add(rows.flatMap((row) => of.map((question) => change(row, question)))), rows.length * of.length);

test('everyone has one to eight cards within the enrolment, some just one; the nine questions are always answered', () => {
  expect(cards.size).toBe(741);
  expect(assessed.length).toBeLessThan(741);
  for (const [enrolment, rows] of cards) {
    const { start, end } = enrolments.get(enrolment)!;
    expect(rows.length).toBeLessThanOrEqual(8);
    expect(new Set(rows.map((row) => row.date)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row.date! >= start! && row.date! <= end!).toBe(true);
      for (const question of questions) expect(row[`person.${question}`]).toMatch(/^[1-5]$/);
    }
  }
});

test('a gender group has at least five assessed', () => {
  for (const count of Object.values(
    tally(
      assessed.map((row) => row.background),
      'gender',
    ),
  ))
    expect(count).toBeGreaterThanOrEqual(5);
});

test('all nine questions: 0.29, women 0.33, men 0.25', () => {
  expect(meanChange(assessed, ...questions)).toBe(0.29);
  expect(meanChange(where('gender', 'woman'), ...questions)).toBe(0.33);
  expect(meanChange(where('gender', 'man'), ...questions)).toBe(0.25);
});

test('knowing what to do 0.51 and an idea of a job 0.32, women more than men', () => {
  expect(meanChange(assessed, 'knowWhatToDo')).toBe(0.51);
  expect(meanChange(assessed, 'jobIdea')).toBe(0.32);
  for (const question of ['knowWhatToDo', 'jobIdea'])
    expect(meanChange(where('gender', 'woman'), question)).toBeGreaterThan(
      meanChange(where('gender', 'man'), question),
    );
});

test('managing a job 0.33; Mariestad 1.12 and Vara -0.12, the others between', () => {
  expect(meanChange(assessed, 'canManageJob')).toBe(0.33);
  const sites = group(assessed, (row) => row.background.site!);
  const means = Object.fromEntries([...sites].map(([site, rows]) => [site, meanChange(rows, 'canManageJob')]));
  expect([means.mariestad, means.vara]).toEqual([1.12, -0.12]);
  expect([Math.max(...Object.values(means)), Math.min(...Object.values(means))]).toEqual([1.12, -0.12]);
});

test('women born abroad rate their health lowest and men born abroad highest, first and last', () => {
  const levels = (half: 'first' | 'last') =>
    ['woman yes', 'woman no', 'man no', 'man yes'].map((key) => {
      const rows = assessed.filter(({ background }) => `${background.gender} ${background.bornAbroad}` === key);
      return add(rows.map((row) => Number(row[half]['person.health']))) / rows.length;
    });
  for (const half of ['first', 'last'] as const) {
    const [lowest, a, b, highest] = levels(half) as [number, number, number, number];
    expect(lowest < Math.min(a, b) && highest > Math.max(a, b)).toBe(true);
  }
});
