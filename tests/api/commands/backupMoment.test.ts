// A backup is of one moment, however much is written while it is taken.
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeDocument, nativeDb } from '../../../server/store/native.ts';
import { readBackup } from '../../../server/transfer/backup/read.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { runCommand } from './command.ts';
import { fileName, removePlaces } from './places.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  // Read between the two halves of a pair, and long enough for many pairs to be written meanwhile.
  const filler = Array.from({ length: 8000 }, (_, at) => ({ _id: `filler-${at}`, text: 'x'.repeat(1000) }));
  await nativeDb().collection<{ _id: string }>('middle').insertMany(filler);
}, 60_000);
afterAll(async () => {
  await database.close();
  await removePlaces();
});

/** Writes pairs, by turns in one transaction and one half after the other, until it is told to stop. */
function writePairs(): { stop(): Promise<number> } {
  const [first, last] = [
    nativeDb().collection<{ _id: string }>('aFirst'),
    nativeDb().collection<{ _id: string }>('zLast'),
  ];
  let isStopping = false;
  const work = async () => {
    let pairs = 0;
    for (; !isStopping; pairs++) {
      const half = { _id: `${pairs % 2 === 0 ? 'together' : 'apart'}-${String(pairs).padStart(6, '0')}` };
      if (pairs % 2 === 0)
        await mongoose.connection.transaction(async (session) => {
          await first.insertOne({ ...half }, { session });
          await last.insertOne({ ...half }, { session });
        });
      else {
        await first.insertOne({ ...half });
        await last.insertOne({ ...half });
      }
    }
    return pairs;
  };
  const working = work();
  return {
    stop: () => {
      isStopping = true;
      return working;
    },
  };
}

async function keysIn(file: string): Promise<Record<string, string[]>> {
  const keys: Record<string, string[]> = {};
  await readBackup(file, {
    documents: async (collection, documents) => {
      const found = documents.map((bytes) => (decodeDocument(bytes) as { _id: string })._id);
      keys[collection] = [...(keys[collection] ?? []), ...found];
    },
  });
  return keys;
}

test('what was stored together is together in a backup, and what came after is not there before what it follows', async () => {
  for (const name of ['aFirst', 'zLast']) await nativeDb().createCollection(name);
  const writer = writePairs();
  let during = 0;
  for (let tries = 0; tries < 3; tries++) {
    const file = fileName(`moment-${tries}.backup`);
    const before = await nativeDb().collection('zLast').countDocuments();
    const { code, stderr } = await runCommand('backup', [file], database.environment);
    expect([code, stderr]).toEqual([0, '']);
    during += (await nativeDb().collection('zLast').countDocuments()) - before;
    const { aFirst = [], zLast = [], middle = [] } = await keysIn(file);
    expect(middle).toHaveLength(8000);
    expect(zLast.length).toBeGreaterThanOrEqual(before);
    const of = (kind: string, keys: string[]) => keys.filter((key) => key.startsWith(kind));
    expect(of('together', zLast)).toEqual(of('together', aFirst));
    const apart = of('apart', aFirst);
    expect([apart, apart.slice(0, -1)]).toContainEqual(of('apart', zLast));
  }
  await writer.stop();
  // Were nothing written meanwhile, nothing would be shown.
  expect(during).toBeGreaterThan(20);
}, 240_000);
