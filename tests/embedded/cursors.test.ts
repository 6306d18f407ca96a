// Cursors from outside: memory over a long drain, many at once, beside writers, and after their end.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Document, MongoClient, type Sort } from 'mongodb';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Cursors, listSource } from '../../server/embedded/commands/cursors.ts';
import { type EngineProcess, startEngineProcess } from '../support/engineProcess.ts';

const MANY = 100_000;
const MOST_GROWTH_MB = 60;
let dir: string;
let engine: EngineProcess;
let client: MongoClient;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cursors-'));
  engine = await startEngineProcess(dir);
  client = await MongoClient.connect(engine.uri);
  for (let from = 0; from < MANY; from += 1000) await rows('many').insertMany(numbered(from, from + 1000, 1000));
});
afterAll(async () => {
  await client?.close();
  await engine?.kill();
  await rm(dir, { recursive: true, force: true });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Row {
  _id: number;
  n: number;
  text: string;
}
const rows = (name: string) => client.db().collection<Row>(name);
const numbered = (from: number, to: number, bytes = 200): Row[] =>
  Array.from({ length: to - from }, (_, i) => ({ _id: from + i, n: from + i, text: 'x'.repeat(bytes) }));

test('a cursor over 100,000 documents, drained slowly, holds no more at its end than at its beginning', async () => {
  const cursor = rows('many').find({}, { batchSize: 1000 });
  const held: number[] = [];
  let next = 0;
  for await (const { _id } of cursor) {
    if (_id !== next++) throw new Error(`document ${_id} came in place of ${next - 1}`);
    if (_id % 1000 === 999) held.push(engine.ownMb());
  }
  expect(next).toBe(MANY);
  const growth = Math.max(...held) - (held[0] ?? Number.NaN);
  console.info(`drain: ${held[0]?.toFixed(0)} MB at first, ${growth.toFixed(0)} MB more at most`);
  expect(growth).toBeLessThan(MOST_GROWTH_MB);
});

test('twenty cursors read turn by turn each give every document once', async () => {
  const cursors = Array.from({ length: 20 }, (_, i) =>
    rows('many').find({ _id: { $lt: 20 * (i + 1) } }, { batchSize: 7 }),
  );
  const seen = cursors.map((): number[] => []);
  for (let open = true; open; ) {
    const found = await Promise.all(cursors.map((cursor) => cursor.next()));
    for (const [i, row] of found.entries()) if (row) seen[i]?.push(row._id);
    open = found.some((row) => row !== null);
  }
  expect(seen).toEqual(cursors.map((_, i) => Array.from({ length: 20 * (i + 1) }, (_, _id) => _id)));
});

test.for<[string, Sort | undefined]>([
  ['natural order', undefined],
  ['the order of _id', { _id: 1 }],
  ['the order of _id backwards', { _id: -1 }],
  ['the order of an index', { n: 1 }],
  ['the order of an index backwards', { n: -1 }],
])('beside inserts and deletes, what stays comes exactly once: in %s', async ([name, sort]) => {
  const collection = rows(`beside ${name}`);
  await collection.createIndex({ n: 1 });
  await collection.insertMany(numbered(0, 2000));
  const seen = new Map<number, number>();
  const found = collection.find({}, { batchSize: 50 });
  let read = 0;
  for await (const { _id } of sort ? found.sort(sort) : found) {
    seen.set(_id, (seen.get(_id) ?? 0) + 1);
    if (++read % 25 !== 0 || read > 2000) continue;
    // Odd ones go, on both sides of the cursor and right under it; new ones come before, between and after.
    const gone = [_id - 1, _id, _id + 1, 1999 - read, read].filter((id) => Math.abs(id % 2) === 1);
    await collection.deleteMany({ _id: { $in: gone } });
    const added = [-read, 5000 + read, _id + 0.5].map((id) => ({ _id: id, n: id, text: '' }));
    await collection.insertMany(added, { ordered: false }).catch((error) => expect(error.code).toBe(11000));
  }
  const stayed = Array.from({ length: 1000 }, (_, i) => 2 * i);
  expect(stayed.filter((id) => seen.get(id) !== 1)).toEqual([]);
  expect([...seen].filter(([, times]) => times > 1)).toEqual([]);
});

test('after killCursors a cursor is not found, and another is not touched', async () => {
  // Ids stay longs, as in the driver's own cursors: one of five hundred is small enough to become a number and be sent as a double.
  const command = (order: Document): Promise<Document> => client.db().command(order, { promoteLongs: false });
  const open = async () => (await command({ find: 'many', batchSize: 1 })).cursor.id;
  const [killed, other] = [await open(), await open()];
  const more = (id: unknown) => command({ getMore: id, collection: 'many', batchSize: 1 });
  await more(killed);
  const reply = await command({ killCursors: 'many', cursors: [killed] });
  expect(reply).toMatchObject({ cursorsKilled: [killed], cursorsNotFound: [] });
  await expect(more(killed)).rejects.toMatchObject({ code: 43 });
  expect((await more(other)).cursor.nextBatch).toHaveLength(1);
  expect(await command({ killCursors: 'many', cursors: [killed] })).toMatchObject({ cursorsNotFound: [killed] });
});

test('a cursor that nobody reads for ten minutes is dropped; one that is read stays', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  const cursors = new Cursors();
  const [left, read] = [1, 2].map(() => cursors.keep('a.b', listSource([Buffer.alloc(5)])));
  vi.setSystemTime(9 * 60_000);
  cursors.get(read ?? 0n, 'a.b');
  vi.setSystemTime(11 * 60_000);
  cursors.keep('a.b', listSource([]));
  expect(() => cursors.get(left ?? 0n, 'a.b')).toThrow(expect.objectContaining({ code: 43 }));
  expect(cursors.get(read ?? 0n, 'a.b').namespace).toBe('a.b');
});
