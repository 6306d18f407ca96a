// Two programmes side by side: for whoever has access to both, with what is protected in each protected here.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comparison } from '../../../server/contract/comparison.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildProgramme, buildUser } from '../../support/factories.ts';

let app: TestApp;
let one: string;
let other: string;
let evaluator: string;

const share = (id: string, status: string) => ({
  ...{ id, title: { sv: id } },
  indicator: { population: 'enrolments' as const, measure: 'share' as const, of: `{exitStatus} = '${status}'` },
});
const get = (token: string, slug = one, beside = other) =>
  app.call('get', `/programmes/${slug}/comparison?with=${beside}`, { token });

beforeAll(async () => {
  app = await openTestApp();
  const judged = { id: 'material', title: { sv: 'Material' }, indicator: { measure: 'judged' as const } };
  one = (await buildProgramme({ goals: [share('work', 'employed'), judged] })).slug;
  other = (await buildProgramme({ goals: [share('jobs', 'employed')] })).slug;
  const exits = (slug: string, n: number, exitStatus: string) =>
    Promise.all(Array.from({ length: n }, () => buildEnrolment(slug, { end: '2024-12-01', exitStatus })));
  await exits(one, 8, 'employed');
  await exits(one, 12, 'studying');
  await exits(other, 3, 'studying');
  evaluator = (await buildUser({ role: 'evaluator', access: [{ programme: one }, { programme: other }] })).token;
});
afterAll(() => app.close());

test('a programme too small to be shown hides its figures here too, until it is large enough', async () => {
  const small = comparison.parse((await get(evaluator)).body);
  expect(small.pairs).toMatchObject([{ matchedBy: 'definition', why: 'hidden', difference: null }]);
  expect(small.pairs[0]?.other).not.toHaveProperty('numerator');
  expect(small.alone).toMatchObject({ one: [{ id: 'material', reason: 'judged' }], other: [] });
  for (let at = 0; at < 7; at++) await buildEnrolment(other, { end: '2024-12-01', exitStatus: 'studying' });
  const { pairs } = comparison.parse((await get(evaluator)).body);
  expect(pairs[0]?.difference?.estimate).toBeCloseTo(0.4, 12);
});

test('both programmes must be the caller’s own, and a coordinator has no say', async () => {
  const half = await buildUser({ role: 'evaluator', access: [{ programme: one }] });
  expect(await get(half.token)).toMatchObject({ status: 404 });
  expect(await get(half.token, other, one)).toMatchObject({ status: 404 });
  expect(await get((await buildCoordinator(one, 'ostad')).token)).toMatchObject({ status: 403 });
  expect(await get((await buildUser()).token)).toMatchObject({ status: 200 });
});
