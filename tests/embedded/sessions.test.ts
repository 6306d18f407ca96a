import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Long, MongoClient, UUID } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbedded } from '../../server/embedded/engine.ts';
import { startEmbedded, type TestEngine } from '../support/embedded.ts';
import { sendCommand } from '../support/wire.ts';

let engine: TestEngine;
let client: MongoClient;
beforeAll(async () => {
  engine = await startEmbedded();
  client = await new MongoClient(engine.uri).connect();
});
afterAll(async () => {
  await client.close();
  await engine.close();
});

const rows = (name: string) => client.db().collection<{ _id: number; n?: number }>(name);

/** A command with a session and number of its own choosing, as a driver sends it again after a lost reply. */
const numbered = (id: UUID, number: number, command: object) =>
  sendCommand(engine.uri, { ...command, lsid: { id }, txnNumber: Long.fromNumber(number), $db: 'stegvis' });

test('a retried write counts once and gives the first reply', async () => {
  await rows('retried').insertOne({ _id: 1, n: 0 });
  const id = new UUID();
  const increment = { findAndModify: 'retried', query: { _id: 1 }, update: { $inc: { n: 1 } }, new: true };
  const first = await numbered(id, 1, increment);
  const again = await numbered(id, 1, increment);
  expect([first.value.n, again.value.n]).toEqual([1, 1]);
  const third = await numbered(id, 2, increment);
  expect(third.value.n).toBe(2);
  expect(await numbered(id, 1, increment)).toMatchObject({ ok: 0, code: 225 });
  expect(await rows('retried').findOne({})).toEqual({ _id: 1, n: 2 });
});

test('a retried insert neither doubles nor reports a duplicate', async () => {
  const id = new UUID();
  const insert = { insert: 'inserted', documents: [{ _id: 5 }] };
  expect((await numbered(id, 1, insert)).n).toBe(1);
  expect(await numbered(id, 1, insert)).toMatchObject({ n: 1, ok: 1 });
  expect(await rows('inserted').countDocuments()).toBe(1);
});

test('a retried write counts once over closing and opening as well', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'retried-'));
  const updates = [{ q: { _id: 1 }, u: { $inc: { n: 1 } }, upsert: true }];
  const command = { update: 'kept', updates, lsid: { id: new UUID() }, txnNumber: Long.fromNumber(7), $db: 'stegvis' };
  const seen: unknown[] = [];
  for (const _time of ['first', 'again']) {
    const own = await openEmbedded({ dir });
    const one = await new MongoClient(own.uri).connect();
    const reply = await sendCommand(own.uri, command);
    seen.push([reply.n, (await one.db().collection('kept').findOne({}))?.n]);
    await one.close();
    await own.close();
  }
  await rm(dir, { recursive: true });
  expect(seen).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

test('a transaction whose client goes away frees the database at once', async () => {
  const gone = await new MongoClient(engine.uri).connect();
  const session = gone.startSession();
  session.startTransaction();
  await gone.db().collection<{ _id: number }>('left').insertOne({ _id: 1 }, { session });
  await gone.close(true);
  await rows('left').insertOne({ _id: 2 });
  expect((await rows('left').find({}).toArray()).map(({ _id }) => _id)).toEqual([2]);
});

test('a second transaction waits for the first, and is told to try again when that takes too long', async () => {
  const [one, two] = [client.startSession(), client.startSession()];
  one.startTransaction();
  await rows('both').insertOne({ _id: 1 }, { session: one });
  two.startTransaction();
  const failed = await rows('both')
    .insertOne({ _id: 2 }, { session: two })
    .catch((error) => error);
  expect([failed.code, failed.hasErrorLabel('TransientTransactionError')]).toEqual([112, true]);
  await two.abortTransaction();
  await one.commitTransaction();
  expect(await rows('both').countDocuments()).toBe(1);
  await one.endSession();
  await two.endSession();
});

test('indexes cannot be made inside a transaction', async () => {
  const session = client.startSession();
  session.startTransaction();
  await rows('inside').insertOne({ _id: 1 }, { session });
  await expect(rows('inside').createIndex({ n: 1 }, { session })).rejects.toMatchObject({ code: 263 });
  await session.abortTransaction();
  await session.endSession();
});

test('writes that arrive together see each other: one document, all increments, one owner of an id', async () => {
  const counters = client.db().collection<{ _id: number; k?: string; n?: number }>('together');
  await counters.createIndex({ k: 1 });
  const ask = { $inc: { n: 1 }, $setOnInsert: { _id: 7 } };
  await Promise.all(Array.from({ length: 64 }, () => counters.updateOne({ k: 'same' }, ask, { upsert: true })));
  expect(await counters.find({}).toArray()).toEqual([{ _id: 7, k: 'same', n: 64 }]);
  const inserts = await Promise.allSettled(Array.from({ length: 64 }, () => counters.insertOne({ _id: 8 })));
  expect(inserts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('plain writes beside transactions are neither lost nor mixed into them', async () => {
  const accounts = client.db().collection<{ _id: number; n: number }>('beside');
  await accounts.insertMany([
    { _id: 1, n: 0 },
    { _id: 2, n: 0 },
  ]);
  const both = () =>
    client.withSession((session) =>
      session.withTransaction(async () => {
        const found = await accounts.findOne({ _id: 1 }, { session });
        await accounts.updateOne({ _id: 1 }, { $set: { n: (found?.n ?? 0) + 1 } }, { session });
        await accounts.updateOne({ _id: 2 }, { $inc: { n: 1 } }, { session });
      }),
    );
  const plain = () => accounts.updateOne({ _id: 1 }, { $inc: { n: 1 } });
  await Promise.all(Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? both() : plain())));
  expect(await accounts.find({}).toArray()).toEqual([
    { _id: 1, n: 60 },
    { _id: 2, n: 30 },
  ]);
});
