// Whoever holds the writing alone and dies, or takes too long.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, MongoServerError } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type EmbeddedDatabase, openEmbedded } from '../../../server/embedded/engine.ts';
import { killChildren, startChild } from './child.ts';

const dir = mkdtempSync(join(tmpdir(), 'transactions-'));
/** A short run; DEATHS=20 for a longer one. */
const deaths = Number(process.env.DEATHS ?? 2);
let engine: EmbeddedDatabase;
let client: MongoClient;
const rows = () => client.db().collection<{ _id: string; n: number }>('rows');

beforeAll(async () => {
  engine = await openEmbedded({ dir });
  client = await new MongoClient(engine.uri, { retryWrites: false }).connect();
});
afterAll(async () => {
  await client.close();
  await engine.close();
  rmSync(dir, { recursive: true, force: true });
});
beforeEach(async () => {
  await rows().deleteMany({});
  await rows().insertOne({ _id: 'kept', n: 0 });
});
afterEach(killChildren);

async function failure(work: Promise<unknown>): Promise<{ error: MongoServerError; afterMs: number }> {
  const began = Date.now();
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof MongoServerError)) throw new Error(`not refused: ${error}`);
  return { error, afterMs: Date.now() - began };
}

test('of a client killed in its transaction nothing is stored, and others write at once', async () => {
  for (let death = 0; death < deaths; death++) {
    const child = await startChild('dier.ts', engine.uri);
    const waiting = rows().insertOne({ _id: `waiting-${death}`, n: death });
    const killedAt = Date.now();
    await child.kill();
    await waiting;
    expect(Date.now() - killedAt).toBeLessThan(2500);
  }
  const stored = (await rows().find({}).toArray()).map(({ _id, n }) => `${_id} ${n}`);
  expect(stored).toEqual(['kept 0', ...Array.from({ length: deaths }, (_, death) => `waiting-${death} ${death}`)]);
  expect(await client.db().listCollections({ name: 'others' }).toArray()).toEqual([]);
});

test('a client that goes away while its transaction waits for another leaves nobody waiting', async () => {
  const holder = client.startSession();
  holder.startTransaction();
  await rows().updateOne({ _id: 'kept' }, { $inc: { n: 1 } }, { session: holder });
  const leaving = await new MongoClient(engine.uri, { monitorCommands: true }).connect();
  const session = leaving.startSession();
  session.startTransaction();
  const sent = once(leaving, 'commandStarted');
  const waited = leaving
    .db()
    .collection<{ _id: string; n: number }>('rows')
    .insertOne({ _id: 'left', n: 0 }, { session });
  const interrupted = expect(waited).rejects.toThrow();
  await sent;
  await client.db().command({ ping: 1 }); // what was sent before has come to the engine by now
  await leaving.close(true);
  await interrupted;
  await holder.commitTransaction();
  await holder.endSession();
  await rows().insertOne({ _id: 'after', n: 0 });
  expect((await rows().find({}).toArray()).map(({ _id }) => _id)).toEqual(['kept', 'after']);
}, 8000);

test('a second transaction is told after three seconds to begin again, a plain write after ten why it failed', async () => {
  const holder = client.startSession();
  holder.startTransaction();
  await rows().updateOne({ _id: 'kept' }, { $inc: { n: 1 } }, { session: holder });
  const second = client.startSession();
  second.startTransaction();
  const [transaction, plain] = await Promise.all([
    failure(rows().updateOne({ _id: 'kept' }, { $inc: { n: 10 } }, { session: second })),
    failure(rows().updateOne({ _id: 'kept' }, { $inc: { n: 100 } })),
    expect(rows().findOne({ _id: 'kept' })).resolves.toEqual({ _id: 'kept', n: 0 }),
  ]);
  expect(transaction.error).toMatchObject({ code: 112, codeName: 'WriteConflict' });
  expect(transaction.error.hasErrorLabel('TransientTransactionError')).toBe(true);
  expect(transaction.afterMs).toBeGreaterThanOrEqual(2990);
  expect(plain.error).toMatchObject({ code: 24, codeName: 'LockTimeout' });
  expect(plain.error.message).toBe(
    'A transaction held the database for 10000 ms; a write inside withTransaction must be given its session',
  );
  expect(plain.afterMs).toBeGreaterThanOrEqual(9990);
  await holder.commitTransaction();
  await Promise.all([holder.endSession(), second.endSession()]);
  expect(await rows().findOne({ _id: 'kept' })).toEqual({ _id: 'kept', n: 1 });
});

test('withTransaction carries on by itself after waiting in vain', async () => {
  const holder = client.startSession();
  holder.startTransaction();
  await rows().updateOne({ _id: 'kept' }, { $inc: { n: 1 } }, { session: holder });
  let attempts = 0;
  const second = client.withSession((session) =>
    session.withTransaction(async () => {
      attempts++;
      try {
        await rows().updateOne({ _id: 'kept' }, { $inc: { n: 10 } }, { session });
      } finally {
        if (attempts === 1) await holder.commitTransaction();
      }
    }),
  );
  await second;
  await holder.endSession();
  expect(attempts).toBe(2);
  expect(await rows().findOne({ _id: 'kept' })).toEqual({ _id: 'kept', n: 11 });
});
