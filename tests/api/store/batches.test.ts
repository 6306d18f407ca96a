import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { batchesOf } from '../../../server/store/batches.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
const rows = () => mongoose.connection.collection<{ number: number; day: Date; deep: object }>('batches');
const open = () => rows().find({}, { raw: true, batchSize: 100, sort: { number: 1 } });
beforeAll(async () => {
  database = await openTestDatabase();
  const day = new Date('1969-07-20');
  await rows().insertMany(
    Array.from({ length: 1050 }, (_, number) => ({ number, day, deep: { list: [null, 0.5, 'å'] } })),
  );
});
afterAll(() => database.close());

test('all documents come, each as it was stored', async () => {
  const batches: { number: number }[][] = [];
  for await (const batch of batchesOf<{ number: number }>(open())) batches.push(batch);
  expect(batches.map((each) => each.length)).toEqual([...Array.from({ length: 10 }, () => 100), 50]);
  expect(batches.flat().map(({ number }) => number)).toEqual(Array.from({ length: 1050 }, (_, number) => number));
  expect(batches.flat()[7]).toEqual(await rows().findOne({ number: 7 }));
});

test('nothing of nothing', async () => {
  const batches = batchesOf(rows().find({ number: -1 }, { raw: true }));
  expect(await batches.next()).toEqual({ done: true, value: undefined });
});

test('who stops early leaves no cursor open', async () => {
  const cursor = open();
  const ids: unknown[] = [];
  for await (const batch of batchesOf(cursor)) {
    expect(batch).toHaveLength(100);
    ids.push(cursor.id);
    break;
  }
  const [id] = ids;
  expect(id).toBeTruthy();
  const more = mongoose.connection.db?.command({ getMore: id, collection: 'batches' });
  await expect(more).rejects.toMatchObject({ code: 43 });
});

test('what goes wrong while a batch is worked on is thrown when the next one is asked for', async () => {
  const cursor = open();
  const read = async () => {
    let count = 0;
    for await (const batch of batchesOf(cursor)) {
      count += batch.length;
      await mongoose.connection.db?.command({ killCursors: 'batches', cursors: [cursor.id] });
    }
    return count;
  };
  await expect(read()).rejects.toMatchObject({ code: 43 });
});
