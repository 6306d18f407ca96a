// A goal month by month: as it stood then, and for readers who may not see individuals with no step of a few rows.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildTable } from '../../../server/domain/answers/table.ts';
import type { Enrolment, ProgrammeRows } from '../../../server/domain/programme/records.ts';
import type { Programme } from '../../../server/domain/programme/schema.ts';
import { choosePoints } from '../../../server/domain/timeline/choosePoints.ts';
import { timelineOf } from '../../../server/domain/timeline/timeline.ts';
import { protect } from '../disclosure/protect.ts';
import {
  buildEnrolment,
  buildProgramme,
  buildResponse,
  buildRows,
  count,
  type GoalOverrides,
  surveys,
  times,
  today,
} from '../indicators/builders.ts';

const line = (programme: Programme, rows: ProgrammeRows, open = true) => {
  const [result] = protect(programme, count(programme, rows, 'cohort'), open ? 'operator' : 'evaluator');
  const table = buildTable(programme, surveys, rows, today);
  return timelineOf({ programme, surveys, table, goal: programme.goals[0]!, result: result!, open });
};
const started = { start: '2025-01-01' };
const work: GoalOverrides = {
  indicator: { population: 'enrolments', measure: 'share', of: "{exitStatus} = 'employed'" },
  target: { atLeast: 0.4 },
};
const exits: GoalOverrides = { indicator: { ...work.indicator, population: 'exits' } };
const enrolled = (n: number, start: string, overrides: Partial<Enrolment> = {}) =>
  times(n, () => buildEnrolment({ start, ...overrides }));

test('each month stands as it stood then: later exits and later enrolments are not known yet', () => {
  const rows = buildRows({
    enrolments: [
      ...enrolled(2, '2025-01-10'),
      ...enrolled(2, '2025-03-01', { end: '2025-05-31', exitStatus: 'employed' }),
    ],
  });
  const { points } = line(buildProgramme([work], started), rows);
  expect(points.map(({ month, numerator, denominator, status }) => [month, numerator, denominator, status])).toEqual([
    ['2025-01', 0, 2, 'notMet'],
    ['2025-02', 0, 2, 'notMet'],
    ['2025-03', 0, 4, 'notMet'],
    ['2025-04', 0, 4, 'notMet'],
    ['2025-05', 2, 4, 'met'],
    ['2025-06', 2, 4, 'met'],
  ]);
  expect(points.at(-1)).toMatchObject({ day: today, value: 0.5 });
});

test('exits count from their end, cards from their date, responses from the day they were submitted', () => {
  const enrolment = buildEnrolment({ start: '2025-01-05', end: '2025-04-02', exitStatus: 'employed' });
  const card = (date: string, health: number) => ({
    ...{ enrolment: enrolment.enrolment, date, coordinator: {} },
    person: { health },
  });
  const rows = buildRows({
    enrolments: [enrolment],
    assessments: [card('2025-01-10', 2), card('2025-02-10', 3), card('2025-05-10', 5)],
    responses: [buildResponse({ submittedAt: '2025-03-31T22:00:00Z', answers: { feelsBetter: 'yes' } })],
  });
  const values = (goal: GoalOverrides) => line(buildProgramme([goal], started), rows).points.map(({ value }) => value);
  expect(values(exits)).toEqual([null, null, null, 1, 1, 1]);
  expect(values({ indicator: { population: 'assessed', measure: 'meanChange', of: 'health' } })).toEqual([
    ...[null, 1, 1, 1],
    ...[3, 3],
  ]);
  const answered = { population: 'responses', survey: 'exit', measure: 'count' } as const;
  expect(values({ indicator: answered })).toEqual([0, 0, 1, 1, 1, 1]);
});

test('months are merged until five rows have moved; the last point is the goal itself', () => {
  const ends = ['2025-01-31', '2025-02-10', '2025-03-10', '2025-03-11', '2025-06-02'];
  const many = [7, 2, 2, 1, 6];
  const rows = buildRows({
    enrolments: ends.flatMap((end, at) => enrolled(many[at]!, '2024-12-01', { end, exitStatus: 'employed' })),
  });
  const { points } = line(buildProgramme([exits], started), rows, false);
  expect(points.map(({ from, month, denominator }) => [from, month, denominator])).toEqual([
    ['2025-01', '2025-01', 7],
    ['2025-02', '2025-03', 12],
    ['2025-04', '2025-04', 12],
    ['2025-05', '2025-05', 12],
    ['2025-06', '2025-06', 18],
  ]);
});

test('a last step of a few rows is merged backwards, since today’s figure is told anyhow', () => {
  const rows = buildRows({
    enrolments: [
      ...enrolled(6, '2024-12-01', { end: '2025-01-20' }),
      ...enrolled(6, '2024-12-01', { end: '2025-04-20' }),
      ...enrolled(2, '2024-12-01', { end: '2025-06-20' }),
    ],
  });
  const { points } = line(buildProgramme([exits], started), rows, false);
  expect(points.map(({ month, denominator }) => [month, denominator])).toEqual([
    ['2025-01', 6],
    ['2025-02', 6],
    ['2025-03', 6],
    ['2025-06', 14],
  ]);
});

test('one exit among many enrolments is not told, though no enrolment came', () => {
  const rows = buildRows({
    enrolments: [
      ...enrolled(20, '2025-01-01'),
      ...enrolled(1, '2025-01-01', { end: '2025-03-01', exitStatus: 'employed' }),
    ],
  });
  const months = (open: boolean) => line(buildProgramme([work], started), rows, open).points.map(({ month }) => month);
  expect(months(true)).toHaveLength(6);
  expect(months(false)).toEqual(['2025-03', '2025-04', '2025-05', '2025-06']);
});

test('goals over the same rows get the same months, though one of them has fewer answers', () => {
  const share = (of: string): GoalOverrides => ({
    indicator: { population: 'responses', survey: 'exit', measure: 'share', of },
  });
  const answers = (n: number, submittedAt: string, given: Record<string, string>) =>
    times(n, () => buildResponse({ submittedAt, answers: given }));
  const both = { feelsBetter: 'yes', gotSupport: 'yes' };
  const rows = buildRows({
    responses: [
      ...answers(6, '2025-01-05', both),
      ...answers(4, '2025-03-05', { feelsBetter: 'yes' }),
      ...answers(2, '2025-03-05', both),
      ...answers(6, '2025-05-05', both),
    ],
  });
  const [better, support] = [share("{feelsBetter} = 'yes'"), share("{gotSupport} = 'yes'")];
  const months = (goals: GoalOverrides[]) =>
    line(buildProgramme(goals, started), rows, false).points.map(({ month }) => month);
  expect(months([better])).toContain('2025-03');
  expect(months([better, support])).toEqual(months([support, better]));
  expect(months([better, support])).not.toContain('2025-03');
});

test('a month from which a hidden cohort would follow is left out', () => {
  // Fourth quarter 4 + 6, first quarter of the next year 3 (hidden): November and March would both be told.
  const mayTell = (earlier: number, later: number) => {
    const cumulative = [4, 7, 10, 13, 20];
    const moved = (cumulative[later] ?? 0) - (cumulative[earlier] ?? 0);
    return moved === 0 || moved >= 5;
  };
  const days = { candidates: [0, 1, 2, 3, 4], told: [] };
  expect(choosePoints({ ...days, links: [] }, mayTell)).toEqual([1, 3, 4]);
  expect(choosePoints({ ...days, links: [[-1, 2]] }, mayTell)).toEqual([2, 4]);
});

test('too few in all: no point; a judged goal: none either', () => {
  const rows = buildRows({ enrolments: enrolled(3, '2025-01-01', { end: '2025-02-01' }) });
  expect(line(buildProgramme([exits], started), rows, false)).toMatchObject({ suppressed: true, points: [] });
  const judged: GoalOverrides = { indicator: { measure: 'judged' }, target: { judged: 'yes' } };
  expect(line(buildProgramme([judged], started), rows)).toMatchObject({ suppressed: false, points: [] });
});

test('rows that moved since the results were released give no line at all', () => {
  const programme = buildProgramme([exits], started);
  const rows = (n: number) => buildRows({ enrolments: enrolled(n, '2025-01-01', { end: '2025-02-01' }) });
  const [result] = protect(programme, count(programme, rows(9)));
  const table = buildTable(programme, surveys, rows(10), today);
  const [goal] = programme.goals;
  const found = timelineOf({ programme, surveys, table, goal: goal!, result: result!, open: false });
  expect(found).toMatchObject({ notReleased: true, points: [] });
});

test('after the programme’s end the line stops where nothing moves any more', () => {
  const ended = { start: '2025-01-01', end: '2025-02-28' };
  const rows = buildRows({ enrolments: enrolled(6, '2025-01-01', { end: '2025-03-20' }) });
  const { points } = line(buildProgramme([exits], ended), rows);
  expect(points.at(-1)?.month).toBe('2025-03');
});

test('whatever the rows, no two points shown differ by 1 to 4 rows, nor from the goal’s own total (seed 20261123)', () => {
  const days = fc.integer({ min: 0, max: 540 });
  const dayAt = (offset: number) => new Date(Date.UTC(2024, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
  const rows = fc.array(fc.record({ start: days, stay: fc.integer({ min: 1, max: 300 }), ends: fc.boolean() }), {
    minLength: 5,
    maxLength: 60,
  });
  const differences = (values: (number | null)[]) =>
    values.flatMap((a, at) => values.slice(0, at).map((b) => Math.abs((a ?? 0) - (b ?? 0))));
  const check = fc.property(rows, fc.constantFrom(work, exits), (made, goal) => {
    const enrolments = made.map(({ start, stay, ends }, at) =>
      buildEnrolment({
        start: dayAt(start),
        ...(ends && start + stay <= 545 && { end: dayAt(start + stay), exitStatus: at % 2 ? 'employed' : 'studying' }),
      }),
    );
    const { points } = line(buildProgramme([goal], { start: '2024-01-01' }), buildRows({ enrolments }), false);
    const bases = [0, ...points.map(({ denominator }) => denominator)];
    expect(differences(bases).filter((step) => step > 0 && step < 5)).toEqual([]);
  });
  fc.assert(check, { seed: 20261123, numRuns: 60 });
});
