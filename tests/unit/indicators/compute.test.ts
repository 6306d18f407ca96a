import { expect, test } from 'vitest';
import { buildEnrolment, buildProgramme, buildResponse, buildRows, count, group, times } from './builders.ts';

const share = (of: string, extra: object = {}) => ({
  indicator: { population: 'enrolments' as const, measure: 'share' as const, of, ...extra },
});

test('a share of enrolments is of all rows, and says how many lacked the name', () => {
  const rows = buildRows({
    enrolments: [
      ...times(3, () => buildEnrolment({ exitStatus: 'employed', end: '2024-06-01' })),
      buildEnrolment({ exitStatus: 'other', end: '2024-06-01' }),
      ...times(4, () => buildEnrolment()),
    ],
  });
  const [all, answered] = count(
    buildProgramme([share("{exitStatus} = 'employed'"), share("{exitStatus} = 'employed'", { base: 'answered' })]),
    rows,
  );
  expect(all).toMatchObject({ value: 3 / 8, numerator: 3, denominator: 8, missing: 4 });
  expect(answered).toMatchObject({ value: 3 / 4, numerator: 3, denominator: 4, missing: 4 });
});

test('a share of responses is of those who answered', () => {
  const rows = buildRows({
    responses: [
      buildResponse({ answers: { feelsBetter: 'yes' } }),
      buildResponse({ answers: { feelsBetter: 'no' } }),
      buildResponse({ answers: { nextStep: 'work' } }),
    ],
  });
  const indicator = { population: 'responses', survey: 'exit', measure: 'share', of: "{feelsBetter} = 'yes'" } as const;
  expect(count(buildProgramme([{ indicator }]), rows)[0]).toMatchObject({ numerator: 1, denominator: 2, missing: 1 });
});

test('a goal without rows has no value and no data, never 0', () => {
  const goal = { ...share("{gender} = 'woman'"), target: { atLeast: 0.1 } };
  const [result] = count(buildProgramme([goal]), buildRows());
  expect(result).toMatchObject({ value: null, numerator: 0, denominator: 0, ci95: null, status: 'noData' });
});

test('enrolments and people are counted apart', () => {
  const rows = buildRows({
    enrolments: [buildEnrolment({ person: 'a' }), buildEnrolment({ person: 'a' }), buildEnrolment({ person: 'b' })],
  });
  const goals = (['count', 'people'] as const).map((measure) => ({
    indicator: { population: 'enrolments' as const, measure },
  }));
  expect(count(buildProgramme(goals), rows).map(({ value, denominator, ci95 }) => [value, denominator, ci95])).toEqual([
    [3, 3, null],
    [2, 2, null],
  ]);
});

test('rows that lack the variable count in the total and in no group; declared sites are there even when empty', () => {
  const rows = buildRows({
    enrolments: [buildEnrolment(), buildEnrolment({ gender: 'man' }), buildEnrolment({ gender: undefined })],
  });
  const [goal] = count(
    buildProgramme([{ indicator: { population: 'enrolments', measure: 'count' } }]),
    rows,
    'gender,site',
  );
  expect(goal?.value).toBe(3);
  expect(goal?.groups.map(({ by, value }) => [by, value])).toEqual([
    [{ gender: 'woman' }, 1],
    [{ gender: 'man' }, 1],
    [{ site: 'norra' }, 3],
    [{ site: 'sodra' }, 0],
  ]);
});

test('bands and cohorts come in rising order, crossed groups in the order of their parts', () => {
  const rows = buildRows({
    enrolments: [
      buildEnrolment({ birthYear: 1970, start: '2024-08-01', gender: 'man' }),
      buildEnrolment({ birthYear: 2000, start: '2023-02-01' }),
    ],
  });
  const [goal] = count(
    buildProgramme([{ indicator: { population: 'enrolments', measure: 'count' } }]),
    rows,
    'cohort,gender*ageBand',
  );
  expect(goal?.groups.map(({ by, value }) => [Object.values(by).join(' '), value])).toEqual([
    ['2023Q1', 1],
    ['2024Q3', 1],
    ['woman 19', 1],
    ['woman 45', 0],
    ['man 19', 0],
    ['man 45', 1],
  ]);
});

test('groups and sites have targets and statuses of their own, and the verdict leaves the computed status alone', () => {
  const rows = buildRows({
    enrolments: [...times(3, () => buildEnrolment()), buildEnrolment({ gender: 'man', site: 'sodra' })],
  });
  const verdict = { status: 'met', motivation: 'good enough', by: 'evaluator', date: '2025-01-01' } as const;
  const [goal] = count(
    buildProgramme([
      {
        indicator: { population: 'enrolments', measure: 'count' },
        target: { atLeast: 5 },
        near: 1,
        siteTargets: { sodra: { atLeast: 2 } },
        groupTargets: [{ by: { gender: 'woman' }, target: { between: [3, 4] } }],
        verdict,
      },
    ]),
    rows,
    'gender,site',
  );
  expect(goal).toMatchObject({ status: 'near', verdict });
  expect(group(goal, { gender: 'woman' })).toMatchObject({ status: 'met', target: { between: [3, 4] } });
  expect(group(goal, { gender: 'man' })).toMatchObject({ status: null, target: null });
  expect(group(goal, { site: 'sodra' })).toMatchObject({ status: 'near' });
});

test('shareOfSites counts the sites that reach it among the sites with rows', () => {
  const rows = buildRows({
    enrolments: [...times(4, () => buildEnrolment()), ...times(2, () => buildEnrolment({ site: 'sodra' }))].map(
      (row, at) => ({ ...row, enrolment: `x${at}` }),
    ),
    interventions: ['x0', 'x1', 'x2', 'x4'].map((enrolment) => ({ enrolment, type: 'practice', start: '2024-02-01' })),
  });
  const reach = { measure: 'share', of: '{jobFocused} = true', target: { atLeast: 0.75 } } as const;
  const indicator = { population: 'enrolments', measure: 'shareOfSites', reach } as const;
  const programme = buildProgramme([{ indicator, target: { atLeast: 1 } }], {
    sites: ['norra', 'sodra', 'tom'].map((slug) => ({ slug, title: slug })),
  });
  const [goal] = count(programme, rows, 'site');
  expect(goal).toMatchObject({ value: 0.5, numerator: 1, denominator: 2, ci95: null, status: 'notMet' });
  expect(goal?.groups.map(({ value }) => value)).toEqual([1, 0, null]);
});

test('a mean above an earlier wave is compared per group too', () => {
  const answer = (wave: string, gender: 'woman' | 'man', value: number) =>
    buildResponse({ survey: 'collaboration', wave, gender, answers: { incomeSupportAndCare: value } });
  const rows = buildRows({
    responses: [answer('w1', 'woman', 3), answer('w1', 'man', 3), answer('w2', 'woman', 5), answer('w2', 'man', 2)],
  });
  const [goal] = count(
    buildProgramme([
      {
        indicator: {
          population: 'responses',
          survey: 'collaboration',
          wave: 'w2',
          measure: 'mean',
          of: 'incomeSupportAndCare',
        },
        target: { aboveWave: 'w1' },
        groupTargets: (['woman', 'man'] as const).map((gender) => ({ by: { gender }, target: { aboveWave: 'w1' } })),
      },
    ]),
    rows,
    'gender',
  );
  expect(goal).toMatchObject({ value: 3.5, status: 'met', warnings: ['smallBase'] });
  expect(goal?.groups.map(({ status }) => status)).toEqual(['met', 'notMet']);
});

test('meanChange of several questions is the mean over rows of the mean of each row', () => {
  const card = (
    enrolment: string,
    date: string,
    person: Record<string, number>,
    coordinator: Record<string, number> = {},
  ) => ({
    enrolment,
    date,
    person,
    coordinator,
  });
  const rows = buildRows({
    enrolments: ['a', 'b', 'c'].map((enrolment) => buildEnrolment({ enrolment })),
    assessments: [
      card('a', '2024-07-01', { health: 4, jobIdea: 2 }, { contact: 5 }),
      card('a', '2024-01-01', { health: 2, jobIdea: 2 }, { contact: 1 }),
      card('b', '2024-01-01', { health: 3 }),
      card('b', '2024-04-01', { health: 3 }),
      card('c', '2024-01-01', { health: 1 }),
    ],
  });
  const of = (names: string | string[]) => ({
    indicator: { population: 'assessed' as const, measure: 'meanChange' as const, of: names },
  });
  const goals = count(
    buildProgramme([of(['health', 'jobIdea']), of('coordinator.contact'), of('person.health')]),
    rows,
  );
  // Row a: (2 + 0) / 2 = 1; row b: 0; c has one card only.
  expect(goals.map(({ mean, n, missing }) => [mean, n, missing])).toEqual([
    [0.5, 2, 0],
    [4, 1, 1],
    [1, 2, 0],
  ]);
  // sd of 1 and 0 is 0.7071; t with 1 degree of freedom 12.706: 0.5 +- 12.706 * 0.7071 / 1.4142
  expect(goals[0]?.sd).toBeCloseTo(Math.SQRT1_2, 12);
  expect(goals[0]?.ci95?.[0]).toBeCloseTo(-5.8531, 3);
});

test('follow-ups carry how many of those due were reached, and a gap of ten points between groups is warned of', () => {
  const enrolments = [...times(10, () => buildEnrolment()), ...times(10, () => buildEnrolment({ gender: 'man' }))];
  const followUps = enrolments.map(({ enrolment }, at) => ({
    enrolment,
    date: '2024-09-01',
    outcome:
      at < 2
        ? ('notReached' as const)
        : at < 5
          ? ('forward' as const)
          : at < 19
            ? ('kept' as const)
            : ('back' as const),
  }));
  const of = "{followUp} anyof ['forward', 'kept']";
  const programme = buildProgramme([{ indicator: { population: 'followUps', measure: 'share', of } }]);
  const [goal] = count(programme, buildRows({ enrolments, followUps }), 'gender');
  expect(goal).toMatchObject({ numerator: 17, denominator: 18, responseRate: { answered: 18, due: 20 } });
  expect(goal?.warnings).toEqual(['smallBase', 'responseRateGap']);
  expect(group(goal, { gender: 'woman' }).responseRate).toEqual({ answered: 8, due: 10 });
  expect(group(goal, { gender: 'man' })).toMatchObject({
    numerator: 9,
    denominator: 10,
    responseRate: { answered: 10, due: 10 },
  });
});

test('filters narrow every goal; one whose rows lack the name says so instead of counting nothing silently', () => {
  const rows = buildRows({
    enrolments: [
      buildEnrolment({ enrolment: 'long', start: '2024-01-01', end: '2024-12-31' }),
      buildEnrolment({ enrolment: 'short', start: '2024-08-01', end: '2024-08-31', site: 'sodra' }),
    ],
    responses: [
      buildResponse({ enrolment: 'long' }),
      buildResponse({ enrolment: 'short' }),
      buildResponse({ survey: 'treatment' }),
    ],
  });
  const responses = (survey: string) => ({
    indicator: { population: 'responses' as const, survey, measure: 'count' as const },
  });
  const programme = buildProgramme([
    { indicator: { population: 'enrolments', measure: 'count' } },
    responses('exit'),
    responses('treatment'),
  ]);
  const values = (filters: object) =>
    count(programme, rows, '', filters).map(({ value, warnings }) => [value, ...warnings]);
  expect(values({ minDays: 90 })).toEqual([[1], [1], [0, 'filterNotApplicable']]);
  expect(values({ cohort: '2024Q3' })).toEqual([[1], [1], [0, 'filterNotApplicable']]);
  expect(values({ where: "{site} = 'sodra'" })).toEqual([[1], [1], [0]]);
  expect(values({ where: '{days} > 90' })).toEqual([[1], [0, 'filterNotApplicable'], [0, 'filterNotApplicable']]);
  expect(values({ sites: ['norra'] })).toEqual([[1], [1], [0]]);
});

test('whoever sees one site only is told no other site and no value that occurs there only', () => {
  const rows = buildRows({ enrolments: [buildEnrolment(), buildEnrolment({ site: 'sodra', gender: 'other' })] });
  const programme = buildProgramme([{ indicator: { population: 'enrolments', measure: 'count' } }]);
  const [goal] = count(programme, rows, 'gender,site', { sites: ['norra'] });
  expect(goal?.groups.map(({ by }) => by)).toEqual([{ gender: 'woman' }, { site: 'norra' }]);
});

test('a judged goal has no figures and takes its status from having a verdict', () => {
  const judged = { indicator: { measure: 'judged' as const }, target: { judged: 'yes' } };
  const verdict = { status: 'met', motivation: 'seen', by: 'evaluator', date: '2025-01-01' } as const;
  const goals = count(buildProgramme([judged, { ...judged, verdict }]), buildRows(), 'gender');
  expect(goals.map(({ value, status, groups }) => [value, status, groups])).toEqual([
    [null, 'noData', []],
    [null, 'judged', []],
  ]);
});
