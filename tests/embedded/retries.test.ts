// A write sent again under its session and number counts once, also when the engine was killed before or after it replied.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Document, Long, MongoClient, UUID } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../soak/random.ts';
import { startEmbedded, type TestEngine } from '../support/embedded.ts';
import { type EngineProcess, startEngineProcess } from '../support/engineProcess.ts';
import { sendCommand } from '../support/wire.ts';

let engine: TestEngine;
let client: MongoClient;
let running: EngineProcess | undefined;
beforeAll(async () => {
  engine = await startEmbedded();
  client = await new MongoClient(engine.uri).connect();
});
afterAll(async () => {
  await client.close();
  await engine.close();
  await running?.kill();
});

const increment = { $inc: { n: 1 } };

/** Each adds exactly one to the sum of all n, in its own way. */
const writes: [name: string, command: (i: number) => Document][] = [
  [
    'an insert of several',
    (i) => ({
      insert: 'rows',
      documents: [
        { _id: `a${i}`, n: 1 },
        { _id: `b${i}`, n: 0 },
      ],
    }),
  ],
  ['an insert without _id', () => ({ insert: 'rows', documents: [{ n: 1 }] })],
  ['an update', () => ({ update: 'rows', updates: [{ q: { _id: 1 }, u: increment }] })],
  ['an upsert', (i) => ({ update: 'rows', updates: [{ q: { _id: `u${i}` }, u: increment, upsert: true }] })],
  [
    'several statements, one of which fails',
    (i) => ({
      update: 'rows',
      ordered: false,
      updates: [
        { q: { _id: 1 }, u: { $inc: { n: 2 } } },
        { q: { _id: 2 }, u: { $inc: { n: -1 } } },
        { q: { _id: 3 }, u: { $inc: { text: i } } },
      ],
    }),
  ],
  ['findAndModify', () => ({ findAndModify: 'rows', query: { _id: 1 }, update: increment, new: true })],
  [
    'findAndModify upserting',
    (i) => ({ findAndModify: 'rows', query: { _id: `f${i}` }, update: increment, upsert: true }),
  ],
  ['a removal of a debt', () => ({ delete: 'rows', deletes: [{ q: { debt: true }, limit: 1 }] })],
];

const begin = async (one: MongoClient) => {
  await one.db().collection('rows').deleteMany({});
  const debts = Array.from({ length: 40 }, () => ({ n: -1, debt: true }));
  const rows: Document[] = [{ _id: 1, n: 0 }, { _id: 2, n: 0 }, { _id: 3, n: 0, text: 'x' }, ...debts];
  await one.db().collection('rows').insertMany(rows);
};
const sum = async (one: MongoClient): Promise<number> =>
  (await one.db().collection('rows').find({}).toArray()).reduce((total, { n }) => total + Number(n), 0);

const numbered = (uri: string, id: UUID, number: number, command: Document) =>
  sendCommand(uri, { ...command, lsid: { id }, txnNumber: Long.fromNumber(number), $db: 'stegvis' });

test.each(writes)('%s sent twice counts once and is answered alike', async (_name, command) => {
  await begin(client);
  const before = await sum(client);
  const id = new UUID();
  const first = await numbered(engine.uri, id, 1, command(0));
  const again = await numbered(engine.uri, id, 1, command(0));
  expect(first.ok).toBe(1);
  expect(again).toEqual(first);
  expect(await sum(client)).toBe(before + 1);
});

test('the same number of another session is another write', async () => {
  await begin(client);
  const before = await sum(client);
  for (const id of [new UUID(), new UUID()])
    await numbered(engine.uri, id, 1, { update: 'rows', updates: [{ q: { _id: 1 }, u: increment }] });
  expect(await sum(client)).toBe(before + 2);
});

const KILLS = Number(process.env.RETRY_KILLS ?? 6);
const AT_ONCE = 4;

test('over kill -9, before the reply or after it, each of 24 writes counts once', { timeout: 300_000 }, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'retries-'));
  const random = seededRandom(Number(process.env.RETRY_SEED ?? 20_260_101));
  running = await startEngineProcess(dir);
  const withClient = async <T>(uri: string, work: (one: MongoClient) => Promise<T>) => {
    const one = await new MongoClient(uri).connect();
    return work(one).finally(() => one.close());
  };
  await withClient(running.uri, begin);
  let wanted = await withClient(running.uri, sum);
  let answered = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const { uri } = running;
    const sent = Array.from({ length: AT_ONCE }, (_, at) => {
      const number = kill * AT_ONCE + at;
      const [name, command] = writes[number % writes.length] ?? ['', () => ({})];
      const [id, body] = [new UUID(), command(number)];
      return { name, send: (to: string) => numbered(to, id, number, body) };
    });
    const replies = sent.map(({ send }) => send(uri).catch(() => undefined));
    // At once, at some moment, after the first reply and after the last, in turn: whatever the machine's speed.
    await [undefined, wait(random() * 12), Promise.race(replies), Promise.all(replies)][kill % 4];
    await running.kill();
    running = await startEngineProcess(dir);
    for (const [i, { name, send }] of sent.entries()) {
      const first = await replies[i];
      const again = await send(running.uri);
      if (first) expect(again, name).toEqual(first);
      answered += first ? 1 : 0;
    }
    wanted += AT_ONCE;
    expect(await withClient(running.uri, sum), `after kill ${kill + 1}`).toBe(wanted);
  }
  await running.kill();
  await rm(dir, { recursive: true });
  expect(answered).toBeGreaterThan(0);
  expect(answered).toBeLessThan(KILLS * AT_ONCE);
});
