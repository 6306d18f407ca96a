// Behind a proxy either process may get the next call: whatever one has done, the other knows.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Pair, startPair } from '../support/pair.ts';
import type { Product } from '../support/product.ts';
import { makeLinks, storedOf, submit } from '../support/submissions.ts';

/** A short run; SUBMISSIONS=2000 for a long one. */
const submissions = Number(process.env.SUBMISSIONS ?? 400);
let pair: Pair;
let products: readonly [Product, Product];
let administrator: string;

beforeAll(async () => {
  pair = await startPair();
  products = [pair.one, pair.other];
  administrator = (await call(pair.one, 'POST', '/session', { body: pair.one.administrator })).body.token;
}, 180_000);
afterAll(() => pair?.stop());

const call = async (
  product: Product,
  method: string,
  path: string,
  { token, body }: { token?: string; body?: unknown } = {},
) => {
  const reply = await fetch(`${product.address}/api${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  return { status: reply.status, body: text === '' ? {} : JSON.parse(text) };
};
const answersOf = (more: object = {}) => ({
  answers: { feelsBetter: 'yes', activityHours: 12, ...more },
  language: 'sv',
});

test('two starts at once on an empty database leave one administrator and one of each survey', async () => {
  const client = await MongoClient.connect(pair.uri);
  const db = client.db();
  expect(await db.collection('users').countDocuments({ email: pair.one.administrator.email })).toBe(1);
  const names = (await db.collection('surveys').find({ programme: null }).toArray()).map((each) => each.name);
  expect(names.toSorted()).toEqual(['collaboration', 'exit', 'progression-card', 'treatment']);
  await client.close();
});

test('a session made at one works at the other, and signing out at one ends it at both', async () => {
  const { one, other } = pair;
  const { body } = await call(one, 'POST', '/session', { body: one.administrator });
  expect((await call(other, 'GET', '/session', { token: body.token })).status).toBe(200);
  expect((await call(other, 'DELETE', '/session', { token: body.token })).status).toBe(204);
  expect((await call(one, 'GET', '/session', { token: body.token })).status).toBe(401);
});

test('attempts to sign in count together, wherever they are made', async () => {
  const wrong = { email: 'nobody@example.org', password: 'a wrong long password' };
  const statuses: number[] = [];
  for (let tries = 0; tries < 12; tries++)
    statuses.push((await call(products[tries % 2] as Product, 'POST', '/session', { body: wrong })).status);
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
});

test('a draft kept by one is shown by the other, and a link used at one is used at the other', async () => {
  const { one, other } = pair;
  const [token = ''] = await makeLinks(one, 1);
  const draft = { submissionId: randomUUID(), revision: 0, ...answersOf() };
  expect(await call(one, 'PUT', `/respond/${token}/draft`, { body: draft })).toMatchObject({ status: 200 });
  const shown = await call(other, 'GET', `/respond/${token}`);
  expect(shown.body.draft).toMatchObject({ revision: 1, submissionId: draft.submissionId, answers: draft.answers });
  const sent = { submissionId: draft.submissionId, ...answersOf() };
  const first = await call(other, 'POST', `/respond/${token}`, { body: sent });
  const again = await call(one, 'POST', `/respond/${token}`, { body: sent });
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual(first.body);
  const stranger = await call(one, 'POST', `/respond/${token}`, { body: { ...sent, submissionId: randomUUID() } });
  expect(stranger).toMatchObject({ status: 410, body: { code: 'link-used' } });
});

test('a version that one publishes is what links made at the other show next; those made before keep theirs', async () => {
  const { one, other } = pair;
  const [before = ''] = await makeLinks(one, 1);
  expect((await call(other, 'GET', `/respond/${before}`)).body.version).toBe(1);
  const latest = await call(one, 'GET', '/surveys/exit/draft', { token: administrator });
  const saved = await call(one, 'PUT', '/surveys/exit/draft', {
    token: administrator,
    body: { source: latest.body.source, revision: latest.body.revision },
  });
  const published = await call(one, 'POST', '/surveys/exit/publish', {
    token: administrator,
    body: { revision: saved.body.revision, declared: {} },
  });
  expect(published).toMatchObject({ status: 201, body: { version: 2 } });
  const [after = ''] = await makeLinks(other, 1);
  const versions = [await call(one, 'GET', `/respond/${after}`), await call(other, 'GET', `/respond/${before}`)];
  expect(versions.map(({ body }) => body.version)).toEqual([2, 1]);
});

/** Figures that protect people change when so many rows have (interface.md, "Suppression"). */
const refreshedBy = 5;

test('a result is the same at both, within one read of as many responses as refresh it, stored at either', async () => {
  const { one, other } = pair;
  const slug = 'two-doors';
  const goal = { population: 'responses', survey: 'exit', measure: 'count' };
  const definition = {
    ...{ slug, title: { sv: 'Två dörrar' }, start: '2024-01-01', sites: [{ slug: 'ostad', title: 'Östad' }] },
    goals: [{ id: 'answers', title: { sv: 'Svar' }, indicator: goal }],
  };
  await call(one, 'POST', '/programmes', { token: administrator, body: { definition } });
  const value = async (product: Product) =>
    (await call(product, 'GET', `/programmes/${slug}/results`, { token: administrator })).body.goals[0].value ?? null;
  const linksFrom = async (product: Product): Promise<string[]> => {
    const body = { survey: 'exit', site: 'ostad', count: refreshedBy };
    const { links } = (await call(product, 'POST', `/programmes/${slug}/invitations`, { token: administrator, body }))
      .body;
    return links.map((link: string) => link.slice(link.lastIndexOf('/') + 1));
  };
  let stored = 0;
  for (const [writer, reader] of [
    [one, other],
    [other, one],
    [one, other],
  ] as const) {
    for (const [number, link] of (await linksFrom(writer)).entries()) {
      expect(await value(number % 2 ? writer : reader)).toBe(stored);
      await call(writer, 'POST', `/respond/${link}`, { body: { submissionId: randomUUID(), ...answersOf() } });
    }
    stored += refreshedBy;
    expect([await value(reader), await value(writer)]).toEqual([stored, stored]);
  }
});

test('a person erased at one counts no more at the other, at its next read', async () => {
  const { one, other } = pair;
  const slug = 'cresco-plus';
  const { passwords } = JSON.parse(readFileSync(join(one.folder, 'demonstration.json'), 'utf8'));
  const email = Object.keys(passwords).find((each) => each.startsWith('coordinator')) ?? '';
  const body = { email, password: passwords[email] };
  const { token } = (await call(one, 'POST', '/session', { body })).body;
  const listAt = async (product: Product): Promise<{ enrolment: string; person: string }[]> =>
    (await call(product, 'GET', `/programmes/${slug}/enrolments`, { token })).body.enrolments;
  const countAt = async (product: Product) => {
    const { goals } = (await call(product, 'GET', `/programmes/${slug}/results`, { token })).body;
    return goals.find((each: { id: string }) => each.id === 'participants').value;
  };
  const before = await listAt(one);
  expect([await countAt(one), await countAt(other)]).toEqual([before.length, before.length]);
  const erased = before[0]?.enrolment;
  expect((await call(one, 'DELETE', `/programmes/${slug}/enrolments/${erased}/person`, { token })).status).toBe(200);
  const after = await listAt(other);
  expect(after.map(({ enrolment }) => enrolment)).not.toContain(erased);
  expect([await countAt(other), await countAt(one)]).toEqual([after.length, after.length]);
});

test(`${submissions} submissions over both, one in five sent to both at once, are stored once each`, async () => {
  const tokens = await makeLinks(pair.one, submissions);
  const sent = tokens.map((token) => ({ token, id: randomUUID() }));
  const waiting = [...sent.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [number, { token, id }] = next;
      const [first, second] = number % 2 ? products : products.toReversed();
      await Promise.all([
        submit(() => first?.address ?? '', token, id, number),
        ...(number % 5 === 0 ? [submit(() => second?.address ?? '', token, id, number)] : []),
      ]);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  const stored = await storedOf(pair.one, sent);
  expect(stored.filter(({ asSent }) => asSent)).toHaveLength(submissions);
  expect(new Set(stored.map(({ number }) => number)).size).toBe(submissions);
  expect(stored).toHaveLength(submissions);
}, 180_000);
