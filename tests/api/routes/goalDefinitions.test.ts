// A goal's definition versions: kept with each save, told with each result.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freezeResults } from '../../../server/access/snapshots.ts';
import type { GoalDefinitions } from '../../../server/contract/goalDefinitions.ts';
import type { ProgrammeInput } from '../../../server/domain/programme/schema.ts';
import { isCarried } from '../../../server/store/collectionKinds.ts';
import { listGoalDefinitions } from '../../../server/store/goalDefinitions.ts';
import { migrate } from '../../../server/store/migrations/migrate.ts';
import { findProgramme } from '../../../server/store/programmes.ts';
import { importFolder } from '../../../server/transfer/importFolder.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildProgramme, buildUser } from '../../support/factories.ts';

let app: TestApp;
let slug: string;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
  slug = (await buildProgramme()).slug;
  token = (await buildUser({ name: 'Ada Admin' })).token;
  for (let at = 0; at < 12; at++) await buildEnrolment(slug);
});
afterAll(() => app.close());

type Goals = NonNullable<ProgrammeInput['goals']>;
/** As an administrator does it in the form. */
async function save(change: (goals: Goals) => Goals, expected = 200): Promise<void> {
  const { definition, revision } = (await app.call('get', `/programmes/${slug}`, { token })).body;
  const body = { definition: { ...definition, goals: change(definition.goals) }, revision };
  expect((await app.call('put', `/programmes/${slug}`, { token, body })).status).toBe(expected);
}
const change = (part: object) => (goals: Goals) =>
  goals.map((each) => (each.id === 'participants' ? ({ ...each, ...part } as Goals[number]) : each));
const versions = async (as = token) =>
  ((await app.call('get', `/programmes/${slug}/goals/participants/definitions`, { token: as })).body as GoalDefinitions)
    .versions;
const used = async () => {
  const { goals } = (await app.call('get', `/programmes/${slug}/results`, { token })).body;
  return goals.find((each: { id: string }) => each.id === 'participants').definition;
};

test('each change of indicator or targets makes a version with who, when and what; a new title makes none', async () => {
  expect(await versions()).toMatchObject([{ version: 1, by: null, changed: [] }]);
  expect(await used()).toMatchObject({ version: 1 });
  await save(change({ title: { sv: 'Antal deltagare' } }));
  expect(await versions()).toHaveLength(1);
  await save(change({ target: { atLeast: 11 }, near: 1 }));
  const indicator = { population: 'enrolments', measure: 'count', where: "{site} = 'ostad'" };
  await save(change({ indicator }));
  const all = await versions();
  expect(all.map(({ version, by, changed }) => [version, by, changed])).toEqual([
    [3, 'Ada Admin', ['indicator']],
    [2, 'Ada Admin', ['target', 'near']],
    [1, null, []],
  ]);
  expect(all[0]?.definition).toMatchObject({ indicator, target: { atLeast: 11 }, near: 1 });
  expect(all[2]?.definition).toMatchObject({ target: { atLeast: 10 }, siteTargets: { ostad: { atLeast: 6 } } });
  expect(await used()).toEqual({ version: 3, since: all[0]?.since.slice(0, 10) });
});

test('a snapshot names the version that it was counted by', async () => {
  const frozen = await freezeResults(slug, { title: 'Halvår' }, { name: 'Test', productVersion: '0' });
  const { results } = JSON.parse(frozen.content);
  expect(results.goals[0].definition).toMatchObject({ version: 3 });
});

test('a goal that is removed keeps its versions, and goes on with them when it is made again', async () => {
  const [before] = (await findProgramme(slug))?.definition.goals ?? [];
  await save((goals) => goals.filter(({ id }) => id !== 'participants'));
  expect(await versions()).toHaveLength(3);
  await save((goals) => [{ ...before!, target: { atLeast: 12 } } as Goals[number], ...goals]);
  expect((await versions()).map(({ version }) => version)).toEqual([4, 3, 2, 1]);
});

test('what is refused makes no version, nor does a save onto a stale revision', async () => {
  await save(change({ indicator: { population: 'enrolments', measure: 'count', where: '{nothing}' } }), 422);
  const { definition } = (await app.call('get', `/programmes/${slug}`, { token })).body;
  const goals = change({ target: { atLeast: 99 } })(definition.goals);
  const body = { definition: { ...definition, goals }, revision: 1 };
  expect((await app.call('put', `/programmes/${slug}`, { token, body })).status).toBe(409);
  expect(await versions()).toHaveLength(4);
});

test('of two saves at once from one revision one makes a version', async () => {
  const { definition, revision } = (await app.call('get', `/programmes/${slug}`, { token })).body;
  const statuses = await Promise.all(
    [21, 22].map(async (least) => {
      const goals = change({ target: { atLeast: least } })(definition.goals);
      const body = { definition: { ...definition, goals }, revision };
      return (await app.call('put', `/programmes/${slug}`, { token, body })).status;
    }),
  );
  expect(statuses.toSorted()).toEqual([200, 409]);
  expect((await versions()).map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
});

test('an import of a changed folder makes versions too, and an unchanged one none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stegvis-definitions-'));
  const definition = (await findProgramme(slug))!.definition;
  const write = (goals: Goals) =>
    writeFileSync(join(folder, 'programme.json'), JSON.stringify({ ...definition, goals }));
  try {
    write(definition.goals);
    await importFolder(folder);
    expect(await versions()).toHaveLength(5);
    write(change({ target: { atLeast: 7 } })(definition.goals));
    await importFolder(folder);
    expect((await versions())[0]).toMatchObject({ version: 6, by: null, changed: ['target'] });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a coordinator reads the own sites’ targets alone, in earlier versions too; an unknown goal is not found', async () => {
  const { token: own } = await buildCoordinator(slug, 'vastad');
  const told = await versions(own);
  expect(told).toHaveLength(6);
  for (const { definition } of told) expect(definition.siteTargets).toEqual({ vastad: { atLeast: 4 } });
  const reply = await app.call('get', `/programmes/${slug}/goals/nothing/definitions`, { token: own });
  expect(reply.status).toBe(404);
});

test('goals that stood there before versions were kept get version 1, also when the first start was cut off', async () => {
  expect(isCarried('goalDefinitions')).toBe(true);
  const connection = mongoose.connection;
  await connection.collection('goalDefinitions').deleteMany({ goal: { $ne: 'material' } });
  await connection.collection('schemaVersions').deleteMany({});
  const untouched = await listGoalDefinitions(slug, 'material');
  expect(await migrate()).toEqual([2]);
  expect(await versions()).toMatchObject([{ version: 1, by: null, definition: { target: { atLeast: 7 } } }]);
  expect(await listGoalDefinitions(slug, 'material')).toEqual(untouched);
  expect(await used()).toMatchObject({ version: 1 });
  expect(await migrate()).toEqual([]);
  await save(change({ target: { atLeast: 8 } }));
  expect((await versions()).map(({ version }) => version)).toEqual([2, 1]);
});
