// Whoever may not see individuals is shown a release: figures that stand still until enough rows have changed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { upsertResponses } from '../../../server/store/responses.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildProgramme, buildUser } from '../../support/factories.ts';

let app: TestApp;
let slug: string;
let evaluator: string;
let coordinator: string;

beforeAll(async () => {
  app = await openTestApp();
  const answered = { population: 'responses', survey: 'treatment', measure: 'count' } as const;
  const programme = await buildProgramme({
    goals: [
      { id: 'enrolled', title: { sv: 'Inskrivna' }, indicator: { population: 'enrolments', measure: 'count' } },
      { id: 'answers', title: { sv: 'Svar' }, indicator: answered },
    ],
  });
  slug = programme.slug;
  await enrol(12);
  await answer(9);
  evaluator = (await buildUser({ role: 'evaluator', access: [{ programme: slug }] })).token;
  coordinator = (await buildCoordinator(slug, 'ostad')).token;
});
afterAll(() => app.close());

const enrol = (n: number) => Promise.all(Array.from({ length: n }, () => buildEnrolment(slug, { site: 'ostad' })));
let answers = 0;
const answer = (n: number, site = 'ostad') =>
  upsertResponses(
    slug,
    Array.from({ length: n }, (_, at) => ({
      ...{ response: `t${answers++}`, survey: 'treatment', version: 1, submittedAt: '2024-02-01', site },
      answers: { respect: (at % 5) + 1 },
    })),
  );

interface Told {
  id: string;
  suppressed: boolean;
  value?: number;
  warnings: string[];
}
async function see(token: string, query = ''): Promise<Told[]> {
  const { status, body } = await app.call('get', `/programmes/${slug}/results${query}`, { token });
  expect(status).toBe(200);
  return body.goals;
}
const values = (goals: Told[]) => Object.fromEntries(goals.map(({ id, value }) => [id, value]));

test('four rows more change no figure of an evaluator, the fifth changes those of its own goal only', async () => {
  expect(values(await see(evaluator))).toEqual({ enrolled: 12, answers: 9 });
  await enrol(4);
  expect(values(await see(evaluator))).toEqual({ enrolled: 12, answers: 9 });
  await enrol(1);
  await answer(4);
  expect(values(await see(evaluator))).toEqual({ enrolled: 17, answers: 9 });
});

test('a coordinator sees each enrolment at once, but no single answer to an anonymous survey come in', async () => {
  expect(values(await see(coordinator))).toEqual({ enrolled: 17, answers: 13 });
  await enrol(1);
  await answer(1);
  expect(values(await see(coordinator))).toEqual({ enrolled: 18, answers: 13 });
  await answer(5, 'vastad');
  expect(values(await see(coordinator))).toEqual({ enrolled: 18, answers: 13 });
  await answer(4);
  await enrol(1);
  expect(values(await see(coordinator))).toEqual({ enrolled: 19, answers: 18 });
});

test('no filter of a coordinator’s own narrows an anonymous survey', async () => {
  for (const filter of ['where={gender}="man"', 'cohort=2024Q1', 'minDays=17']) {
    const [, found] = await see(coordinator, `?${encodeURI(filter)}`);
    expect(found).toMatchObject({ id: 'answers', suppressed: true, warnings: ['filterNotApplicable'] });
    expect(found).not.toHaveProperty('value');
  }
});
