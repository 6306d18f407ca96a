import { Long, MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbedded, type TestEngine } from '../support/embedded.ts';
import { sendBytes, sendCommand } from '../support/wire.ts';

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

/** A message head with a length, an opcode and whatever follows. */
function message(length: number, opcode: number, rest: Buffer): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(length, 0);
  head.writeInt32LE(opcode, 12);
  return Buffer.concat([head, rest]);
}

const broken: [name: string, bytes: Buffer][] = [
  ['a length of nothing', message(0, 2013, Buffer.alloc(0))],
  ['a negative length', message(-5, 2013, Buffer.alloc(0))],
  ['a length beyond every limit', message(0x7fffffff, 2013, Buffer.alloc(0))],
  ['an unknown opcode', message(20, 9999, Buffer.alloc(4))],
  ['a section of unknown kind', message(22, 2013, Buffer.from([0, 0, 0, 0, 9, 0]))],
  ['a body cut short', message(25, 2013, Buffer.from([0, 0, 0, 0, 0, 200, 0, 0, 0]))],
  [
    'a document whose string runs past its end',
    message(37, 2013, Buffer.from([0, 0, 0, 0, 0, 16, 0, 0, 0, 2, 97, 0, 99, 0, 0, 0, 120, 0, 0, 0, 0])),
  ],
  ['HTTP', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
];

test.each(broken)('%s closes that connection and harms no other', async (_name, bytes) => {
  expect(await sendBytes(engine.uri, bytes)).toBeUndefined();
  expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
});

test('nesting beyond 100 levels is refused, not followed', async () => {
  let deep: object = {};
  for (let i = 0; i < 150; i++) deep = { a: deep };
  expect(
    await sendCommand(engine.uri, { insert: 'deep', documents: [{ _id: 1, deep }], $db: 'stegvis' }),
  ).toMatchObject({ ok: 0, code: 15 });
  await expect(client.db().collection('deep').insertOne({ deep })).rejects.toMatchObject({ code: 15 });
  expect(await client.db().collection('deep').countDocuments()).toBe(0);
});

test('a document above 16 MB is refused and the rest of the batch of one command is not touched', async () => {
  const big = client.db().collection<{ _id: number; text?: string }>('big');
  await expect(
    big.updateOne(
      { _id: 1 },
      { $push: { list: { $each: ['x'.repeat(9_000_000), 'y'.repeat(6_900_000), 'z'.repeat(900_000)] } } as never },
      { upsert: true },
    ),
  ).rejects.toThrow();
  expect(await big.countDocuments()).toBe(0);
});

test('documents of 5 MB come back whole, over several batches', async () => {
  const large = client.db().collection<{ _id: number; text: string }>('large');
  for (let _id = 0; _id < 5; _id++) await large.insertOne({ _id, text: String(_id).repeat(5_000_000) });
  const found = await large.find({}).toArray();
  expect(found.map(({ text }) => [text.length, text[0]])).toEqual([0, 1, 2, 3, 4].map((i) => [5_000_000, String(i)]));
});

test('an unacknowledged write is carried out, and the next command on the connection sees it', async () => {
  const one = await new MongoClient(engine.uri, { maxPoolSize: 1 }).connect();
  await one
    .db()
    .collection<{ _id: number }>('quiet')
    .insertOne({ _id: 1 }, { writeConcern: { w: 0 } });
  expect(await one.db().collection('quiet').countDocuments()).toBe(1);
  await one.close();
});

test('types the engine does not know are refused by name and not stored', async () => {
  const { Decimal128, MinKey, Timestamp, Code } = await import('mongodb');
  const odd = client.db().collection('odd');
  for (const value of [Decimal128.fromString('1'), new MinKey(), new Timestamp({ t: 1, i: 1 }), new Code('x'), /x/])
    await expect(odd.insertOne({ value })).rejects.toMatchObject({ code: 2 });
  expect(await odd.countDocuments()).toBe(0);
});

test('what the engine has not is refused: change streams, lookups, server-side code, collation, hints', async () => {
  const some = client.db().collection('some');
  await some.insertOne({ a: 1 });
  await expect(some.watch().next()).rejects.toMatchObject({ code: 40324 });
  await expect(
    some.aggregate([{ $lookup: { from: 'x', localField: 'a', foreignField: 'a', as: 'b' } }]).toArray(),
  ).rejects.toMatchObject({ code: 40324 });
  await expect(some.findOne({ $where: 'true' })).rejects.toMatchObject({ code: 2 });
  await expect(some.find({}, { collation: { locale: 'sv' } }).toArray()).rejects.toMatchObject({ code: 9 });
  await expect(some.find({}).hint({ a: 1 }).toArray()).rejects.toMatchObject({ code: 9 });
  await expect(some.updateOne({ a: 1 }, [{ $set: { a: 2 } }])).rejects.toMatchObject({ code: 9 });
  await expect(some.createIndex({ a: 'text' })).rejects.toMatchObject({ code: 67 });
  await expect(client.db().createCollection('view', { viewOn: 'some', pipeline: [] })).rejects.toMatchObject({
    code: 9,
  });
  await expect(client.db().admin().command({ currentOp: 1 })).rejects.toMatchObject({ code: 59 });
});

test('what would be answered otherwise than by MongoDB is refused: signs of its regular expressions, $ in a projection', async () => {
  const some = client.db().collection('otherwise');
  await some.insertOne({ a: [1, 2] });
  for (const pattern of ['^\\s', '^a\\b', '^\\w', '^a\\Z', '^(?i)a', '^[[:alpha:]]', '^a++', '^(a)\\1'])
    await expect(some.findOne({ a: { $regex: pattern } })).rejects.toMatchObject({ code: 2 });
  await expect(some.findOne({ a: { $regex: '^a', $options: 'm' } })).rejects.toMatchObject({ code: 2 });
  await expect(some.findOne({ a: 2 }, { projection: { 'a.$': 1 } })).rejects.toMatchObject({ code: 2 });
});

test('a time limit ends a long read', async () => {
  const slow = client.db().collection<{ _id: number }>('slow');
  await slow.insertMany(Array.from({ length: 20_000 }, (_, _id) => ({ _id, text: 'x'.repeat(200) })));
  await expect(
    slow
      .find({ text: /^xxxxy/ })
      .maxTimeMS(1)
      .toArray(),
  ).rejects.toMatchObject({ code: 50 });
});

test('paths to a prototype are refused', async () => {
  const some = client.db().collection('prototype');
  await some.insertOne({ a: 1 });
  await expect(some.updateOne({}, { $set: { '__proto__.polluted': 1 } })).rejects.toMatchObject({ code: 2 });
  await expect(some.findOne({ '__proto__.x': 1 })).rejects.toMatchObject({ code: 2 });
  expect(Long.prototype).not.toHaveProperty('polluted');
});
