import { Double, Long, ObjectId } from 'mongodb';
import { type Case, numbered } from './case.ts';

const late = new Date('2024-02-29T23:59:59.999Z');
const oid = new ObjectId('0123456789abcdef01234567');
const mixed = numbered([
  'text',
  3,
  null,
  undefined,
  [],
  { b: 1 },
  true,
  late,
  oid,
  Number.NaN,
  [5, 1],
  2.5,
  Long.fromNumber(-7),
  'Text',
  false,
]);
const many = Array.from({ length: 250 }, (_, i) => ({ _id: i, n: (i * 7) % 250, even: i % 2 === 0 }));

const sorted = (
  name: string,
  docs: object[],
  sort: Record<string, 1 | -1>,
  gives: unknown[],
  indexes: Record<string, 1 | -1>[] = [],
): Case => ({
  name: `sort: ${name}`,
  docs,
  under: indexes,
  run: async ({ collection }) => (await collection.find({}).sort(sort).toArray()).map(({ _id }) => _id),
  gives,
});

const projected = (projection: object, gives: unknown, fails?: number): Case => ({
  name: `projection of find: ${JSON.stringify(projection)}`,
  docs: [{ _id: 1, b: 2, a: { x: 1, y: 2 }, l: [{ x: 1, y: 2 }, 3] }],
  run: ({ collection }) => collection.findOne({}, { projection }),
  ...(fails ? { fails } : { gives }),
});

export const readCases: Case[] = [
  // [] is below null in MongoDB; equal ones keep their order of insertion, so _id settles them here
  sorted(
    'all types upwards',
    mixed,
    { a: 1, _id: 1 },
    [5, 3, 4, 10, 13, 11, 12, 2, 14, 1, 6, 9, 15, 7, 8],
    [{ a: 1 }, { a: -1 }],
  ),
  sorted(
    'all types downwards',
    mixed,
    { a: -1, _id: 1 },
    [8, 7, 15, 9, 6, 1, 14, 11, 2, 12, 13, 10, 3, 4, 5],
    [{ a: 1 }, { a: -1 }],
  ),
  sorted(
    'by two fields',
    [
      { _id: 1, a: 2, b: 1 },
      { _id: 2, a: 1, b: 1 },
      { _id: 3, a: 1, b: 2 },
    ],
    { a: 1, b: -1 },
    [3, 2, 1],
    [
      { a: 1, b: -1 },
      { a: -1, b: 1 },
      { a: 1, b: 1 },
    ],
  ),
  sorted(
    'by a path into an array',
    [
      { _id: 1, a: [{ b: 5 }, { b: 1 }] },
      { _id: 2, a: { b: 3 } },
      { _id: 3, a: [{ b: 2 }] },
    ],
    { 'a.b': 1 },
    [1, 3, 2],
    [{ 'a.b': 1 }],
  ),
  sorted(
    'downwards by a path into an array',
    [
      { _id: 1, a: [{ b: 5 }, { b: 1 }] },
      { _id: 2, a: { b: 3 } },
      { _id: 3, a: [{ b: 2 }] },
    ],
    { 'a.b': -1 },
    [1, 2, 3],
    [{ 'a.b': 1 }],
  ),
  sorted(
    'text by its bytes',
    numbered(['ö', 'z', 'Z', 'a\u{1F600}', 'a\uFFFD', '']),
    { a: 1 },
    [6, 3, 5, 4, 2, 1],
    [{ a: 1 }, { a: -1 }],
  ),
  sorted(
    'dates before 1970',
    numbered([new Date(1), new Date(-1), new Date(0), new Date(-1e13)]),
    { a: 1 },
    [4, 2, 3, 1],
    [{ a: 1 }, { a: -1 }],
  ),
  sorted(
    'long texts that differ late',
    [
      { _id: 1, a: `${'x'.repeat(3000)}b` },
      { _id: 2, a: `${'x'.repeat(3000)}a` },
    ],
    { a: 1 },
    [2, 1],
    [{ a: 1 }],
  ),
  {
    name: 'natural order is the order of insertion',
    docs: [{ _id: 3 }, { _id: 1 }, { _id: 2 }],
    run: ({ collection }) => collection.find({}).toArray(),
    gives: [{ _id: 3 }, { _id: 1 }, { _id: 2 }],
  },
  {
    name: 'skip and limit after sorting',
    docs: many,
    under: [{ n: 1 }, { n: -1 }],
    run: async ({ collection }) =>
      (await collection.find({ even: true }).sort({ n: -1 }).skip(2).limit(3).toArray()).map(({ n }) => n),
    gives: [244, 242, 240],
  },
  {
    name: 'a cursor gives everything once, whatever the batch size',
    docs: many,
    under: [{ n: 1 }],
    async run({ collection }) {
      const all = await collection
        .find({ n: { $gte: 10 } })
        .batchSize(7)
        .toArray();
      return [all.length, new Set(all.map(({ _id }) => Number(_id))).size];
    },
    gives: [240, 240],
  },
  {
    name: 'a sorted cursor over several batches stays sorted',
    docs: many,
    async run({ collection }) {
      const all = (await collection.find({}).sort({ n: 1 }).batchSize(33).toArray()).map(({ n }) => Number(n));
      return [all.length, all.every((n, i) => n === i)];
    },
    gives: [250, true],
  },
  {
    name: 'a killed cursor is gone',
    docs: many,
    async run({ db, collection }) {
      const find = { find: collection.collectionName, batchSize: 5 };
      const { cursor } = await db.command(find, { promoteLongs: false });
      await db.command({ killCursors: collection.collectionName, cursors: [cursor.id] });
      return db.command({ getMore: cursor.id, collection: collection.collectionName });
    },
    fails: 43,
  },
  {
    name: 'an unknown cursor is refused',
    run: ({ db, collection }) =>
      db.command({ getMore: Long.fromNumber(1234567), collection: collection.collectionName }),
    fails: 43,
  },
  {
    name: 'a single batch closes its cursor',
    docs: many,
    async run({ db, collection }) {
      const { cursor } = await db.command({ find: collection.collectionName, batchSize: 5, singleBatch: true });
      return [cursor.firstBatch.length, String(cursor.id)];
    },
    gives: [5, '0'],
  },
  {
    name: 'reading a collection that is not there gives nothing',
    run: async ({ collection }) => [
      await collection.find({}).toArray(),
      await collection.countDocuments(),
      await collection.distinct('a'),
      await collection.findOne({}),
    ],
    gives: [[], 0, [], null],
  },
  {
    name: 'count takes filter, skip and limit',
    docs: many,
    run: async ({ collection }) => [
      await collection.countDocuments({ even: true }),
      await collection.countDocuments({}, { skip: 240, limit: 5 }),
      await collection.estimatedDocumentCount(),
    ],
    gives: [125, 5, 250],
  },
  {
    name: 'distinct takes elements of arrays and joins equal numbers',
    docs: numbered([1, new Double(1), [2, 1], 'x', null, undefined, [], [[3]]]),
    run: ({ collection }) => collection.distinct('a'),
    gives: [null, 1, 2, 'x', [3]],
  },
  {
    name: 'distinct follows a path and a filter',
    docs: [
      { _id: 1, a: [{ b: 1 }, { b: 2 }] },
      { _id: 2, a: { b: 3 } },
      { _id: 3, a: { b: 4 } },
    ],
    run: ({ collection }) => collection.distinct('a.b', { _id: { $lt: 3 } }),
    gives: [1, 2, 3],
  },
  projected({ a: 1 }, { _id: 1, a: { x: 1, y: 2 } }),
  projected({ l: 1, b: 1, _id: 0 }, { b: 2, l: [{ x: 1, y: 2 }, 3] }),
  projected({ 'a.x': 1 }, { _id: 1, a: { x: 1 } }),
  projected({ 'l.x': 1 }, { _id: 1, l: [{ x: 1 }] }),
  projected({ a: 0, l: 0 }, { _id: 1, b: 2 }),
  projected({ 'l.x': 0, a: 0 }, { _id: 1, b: 2, l: [{ y: 2 }, 3] }),
  projected({ _id: 0, b: 0, l: 0 }, { a: { x: 1, y: 2 } }),
  projected({ _id: 1 }, { _id: 1 }),
  projected({ _id: 0 }, { b: 2, a: { x: 1, y: 2 }, l: [{ x: 1, y: 2 }, 3] }),
  projected({ nothing: 1 }, { _id: 1 }),
  projected({ a: 1, b: 0 }, null, 31254),
  projected({ a: 0, b: 1 }, null, 31253),
  {
    name: 'a sort direction must be 1 or -1',
    docs: numbered([1, 2]),
    run: ({ db, collection }) => db.command({ find: collection.collectionName, sort: { a: 2 } }),
    fails: 15975,
  },
  {
    name: 'values come back as they were stored, in their order',
    async run({ collection }) {
      await collection.insertOne({
        _id: 1,
        z: new Double(1),
        10: 'ten',
        2: 'two',
        i: 1,
        l: Long.fromNumber(1),
        d: new Date(-1),
        e: {},
        n: null,
        s: 'å\u{1F600}',
        x: [[], [1, [2]]],
      });
      await collection.updateOne({ _id: 1 }, { $set: { y: 1 } });
      return collection.findOne({});
    },
    gives: {
      _id: 1,
      z: new Double(1),
      10: 'ten',
      2: 'two',
      i: 1,
      l: Long.fromNumber(1),
      d: new Date(-1),
      e: {},
      n: null,
      s: 'å\u{1F600}',
      x: [[], [1, [2]]],
      y: 1,
    },
  },
];
