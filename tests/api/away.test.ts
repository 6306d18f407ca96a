// The database goes away and comes back behind a gate, under the product's own process.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Gate, type Manner, startGate } from '../support/gate.ts';
import { type Product, startProduct } from '../support/product.ts';
import { makeLinks, storedOf, submit } from '../support/submissions.ts';

let gate: Gate;
let product: Product;

beforeAll(async () => {
  gate = await startGate();
  product = await startProduct({ MONGODB_URI: gate.uri, DEMO: 'on' });
}, 180_000);
afterEach(async () => {
  await gate.comeBack();
  await untilHealthy();
}, 30_000);
afterAll(async () => {
  await product?.stop();
  await product?.remove();
  await gate?.close();
});

const manners: Manner[] = ['refuse', 'hang', 'reset'];
const patience = 3500;
/** A short run; ROUNDS=3 for a longer one. */
const rounds = Number(process.env.ROUNDS ?? 1);
const submission = () => ({ submissionId: randomUUID(), answers: { feelsBetter: 'yes' }, language: 'sv' });

const timed = async (path: string, body?: unknown) => {
  const since = Date.now();
  const reply = await fetch(`${product.address}/api${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const text = await reply.text();
  return {
    ...{ status: reply.status, retryAfter: Number(reply.headers.get('retry-after')), text },
    ...{ body: JSON.parse(text), milliseconds: Date.now() - since },
  };
};
/** Three times in a row: connections that hung are still being found out while new ones answer already. */
const untilHealthy = async () => {
  let inARow = 0;
  for (let tries = 0; tries < 100; tries++) {
    inARow = (await timed('/health')).status === 200 ? inARow + 1 : 0;
    if (inARow === 3) return;
    await pause(200);
  }
  throw new Error('the product does not find its database again');
};
/** Bytes; undefined where the system does not tell. */
const memoryOf = (pid: number) => {
  const path = `/proc/${pid}/statm`;
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split(' ')[1]) * 4096 : undefined;
};

test.each(manners)(
  'while the database is away (%s) calls are told when to come back, health names it, and afterwards all goes on',
  async (manner) => {
    const [token = ''] = await makeLinks(product, 1);
    const sent = submission();
    await gate.goAway(manner);
    const replies = await Promise.all([
      timed(`/respond/${token}`, sent),
      timed(`/respond/${token}`),
      timed('/session', { email: 'a@b.se', password: 'a long password' }),
    ]);
    for (const reply of replies) {
      expect(reply).toMatchObject({ status: 503, body: { code: 'database-away' } });
      expect(reply.retryAfter).toBeGreaterThan(0);
      expect(reply.milliseconds).toBeLessThan(patience);
      expect(reply.text).not.toMatch(/mongo|ECONN|socket|stack|Error|127\.0/i);
    }
    const health = await timed('/health');
    expect(health).toMatchObject({
      status: 503,
      body: { status: 'unavailable', database: 'mongodb', away: ['database'] },
    });
    expect(health.milliseconds).toBeLessThan(patience);
    expect(health.retryAfter).toBeGreaterThan(0);
    await gate.comeBack();
    await untilHealthy();
    expect((await timed('/health')).body).not.toHaveProperty('away');
    expect([200, 201]).toContain((await timed(`/respond/${token}`, sent)).status);
    expect(await timed(`/respond/${token}`, submission())).toMatchObject({ status: 410, body: { code: 'link-used' } });
  },
  60_000,
);

test.each(manners)(
  'a hundred calls at once while it is away (%s) are all answered in time and leave nothing behind',
  async (manner) => {
    const [token = '', another = ''] = await makeLinks(product, 2);
    const before = memoryOf(product.pid);
    await gate.goAway(manner);
    for (let round = 0; round < rounds; round++) {
      const replies = await Promise.all(Array.from({ length: 100 }, () => timed(`/respond/${token}`)));
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([503]));
      // They wait as long as one does; the rest is this machine's time for a hundred replies.
      expect(Math.max(...replies.map(({ milliseconds }) => milliseconds))).toBeLessThan(patience + 1000);
    }
    await gate.comeBack();
    await untilHealthy();
    expect((await timed(`/respond/${another}`)).status).toBe(200);
    // The driver's pool ends at a hundred, and its monitors have two more.
    expect(gate.connections()).toBeLessThanOrEqual(102);
    const after = memoryOf(product.pid);
    if (before !== undefined && after !== undefined) expect(after - before).toBeLessThan(100_000_000);
  },
  90_000,
);

test('a submission whose reply was lost on the way is sent again and stored once', async () => {
  const tokens = await makeLinks(product, 3);
  const sent = tokens.map((token) => ({ token, id: randomUUID() }));
  for (const [number, { token, id }] of sent.entries()) {
    // Its text stands in the statement that stores it: the database has done it, the product does not hear of it.
    gate.loseReplyTo(`Svar ${number}`);
    await submit(() => product.address, token, id, number);
    expect(gate.isLosing()).toBe(false);
  }
  const stored = await storedOf(product, sent);
  expect(
    stored
      .filter(({ asSent }) => asSent)
      .map(({ number }) => number)
      .toSorted(),
  ).toEqual([0, 1, 2]);
  expect(stored).toHaveLength(3);
}, 60_000);
