// Which version a link shows: what has begun stays on its version, whatever is published or withdrawn meanwhile.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listResponses } from '../../../server/store/responses.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import {
  buildCoordinator,
  buildEnrolment,
  buildLink,
  buildProgramme,
  buildSurvey,
  buildUser,
} from '../../support/factories.ts';
import { publish } from '../../support/publishing.ts';

let app: TestApp;
let token: string;
/** A survey of its own for each test, since versions stay for good. */
let survey: string;
let surveys = 0;
beforeAll(async () => {
  app = await openTestApp();
  token = (await buildUser()).token;
});
beforeEach(async () => {
  surveys += 1;
  survey = await buildSurvey(`leaving-${surveys}`);
});
afterAll(() => app.close());

const wave = (slug: string, dates: object = { opens: '2024-01-01' }) => ({
  slug,
  title: { sv: slug },
  survey,
  ...dates,
});
const programmeWith = async (...waves: ReturnType<typeof wave>[]) => (await buildProgramme({ waves })).slug;
const reword = (words: string) =>
  publish(app, token, survey, ([first]) => {
    first!.title.sv = words;
  });
const invite = (slug: string, order: object = {}) =>
  app.call('post', `/programmes/${slug}/invitations`, {
    token,
    body: { survey, site: 'ostad', count: 1, ...order },
  });
const linkOf = async (slug: string, order: object = {}): Promise<string> => {
  const reply = await invite(slug, order);
  expect(reply.status, reply.text).toBe(201);
  return reply.body.links[0].split('/').at(-1);
};
const shown = async (link: string) => (await app.call('get', `/respond/${link}`)).body;
const send = async (link: string, extra = {}) =>
  app.call('post', `/respond/${link}`, {
    body: { submissionId: randomUUID(), answers: { feelsBetter: 'yes' }, language: 'sv', ...extra },
  });
const withdraw = (version: number, body: object = { reason: 'The words were wrong' }) =>
  app.call('post', `/surveys/${survey}/versions/${version}/withdrawal`, { token, body });
const takeBack = (version: number) =>
  app.call('delete', `/surveys/${survey}/versions/${version}/withdrawal`, { token });
const waves = async (slug: string) => (await app.call('get', `/programmes/${slug}/waves`, { token })).body.waves;
const change = (slug: string, at: string, version: number) =>
  app.call('put', `/programmes/${slug}/waves/${survey}/${at}/version`, { token, body: { version } });

test('a version published in the middle of a wave changes neither its pages nor what is stored, and the next wave asks it', async () => {
  const slug = await programmeWith(wave('w1'), wave('w2', {}));
  const early = await linkOf(slug, { wave: 'w1' });
  const before = await shown(early);
  expect(await reword('Mår du bättre i dag?')).toBe(2);
  const late = await linkOf(slug, { wave: 'w1' });
  for (const link of [early, late]) {
    expect((await shown(link)).definition).toEqual(before.definition);
    expect((await send(link)).status).toBe(201);
  }
  const next = await linkOf(slug, { wave: 'w2' });
  expect((await shown(next)).definition.pages[0].elements[0].title.sv).toBe('Mår du bättre i dag?');
  await send(next);
  const versions = (await listResponses(slug, survey)).map((row) => [row.wave, row.version]);
  expect(versions.toSorted()).toEqual([
    ['w1', 1],
    ['w1', 1],
    ['w2', 2],
  ]);
});

test('a draft is checked against the version of its wave, and so is an answer that names no version', async () => {
  const slug = await programmeWith(wave('w1'));
  const link = await linkOf(slug, { wave: 'w1' });
  await publish(app, token, survey, (elements) => {
    elements.splice(1, 0, { type: 'comment', name: 'newOne', title: { sv: 'Ny', en: 'New' } });
  });
  const body = { submissionId: randomUUID(), answers: { feelsBetter: 'no' }, language: 'sv', revision: 0 };
  await app.call('put', `/respond/${link}/draft`, { body });
  expect(await shown(link)).toMatchObject({ version: 1, draft: { revision: 1, answers: { feelsBetter: 'no' } } });
  const foreign = await send(link, { answers: { feelsBetter: 'yes', newOne: 'x' } });
  expect([foreign.status, foreign.body.errors[0]]).toMatchObject([
    422,
    { question: 'newOne', code: 'unknown-question' },
  ]);
});

test('links of no wave, personal ones too, stay on the version they were made with', async () => {
  const slug = await programmeWith();
  const { token: coordinator } = await buildCoordinator(slug, 'ostad');
  const { enrolment } = await buildEnrolment(slug);
  const personal = await app.call('post', `/programmes/${slug}/invitations`, {
    token: coordinator,
    body: { survey, enrolments: [enrolment] },
  });
  const links = [await linkOf(slug), personal.body.links[0].split('/').at(-1)];
  await reword('Mår du bättre i dag?');
  for (const link of links) expect((await shown(link)).version).toBe(1);
  expect((await shown(await linkOf(slug))).version).toBe(2);
});

test('links and waves of before, without a version, are tied when the next one is published', async () => {
  const slug = await programmeWith(wave('w1'), wave('used', {}), wave('future', { opens: '2999-01-01' }));
  const links = [await buildLink(slug, { survey }), await buildLink(slug, { survey, wave: 'used' })];
  expect((await waves(slug)).map((each: { version: number | null }) => each.version)).toEqual([null, null, null]);
  await reword('Mår du bättre i dag?');
  for (const link of links) expect((await shown(link)).version).toBe(1);
  const tied = (await waves(slug)).map((each: { version: number | null }) => each.version);
  expect(tied).toEqual([1, 1, null]);
});

test('a withdrawn version is not offered, what has begun goes on with it, its answers count, and it can be taken back', async () => {
  const slug = await programmeWith(wave('w1', {}), wave('w2', {}));
  await reword('Mår du bättre i dag?');
  const [alone, inWave] = [await linkOf(slug), await linkOf(slug, { wave: 'w1' })];
  const made = await withdraw(2);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ reason: 'The words were wrong', withdrawnBy: 'Ursula User' });
  for (const link of [alone, inWave]) {
    expect((await shown(link)).version).toBe(2);
    expect((await send(link)).status).toBe(201);
  }
  expect((await shown(await linkOf(slug))).version).toBe(1);
  expect((await shown(await linkOf(slug, { wave: 'w2' }))).version).toBe(1);
  expect((await shown(await linkOf(slug, { wave: 'w1' }))).version).toBe(2);
  const [{ versions }] = (await app.call('get', `/surveys?programme=${slug}`, { token })).body.surveys.filter(
    (each: { name: string }) => each.name === survey,
  );
  expect(versions.map((each: { withdrawn: object | null }) => each.withdrawn)).toEqual([null, made.body]);
  expect((await app.call('get', `/surveys/${survey}/versions/2`, { token })).status).toBe(200);
  expect((await withdraw(2)).body.code).toBe('already-exists');

  expect((await takeBack(2)).status).toBe(204);
  expect((await shown(await linkOf(slug))).version).toBe(2);
  expect((await shown(await linkOf(slug, { wave: 'w2' }))).version).toBe(1);
  expect((await takeBack(2)).status).toBe(404);
});

test('with every version withdrawn no link is made, and it is said what to do', async () => {
  const slug = await programmeWith(wave('w1'));
  await withdraw(1);
  const refused = await invite(slug);
  expect(refused.status).toBe(422);
  expect(refused.body.errors).toEqual([
    { field: 'survey', code: 'all-withdrawn', detail: expect.stringMatching(/take one back or publish the next/) },
  ]);
  expect((await waves(slug))[0]).toMatchObject({ offered: null, choices: [] });
  await reword('Mår du bättre i dag?');
  expect((await shown(await linkOf(slug))).version).toBe(2);
});

test('a withdrawal needs a reason and a version that is there', async () => {
  const refused = await withdraw(1, { reason: '  ' });
  expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'reason']);
  for (const version of [7, 0]) expect((await withdraw(version)).status).toBe(404);
  const { slug } = await buildProgramme();
  const foreign = await app.call('post', `/surveys/${survey}/versions/1/withdrawal?programme=${slug}`, {
    token,
    body: { reason: 'x' },
  });
  expect(foreign.status).toBe(404);
});

test("a wave's version is changed by the administrator until an answer has come, and its links follow", async () => {
  const slug = await programmeWith(wave('w1'));
  const link = await linkOf(slug, { wave: 'w1' });
  await reword('Mår du bättre i dag?');
  expect((await waves(slug))[0]).toMatchObject({ survey, wave: 'w1', version: 1, offered: 2, choices: [1, 2] });
  expect((await change(slug, 'w1', 2)).status).toBe(204);
  expect((await shown(link)).version).toBe(2);
  expect((await change(slug, 'w1', 7)).body.errors[0]).toMatchObject({ field: 'version', code: 'unknown-version' });
  expect((await change(slug, 'nowhere', 1)).status).toBe(404);
  await send(link);
  expect((await change(slug, 'w1', 1)).body.code).toBe('in-use');
  expect((await waves(slug))[0]).toMatchObject({ version: 2, choices: [] });
  const all = (await app.call('get', `/surveys/${survey}/waves`, { token })).body.waves;
  expect(all.filter((each: { programme: { slug: string } }) => each.programme.slug === slug)).toMatchObject([
    { wave: 'w1', version: 2 },
  ]);
});

test('a change of the programme leaves the versions of its waves as they are', async () => {
  const slug = await programmeWith(wave('w1'));
  await linkOf(slug, { wave: 'w1' });
  const { definition, revision } = (await app.call('get', `/programmes/${slug}`, { token })).body;
  const body = { definition: { ...definition, waves: [wave('w1', {}), wave('w2')] }, revision };
  expect((await app.call('put', `/programmes/${slug}`, { token, body })).status).toBe(200);
  await reword('Mår du bättre i dag?');
  expect((await waves(slug)).map((each: { version: number }) => each.version)).toEqual([1, 1]);
});
