import { Double, Int32, Long, ObjectId } from 'mongodb';
import { type Case, updates } from './case.ts';

const filtersFor = (...arrayFilters: object[]) => ({ arrayFilters });

export const updateCases: Case[] = [
  ...updates('$set', [
    [{ a: 1 }, { $set: { a: 2 } }, { a: 2 }],
    [{ a: 1 }, { $set: { 'b.c': 2 } }, { a: 1, b: { c: 2 } }],
    [{ a: [1, 2] }, { $set: { 'a.1': 5 } }, { a: [1, 5] }],
    [{ a: [1] }, { $set: { 'a.3': 5 } }, { a: [1, null, null, 5] }],
    [{ a: { b: 1 } }, { $set: { 'a.0': 5 } }, { a: { b: 1, 0: 5 } }],
    [{ a: 1 }, { $set: { 'a.b': 5 } }, { code: 28 }],
    [{ a: [1] }, { $set: { 'a.b': 5 } }, { code: 28 }],
    [{ a: null }, { $set: { 'a.b': 5 } }, { code: 28 }],
    [{ a: 1 }, { $set: { a: null } }, { a: null }],
    [{ a: 1 }, { $set: { a: new Double(1) } }, { a: new Double(1) }],
    [{ a: new Date(5) }, { $set: { a: new Date(-86400000) } }, { a: new Date(-86400000) }],
    [{ n: 1 }, { $set: { å: 'ö', 日本: [{}] } }, { n: 1, å: 'ö', 日本: [{}] }],
    [{ z: 1 }, { $set: { c: 1, a: 1, b: 1 } }, { z: 1, a: 1, b: 1, c: 1 }],
    [{ z: 1 }, { $set: { b: 1 }, $inc: { a: 1 } }, { z: 1, a: 1, b: 1 }],
    [{ a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, { code: 40 }],
    [{ a: 1 }, { $set: { 'b.c': 1, b: 1 } }, { code: 40 }],
    [{ a: 1 }, { $set: { '': 1 } }, { code: 56 }],
    [{ a: 1 }, { $set: { 'a..b': 1 } }, { code: 56 }],
    [{ a: 1 }, { $set: { _id: 2 } }, { code: 66 }],
    [{ a: 1 }, { $set: { _id: 1 } }, { a: 1 }],
    [{ a: 1 }, { $unset: { _id: 1 } }, { code: 66 }],
    [{ a: 1 }, { $surprise: { a: 1 } }, { code: 9 }],
    [{ a: 1 }, { $set: { $bad: 1 } }, { code: 52 }],
    [{ a: 1 }, { $set: { a: { $b: [{ $c: 1 }] } } }, { a: { $b: [{ $c: 1 }] } }],
    [{ l: [] }, { $push: { l: { $b: 1 } } }, { l: [{ $b: 1 }] }],
    [{ l: [] }, { $addToSet: { l: { b: { $c: 1 } } } }, { l: [{ b: { $c: 1 } }] }],
    [{ a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  ]),
  ...updates('$unset', [
    [{ a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    [{ a: { b: 1, c: 2 } }, { $unset: { 'a.b': 1 } }, { a: { c: 2 } }],
    [{ a: [1, 2, 3] }, { $unset: { 'a.1': 1 } }, { a: [1, null, 3] }],
    [{ a: 1 }, { $unset: { 'x.y': 1 } }, { a: 1 }],
    [{ a: 1 }, { $unset: { 'a.b': 1 } }, { a: 1 }],
  ]),
  ...updates('$inc and $mul keep number types', [
    [{ a: 1 }, { $inc: { a: 2 } }, { a: 3 }],
    [{ a: 1 }, { $inc: { a: 0.5 } }, { a: 1.5 }],
    [{ a: 1.5 }, { $inc: { a: 0.5 } }, { a: new Double(2) }],
    [{ a: Long.fromNumber(5) }, { $inc: { a: 1 } }, { a: Long.fromNumber(6) }],
    [{ a: 2147483647 }, { $inc: { a: 1 } }, { a: Long.fromString('2147483648') }],
    [{ a: Long.MAX_VALUE }, { $inc: { a: 1 } }, { code: 2 }],
    [{ b: 1 }, { $inc: { a: 1 } }, { b: 1, a: 1 }],
    [{ b: 1 }, { $inc: { 'a.b': new Double(1) } }, { b: 1, a: { b: new Double(1) } }],
    [{ a: 'x' }, { $inc: { a: 1 } }, { code: 14 }],
    [{ a: null }, { $inc: { a: 1 } }, { code: 14 }],
    [{ a: 1 }, { $inc: { a: 'x' } }, { code: 14 }],
    [{ a: 3 }, { $mul: { a: 2 } }, { a: 6 }],
    [{ b: 3 }, { $mul: { a: 2 } }, { b: 3, a: 0 }],
  ]),
  ...updates('$min and $max compare across types', [
    [{ a: 5 }, { $min: { a: 3 } }, { a: 3 }],
    [{ a: 5 }, { $min: { a: 7 } }, { a: 5 }],
    [{ a: 5 }, { $max: { a: 7.5 } }, { a: 7.5 }],
    [{ b: 1 }, { $max: { a: 7 } }, { b: 1, a: 7 }],
    [{ a: 'x' }, { $min: { a: 7 } }, { a: 7 }],
    [{ a: 'x' }, { $max: { a: new Date(0) } }, { a: new Date(0) }],
    [{ a: null }, { $max: { a: 0 } }, { a: 0 }],
    [{ a: 5 }, { $max: { a: new Double(5) } }, { a: 5 }],
  ]),
  ...updates('$push', [
    [{ a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    [{ b: 1 }, { $push: { a: 2 } }, { b: 1, a: [2] }],
    [{ a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
    [{ a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    [{ a: [3] }, { $push: { a: { $each: [1, 2], $sort: 1 } } }, { a: [1, 2, 3] }],
    [{ a: [3] }, { $push: { a: { $each: [1, 'x', null], $sort: -1 } } }, { a: ['x', 3, 1, null] }],
    [{ a: [{ n: 2 }] }, { $push: { a: { $each: [{ n: 1 }, {}], $sort: { n: 1 } } } }, { a: [{}, { n: 1 }, { n: 2 }] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [3], $slice: 2 } } }, { a: [1, 2] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [], $slice: 0 } } }, { a: [] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [0], $position: 0 } } }, { a: [0, 1, 2] }],
    [{ a: 1 }, { $push: { a: 2 } }, { code: 2 }],
    [{ a: null }, { $push: { a: 2 } }, { code: 2 }],
    [{ a: [1] }, { $push: { a: { $each: 2 } } }, { code: 2 }],
  ]),
  ...updates('$addToSet', [
    [{ a: [1] }, { $addToSet: { a: 1 } }, { a: [1] }],
    [{ a: [1] }, { $addToSet: { a: new Double(1) } }, { a: [1] }],
    [{ a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
    [
      { a: [{ x: 1, y: 2 }] },
      { $addToSet: { a: { y: 2, x: 1 } } },
      {
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    ],
    [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2, 3] } } }, { a: [1, 2, 3] }],
    [{ b: 1 }, { $addToSet: { a: 2 } }, { b: 1, a: [2] }],
    [{ a: 'x' }, { $addToSet: { a: 2 } }, { code: 2 }],
  ]),
  ...updates('$pull, $pullAll and $pop', [
    [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    [{ a: [1, 5, 9] }, { $pull: { a: { $gt: 4 } } }, { a: [1] }],
    [{ a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
    [{ a: [{ x: 1 }, 7] }, { $pull: { a: { x: { $gte: 1 } } } }, { a: [7] }],
    [{ a: ['x', 'yx'] }, { $pull: { a: /^x/ } }, { a: ['yx'] }],
    [{ a: [1, [1, 2]] }, { $pull: { a: [1, 2] } }, { a: [1] }],
    [{ a: [1, 2, null] }, { $pull: { a: null } }, { a: [1, 2] }],
    [{ b: 1 }, { $pull: { a: 1 } }, { b: 1 }],
    [{ a: 1 }, { $pull: { a: 1 } }, { code: 2 }],
    [{ a: [1, 2, 3] }, { $pull: { a: { $in: [1, 3] } } }, { a: [2] }],
    [{ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    [{ a: [1, 2, 3] }, { $pullAll: { a: 1 } }, { code: 2 }],
    [{ a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
    [{ a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
  ]),
  ...updates('a blocked way is an error for all but $unset, a missing one nothing to do', [
    [{ a: 1 }, { $pull: { 'a.b': 1 } }, { code: 28 }],
    [{ a: null }, { $pullAll: { 'a.b': [1] } }, { code: 28 }],
    [{ a: 1 }, { $pop: { 'a.b': 1 } }, { code: 28 }],
    [{ a: 1 }, { $unset: { 'a.b': 1 } }, { a: 1 }],
    [{ a: [1] }, { $unset: { 'a.5.b': 1 } }, { a: [1] }],
    [{ b: 1 }, { $unset: { 'a.$[]': 1 } }, { code: 2 }],
    [{ a: [1, 2] }, { $set: { 'a.$[]': 1 }, $inc: { 'a.0': 1 } }, { code: 40 }],
    [{ a: { b: 1 } }, { $set: { 'a.b': 2 }, $inc: { 'a.c': 1 } }, { a: { b: 2, c: 1 } }],
  ]),
  ...updates('array filters', [
    [{ a: [1, 2, 3] }, { $set: { 'a.$[x]': 9 } }, { a: [1, 9, 9] }, filtersFor({ x: { $gte: 2 } })],
    [
      {
        a: [
          { n: 1, v: 1 },
          { n: 2, v: 1 },
        ],
      },
      { $inc: { 'a.$[x].v': 1 } },
      {
        a: [
          { n: 1, v: 1 },
          { n: 2, v: 2 },
        ],
      },
      filtersFor({ 'x.n': 2 }),
    ],
    [{ a: [1, 2] }, { $inc: { 'a.$[]': 1 } }, { a: [2, 3] }],
    [
      { a: [{ b: [1, 2] }, { b: [2] }] },
      { $set: { 'a.$[].b.$[y]': 0 } },
      { a: [{ b: [1, 0] }, { b: [0] }] },
      filtersFor({ y: 2 }),
    ],
    [
      { a: [{ n: 1 }, { n: 2 }] },
      { $unset: { 'a.$[x].n': 1 } },
      { a: [{}, { n: 2 }] },
      filtersFor({ 'x.n': { $lt: 2 } }),
    ],
    [{ a: [] }, { $set: { 'a.$[]': 1 } }, { a: [] }],
    [{ a: 1 }, { $set: { 'a.$[]': 1 } }, { code: 2 }],
    [{ b: 1 }, { $set: { 'a.$[]': 1 } }, { code: 2 }],
    [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, { code: 2 }],
    [{ a: [1] }, { $set: { a: 1 } }, { code: 9 }, filtersFor({ x: 1 })],
  ]),
  {
    name: 'replacement keeps _id and field order',
    docs: [{ _id: 7, a: 1 }],
    async run({ collection }) {
      const { matchedCount, modifiedCount } = await collection.replaceOne({ a: 1 }, { z: 1, b: new Int32(2) });
      return [matchedCount, modifiedCount, await collection.findOne({})];
    },
    gives: [1, 1, { _id: 7, z: 1, b: 2 }],
  },
  {
    name: 'replacement with another _id is refused',
    docs: [{ _id: 7, a: 1 }],
    run: ({ collection }) => collection.replaceOne({ a: 1 }, { _id: 8, a: 1 }),
    fails: 66,
  },
  {
    name: 'nModified counts documents that really changed',
    docs: [{ _id: 1, a: 1 }, { _id: 2, a: 2 }, { _id: 3 }],
    async run({ collection }) {
      const { matchedCount, modifiedCount } = await collection.updateMany({}, { $set: { a: 2 } });
      return [matchedCount, modifiedCount];
    },
    gives: [3, 2],
  },
  {
    name: 'updateOne takes the first in insertion order',
    docs: [
      { _id: 9, a: 1 },
      { _id: 2, a: 1 },
    ],
    async run({ collection }) {
      await collection.updateOne({ a: 1 }, { $set: { hit: true } });
      return collection.find({}).toArray();
    },
    gives: [
      { _id: 9, a: 1, hit: true },
      { _id: 2, a: 1 },
    ],
  },
  {
    name: 'upsert takes the fixed values of the filter, _id first',
    async run({ collection }) {
      const first = await collection.updateOne(
        { a: 1, 'b.c': { $eq: 2 }, d: { $gt: 5 }, _id: 4 },
        { $set: { z: 1, e: 2 }, $setOnInsert: { f: 3 } },
        { upsert: true },
      );
      return [first.matchedCount, first.upsertedCount, first.upsertedId, await collection.findOne({})];
    },
    gives: [0, 1, 4, { _id: 4, a: 1, b: { c: 2 }, e: 2, f: 3, z: 1 }],
  },
  {
    name: 'upsert takes fixed values from $and',
    async run({ collection }) {
      await collection.updateOne({ $and: [{ _id: 1 }, { k: 'v' }] }, { $inc: { n: 1 } }, { upsert: true });
      return collection.findOne({});
    },
    gives: { _id: 1, k: 'v', n: 1 },
  },
  ...(
    [
      [{ $and: [{ k: 1 }, { k: 1 }] }, 54],
      [{ k: 1, $and: [{ k: { $eq: 2 } }] }, 54],
      [{ k: { $all: [1, 2] } }, 54],
      [{ 'k.a': 1, k: { b: 1 } }, 54],
      [{ k: { $all: [1] } }, { _id: 1, k: 1, n: 1 }],
      [{ k: { $gt: 1, $eq: 5 } }, { _id: 1, k: 5, n: 1 }],
    ] as [filter: object, expected: number | object][]
  ).map(
    ([filter, expected]): Case => ({
      name: `upsert by ${JSON.stringify(filter)} takes a field's one value, and refuses two`,
      async run({ collection }) {
        await collection.updateOne({ _id: 1, ...filter }, { $inc: { n: 1 } }, { upsert: true });
        return collection.findOne({});
      },
      ...(typeof expected === 'number' ? { fails: expected } : { gives: expected }),
    }),
  ),
  {
    name: 'upsert with replacement',
    async run({ collection }) {
      await collection.replaceOne({ _id: 5, x: 1 }, { y: 2 }, { upsert: true });
      return collection.findOne({});
    },
    gives: { _id: 5, y: 2 },
  },
  {
    name: 'upsert without an _id makes an ObjectId',
    async run({ collection }) {
      const { upsertedId } = await collection.updateOne({ a: 1 }, { $set: { b: 1 } }, { upsert: true });
      const made = await collection.findOne({});
      const ids: unknown[] = [upsertedId, made?._id];
      return [ids[0] instanceof ObjectId, String(ids[0]) === String(ids[1]), Object.keys(made ?? {})];
    },
    gives: [true, true, ['_id', 'a', 'b']],
  },
  {
    name: 'upsert where something matches inserts nothing',
    docs: [{ _id: 1, a: 1 }],
    async run({ collection }) {
      const { upsertedCount } = await collection.updateOne(
        { a: 1 },
        { $set: { b: 1 }, $setOnInsert: { c: 1 } },
        { upsert: true },
      );
      return [upsertedCount, await collection.find({}).toArray()];
    },
    gives: [0, [{ _id: 1, a: 1, b: 1 }]],
  },
  {
    name: '$currentDate sets a date',
    docs: [{ _id: 1 }],
    async run({ collection }) {
      await collection.updateOne({ _id: 1 }, { $currentDate: { at: true, 'b.at': { $type: 'date' } } } as never);
      const found = await collection.findOne({});
      return [found?.at, found?.b.at].map((at) => at instanceof Date && Math.abs(Date.now() - at.getTime()) < 60_000);
    },
    gives: [true, true],
  },
  {
    name: 'an update that fails for one document changes none of them',
    docs: [
      { _id: 1, a: 1 },
      { _id: 2, a: 'x' },
    ],
    async run({ collection }) {
      const code = await collection.updateMany({}, { $inc: { a: 1 } }).catch((error) => error.code);
      return [code, await collection.find({}).toArray()];
    },
    gives: [
      14,
      [
        { _id: 1, a: 1 },
        { _id: 2, a: 'x' },
      ],
    ],
  },
  {
    name: 'findOneAndUpdate gives the document before',
    docs: [{ _id: 1, n: 1 }],
    run: ({ collection }) => collection.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }),
    gives: { _id: 1, n: 1 },
  },
  {
    name: 'findOneAndUpdate gives the document after, sorted and projected',
    docs: [
      { _id: 1, n: 1, x: 1 },
      { _id: 2, n: 5, x: 1 },
    ],
    run: ({ collection }) =>
      collection.findOneAndUpdate(
        { x: 1 },
        { $inc: { n: 1 } },
        { sort: { n: -1 }, returnDocument: 'after', projection: { n: 1 } },
      ),
    gives: { _id: 2, n: 6 },
  },
  {
    name: 'findOneAndUpdate upserts',
    run: ({ collection }) =>
      collection.findOneAndUpdate({ _id: 3 }, { $set: { a: 1 } }, { upsert: true, returnDocument: 'after' }),
    gives: { _id: 3, a: 1 },
  },
  {
    name: 'findOneAndUpdate reports the upsert',
    async run({ collection }) {
      const { lastErrorObject, value } = (await collection.findOneAndUpdate(
        { _id: 3 },
        { $set: { a: 1 } },
        { upsert: true, includeResultMetadata: true },
      )) as never as Record<string, unknown>;
      return [lastErrorObject, value];
    },
    gives: [{ n: 1, updatedExisting: false, upserted: 3 }, null],
  },
  {
    name: 'findOneAndUpdate without a match gives null',
    run: ({ collection }) => collection.findOneAndUpdate({ _id: 3 }, { $set: { a: 1 } }),
    gives: null,
  },
  {
    name: 'findOneAndDelete and findOneAndReplace',
    docs: [
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
    ],
    run: async ({ collection }) => [
      await collection.findOneAndDelete({ a: 1 }),
      await collection.findOneAndReplace({ a: 2 }, { b: 1 }, { returnDocument: 'after' }),
      await collection.find({}).toArray(),
    ],
    gives: [{ _id: 1, a: 1 }, { _id: 2, b: 1 }, [{ _id: 2, b: 1 }]],
  },
  {
    name: 'deleteOne and deleteMany count',
    docs: [{ _id: 1, a: 1 }, { _id: 2, a: 1 }, { _id: 3, a: 1 }, { _id: 4 }],
    run: async ({ collection }) => [
      (await collection.deleteOne({ a: 1 })).deletedCount,
      (await collection.deleteMany({ a: 1 })).deletedCount,
      (await collection.deleteMany({ a: 1 })).deletedCount,
      await collection.countDocuments(),
    ],
    gives: [1, 2, 0, 1],
  },
];
