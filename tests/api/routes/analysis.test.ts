// Analysis and cross table through the door: each role gets what it may, in the shape that openapi.json says.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { limitTables } from '../../../server/access/tables.ts';
import { crossTable, crossTableChoices, goalAnalysis } from '../../../server/contract/analysis.ts';
import { upsertResponses } from '../../../server/store/responses.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildProgramme, buildUser } from '../../support/factories.ts';

let app: TestApp;
let slug: string;
let evaluator: string;
let coordinator: string;

beforeAll(async () => {
  app = await openTestApp();
  const share = { population: 'enrolments', measure: 'share', of: "{exitStatus} = 'employed'" } as const;
  const treated = {
    population: 'responses',
    survey: 'treatment',
    measure: 'share',
    of: "{treatedByCoordinator} = 'well'",
  } as const;
  const programme = await buildProgramme({
    goals: [
      { id: 'participants', title: { sv: 'Deltagare' }, indicator: { population: 'enrolments', measure: 'count' } },
      { id: 'work', title: { sv: 'Arbete' }, indicator: share },
      { id: 'treated', title: { sv: 'Bemötande' }, indicator: treated },
    ],
  });
  slug = programme.slug;
  const people = (n: number, overrides: Parameters<typeof buildEnrolment>[1]) =>
    Promise.all(Array.from({ length: n }, () => buildEnrolment(slug, { end: '2024-09-01', ...overrides })));
  await people(9, { gender: 'woman', exitStatus: 'employed', referrer: 'office' });
  await people(8, { gender: 'man', exitStatus: 'studying', referrer: 'clinic' });
  await people(2, { gender: 'other', exitStatus: 'studying', site: 'vastad', referrer: 'far-away' });
  const responses = Array.from({ length: 6 }, (_, at) => ({
    ...{ response: `t${at}`, survey: 'treatment', version: 1, submittedAt: '2024-09-01', site: 'ostad' },
    answers: { treatedByCoordinator: at < 5 ? 'well' : 'badly' },
  }));
  await upsertResponses(slug, responses);
  evaluator = (await buildUser({ role: 'evaluator', access: [{ programme: slug }] })).token;
  coordinator = (await buildCoordinator(slug, 'ostad')).token;
});
afterAll(() => app.close());

const get = async (path: string, token: string) => {
  const { status, body } = await app.call('get', `/programmes/${slug}${path}`, { token });
  return { status, body };
};

test('an evaluator gets the whole distribution, and no answers of groups while one is hidden', async () => {
  const { body } = await get('/goals/work/analysis?by=gender', evaluator);
  const found = goalAnalysis.parse(body);
  expect(found.withheld).toEqual(['hiddenGroups']);
  expect(found.distributions[0]).toMatchObject({ name: 'exitStatus', groups: null, whole: { counts: [9, 10] } });
});

test('a coordinator gets the groups of the own site, and only its people', async () => {
  const { body } = await get('/goals/work/analysis?by=gender', coordinator);
  const found = goalAnalysis.parse(body);
  expect(found.distributions[0]?.groups?.map(({ by, counts }) => [by.gender, counts])).toEqual([
    ['woman', [9, 0]],
    ['man', [0, 8]],
  ]);
  expect(found.comparisons).toHaveLength(1);
});

test('what is asked wrongly is said by name', async () => {
  expect(await get('/goals/nothing/analysis', evaluator)).toMatchObject({ status: 404 });
  expect(await get('/goals/work/analysis?by=gender,site', evaluator)).toMatchObject({ status: 422 });
  expect(await get('/goals/work/analysis?by=colour', evaluator)).toMatchObject({ status: 422 });
  expect(await get('/goals/work/analysis?by=site*referrer', evaluator)).toMatchObject({
    ...{ status: 403, body: { code: 'filter-not-allowed' } },
  });
});

const cross = (rest: string, token: string) => get(`/cross-table?population=enrolments&${rest}`, token);

test('a coordinator crosses any two names of the own site; an evaluator only the allowed pairs of who people are', async () => {
  const own = crossTable.parse((await cross('row=gender&column=exitStatus', coordinator)).body);
  expect(own.row.categories.map(({ value }) => value)).toEqual(['woman', 'man', 'other', 'unknown']);
  expect(own.counts.slice(0, 2)).toEqual([
    [9, 0],
    [0, 8],
  ]);
  expect(own.total).toBe(17);
  expect(JSON.stringify(own)).not.toContain('far-away');
  expect(JSON.stringify(own)).not.toContain('vastad');
  expect(await cross('row=gender&column=exitStatus', evaluator)).toMatchObject({ status: 403 });
  expect(await cross('row=site&column=referrer', evaluator)).toMatchObject({ status: 403 });
  const pair = crossTable.parse((await cross('row=gender&column=site', evaluator)).body);
  expect(pair).toMatchObject({ total: 19, test: null, noTest: 'hidden' });
  expect(pair.counts[2]).toEqual([0, null]);
});

test('free text, the same name twice and a survey that is not there are refused with the field', async () => {
  const text = await get(
    '/cross-table?population=responses&survey=exit&row=whatHelped&column=feelsBetter',
    coordinator,
  );
  expect(text).toMatchObject({ status: 422 });
  expect(JSON.stringify(text.body)).toContain('free text');
  expect(await cross('row=gender&column=gender', coordinator)).toMatchObject({ status: 422 });
  expect(await get('/cross-table?population=responses&survey=none&row=a&column=b', coordinator)).toMatchObject({
    status: 422,
  });
  expect(await cross('row=gender&column=nothing', coordinator)).toMatchObject({ status: 422 });
});

test('answers of an anonymous survey are protected from its coordinator as from everyone', async () => {
  const survey = '/cross-table?population=responses&survey=treatment';
  expect(await get(`${survey}&row=gender&column=treatedByCoordinator`, coordinator)).toMatchObject({ status: 403 });
  const found = goalAnalysis.parse((await get('/goals/treated/analysis?by=gender', coordinator)).body);
  expect(found.distributions[0]?.whole).toMatchObject({ n: 6 });
  expect(found.distributions[0]?.groups ?? []).toEqual([]);
});

test('what may be crossed is offered, and nothing else', async () => {
  const choices = async (token: string) =>
    crossTableChoices.parse((await get('/cross-table/choices', token)).body).choices;
  const forEvaluator = await choices(evaluator);
  expect(forEvaluator.map(({ population, survey }) => [population, survey])).toEqual([
    ['enrolments', null],
    ['responses', 'treatment'],
  ]);
  expect(forEvaluator[0]?.pairs).toContainEqual(['gender', 'site']);
  expect(forEvaluator[0]?.variables.map(({ name }) => name)).not.toContain('exitStatus');
  const forCoordinator = await choices(coordinator);
  const exit = forCoordinator.find(({ survey }) => survey === 'exit');
  expect(exit?.pairs).toBeNull();
  expect(exit?.variables.map(({ name }) => name)).not.toContain('whatHelped');
  expect(exit?.variables.find(({ name }) => name === 'feelsBetter')?.title?.sv).toContain('?');
  for (const { population, survey, pairs } of forEvaluator)
    for (const [row, column] of pairs ?? []) {
      const of = survey === null ? '' : `&survey=${survey}`;
      const path = `/cross-table?population=${population}${of}&row=${row}&column=${column}`;
      expect((await get(path, evaluator)).status, path).toBe(200);
    }
});

test('beyond the memory for answers goals are counted all the same, and what asks for single rows says what to do', async () => {
  const before = (await get('/results?by=site', coordinator)).body;
  limitTables(1);
  try {
    await get('/results', coordinator); // drops what is kept row by row
    const { status, body } = await get('/results?by=site', coordinator);
    expect(status).toBe(200);
    expect(body).toEqual({ ...before, computedAt: body.computedAt });
    const refused = await get('/goals/work/analysis', coordinator);
    expect(refused).toMatchObject({ status: 507, body: { code: 'beyond-memory' } });
    expect(refused.body.detail).toContain('ANSWER_MEMORY_MB');
  } finally {
    limitTables(512 * 2 ** 20);
  }
});
