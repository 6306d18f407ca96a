import { expect, test } from 'vitest';
import type { Assessment, Enrolment } from '../../../server/domain/programme/records.ts';
import {
  buildEnrolment,
  buildProgramme,
  buildResponse,
  buildRows,
  type GoalOverrides,
  times,
} from '../indicators/builders.ts';
import { analyse } from './builders.ts';

const statuses = ['employed', 'studying', 'other'].map((value) => ({ value, title: { sv: value } }));
const employed: GoalOverrides = {
  indicator: { population: 'exits', measure: 'share', of: "{exitStatus} = 'employed'" },
};
const exits = (n: number, exitStatus: string, overrides: Partial<Enrolment> = {}) =>
  times(n, () => buildEnrolment({ end: '2024-12-01', exitStatus, ...overrides }));
const programme = buildProgramme([employed], { codes: { exitStatus: statuses } });

test('a share shows what it is made of: every status in the programme’s order, with its share of those that have one', () => {
  const rows = buildRows({ enrolments: [...exits(6, 'employed'), ...exits(3, 'other'), ...exits(1, '')] });
  const [found] = analyse(programme, rows).distributions;
  expect(found?.name).toBe('exitStatus');
  expect(found?.categories.map(({ value }) => value)).toEqual(['employed', 'studying', 'other']);
  expect(found?.whole).toMatchObject({ n: 9, missing: 1, counts: [6, 0, 3] });
  expect(found?.whole.shares[0]).toBeCloseTo(6 / 9, 12);
  expect(found?.whole.quartiles).toBeNull();
});

test('a mean shows its scale with what nobody answered, cumulative shares, median and quartiles, by group too', () => {
  const mean: GoalOverrides = {
    indicator: { population: 'responses', survey: 'collaboration', measure: 'mean', of: 'incomeSupportAndCare' },
  };
  const answer = (value: number, role: string) =>
    buildResponse({ survey: 'collaboration', role, answers: { incomeSupportAndCare: value } });
  const responses = [
    ...[1, 2, 2, 4].map((value) => answer(value, 'region')),
    ...[4, 4, 5].map((value) => answer(value, 'manager')),
  ];
  const roles = ['region', 'manager'].map((value) => ({ value, title: { sv: value } }));
  const found = analyse(buildProgramme([mean], { codes: { role: roles } }), buildRows({ responses }), 'role');
  const [distribution] = found.distributions;
  expect(distribution?.categories.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
  expect(distribution?.whole).toMatchObject({ counts: [1, 2, 0, 3, 1], quartiles: { lower: 2, median: 4, upper: 4 } });
  expect(distribution?.whole.cumulative.map((each) => Math.round((each ?? 0) * 7))).toEqual([1, 3, 3, 6, 7]);
  expect(distribution?.groups?.map(({ by, counts }) => [by.role, counts])).toEqual([
    ['region', [1, 2, 0, 1, 0]],
    ['manager', [0, 0, 0, 2, 1]],
  ]);
  // Two roles that are everybody are compared once; Welch by hand: means 2.25 and 13/3, variances 1.58333 and 1/3.
  expect(found.comparisons).toHaveLength(1);
  expect(found.comparisons[0]?.estimate).toBeCloseTo(2.25 - 13 / 3, 12);
  expect(found.outcome).toMatchObject({
    outcome: 'answers',
    counts: [
      [1, 2, 0, 1, 0],
      [0, 0, 0, 2, 1],
    ],
  });
});

test('numbers without a scale are put into even bands, a band’s end belonging to the next', () => {
  const hours: GoalOverrides = {
    indicator: { population: 'responses', survey: 'exit', measure: 'mean', of: 'activityHours' },
  };
  const values = [0, 2.5, 5, 7.5, 10, 12, 14, 20, 30, 39.5];
  const responses = values.map((activityHours) => buildResponse({ answers: { activityHours } }));
  const [found] = analyse(buildProgramme([hours]), buildRows({ responses })).distributions;
  expect(found?.categories.map(({ value, below }) => [value, below])).toEqual([
    [0, 5],
    [5, 10],
    [10, 15],
    [15, 20],
    [20, 25],
    [25, 30],
    [30, 35],
    [35, 40],
  ]);
  expect(found?.whole.counts).toEqual([2, 2, 3, 0, 1, 0, 1, 1]);
  expect(found?.whole.quartiles?.median).toBe(11);
});

test('several chosen answers each count, of those who answered', () => {
  const grounds: GoalOverrides = {
    indicator: { population: 'responses', survey: 'treatment', measure: 'share', of: "{grounds} contains 'none'" },
  };
  const responses = [['none'], ['sex', 'age'], ['sex']].map((chosen) =>
    buildResponse({ survey: 'treatment', answers: { grounds: chosen } }),
  );
  const [found] = analyse(buildProgramme([grounds]), buildRows({ responses })).distributions;
  const counts = new Map(found?.categories.map(({ value }, at) => [value, found.whole.counts[at]]));
  expect(found).toMatchObject({ multiple: true, whole: { n: 3 } });
  expect([counts.get('sex'), counts.get('age'), counts.get('none'), counts.get('ethnicity')]).toEqual([2, 1, 1, 0]);
});

test('three groups are each compared with all others, also those that lack the variable', () => {
  const enrolments = [
    ...exits(10, 'employed', { gender: 'woman' }),
    ...exits(30, 'other', { gender: 'woman' }),
    ...exits(24, 'employed', { gender: 'man' }),
    ...exits(16, 'other', { gender: 'man' }),
    ...exits(20, 'other', { gender: 'other' }),
  ];
  const { comparisons, outcome } = analyse(programme, buildRows({ enrolments }), 'gender');
  expect(comparisons.map(({ first, second, clear }) => [first.side, first.n, second.side, second.n, clear])).toEqual([
    [{ group: { gender: 'woman' } }, 40, { rest: true }, 60, false],
    [{ group: { gender: 'man' } }, 40, { rest: true }, 60, true],
    [{ group: { gender: 'other' } }, 20, { rest: true }, 80, true],
  ]);
  expect(comparisons[0]?.estimate).toBeCloseTo(10 / 40 - 24 / 60, 12);
  expect(outcome?.counts).toEqual([
    [10, 30],
    [24, 16],
    [0, 20],
  ]);
  // 34 of 100: expected 13.6, 13.6, 6.8; (3.6²+10.4²)/13.6 + 6.8 over 34, the same over 66 with 26.4 and 13.2
  expect(outcome?.test?.chiSquare).toBeCloseTo(
    (12.96 + 108.16) / 13.6 + 6.8 + (12.96 + 108.16) / 26.4 + 6.8 ** 2 / 13.2,
    9,
  );
});

test('a wave is compared with the one it is to exceed, where a goal counts that one', () => {
  const wave = (slug: string, target?: object): GoalOverrides => ({
    indicator: {
      population: 'responses',
      survey: 'collaboration',
      measure: 'mean',
      of: 'incomeSupportAndCare',
      wave: slug,
    },
    ...(target && ({ target } as object)),
  });
  const responses = (['w1', 'w2'] as const).flatMap((slug, at) =>
    [1, 2, 3, 4, 5, 5].map((value) =>
      buildResponse({
        survey: 'collaboration',
        wave: slug,
        answers: { incomeSupportAndCare: Math.min(5, value + at) },
      }),
    ),
  );
  const two = buildProgramme([wave('w2', { aboveWave: 'w1' }), wave('w1')]);
  const [found] = analyse(two, buildRows({ responses })).comparisons;
  expect(found?.first).toMatchObject({ side: { wave: 'w2' }, n: 6, value: 4 });
  expect(found?.second).toMatchObject({ side: { wave: 'w1' }, n: 6, value: 20 / 6 });
  const alone = buildProgramme([wave('w2', { aboveWave: 'w1' })]);
  expect(analyse(alone, buildRows({ responses })).comparisons).toEqual([]);
});

const cards = (enrolment: string, first: number, last: number): Assessment[] =>
  [first, last].map((health, at) => ({ enrolment, date: `2024-0${at + 1}-01`, person: { health }, coordinator: {} }));
const changed = (pairs: [number, number][], overrides: Partial<Enrolment> = {}) => {
  const enrolments = pairs.map(() => buildEnrolment(overrides));
  return { enrolments, assessments: enrolments.flatMap(({ enrolment }, at) => cards(enrolment, ...pairs[at]!)) };
};
const health: GoalOverrides = { indicator: { population: 'assessed', measure: 'meanChange', of: 'health' } };

test('a change says how many went up, stood still and went down, its effect size, and first by last', () => {
  const { change } = analyse(
    buildProgramme([health]),
    buildRows(
      changed([
        [1, 3],
        [2, 2],
        [3, 4],
        [4, 3],
      ]),
    ),
  );
  // changes 2, 0, 1, -1: mean 0.5, squares 2.25 + 0.25 + 0.25 + 2.25 = 5, sd sqrt(5 / 3)
  expect(change).toMatchObject({ n: 4, up: 2, same: 1, down: 1, mean: 0.5, missing: 0, pickedByFirst: false });
  expect(change?.effect).toBeCloseTo(0.5 / Math.sqrt(5 / 3), 12);
  expect(change?.transitions?.counts).toEqual([
    [0, 0, 1, 0, 0],
    [0, 1, 0, 0, 0],
    [0, 0, 0, 1, 0],
    [0, 0, 1, 0, 0],
    [0, 0, 0, 0, 0],
  ]);
});

test('a goal that picks people by their first answer says so', () => {
  const low = buildProgramme([{ indicator: { ...health.indicator, where: '{health.first} <= 2' } }]);
  const { change } = analyse(
    low,
    buildRows(
      changed([
        [1, 3],
        [2, 2],
        [4, 4],
      ]),
    ),
  );
  expect(change).toMatchObject({ n: 2, pickedByFirst: true });
});

test('counts, people and judged goals have nothing to spread; an empty programme has empty figures', () => {
  const counts = buildProgramme([{ indicator: { population: 'enrolments', measure: 'count' } }]);
  expect(analyse(counts, buildRows(), 'gender')).toMatchObject({ distributions: [], comparisons: [], change: null });
  expect(analyse(programme, buildRows()).distributions[0]?.whole).toMatchObject({ n: 0, counts: [0, 0, 0] });
  expect(analyse(buildProgramme([health]), buildRows()).change).toMatchObject({ n: 0, mean: null, effect: null });
});
