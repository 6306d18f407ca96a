// The evaluator's own texts of a report.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildProgramme, buildUser } from '../../support/factories.ts';

let app: TestApp;
let slug: string;
let token: string;
let path: string;
const texts = {
  language: 'sv',
  introduction: 'Ett.\n\nTvå.',
  goals: { participants: 'Bra.' },
  reservations: '',
  closing: 'Slut.',
};

beforeAll(async () => {
  app = await openTestApp();
  slug = (await buildProgramme()).slug;
  token = (await buildUser({ role: 'evaluator', access: [{ programme: slug }] })).token;
});
beforeEach(async () => {
  const { body } = await app.call('post', `/programmes/${slug}/snapshots`, { token, body: { title: 'Slutrapport' } });
  path = `/programmes/${slug}/snapshots/${body.id}/report`;
});
afterAll(() => app.close());

const write = (revision: number, changes: object = {}) =>
  app.call('put', path, { token, body: { ...texts, ...changes, revision } });

test('an unwritten report is empty, with revision 0', async () => {
  const { body } = await app.call('get', path, { token });
  expect(body).toMatchObject({ revision: 0, introduction: '', goals: {}, changedAt: null });
});

test('what was written comes back, and each writing has a new revision', async () => {
  expect((await write(0)).body).toMatchObject({ ...texts, revision: 1, changedBy: 'Ursula User' });
  expect((await write(1, { closing: 'Nytt slut.' })).body.revision).toBe(2);
  expect((await app.call('get', path, { token })).body).toMatchObject({ ...texts, closing: 'Nytt slut.', revision: 2 });
});

test('whoever writes on an older revision is told, and changes nothing', async () => {
  await write(0);
  for (const revision of [0, 2]) {
    const reply = await write(revision, { closing: 'Annat.' });
    expect([reply.status, reply.body.code]).toEqual([409, 'stale-revision']);
  }
  expect((await app.call('get', path, { token })).body.closing).toBe('Slut.');
});

test('a text that is too long, and a goal that the snapshot lacks, are named', async () => {
  const long = await write(0, { introduction: 'x'.repeat(20_001) });
  expect([long.status, long.body.errors[0].field]).toEqual([422, 'introduction']);
  const unknown = await write(0, { goals: { nothing: 'x' } });
  expect([unknown.status, unknown.body.errors[0].field]).toEqual([422, 'goals.nothing']);
});

test('control characters are taken out, since no document can hold them', async () => {
  expect((await write(0, { closing: 'a\u0000b\u0007\r\nc' })).body.closing).toBe('ab\nc');
});

test('an administrator reads the texts and writes none', async () => {
  const { token: administrator } = await buildUser();
  expect((await app.call('get', path, { token: administrator })).status).toBe(200);
  expect((await app.call('put', path, { token: administrator, body: { ...texts, revision: 0 } })).status).toBe(403);
});
