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

interface Stage {
  stage: string;
  indexName?: string;
  inputStage?: Stage;
}
const stagesOf = (plan: Stage): string[] => [
  plan.indexName ? `${plan.stage} ${plan.indexName}` : plan.stage,
  ...(plan.inputStage ? stagesOf(plan.inputStage) : []),
];

/** The plan's stages from the top, what it returns, and the documents it looked at for that. */
async function explained(filter: object, sort: Record<string, 1 | -1> = {}, limit = 0) {
  const plan = await client.db().collection<Row>('rows').find(filter).sort(sort).limit(limit).explain('executionStats');
  const { nReturned, totalDocsExamined } = plan.executionStats;
  return { stages: stagesOf(plan.queryPlanner.winningPlan), returned: nReturned, examined: totalDocsExamined };
}

const indexed: [name: string, index: string, filter: object, sort: Record<string, 1 | -1>, count: number][] = [
  ['_id', '_id_', { _id: 29_999 }, {}, 1],
  ['several _ids', '_id_', { _id: { $in: [5, 7, 40_000] } }, {}, 2],
  ['a range of _id', '_id_', { _id: { $gte: 10, $lt: 20 } }, {}, 10],
  ['a unique field', 'email_1', { email: '29999@example.org' }, {}, 1],
  ['the first field of a compound index', 'site_1_at_-1', { site: 7 }, {}, 100],
  ['both fields of a compound index', 'site_1_at_-1', { site: 7, at: { $gte: new Date(29_000_000) } }, {}, 3],
  ['two sites and a range of time', 'site_1_at_-1', { site: { $in: [7, 8] }, at: { $lt: new Date(1e6) } }, {}, 8],
  ['a sort after an equal field', 'site_1_at_-1', { site: 7 }, { at: 1 }, 100],
  ['a sort by the index, backwards', 'site_1_at_-1', { site: { $gte: 298 } }, { site: -1, at: 1 }, 200],
  ['elements of an array', 'tags_1', { tags: 'u29999' }, {}, 1],
  ['several values', 'email_1', { email: { $in: ['1@example.org', '29998@example.org'] } }, {}, 2],
  ['the beginning of a text', 'email_1', { email: /^2999\d@/ }, {}, 10],
  ['a condition within $and', 'email_1', { $and: [{ email: '29999@example.org' }, { site: { $gte: 0 } }] }, {}, 1],
  ['the branches of an $or', 'email_1', { $or: [{ email: '7@example.org' }, { email: /^2999\d@/ }] }, {}, 11],
  [
    'an equal field beside an $or of ranges, one of which holds the other',
    'site_1_at_-1',
    { site: 7, $or: [{ at: { $gte: new Date(29_000_000) } }, { at: { $gte: new Date(29_500_000) }, open: false }] },
    {},
    3,
  ],
  [
    'an $or within $and',
    'email_1',
    { $and: [{ $or: [{ email: '5@example.org' }, { email: '6@example.org' }] }] },
    {},
    2,
  ],
  ['a partial index', 'open_1', { open: true }, {}, 30],
  ['a value that nothing has', 'site_1_at_-1', { site: 4000 }, {}, 0],
];

test.each(indexed)('%s is found by its index: hardly a document is looked at in vain', async (...row) => {
  const [, index, filter, sort, count] = row;
  const { stages, returned, examined } = await explained(filter, sort);
  expect(stages).toEqual(['FETCH', `IXSCAN ${index}`]);
  expect(returned).toBe(count);
  expect(examined).toBeGreaterThanOrEqual(count);
  expect(examined).toBeLessThanOrEqual(count * 10);
});

test('the newest of a site is the first of its index: one document is read, and none sorted', async () => {
  const rows = client.db().collection<Row>('rows');
  expect((await rows.find({ site: 7 }).sort({ at: -1 }).limit(1).toArray())[0]?._id).toBe(29_707);
  const { stages, examined } = await explained({ site: 7 }, { at: -1 }, 1);
  expect([stages, examined]).toEqual([['FETCH', 'IXSCAN site_1_at_-1'], 1]);
});

test('what no index knows is said to be a scan of all, and a sort is said to be one', async () => {
  expect(await explained({ nothing: 1 })).toEqual({ stages: ['COLLSCAN'], returned: 0, examined: ROWS });
  expect((await explained({ open: false, _id: { $lt: 5 } }, { email: -1 })).stages).toEqual([
    'SORT',
    'FETCH',
    'IXSCAN _id_',
  ]);
  expect((await explained({ open: { $ne: true } })).stages).toEqual(['COLLSCAN']);
  expect((await explained({ $or: [{ email: '5@example.org' }, { nothing: 1 }] })).stages).toEqual(['COLLSCAN']);
});

test('texts too long for a key are found, each of them', async () => {
  const long = client.db().collection<{ _id: number; text: string }>('long');
  await long.createIndex({ text: 1 });
  const texts = Array.from({ length: 1000 }, (_, i) => `${i + 1000}${'x'.repeat(2000)}`);
  await long.insertMany(texts.map((text, _id) => ({ _id, text })));
  const found = await Promise.all(texts.map((text) => long.findOne({ text })));
  expect(found.map((one) => one?._id)).toEqual(texts.map((_, _id) => _id));
  expect(await long.countDocuments({ text: { $gt: texts[0] } })).toBe(999);
});

test('writes, counts and pipelines are explained by what they read, and change nothing', async () => {
  const db = client.db();
  const plans = [
    { count: 'rows', query: { site: 7 } },
    { distinct: 'rows', key: 'at', query: { site: 7 } },
    { update: 'rows', updates: [{ q: { site: 7 }, u: { $set: { site: 1 } }, multi: true }] },
    { delete: 'rows', deletes: [{ q: { site: 7 }, limit: 0 }] },
    { findAndModify: 'rows', query: { site: 7 }, update: { $set: { site: 1 } } },
    { aggregate: 'rows', pipeline: [{ $match: { site: 7 } }], cursor: {} },
  ];
  for (const explain of plans) {
    const { queryPlanner } = await db.command({ explain, verbosity: 'queryPlanner' });
    expect(stagesOf(queryPlanner.winningPlan), Object.keys(explain)[0]).toEqual(['FETCH', 'IXSCAN site_1_at_-1']);
  }
  const pipeline = [{ $match: { site: 7 } }, { $sort: { at: -1 } }, { $group: { _id: '$site' } }];
  const { stages } = await db.command({ explain: { aggregate: 'rows', pipeline, cursor: {} } });
  expect(stagesOf(stages[0].$cursor.queryPlanner.winningPlan)).toEqual(['FETCH', 'IXSCAN site_1_at_-1']);
  expect(stages[1]).toEqual({ $group: { _id: '$site' } });
  expect(await db.collection('rows').countDocuments({ site: 7 })).toBe(100);
});

test('explain refuses what it cannot tell', async () => {
  const db = client.db();
  await expect(db.command({ explain: { insert: 'rows', documents: [{}] } })).rejects.toMatchObject({ code: 115 });
  await expect(db.command({ explain: { find: 'rows' }, verbosity: 'all' })).rejects.toMatchObject({ code: 2 });
  await expect(db.command({ explain: { find: 'rows', filter: { a: { $x: 1 } } } })).rejects.toMatchObject({ code: 2 });
  const { queryPlanner } = await db.command({ explain: { find: 'none' }, verbosity: 'queryPlanner' });
  expect(queryPlanner.winningPlan).toEqual({ stage: 'EOF' });
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
