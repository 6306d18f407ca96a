// A draft is tried by link as participants would answer it, and nothing of it is left.
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSurveyVersion } from '../../../server/store/surveys.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildProgramme, buildUser } from '../../support/factories.ts';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
  token = (await buildUser()).token;
});
afterAll(() => app.close());

const base = '/surveys/exit/draft';
/** A draft of the exit survey under another title. @returns its revision */
async function write(title: string, of = base, more: object = {}): Promise<number> {
  const { revision } = (await app.call('get', of, { token })).body;
  const exit = await findSurveyVersion(null, 'exit');
  const source = JSON.stringify({ ...exit?.definition, title: { sv: title, en: title }, ...more });
  const saved = await app.call('put', of, { token, body: { source, revision } });
  expect(saved.status).toBe(200);
  return saved.body.revision;
}
const order = (revision: number, of = base) =>
  app.call('post', `${of.split('?')[0]}/tryout${query(of)}`, { token, body: { revision } });
const query = (of: string) => (of.includes('?') ? `?${of.split('?')[1]}` : '');
async function makeLink(title: string): Promise<string> {
  const { status, body } = await order(await write(title));
  expect(status).toBe(201);
  return `/tryouts/${/\/try\/([\w-]+)$/.exec(body.link)?.[1]}`;
}
const answers = { feelsBetter: 'yes', activityHours: 12, whatHelped: 'Ett svar som inte får finnas kvar' };
const sent = (more: object = {}) => ({ submissionId: randomUUID(), answers: { ...answers, ...more }, language: 'sv' });

async function contents(): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const { collectionName } of await mongoose.connection.db!.collections())
    if (collectionName !== 'limits')
      all[collectionName] = JSON.stringify(await mongoose.connection.collection(collectionName).find().toArray());
  return all;
}

test('the draft is shown and answered as it was when the link was made, and no collection holds any of it', async () => {
  const link = await makeLink('Före');
  await write('Efter');
  const before = await contents();
  const page = await app.call('get', link);
  expect(page).toMatchObject({
    status: 200,
    body: { survey: 'exit', site: null, definition: { title: { sv: 'Före' } } },
  });
  const body = sent();
  const replies = [await app.call('post', link, { body }), await app.call('post', link, { body: sent() })];
  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  expect(replies[0]?.body.receipt).toMatch(/^[A-Z2-9]{10}$/);
  expect(await contents()).toEqual(before);
});

test('answers are checked as those of participants are', async () => {
  const link = await makeLink('Kontroll');
  const { status, body } = await app.call('post', link, { body: sent({ activityHours: 200 }) });
  expect([status, body.errors[0].question]).toEqual([422, 'activityHours']);
});

test('a survey of one programme is tried under its name; another draft has no link of it', async () => {
  const { slug, title } = await buildProgramme();
  await app.call('post', '/surveys', { token, body: { name: 'own', programme: slug } });
  const of = `/surveys/own/draft?programme=${slug}`;
  const { body } = await order(await write('Egen', of), of);
  const page = await app.call('get', `/tryouts/${body.link.split('/').at(-1)}`);
  expect(page.body.programme).toEqual({ slug, title });
});

test('an old link and an unknown one are told in the same words; a link to answer opens nothing here', async () => {
  const link = await makeLink('Gammal');
  await mongoose.connection
    .collection('surveyTryouts')
    .updateMany({}, { $set: { expiresAt: new Date(Date.now() - 1) } });
  const [old, unknown] = [await app.call('get', link), await app.call('get', '/tryouts/nothing')];
  expect([old.status, old.body.code]).toEqual([404, 'unknown-link']);
  expect(unknown.body).toEqual(old.body);
  expect((await app.call('get', link.replace('/tryouts/', '/respond/'))).status).toBe(404);
});

test('a draft with errors, one that is written on, and a card have no link', async () => {
  const revision = await write('Fel');
  expect(await order(revision - 1)).toMatchObject({ status: 409, body: { code: 'stale-revision' } });
  const broken = await app.call('put', base, { token, body: { source: '{"name": "exit"', revision } });
  expect(await order(broken.body.revision)).toMatchObject({ status: 422, body: { code: 'survey-not-valid' } });
  const card = await app.call('post', '/surveys/progression-card/draft/tryout', { token, body: { revision: 0 } });
  expect(card).toMatchObject({ status: 422, body: { errors: [{ field: 'name', code: 'no-link' }] } });
});

test('before it is published a draft says what it asks of people, whom it would shut out, and which goals count its questions', async () => {
  const goal = { population: 'responses' as const, survey: 'exit', measure: 'share' as const };
  const { slug } = await buildProgramme({
    goals: [
      { id: 'better', title: { sv: 'Mår bättre' }, indicator: { ...goal, of: "{feelsBetter} = 'yes'" } },
      { id: 'others', title: { sv: 'Annat' }, indicator: { ...goal, of: "{gender} = 'woman'" } },
    ],
  });
  const revision = await write('Granskad', base, { goNextPageAutomatic: true });
  const review = await app.call('get', `${base}/review`, { token });
  expect(review).toMatchObject({ status: 200, body: { revision, burden: { pages: 6, questions: 6, conditional: 0 } } });
  const own = review.body.goals.filter((each: { programme: string }) => each.programme === slug);
  expect(own).toEqual([{ programme: slug, goal: 'better', title: { sv: 'Mår bättre' }, questions: ['feelsBetter'] }]);
  expect(review.body.accessibility).toMatchObject([{ rule: 'autoAdvance', path: '', question: null }]);
  const page = await app.call('get', await makeLink('Granskad'));
  const mended = await app.call('get', `${base}/review`, { token });
  expect(mended.body.accessibility).toEqual([]);
  expect(page.body.minutes).toBe(review.body.burden.minutes.most);
});
