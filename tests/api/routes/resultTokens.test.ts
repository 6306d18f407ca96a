// Read-only tokens: what they open, and where they never appear.
import mongoose from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildEnrolment, buildProgramme, buildUser } from '../../support/factories.ts';

let app: TestApp;
let slug: string;
let administrator: string;
let made: { id: string; token: string; address: string };

const get = (path: string, token?: string) => app.call('get', path, token === undefined ? {} : { token });
const csv = (query: string) => get(`/programmes/${slug}/results.csv${query}`);

beforeAll(async () => {
  app = await openTestApp();
  const share = {
    ...{ id: 'women', title: { sv: '=Kvinnor', en: 'Women' }, target: { atLeast: 0.5 } },
    indicator: { population: 'enrolments' as const, measure: 'share' as const, of: "{gender} = 'woman'" },
  };
  slug = (await buildProgramme({ goals: [share] })).slug;
  for (let at = 0; at < 16; at++)
    await buildEnrolment(slug, { gender: at < 5 ? 'woman' : 'man', site: at === 15 ? 'vastad' : 'ostad' });
  administrator = (await buildUser()).token;
  const reply = await app.call('post', `/programmes/${slug}/tokens`, {
    token: administrator,
    body: { label: 'Excel' },
  });
  expect(reply.status).toBe(201);
  made = reply.body;
}, 60_000);
afterAll(() => app.close());

test('a token opens the results as CSV, in the address or as Bearer, and nothing else', async () => {
  expect(made.address).toContain(`/api/programmes/${slug}/results.csv?locale=sv&token=${made.token}`);
  const reply = await csv(`?token=${made.token}`);
  expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  expect((await get(`/programmes/${slug}/results.csv`, made.token)).text).toBe(reply.text);
  for (const path of ['/programmes', `/programmes/${slug}/results`, `/programmes/${slug}/tokens`])
    expect((await get(path, made.token)).status).toBe(401);
  expect((await app.call('delete', `/programmes/${slug}/tokens/${made.id}`, { token: made.token })).status).toBe(401);
});

test('locale=sv is what a Swedish spreadsheet reads: byte order mark, semicolons, decimal comma, no formula', async () => {
  const sv = (await csv(`?token=${made.token}&locale=sv`)).text;
  expect(sv.charCodeAt(0)).toBe(0xfeff);
  expect(sv).toContain("women;'=Kvinnor;share;;0,3125;5;16");
  const en = (await csv(`?token=${made.token}`)).text;
  expect(en).toContain('women,Women,share,,0.3125,5,16');
});

test('it shows what an evaluator may see: small groups hidden, no filter of one’s own', async () => {
  const text = (await csv(`?token=${made.token}&by=site`)).text;
  expect(text).toMatch(/site=vastad,+true/);
  expect(text).not.toMatch(/site=vastad,[\d.]/);
  expect((await csv(`?token=${made.token}&where=1`)).status).toBe(422);
  expect((await csv(`?token=${made.token}&by=gender*site*bornAbroad`)).status).toBeGreaterThanOrEqual(400);
});

test('unknown, foreign and revoked tokens are refused in the same words', async () => {
  const other = (await buildProgramme()).slug;
  const foreign = await get(`/programmes/${other}/results.csv?token=${made.token}`);
  const unknown = await csv('?token=nothing');
  expect([foreign.status, unknown.status, (await csv('')).status]).toEqual([401, 401, 401]);
  expect(foreign.body).toEqual(unknown.body);
  expect((await get(`/programmes/nowhere/results.csv?token=${made.token}`)).body).toEqual(unknown.body);
  const body = { label: 'Kort' };
  const brief = (await app.call('post', `/programmes/${slug}/tokens`, { token: administrator, body })).body;
  expect((await csv(`?token=${brief.token}`)).status).toBe(200);
  const path = `/programmes/${slug}/tokens/${brief.id}`;
  expect((await app.call('delete', path, { token: administrator })).status).toBe(204);
  expect((await csv(`?token=${brief.token}`)).status).toBe(401);
  expect((await app.call('delete', path, { token: administrator })).status).toBe(404);
});

test('the list tells the day of the last use and never the token; only its hash is stored, and no log has it', async () => {
  await request(app.app).get(`/api/programmes/${slug}/results.csv?token=${made.token}`);
  const { body } = await get(`/programmes/${slug}/tokens`, administrator);
  const today = new Date().toISOString().slice(0, 10);
  expect(body.tokens[0]).toEqual({
    ...{ id: made.id, label: 'Excel', createdBy: 'Ursula User', createdOn: today, lastUsedOn: today },
  });
  const stored = JSON.stringify(await mongoose.connection.collection('resultTokens').find().toArray());
  expect(stored).not.toContain(made.token);
  expect(app.logged()).toContain('results.csv');
  expect(app.logged()).not.toContain(made.token);
  for (const label of ['', ' ', 'x'.repeat(101)])
    expect(
      (await app.call('post', `/programmes/${slug}/tokens`, { token: administrator, body: { label } })).status,
    ).toBe(422);
});

test('asking too often is refused for a while', async () => {
  const statuses: number[] = [];
  for (let at = 0; at < 40; at++) statuses.push((await csv('?token=wrong')).status);
  expect(statuses.at(-1)).toBe(429);
});
