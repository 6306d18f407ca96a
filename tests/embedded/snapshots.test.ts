// Reads of one moment beside writers, through the ordinary driver.
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbedded, type TestEngine } from '../support/embedded.ts';

let engine: TestEngine;
let client: MongoClient;
beforeAll(async () => {
  engine = await startEmbedded();
  client = await MongoClient.connect(engine.uri);
});
afterAll(async () => {
  await client.close();
  await engine.close();
});

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({ n: from + index, text: 'x'.repeat(500) }));

test('a snapshot sees every collection as it was at its first read, from the first batch to the last', async () => {
  const db = client.db('moment');
  await db.collection('first').insertMany(numbers(0, 3000));
  await db.collection('second').insertMany(numbers(0, 10));
  await client.withSession({ snapshot: true }, async (session) => {
    const cursor = db.collection('first').find({}, { session, batchSize: 100 });
    const seen = [(await cursor.next())?.n];
    await db.collection('first').deleteMany({ n: { $gte: 1000 } });
    await db.collection('first').insertMany(numbers(5000, 5100));
    await db.collection('second').updateMany({}, { $set: { n: -1 } });
    await db.collection('third').insertOne({ n: 1 });
    for await (const { n } of cursor) seen.push(n);
    expect(seen).toEqual(numbers(0, 3000).map(({ n }) => n));
    const second = await db.collection('second').find({}, { session }).sort({ n: 1 }).toArray();
    expect(second.map(({ n }) => n)).toEqual(numbers(0, 10).map(({ n }) => n));
    const counted = await db
      .collection('first')
      .aggregate([{ $group: { _id: null, n: { $sum: 1 } } }], { session })
      .toArray();
    expect(counted).toEqual([{ _id: null, n: 3000 }]);
    expect(await db.collection('third').find({}, { session }).toArray()).toEqual([]);
  });
  expect(await db.collection('first').countDocuments()).toBe(1100);
});

test('two snapshots are two moments, side by side', async () => {
  const rows = client.db('moment').collection<{ _id: number; v: number }>('pair');
  await rows.insertOne({ _id: 1, v: 1 });
  const [early, late] = [client.startSession({ snapshot: true }), client.startSession({ snapshot: true })];
  const read = async (session: typeof early) => (await rows.findOne({ _id: 1 }, { session }))?.v;
  expect(await read(early)).toBe(1);
  await rows.updateOne({ _id: 1 }, { $set: { v: 2 } });
  expect([await read(early), await read(late)]).toEqual([1, 2]);
  await rows.updateOne({ _id: 1 }, { $set: { v: 3 } });
  expect([await read(early), await read(late)]).toEqual([1, 2]);
  await Promise.all([early.endSession(), late.endSession()]);
});

test('an open snapshot holds up neither writes nor transactions', async () => {
  const rows = client.db('moment').collection('free');
  await rows.insertMany(numbers(0, 500));
  const reader = client.startSession({ snapshot: true });
  const cursor = rows.find({}, { session: reader, batchSize: 10 });
  await cursor.next();
  const began = Date.now();
  await rows.insertOne({ n: 1 });
  await client.withSession((session) => session.withTransaction(() => rows.insertOne({ n: 2 }, { session })));
  expect(Date.now() - began).toBeLessThan(2000);
  expect((await cursor.toArray()).length).toBe(499);
  await reader.endSession();
});

test('a snapshot that is over, or reads that have none, are refused and not answered with other data', async () => {
  const db = client.db('moment');
  const readConcern = { level: 'snapshot' };
  const { cursor } = await db.command({ find: 'first', readConcern, batchSize: 1 });
  const atClusterTime = cursor.atClusterTime;
  expect(atClusterTime._bsontype).toBe('Timestamp');
  const again = { find: 'first', limit: 1, readConcern: { level: 'snapshot', atClusterTime: atClusterTime.add(1000) } };
  await expect(db.command(again)).rejects.toMatchObject({ code: 239 });
  await expect(db.command({ count: 'first', readConcern })).rejects.toMatchObject({ code: 72 });
  await expect(db.command({ distinct: 'first', key: 'n', readConcern })).rejects.toMatchObject({ code: 72 });
});
