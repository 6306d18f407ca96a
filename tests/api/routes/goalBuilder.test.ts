// Making a goal: the names to choose from, and about what it would come to.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLimits } from '../../../server/access/limits.ts';
import type { GoalName, GoalPreview, GoalPreviewRequest } from '../../../server/contract/goalBuilder.ts';
import { getSecretKey } from '../../../server/secretKey.ts';
import { upsertResponses } from '../../../server/store/responses.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildEnrolment, buildProgramme, buildUser } from '../../support/factories.ts';

let app: TestApp;
let slug: string;
let token: string;
const women = 23;
const men = 38;

beforeAll(async () => {
  app = await openTestApp();
  slug = (await buildProgramme()).slug;
  token = (await buildUser()).token;
  for (let at = 0; at < women + men; at++)
    await buildEnrolment(slug, { gender: at < women ? 'woman' : 'man', site: at % 2 ? 'ostad' : 'vastad' });
  const answers = (feelsBetter?: string): { answers: Record<string, string> } => ({
    answers: feelsBetter ? { feelsBetter } : {},
  });
  const rows = Array.from({ length: 60 }, (_, at) => ({
    ...{ response: `R-${at}`, survey: 'exit', version: 1, submittedAt: '2024-05-01', site: 'ostad' },
    ...answers(at < 40 ? 'yes' : at < 50 ? 'no' : undefined),
  }));
  await upsertResponses(slug, rows);
});
afterAll(() => app.close());

const ask = (body: GoalPreviewRequest) => app.call('post', `/programmes/${slug}/goals/preview`, { token, body });
const told = async (body: GoalPreviewRequest) => (await ask(body)).body as GoalPreview;
const names = async (query: string) =>
  (await app.call('get', `/programmes/${slug}/goal-names?${query}`, { token })).body.names as GoalName[];
const womenIn = (where?: string): GoalPreviewRequest => ({
  indicator: { population: 'enrolments', measure: 'count', where: `{gender} = 'woman'${where ?? ''}` },
});

test('every number told is a multiple of the limit, near the truth, the same each time, and never the exact one', async () => {
  const count = await told(womenIn());
  expect(count).toMatchObject({ roundedTo: 5, measure: 'count', numerator: null, status: null });
  expect(count.value! % 5).toBe(0);
  expect(Math.abs(count.value! - women)).toBeLessThan(20);
  expect(await told(womenIn())).toMatchObject({ value: count.value });
  expect(await told(womenIn(" and {gender} <> 'man'"))).toMatchObject({ value: count.value });
  const share = await told({
    indicator: { population: 'responses', survey: 'exit', measure: 'share', of: "{feelsBetter} = 'yes'" },
    target: { atLeast: 0.1 },
  });
  for (const each of [share.numerator, share.denominator, share.missing]) expect(each! % 5).toBe(0);
  expect(share.value).toBe(share.numerator! / share.denominator!);
  expect(share.status).toBe('met');
  const exact = [women, men, women + men, 40 / 50];
  expect(exact).not.toContain(count.value);
  for (const each of Object.values(share)) expect(exact.slice(0, 3)).not.toContain(each);
});

test('a share or mean over few rows is not told, nor does its status follow them', async () => {
  const where = "{enrolment} = 'x'";
  expect((await ask({ indicator: { population: 'enrolments', measure: 'count', where } })).status).toBe(422);
  for (const at of [1, 2]) await buildEnrolment(slug, { fields: { qualification: 'a' }, start: `2024-03-0${at}` });
  const few = await told({
    indicator: { population: 'enrolments', measure: 'share', of: "{site} = 'ostad'", where: "{qualification} = 'a'" },
    target: { atLeast: 0.5 },
  });
  expect(few).toMatchObject({ value: null, numerator: null, status: 'noData' });
  expect([0, 5]).toContain(few.denominator);
});

test('sites are judged by their rounded numbers: a target that is moved tells no exact one', async () => {
  const reach = (least: number): GoalPreviewRequest => ({
    indicator: {
      ...{ population: 'enrolments', measure: 'shareOfSites', where: "{site} = 'ostad'" },
      reach: { measure: 'count', of: "{gender} = 'woman'", target: { atLeast: least } },
    },
  });
  const met: number[] = [];
  for (let least = 1; least <= 40; least++) if ((await told(reach(least))).numerator === 1) met.push(least);
  expect(met.length % 5).toBe(0);
});

test('what is wrong stands at its field', async () => {
  const of = async (body: object) => {
    const reply = await ask(body as GoalPreviewRequest);
    return [reply.status, reply.body.errors?.[0]?.field];
  };
  const share = { population: 'exits', measure: 'share' };
  expect(await of({ indicator: { ...share, of: "{exitStaus} = 'employed'" } })).toEqual([422, 'indicator.of']);
  expect(await of({ indicator: { ...share, of: '{days} > 5', where: '{nothing}' } })).toEqual([422, 'indicator.where']);
  expect(await of({ indicator: share })).toEqual([422, 'indicator.of']);
  expect(await of({ indicator: { population: 'responses', survey: 'none', measure: 'count' } })).toEqual([
    ...[422, 'indicator.survey'],
  ]);
  const indicator = { population: 'enrolments', measure: 'count' };
  expect(await of({ indicator, target: { aboveWave: 'w1' } })).toEqual([422, 'target.aboveWave']);
  expect(await of({ indicator, siteTargets: { nowhere: { atLeast: 1 } } })).toEqual([422, 'siteTargets.nowhere']);
});

test('the names of a population come with titles and values, of codes, fields and questions', async () => {
  const exits = await names('population=exits');
  const find = (list: GoalName[], name: string) => list.find((each) => each.name === name);
  expect(find(exits, 'exitStatus')).toMatchObject({
    ...{ type: 'code', title: null },
    values: [
      { value: 'employed', title: { sv: 'employed' } },
      { value: 'studying', title: { sv: 'studying' } },
    ],
  });
  expect(find(exits, 'site')?.values?.[0]).toEqual({ value: 'ostad', title: { sv: 'Östad' } });
  expect(find(exits, 'qualification')).toMatchObject({
    title: { sv: 'Kvalifikation' },
    values: [{ value: 'a' }, { value: 'b' }],
  });
  expect(find(exits, 'activityBand.first')?.values?.map(({ value }) => value)).toEqual([0, 1, 6, 10, 20, 30]);
  expect(find(exits, 'feelsBetter')).toBeUndefined();
  const answers = await names('population=responses&survey=exit');
  expect(find(answers, 'feelsBetter')).toMatchObject({ type: 'code', values: [{ value: 'yes' }, { value: 'no' }] });
  expect(find(answers, 'feelsBetter')?.title?.sv).toContain('?');
  expect(find(answers, 'exitStatus')).toBeUndefined();
  const matrix = await names('population=responses&survey=collaboration');
  expect(find(matrix, 'interventionsOffered.network')?.row?.sv).toBeTruthy();
  expect(find(matrix, 'wave')?.values?.map(({ value }) => value)).toEqual(['w1', 'w2']);
  const cards = await names('population=assessed');
  expect(find(cards, 'health.change')).toMatchObject({ half: 'person', point: 'change', type: 'number', sameAs: null });
  expect(find(cards, 'person.health.change')?.sameAs).toBe('health.change');
  expect(find(cards, 'coordinator.contact.last')).toMatchObject({ half: 'coordinator', sameAs: null });
  const reply = await app.call('get', `/programmes/${slug}/goal-names?population=responses&survey=none`, { token });
  expect([reply.status, reply.body.errors[0].field]).toEqual([422, 'survey']);
});

test('a preview stores nothing and is refused after a day of more calls than work takes', async () => {
  const before = (await app.call('get', `/programmes/${slug}`, { token })).body.revision;
  const other = (await buildProgramme()).slug;
  const limits = createLimits(getSecretKey({ dataDir: app.database.dir }));
  await Promise.all(Array.from({ length: 599 }, () => limits.takePreview(other)));
  const body = { indicator: { measure: 'judged' } };
  const call = () => app.call('post', `/programmes/${other}/goals/preview`, { token, body });
  expect((await call()).status).toBe(200);
  expect((await call()).status).toBe(429);
  expect((await ask(womenIn())).status).toBe(200);
  expect((await app.call('get', `/programmes/${slug}`, { token })).body.revision).toBe(before);
});
