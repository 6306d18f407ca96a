// What is frozen stays as it was, for everybody, and can be set against now.
import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Comparison, Snapshot } from '../../../server/contract/snapshot.ts';
import { findProgramme, replaceProgramme, setVerdict } from '../../../server/store/programmes.ts';
import { upsertResponses } from '../../../server/store/responses.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildProgramme, buildUser } from '../../support/factories.ts';
import { publish } from '../../support/publishing.ts';

let app: TestApp;
let slug: string;
let token: string;
let path: string;

beforeAll(async () => {
  app = await openTestApp();
  const health = {
    id: 'health',
    title: { sv: 'Hälsa' },
    indicator: {
      population: 'responses' as const,
      survey: 'exit',
      measure: 'share' as const,
      of: "{feelsBetter} = 'yes'",
    },
    target: { atLeast: 0.5 },
  };
  const count = {
    id: 'participants',
    title: { sv: 'Deltagare' },
    indicator: { population: 'enrolments' as const, measure: 'count' as const },
    target: { atLeast: 10 },
  };
  slug = (await buildProgramme({ goals: [count, health] })).slug;
  token = (await buildUser({ role: 'evaluator', access: [{ programme: slug }] })).token;
  path = `/programmes/${slug}/snapshots`;
  for (let at = 0; at < 9; at++)
    await buildEnrolment(slug, { gender: at < 6 ? 'woman' : 'man', site: at < 6 ? 'ostad' : 'vastad' });
  await respond(0, 12);
});
afterAll(() => app.close());

const respond = (from: number, to: number) =>
  upsertResponses(
    slug,
    Array.from({ length: to - from }, (_, at) => ({
      ...{
        response: `r${from + at}`,
        survey: 'exit',
        version: 1,
        submittedAt: '2024-06-01T10:00:00.000Z',
        site: 'ostad',
      },
      answers: { feelsBetter: at % 3 === 0 ? 'no' : 'yes' },
    })),
  );
const freeze = async (body: object = { title: 'Delrapport' }): Promise<Snapshot> => {
  const reply = await app.call('post', path, { token, body });
  expect([reply.status, reply.body]).toEqual([201, expect.anything()]);
  return reply.body;
};
const compare = async (id: string): Promise<Comparison> =>
  (await app.call('get', `${path}/${id}/comparison`, { token })).body;

/** Written anew from the published form: sorted names, no white space. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical((value as Record<string, unknown>)[name])}`).join(',')}}`;
};

test('a snapshot holds results, definition and survey versions, and its hash is of just what is sent', async () => {
  const { id, hash, content } = await freeze();
  const reply = await app.call('get', `${path}/${id}`, { token });
  expect(reply.body.content).toEqual(content);
  expect(createHash('sha256').update(canonical(reply.body.content), 'utf8').digest('hex')).toBe(hash);
  expect(content.definition.goals.map((goal) => goal.id)).toEqual(['participants', 'health']);
  expect(content.surveys.map(({ name, version }) => [name, version])).toEqual([['exit', 1]]);
  expect(content.results.as).toBe('evaluator');
  expect(content.results.goals[0]).toMatchObject({ value: 9, status: 'notMet' });
  expect(content.productVersion).toBe('0.0.0-test');
});

test('small groups are hidden in it: also an administrator freezes what an evaluator sees', async () => {
  const { token: administrator } = await buildUser();
  const { body } = await app.call('post', path, { token: administrator, body: { title: 'x', by: 'gender' } });
  const groups = (body as Snapshot).content.results.goals[0]?.groups ?? [];
  expect(groups.find((group) => group.by.gender === 'man')).toEqual({ by: { gender: 'man' }, suppressed: true });
  expect(body.content.rows).toContainEqual({ kind: 'enrolments', survey: null, rows: 9, fewerThan: null });
});

test('what an evaluator may not ask can not be frozen either', async () => {
  const crossed = await app.call('post', path, { token, body: { title: 'x', by: 'site*referrer' } });
  expect([crossed.status, crossed.body.code]).toEqual([403, 'filter-not-allowed']);
  const days = await app.call('post', path, { token, body: { title: 'x', minDays: 91 } });
  expect([days.status, days.body.code]).toEqual([403, 'filter-not-allowed']);
  const untitled = await app.call('post', path, { token, body: { title: '  ' } });
  expect([untitled.status, untitled.body.errors[0].field]).toEqual([422, 'title']);
});

test('nobody changes or removes one', async () => {
  const { id } = await freeze();
  for (const method of ['put', 'patch', 'delete'] as const) {
    const { token: administrator } = await buildUser();
    expect((await app.call(method, `${path}/${id}`, { token: administrator, body: {} })).status).toBe(405);
  }
});

test('the list has the newest first, and one of another programme is not there', async () => {
  const { id } = await freeze({ title: 'Senast' });
  const { body } = await app.call('get', path, { token });
  expect(body.snapshots[0]).toMatchObject({ id, title: 'Senast', createdBy: 'Ursula User', minDays: null });
  expect(body.snapshots[0]).not.toHaveProperty('content');
  const other = (await buildProgramme()).slug;
  const { token: administrator } = await buildUser();
  const reply = await app.call('get', `/programmes/${other}/snapshots/${id}`, { token: administrator });
  expect([reply.status, reply.body.code]).toEqual([404, 'not-found']);
  const coordinator = await buildCoordinator(slug, 'ostad');
  expect((await app.call('get', path, { token: coordinator.token })).status).toBe(403);
});

test('nothing has happened: the comparison says so', async () => {
  const { id, hash } = await freeze();
  const comparison = await compare(id);
  expect(comparison.hash).toEqual({ stored: hash, recomputed: hash, intact: true });
  expect(comparison.rows.map(({ since }) => since.rows)).toEqual(comparison.rows.map(() => 0));
  expect(comparison.goals.flatMap(({ changed }) => changed)).toEqual([]);
  expect(comparison.definitions).toEqual([]);
});

test('rows that came in are told by kind, few of them as "fewer than"; figures then and now stand side by side', async () => {
  const { id } = await freeze();
  await respond(12, 15);
  const few = await compare(id);
  const responses = (each: Comparison) => each.rows.find(({ survey }) => survey === 'exit');
  expect(responses(few)).toEqual({
    ...{ kind: 'responses', survey: 'exit', rows: 12, fewerThan: null },
    since: { rows: null, fewerThan: 5 },
  });
  await respond(15, 20);
  const many = await compare(id);
  expect(responses(many)?.since).toEqual({ rows: 8, fewerThan: null });
  const health = many.goals.find((goal) => goal.id === 'health');
  expect([health?.before?.n, health?.now?.n]).toEqual([12, 20]);
  expect(health?.changed).toContain('n');
});

test('a changed target, a new goal and a verdict are named', async () => {
  const { id } = await freeze();
  const { definition, revision } = (await findProgramme(slug))!;
  const goals = definition.goals.map((goal) => (goal.id === 'health' ? { ...goal, target: { atLeast: 0.9 } } : goal));
  const judged = { id: 'new', title: { sv: 'Ny' }, indicator: { measure: 'judged' as const } };
  await replaceProgramme({ ...definition, title: { sv: 'Nytt namn' }, goals: [...goals, judged] }, revision);
  await setVerdict(slug, 'health', { status: 'near', motivation: 'm', by: 'b', date: '2025-06-01' });
  const { definitions, goals: compared } = await compare(id);
  expect(definitions.map(({ what, goal, fields }) => [what, goal, fields])).toEqual([
    ['programmeChanged', null, ['title']],
    ['goalChanged', 'health', ['target']],
    ['goalAdded', 'new', []],
  ]);
  const health = compared.find((goal) => goal.id === 'health');
  expect(health?.changed).toEqual(expect.arrayContaining(['target', 'verdict']));
  expect(compared.find((goal) => goal.id === 'new')).toMatchObject({ before: null, changed: [] });
});

test('a content that was changed behind the product is found out', async () => {
  const { id } = await freeze();
  const stored = mongoose.connection.collection<{ _id: string; content: string }>('snapshots');
  const content = (await stored.findOne({ _id: id }))?.content.replace('"value":9', '"value":900');
  await stored.updateOne({ _id: id }, { $set: { content: content ?? '' } });
  expect((await compare(id)).hash.intact).toBe(false);
});

test('what has come in since to another wording is said beside the figure, then and now', async () => {
  const before = await freeze();
  const { token: administrator } = await buildUser();
  const version = await publish(app, administrator, 'exit', ([first]) => {
    first!.title.sv = 'Mår du bättre i dag?';
  });
  await upsertResponses(
    slug,
    Array.from({ length: 12 }, (_, at) => ({
      ...{ response: `later${at}`, survey: 'exit', version, submittedAt: '2024-09-01T10:00:00.000Z', site: 'ostad' },
      answers: { feelsBetter: at % 2 === 0 ? 'no' : 'yes' },
    })),
  );
  const { goals } = (await app.call('get', `${path}/${before.id}/comparison`, { token })).body as Comparison;
  const health = goals.find(({ id }) => id === 'health');
  expect([health?.before?.versionsNotComparable, health?.now?.versionsNotComparable]).toEqual([false, true]);
});
