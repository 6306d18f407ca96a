// The time line through the door: every month for those who may see individuals, merged ones for all others.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Timeline, timeline } from '../../../server/contract/timeline.ts';
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
    start: '2024-01-01',
    end: '2024-06-30',
    goals: [
      { id: 'exits', title: { sv: 'Avslut' }, indicator: { population: 'exits', measure: 'count' } },
      { id: 'answers', title: { sv: 'Svar' }, indicator: answered },
    ],
  });
  slug = programme.slug;
  const leave = (n: number, end: string, site = 'ostad') =>
    Promise.all(Array.from({ length: n }, () => buildEnrolment(slug, { start: '2024-01-02', end, site })));
  await leave(6, '2024-02-10');
  await leave(2, '2024-03-10');
  await leave(4, '2024-04-10');
  await leave(6, '2024-04-11', 'vastad');
  const days = [...Array(6).fill('2024-02-01'), ...Array(2).fill('2024-03-01'), ...Array(5).fill('2024-05-01')];
  const response = (submittedAt: string, at: number) => ({
    ...{ response: `t${at}`, survey: 'treatment', version: 1, submittedAt, site: 'ostad', answers: {} },
  });
  await upsertResponses(slug, days.map(response));
  evaluator = (await buildUser({ role: 'evaluator', access: [{ programme: slug }] })).token;
  coordinator = (await buildCoordinator(slug, 'ostad')).token;
});
afterAll(() => app.close());

const told = ({ points }: Timeline) => points.map(({ month, value }) => `${month} ${value}`);
const get = async (goal: string, token: string) =>
  app.call('get', `/programmes/${slug}/goals/${goal}/timeline`, { token });
const line = async (goal: string, token: string) => timeline.parse((await get(goal, token)).body);

test('an evaluator gets no step of fewer than five rows', async () => {
  expect(told(await line('exits', evaluator))).toEqual([
    '2024-01 0',
    '2024-02 6',
    '2024-04 18',
    '2024-05 18',
    '2024-06 18',
  ]);
});

test('a coordinator gets every month of the own site, but of an anonymous survey what all others get', async () => {
  expect(told(await line('exits', coordinator)).slice(1, 4)).toEqual(['2024-02 6', '2024-03 8', '2024-04 12']);
  expect(told(await line('answers', coordinator))).not.toContain('2024-03 8');
  expect(told(await line('answers', coordinator)).slice(1, 3)).toEqual(['2024-02 6', '2024-05 13']);
});

test('a goal that is not there is not found', async () => {
  expect(await get('nothing', evaluator)).toMatchObject({ status: 404 });
});
