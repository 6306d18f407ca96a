// Random documents and filters with fixed seeds: an index never changes an answer, sorted answers stay sorted the same way,
// and the server TEST_DATABASE names (if any) finds the same documents.
import fc from 'fast-check';
import { type Document, Double, Long, MongoClient, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbedded, type TestEngine } from '../support/embedded.ts';

let engine: TestEngine;
let client: MongoClient;
let other: MongoClient | undefined;
beforeAll(async () => {
  engine = await startEmbedded();
  client = await new MongoClient(engine.uri).connect();
  if (process.env.TEST_DATABASE) other = await new MongoClient(process.env.TEST_DATABASE).connect();
});
afterAll(async () => {
  await client.close();
  await other?.close();
  await engine.close();
});

const scalar = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }) },
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    '',
    'a',
    'ab',
    'b',
    'å',
    '\u{1F600}',
    '\uFFFD',
    0.5,
    -0.5,
    Number.NaN,
    new Double(2),
    Long.fromNumber(2),
  ),
  fc.constantFrom<unknown>(
    new Date(0),
    new Date(-1),
    new Date(1),
    new ObjectId('0'.repeat(24)),
    { x: 1 },
    { x: 1, y: 2 },
    { y: 2 },
  ),
);
const value = fc.oneof({ weight: 3, arbitrary: scalar }, fc.array(scalar, { maxLength: 3 }));
const inner = fc.oneof(
  { weight: 2, arbitrary: value },
  fc.record({ b: value, c: scalar }, { requiredKeys: [] }),
  fc.array(fc.record({ b: scalar, c: scalar }, { requiredKeys: [] }), { maxLength: 2 }),
);
const documents = fc.array(
  fc.record({ a: inner, d: scalar, e: fc.integer({ min: 0, max: 4 }) }, { requiredKeys: [] }),
  { minLength: 5, maxLength: 25 },
);

const operator = fc.oneof(
  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar }),
  fc.record({ $lt: scalar }),
  fc.record({ $lte: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $nin: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $eq: value }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $not: fc.record({ $gt: scalar }) }),
  fc.record({ $all: fc.array(scalar, { minLength: 1, maxLength: 2 }) }),
  fc.record({ $elemMatch: fc.record({ $gte: scalar, $lt: scalar }) }),
  fc.constant({ $regex: '^a' }),
);
const condition = fc.oneof(scalar, operator);
const path = fc.constantFrom('a', 'a.b', 'a.c', 'd', 'e');
const clause = fc.tuple(path, condition).map(([name, one]): Document => ({ [name]: one }));
const filter = fc.oneof(
  clause,
  fc.tuple(clause, clause).map(([one, two]): Document => ({ ...one, ...two })),
  fc.tuple(clause, clause).map((both): Document => ({ $and: both })),
  fc.tuple(clause, clause).map((both): Document => ({ $or: both })),
);

const direction = fc.constantFrom<1 | -1>(1, -1);
const keys = fc.constantFrom(
  ['a'],
  ['a.b'],
  ['d'],
  ['e', 'd'],
  ['d', 'a'],
  ['a.b', 'a.c'],
  ['e', 'a.b', 'd'],
  ['a.c', 'e'],
);
const index = fc.tuple(keys, fc.array(direction, { minLength: 3, maxLength: 3 }), fc.boolean());

const collectionOf = (one: MongoClient) => one.db('agreement').collection<Document & { _id?: number }>('rows');
const numberedRows = (docs: Document[]) => docs.map((one, _id) => ({ _id, ...one }));

async function fill(one: MongoClient, docs: Document[]): Promise<void> {
  await collectionOf(one)
    .drop()
    .catch(() => undefined);
  await collectionOf(one).insertMany(numberedRows(docs));
}

const found = async (one: MongoClient, wanted: Document) =>
  (await collectionOf(one).find(wanted).toArray()).map(({ _id }) => Number(_id)).sort((a, b) => a - b);
const inOrder = async (one: MongoClient, wanted: Document, sort: [string, 1 | -1][]) =>
  (
    await collectionOf(one)
      .find(wanted)
      .sort([...sort, ['_id', 1]])
      .toArray()
  ).map(({ _id }) => _id);

const runs = Number(process.env.AGREEMENT_RUNS ?? 40);

test('an index never changes what is found, nor the order asked for', { timeout: 600_000 }, async () => {
  const property = fc.asyncProperty(
    documents,
    fc.array(filter, { minLength: 6, maxLength: 6 }),
    fc.array(index, { minLength: 2, maxLength: 3 }),
    async (docs, filters, indexes) => {
      await fill(client, docs);
      const ask = async () => {
        const answers: unknown[] = [];
        for (const [i, one] of filters.entries()) {
          const [names, directions] = indexes[i % indexes.length]!;
          answers.push(
            await found(client, one),
            await inOrder(
              client,
              one,
              names.slice(0, 1).map((name, at) => [name, directions[at]!]),
            ),
          );
        }
        return answers;
      };
      const plain = await ask();
      for (const [names, directions, sparse] of indexes)
        await collectionOf(client)
          .createIndex(Object.fromEntries(names.map((name, at) => [name, directions[at]!])), { sparse })
          .catch((error) => {
            if (![85, 86, 171].includes(error.code)) throw error;
          });
      expect(await ask()).toEqual(plain);
    },
  );
  await fc.assert(property, { seed: 20260101, numRuns: runs });
});

test.runIf(process.env.TEST_DATABASE)(
  'the other server finds the same (asked only where TEST_DATABASE names one)',
  { timeout: 600_000 },
  async () => {
    const property = fc.asyncProperty(
      documents,
      fc.array(filter, { minLength: 8, maxLength: 8 }),
      async (docs, filters) => {
        await Promise.all([fill(client, docs), fill(other!, docs)]);
        for (const one of filters)
          expect(await found(client, one), JSON.stringify(one)).toEqual(await found(other!, one));
      },
    );
    await fc.assert(property, { seed: 20260102, numRuns: runs });
  },
);
