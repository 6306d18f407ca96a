import { Binary, type Collection, type Document, Double, Long } from 'mongodb';
import { type Case, numbered, type Room } from './case.ts';

const command = (
  name: string,
  body: (collection: string) => Document,
  expected: { gives?: unknown; fails?: number },
  pick?: (reply: Document) => unknown,
  docs: Document[] = numbered([1, 2]),
): Case => ({
  name,
  docs,
  async run({ db, collection }) {
    const reply = await db.command(body(collection.collectionName));
    return pick ? pick(reply) : Number(reply.ok);
  },
  ...expected,
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 0,
    (error) => error.code,
  );
const indexNames = async (collection: Collection) => (await collection.indexes()).map(({ name }) => name);

const duplicate = (
  name: string,
  docs: Document[],
  index: Document,
  options: Document,
  second: Document,
  taken: boolean,
): Case => ({
  name: `unique: ${name}`,
  docs,
  async run({ collection }) {
    await collection.createIndex(index as never, { unique: true, ...options });
    return codeOf(collection.insertOne(second));
  },
  gives: taken ? 11000 : 0,
});

const bulk = async ({ collection }: Room, ordered: boolean) => {
  const failed = await collection
    .insertMany([{ _id: 1 }, { _id: 2 }, { _id: 1 }, { _id: 3 }], { ordered })
    .catch((error) => error);
  return [
    failed.code,
    failed.writeErrors?.map((one: Document) => one.index),
    (await collection.find({}).sort({ _id: 1 }).toArray()).map(({ _id }) => _id),
  ];
};

export const commandCases: Case[] = [
  command('ping', () => ({ ping: 1 }), { gives: 1 }),
  command('an unknown command is refused', () => ({ surprise: 1 }), { fails: 59 }),
  command('a negative skip is refused', (find) => ({ find, skip: -1 }), { fails: 51024 }),
  command('a filter that is no document is refused', (find) => ({ find, filter: 1 }), { fails: 14 }),
  command('aggregate needs a cursor', (aggregate) => ({ aggregate, pipeline: [] }), { fails: 9 }),
  command('findAndModify needs an update or a removal', (findAndModify) => ({ findAndModify, query: {} }), {
    fails: 9,
  }),
  command(
    'a multi update cannot be a replacement',
    (update) => ({ update, updates: [{ q: {}, u: { a: 1 }, multi: true }] }),
    { fails: 9 },
    (reply) => Promise.reject(reply.writeErrors?.[0]),
  ),
  {
    name: 'names with $ within a field are stored, by insert and by replacement, and found',
    async run({ collection }) {
      await collection.insertOne({ _id: 1, a: { $b: 1 } });
      await collection.replaceOne({ _id: 2 }, { a: [{ $b: 2 }] }, { upsert: true });
      await collection.replaceOne({ _id: 1 }, { a: { $b: 3 } });
      return [await collection.find({}).sort({ _id: 1 }).toArray(), await collection.countDocuments({ 'a.$b': 3 })];
    },
    gives: [
      [
        { _id: 1, a: { $b: 3 } },
        { _id: 2, a: [{ $b: 2 }] },
      ],
      1,
    ],
  },
  {
    name: 'an _id with a $-name is refused',
    run: ({ collection }) => collection.insertOne({ _id: { $a: 1 } } as never),
    fails: 52,
  },
  {
    name: 'an empty collection name is refused',
    run: ({ db }) => db.command({ find: '' }),
    fails: 73,
  },
  {
    name: '_id may be of any scalar type, and is unique across number types',
    async run({ collection }) {
      await collection.insertMany([
        { _id: 1 },
        { _id: '1' },
        { _id: null },
        { _id: { a: 1 } },
        { _id: true },
        { _id: new Date(0) },
        { _id: 1.5 },
      ] as never);
      return Promise.all([
        codeOf(collection.insertOne({ _id: new Double(1) } as never)),
        codeOf(collection.insertOne({ _id: Long.fromNumber(1) } as never)),
        codeOf(collection.insertOne({ _id: { a: 1 } } as never)),
        codeOf(collection.insertOne({ _id: { a: 2 } } as never)),
      ]);
    },
    gives: [11000, 11000, 11000, 0],
  },
  { name: 'an array cannot be _id', run: ({ collection }) => collection.insertOne({ _id: [1] } as never), fails: 53 },
  {
    name: '_id comes first, whatever place the client gave it',
    async run({ collection }) {
      await collection.insertOne({ a: 1, _id: 5, b: 2 } as never);
      return Object.keys((await collection.findOne({})) ?? {});
    },
    gives: ['_id', 'a', 'b'],
  },
  { name: 'ordered inserts stop at the first error', run: (room) => bulk(room, true), gives: [11000, [2], [1, 2]] },
  { name: 'unordered inserts go on', run: (room) => bulk(room, false), gives: [11000, [2], [1, 2, 3]] },
  {
    name: 'bulkWrite counts each kind',
    docs: numbered([1, 2, 3]),
    async run({ plain: collection }) {
      const done = await collection.bulkWrite([
        { insertOne: { document: { _id: 9 } as never } },
        { updateOne: { filter: { _id: 1 as never }, update: { $set: { a: 5 } } } },
        { updateMany: { filter: { a: { $gt: 1 } }, update: { $inc: { a: 1 } } } },
        { updateOne: { filter: { _id: 20 as never }, update: { $set: { a: 1 } }, upsert: true } },
        { replaceOne: { filter: { _id: 3 as never }, replacement: { z: 1 } } },
        { deleteOne: { filter: { _id: 2 as never } } },
      ]);
      return [
        done.insertedCount,
        done.matchedCount,
        done.modifiedCount,
        done.upsertedCount,
        done.deletedCount,
        await collection.find({}).sort({ _id: 1 }).toArray(),
      ];
    },
    gives: [1, 5, 5, 1, 1, [{ _id: 1, a: 6 }, { _id: 3, z: 1 }, { _id: 9 }, { _id: 20, a: 1 }]],
  },
  {
    name: 'a duplicate names index, pattern and value',
    docs: [{ _id: 1, email: 'x', n: 1 }],
    async run({ collection }) {
      await collection.createIndex({ email: 1, n: -1 }, { unique: true });
      const error = await collection.insertOne({ email: 'x', n: 1 }).catch((one) => one);
      return [error.code, error.keyPattern, error.keyValue, /email_1_n_-1/.test(error.message)];
    },
    gives: [11000, { email: 1, n: -1 }, { email: 'x', n: 1 }, true],
  },
  duplicate('two documents without the field collide', [{ _id: 1 }], { a: 1 }, {}, { _id: 2 }, true),
  duplicate('missing and null collide', [{ _id: 1, a: null }], { a: 1 }, {}, { _id: 2 }, true),
  duplicate('sparse lets many miss it', [{ _id: 1 }], { a: 1 }, { sparse: true }, { _id: 2 }, false),
  duplicate('sparse still compares null', [{ _id: 1, a: null }], { a: 1 }, { sparse: true }, { _id: 2, a: null }, true),
  duplicate(
    'sparse lets many miss it in arrays',
    [{ _id: 1, a: [5, {}] }],
    { 'a.b': 1 },
    { sparse: true },
    { _id: 2, a: [{}] },
    false,
  ),
  duplicate(
    'sparse compares what lies in arrays',
    [{ _id: 1, a: [{ b: 1 }, {}] }],
    { 'a.b': 1 },
    { sparse: true },
    { _id: 2, a: [{ b: 1 }] },
    true,
  ),
  duplicate(
    'partial looks only at what its filter takes',
    [{ _id: 1, a: 1, open: false }],
    { a: 1 },
    { partialFilterExpression: { open: true } },
    { _id: 2, a: 1, open: true },
    false,
  ),
  duplicate(
    'partial compares what its filter takes',
    [{ _id: 1, a: 1, open: true }],
    { a: 1 },
    { partialFilterExpression: { open: true } },
    { _id: 2, a: 1, open: true },
    true,
  ),
  duplicate(
    'partial by existence',
    [{ _id: 1 }],
    { a: 1 },
    { partialFilterExpression: { a: { $exists: true } } },
    { _id: 2 },
    false,
  ),
  duplicate(
    'partial by type',
    [{ _id: 1, a: null }],
    { a: 1 },
    { partialFilterExpression: { a: { $type: 'string' } } },
    { _id: 2, a: null },
    false,
  ),
  duplicate(
    'elements of arrays collide between documents',
    [{ _id: 1, a: [1, 2] }],
    { a: 1 },
    {},
    { _id: 2, a: [2, 3] },
    true,
  ),
  duplicate('elements of one array do not', [{ _id: 1, a: [1, 2] }], { a: 1 }, {}, { _id: 2, a: [5, 5] }, false),
  duplicate('int and double collide', [{ _id: 1, a: 1 }], { a: 1 }, {}, { _id: 2, a: new Double(1) }, true),
  duplicate('text and number do not', [{ _id: 1, a: 1 }], { a: 1 }, {}, { _id: 2, a: '1' }, false),
  duplicate(
    'long texts that differ late do not',
    [{ _id: 1, a: `${'x'.repeat(2500)}1` }],
    { a: 1 },
    {},
    { _id: 2, a: `${'x'.repeat(2500)}2` },
    false,
  ),
  duplicate(
    'long texts that are equal do',
    [{ _id: 1, a: 'x'.repeat(2500) }],
    { a: 1 },
    {},
    { _id: 2, a: 'x'.repeat(2500) },
    true,
  ),
  duplicate(
    'compound compares all its fields',
    [{ _id: 1, a: 1, b: 1 }],
    { a: 1, b: 1 },
    {},
    { _id: 2, a: 1, b: 2 },
    false,
  ),
  duplicate(
    'binary by subtype',
    [{ _id: 1, a: new Binary(Buffer.from('abc'), 0) }],
    { a: 1 },
    {},
    { _id: 2, a: new Binary(Buffer.from('abc'), 128) },
    false,
  ),
  {
    name: 'a unique index over duplicates cannot be made',
    docs: numbered([1, 1]),
    async run({ collection }) {
      const code = await codeOf(collection.createIndex({ a: 1 }, { unique: true }));
      return [code, await indexNames(collection)];
    },
    gives: [11000, ['_id_']],
  },
  {
    name: 'an update that would collide is refused and changes nothing',
    docs: numbered([1, 2]),
    async run({ collection }) {
      await collection.createIndex({ a: 1 }, { unique: true });
      return [
        await codeOf(collection.updateOne({ a: 2 }, { $set: { a: 1 } })),
        await collection.find({}).sort({ _id: 1 }).toArray(),
      ];
    },
    gives: [11000, numbered([1, 2])],
  },
  {
    name: 'a freed unique value can be taken again',
    docs: numbered([1]),
    async run({ collection }) {
      await collection.createIndex({ a: 1 }, { unique: true });
      await collection.updateOne({ a: 1 }, { $set: { a: 2 } });
      await collection.insertOne({ _id: 2, a: 1 } as never);
      await collection.deleteOne({ a: 2 });
      return codeOf(collection.insertOne({ _id: 3, a: 2 } as never));
    },
    gives: 0,
  },
  {
    name: 'listIndexes tells what was made',
    docs: numbered([1]),
    async run({ collection }) {
      await collection.createIndex({ a: 1, b: -1 }, { unique: true, name: 'both' });
      await collection.createIndex({ at: 1 }, { expireAfterSeconds: 3600 });
      await collection.createIndex({ s: 1 }, { sparse: true });
      await collection.createIndex({ p: 1 }, { partialFilterExpression: { p: { $gt: 5 } } });
      return (await collection.indexes()).map(({ storageEngine, ...index }) => index); // the second engine adds a note of its own
    },
    gives: [
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, b: -1 }, name: 'both', unique: true },
      { v: 2, key: { at: 1 }, name: 'at_1', expireAfterSeconds: 3600 },
      { v: 2, key: { s: 1 }, name: 's_1', sparse: true },
      { v: 2, key: { p: 1 }, name: 'p_1', partialFilterExpression: { p: { $gt: 5 } } },
    ],
  },
  {
    name: 'the same index again is nothing new',
    docs: numbered([1]),
    async run({ collection }) {
      await collection.createIndex({ a: 1 });
      await collection.createIndex({ a: 1 });
      return indexNames(collection);
    },
    gives: ['_id_', 'a_1'],
  },
  {
    name: 'the same keys with other options are refused',
    docs: numbered([1]),
    async run({ collection }) {
      await collection.createIndex({ a: 1 });
      return [
        await codeOf(collection.createIndex({ a: 1 }, { name: 'other' })),
        await codeOf(collection.createIndex({ a: 1 }, { unique: true })),
        await codeOf(collection.createIndex({ b: 1 }, { name: 'a_1' })),
      ];
    },
    gives: [85, 86, 86],
  },
  {
    name: 'an index is dropped by name and by key',
    docs: numbered([1]),
    async run({ collection }) {
      await collection.createIndexes([{ key: { a: 1 } }, { key: { b: 1 } }, { key: { c: 1 } }]);
      await collection.dropIndex('a_1');
      await collection.dropIndex({ b: 1 } as never);
      const left = await indexNames(collection);
      await collection.dropIndexes();
      return [
        left,
        await indexNames(collection),
        await codeOf(collection.dropIndex('a_1')),
        await codeOf(collection.dropIndex('_id_')),
      ];
    },
    gives: [['_id_', 'c_1'], ['_id_'], 27, 72],
  },
  { name: 'indexes of a collection that is not there', run: ({ collection }) => collection.indexes(), fails: 26 },
  {
    name: 'an index over parallel arrays refuses the document',
    async run({ collection }) {
      await collection.createIndex({ a: 1, b: 1 });
      return codeOf(collection.insertOne({ a: [1], b: [2] }));
    },
    gives: 171,
  },
  {
    name: 'an index without keys is refused',
    run: ({ db, collection }) =>
      db.command({ createIndexes: collection.collectionName, indexes: [{ key: {}, name: 'x' }] }),
    fails: 67,
  },
  {
    name: 'a time to live needs one field',
    run: ({ collection }) => collection.createIndex({ a: 1, b: 1 }, { expireAfterSeconds: 5 }),
    fails: 67,
  },
  {
    name: 'an unknown index option is refused',
    run: ({ db, collection }) =>
      db.command({ createIndexes: collection.collectionName, indexes: [{ key: { a: 1 }, name: 'x', surprise: 1 }] }),
    fails: 197,
  },
  {
    name: 'a sparse or partial index never hides documents',
    docs: [{ _id: 1, a: 1 }, { _id: 2 }, { _id: 3, a: 5, open: true }],
    async run({ collection }) {
      await collection.createIndex({ a: 1 }, { sparse: true, name: 'sparse' });
      await collection.createIndex({ open: 1, a: 1 }, { partialFilterExpression: { open: true } });
      const ids = async (filter: Document, sort: Document = { _id: 1 }) =>
        (
          await collection
            .find(filter)
            .sort(sort as never)
            .toArray()
        ).map(({ _id }) => _id);
      return [
        await ids({ a: null }),
        await ids({ a: { $gte: 1 } }),
        await ids({}, { a: 1 }),
        await ids({ open: true }),
        await ids({ open: { $ne: true } }),
        await ids({ open: true, a: { $gt: 1 } }),
      ];
    },
    gives: [[2], [1, 3], [2, 1, 3], [3], [1, 2], [3]],
  },
  {
    name: 'a compound index over an array of documents finds what two elements meet',
    docs: [
      {
        _id: 1,
        a: [
          { x: 1, y: 9 },
          { x: 9, y: 2 },
        ],
      },
      { _id: 2, a: [{ x: 1, y: 2 }] },
    ],
    under: [{ 'a.x': 1, 'a.y': 1 }],
    run: async ({ collection }) =>
      (await collection.find({ 'a.x': 1, 'a.y': 2 }).sort({ _id: 1 }).toArray()).map(({ _id }) => _id),
    gives: [1, 2],
  },
  {
    name: 'compound filters agree with compound indexes',
    docs: Array.from({ length: 60 }, (_, i) => ({ _id: i, a: i % 3, b: i % 5, c: i })),
    under: [{ a: 1, b: 1, c: 1 }, { a: -1, b: 1, c: -1 }, { b: 1, a: -1 }, { c: -1 }],
    run: async ({ collection }) => [
      (
        await collection
          .find({ a: 1, b: { $in: [0, 4] }, c: { $gt: 10, $lte: 45 } })
          .sort({ c: 1 })
          .toArray()
      ).map(({ c }) => c),
      (
        await collection
          .find({ a: { $in: [0, 2] }, b: 3 })
          .sort({ c: -1 })
          .limit(4)
          .toArray()
      ).map(({ c }) => c),
      (await collection.find({ a: 2 }).sort({ b: -1, c: 1 }).limit(3).toArray()).map(({ c }) => c),
    ],
    gives: [
      [19, 25, 34, 40],
      [53, 48, 38, 33],
      [14, 29, 44],
    ],
  },
  {
    name: 'collections are made, listed and dropped',
    docs: numbered([1]),
    async run({ db, collection }) {
      const other = `${collection.collectionName}-other`;
      await db.createCollection(other);
      const again = await codeOf(db.createCollection(other, { capped: true, size: 4096 }));
      const listed = await db.listCollections({ name: other }).toArray();
      await db.dropCollection(other);
      const gone = await db.listCollections({ name: other }, { nameOnly: true }).toArray();
      return [again > 0, listed.map(({ name, type }) => [name === other, type]), gone];
    },
    gives: [true, [[true, 'collection']], []],
  },
  {
    name: 'dropping empties a collection and its indexes',
    docs: numbered([1, 2]),
    async run({ collection }) {
      await collection.createIndex({ a: 1 }, { unique: true });
      await collection.drop();
      await collection.insertMany(numbered([1, 1]));
      return [await collection.countDocuments(), await indexNames(collection)];
    },
    gives: [2, ['_id_']],
  },
  {
    name: 'connection status fields of hello',
    async run({ db }) {
      const greeting = await db.command({ hello: 1 });
      return [
        greeting.isWritablePrimary,
        Number(greeting.maxWireVersion) >= 21,
        Number(greeting.logicalSessionTimeoutMinutes) > 0,
        greeting.topologyVersion ?? null,
      ];
    },
    gives: [true, true, true, null],
  },
];
