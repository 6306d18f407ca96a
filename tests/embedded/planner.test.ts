// The indexes are used, and what has expired goes.

import { mkdtemp, rm } from 'node:fs/promises';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbedded } from '../../server/embedded/engine.ts';
import { startEmbedded, type TestEngine } from '../support/embedded.ts';

let engine: TestEngine;
let client: MongoClient;
const ROWS = 30_000;
beforeAll(async () => {
  engine = await startEmbedded();
  client = await new MongoClient(engine.uri).connect();
  const rows = client.db().collection<Row>('rows');
  await rows.createIndexes([
    { key: { site: 1, at: -1 } },
    { key: { email: 1 }, unique: true },
    { key: { tags: 1 } },
    { key: { open: 1 }, partialFilterExpression: { open: true } },
  ]);
  await rows.insertMany(
    Array.from({ length: ROWS }, (_, i) => ({
      _id: i,
      site: i % 300,
      at: new Date(i * 1000),
      email: `${i}@example.org`,
      tags: [`t${i % 500}`, `u${i}`],
      open: i % 1000 === 0,
    })),
  );
});
afterAll(async () => {
  await client.close();
  await engine.close();
});

interface Row {
  _id: number;
  site: number;
  at: Date;
  email: string;
  tags: string[];
  open: boolean;
}

const indexed: [name: string, filter: object, sort: Record<string, 1 | -1>, count: number][] = [
  ['_id', { _id: 29_999 }, {}, 1],
  ['a unique field', { email: '29999@example.org' }, {}, 1],
  ['the first field of a compound index', { site: 7 }, {}, 100],
  ['both fields of a compound index', { site: 7, at: { $gte: new Date(29_000_000) } }, {}, 3],
  ['a sort after an equal field', { site: 7 }, { at: 1 }, 100],
  ['elements of an array', { tags: 'u29999' }, {}, 1],
  ['several values', { email: { $in: ['1@example.org', '29998@example.org'] } }, {}, 2],
  ['the beginning of a text', { email: /^2999\d@/ }, {}, 10],
  ['a condition within $and', { $and: [{ email: '29999@example.org' }, { site: { $gte: 0 } }] }, {}, 1],
  ['a partial index', { open: true }, {}, 30],
];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

test.each(indexed)('%s is found by its index, far quicker than by reading all', async (_name, filter, sort, count) => {
  const rows = client.db().collection<Row>('rows');
  expect(await rows.countDocuments(filter)).toBe(count);
  const byIndex = await timed(() => rows.find(filter).sort(sort).toArray());
  const all = await timed(() => rows.find({ nothing: 1 }).toArray());
  expect(byIndex).toBeLessThan(all / 3);
});

test('the newest of a site is the first of its index, without sorting', async () => {
  const rows = client.db().collection<Row>('rows');
  expect((await rows.find({ site: 7 }).sort({ at: -1 }).limit(1).toArray())[0]?._id).toBe(29_707);
});

test('what has expired is removed when the engine opens, and nothing else', async () => {
  const dir = await mkdtemp('/tmp/expiry-');
  const withEngine = async (work: (rows: ReturnType<MongoClient['db']>) => Promise<void>) => {
    const own = await openEmbedded({ dir });
    const one = await new MongoClient(own.uri).connect();
    await work(one.db());
    await one.close();
    await own.close();
  };
  const hour = 3_600_000;
  await withEngine(async (db) => {
    await db.collection('timed').createIndex({ at: -1 }, { expireAfterSeconds: 3600 });
    await db
      .collection<{ _id: string; at?: unknown }>('timed')
      .insertMany([
        { _id: 'old', at: new Date(Date.now() - 2 * hour) },
        { _id: 'new', at: new Date() },
        { _id: 'oldest of several', at: [new Date(), new Date(Date.now() - 2 * hour)] },
        { _id: 'no date', at: 'yesterday' },
        { _id: 'none' },
      ]);
  });
  await withEngine(async (db) => {
    const left = async () => (await db.collection<{ _id: string }>('timed').find({}).toArray()).map(({ _id }) => _id);
    await expect.poll(left).toEqual(['new', 'no date', 'none']);
  });
  await rm(dir, { recursive: true });
});
