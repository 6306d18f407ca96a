// Values in MongoDB's documented order, written down by hand: https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
// What stands on one rung is equal; a comparison finds only values of its own bracket. All expectations follow from the list.
import { Binary, type Document, Double, Long, ObjectId, UUID } from 'mongodb';
import { type Case, type Room, shown } from './case.ts';

type Bracket = 'null' | 'NaN' | 'number' | 'string' | 'object' | 'binary' | 'objectId' | 'bool' | 'date';
type Rung = [bracket: Bracket, ...values: unknown[]];
const MISSING = Symbol('missing');
const bytes = (text: string, subtype: number) => new Binary(Buffer.from(text), subtype);
const long = (text: string) => Long.fromString(text);

const ladder: Rung[] = [
  ['null', null, MISSING],
  ['NaN', new Double(Number.NaN)],
  ['number', new Double(Number.NEGATIVE_INFINITY)],
  ['number', new Double(-1e300)],
  ['number', Long.MIN_VALUE, new Double(-(2 ** 63))],
  ['number', long('-9007199254740993')],
  ['number', long('-9007199254740992'), new Double(-(2 ** 53))],
  ['number', -2147483648, long('-2147483648')],
  ['number', new Double(-1.5)],
  ['number', -1, new Double(-1), long('-1')],
  ['number', new Double(-5e-324)],
  ['number', 0, new Double(0), new Double(-0), long('0')],
  ['number', new Double(5e-324)],
  ['number', new Double(0.5)],
  ['number', 1, new Double(1), long('1')],
  ['number', 2147483647, new Double(2147483647)],
  ['number', long('2147483648')],
  ['number', long('9007199254740991')],
  ['number', long('9007199254740992'), new Double(2 ** 53)],
  ['number', long('9007199254740993')],
  ['number', Long.MAX_VALUE],
  ['number', new Double(2 ** 63)],
  ['number', new Double(Number.POSITIVE_INFINITY)],
  ['string', ''],
  ['string', '\u0000'],
  ['string', 'A'],
  ['string', 'a'],
  ['string', 'a\u0000'],
  ['string', 'a b'],
  ['string', 'aa'],
  ['string', 'a\u0301'],
  ['string', 'z'],
  ['string', '\u00e1'],
  ['string', 'å'],
  ['string', 'ö'],
  ['string', '\uFFFD'],
  ['string', '\u{1F600}'],
  ['object', {}],
  ['object', { x: null }],
  ['object', { x: 1 }, { x: new Double(1) }],
  ['object', { x: 1, y: 2 }],
  ['object', { x: 2 }],
  ['object', { y: 1 }],
  ['object', { '': 'a' }],
  ['object', { x: 'a' }],
  ['object', { x: { y: 1 } }],
  ['object', { x: [] }],
  ['binary', bytes('', 0)],
  ['binary', bytes('b', 0)],
  ['binary', bytes('a', 128)],
  ['binary', bytes('aa', 0)],
  ['binary', new UUID('00000000-0000-4000-8000-000000000000')],
  ['binary', new UUID('ffffffff-ffff-4fff-bfff-ffffffffffff')],
  ['objectId', new ObjectId('000000000000000000000000')],
  ['objectId', new ObjectId('ffffffffffffffffffffffff')],
  ['bool', false],
  ['bool', true],
  ['date', new Date(-8_640_000_000_000_000)],
  ['date', new Date(-1)],
  ['date', new Date(0)],
  ['date', new Date(1)],
  ['date', new Date(8_640_000_000_000_000)],
];

const values = ladder.flatMap(([bracket, ...same], rung) => same.map((value) => ({ bracket, rung, value })));
/** Spread over the list, so that the order of insertion is none of the orders asked for. */
const place = (i: number) => (i * 37) % values.length;
const documents: Document[] = values
  .map(({ value }, i) => (value === MISSING ? { _id: i } : { _id: i, a: value }))
  .sort((one, other) => place(one._id) - place(other._id));

type Entry = (typeof values)[number];
const idsOf = (holds: (entry: Entry) => boolean): number[] => values.flatMap((entry, i) => (holds(entry) ? [i] : []));
const first = ([, value]: Rung) => value;
const label = (rung: Rung) => `${rung[0]} ${shown(first(rung))}`;

const found = async ({ collection }: Room, filter: Document) =>
  (await collection.find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => _id);

const comparing = (rung: Rung, at: number): Case => {
  const own = (entry: Entry) => entry.bracket === rung[0];
  return {
    name: `order of values: = > >= < <= in, not, not in: ${label(rung)}`,
    docs: documents,
    under: [{ a: 1 }, { a: -1 }],
    async run(room) {
      const answers: unknown[] = [];
      for (const operator of ['$eq', '$gt', '$gte', '$lt', '$lte', '$ne'])
        answers.push(await found(room, { a: { [operator]: first(rung) } }));
      answers.push(await found(room, { a: { $in: [first(rung)] } }), await found(room, { a: { $nin: [first(rung)] } }));
      answers.push(await found(room, { a: { $not: { $gt: first(rung) } } }));
      return answers;
    },
    gives: [
      idsOf((one) => one.rung === at),
      idsOf((one) => own(one) && one.rung > at),
      idsOf((one) => own(one) && one.rung >= at),
      idsOf((one) => own(one) && one.rung < at),
      idsOf((one) => own(one) && one.rung <= at),
      idsOf((one) => one.rung !== at),
      idsOf((one) => one.rung === at),
      idsOf((one) => one.rung !== at),
      idsOf((one) => !(own(one) && one.rung > at)),
    ],
  };
};

const inArrays = (rung: Rung): Case => {
  const value = first(rung);
  return {
    name: `a value, in an array, and in an array in an array: ${label(rung)}`,
    docs: [
      { _id: 1, a: value },
      { _id: 2, a: [value] },
      { _id: 3, a: [[value]] },
      { _id: 4, a: [] },
      { _id: 5, a: ['other', value] },
    ],
    under: [{ a: 1 }, { a: -1 }],
    run: async (room) => [
      await found(room, { a: value }),
      await found(room, { a: [value] }),
      await found(room, { a: { $all: [value] } }),
      await found(room, { a: { $elemMatch: { $eq: value } } }),
      await found(room, { a: { $elemMatch: { $in: [value, 'none'] } } }),
      await found(room, { a: { $ne: value } }),
      await found(room, { a: { $size: 1 } }),
      // null stands for a missing place too, which is not this case's concern
      await found(room, { 'a.1': { $gte: value }, _id: 5 }),
    ],
    gives: [[1, 2, 5], [2, 3], [1, 2, 5], [2, 5], [2, 5], [3, 4], [2, 3], [5]],
  };
};

/** $min and $max between neighbours: the greater wins, whatever the types, and what is equal stays as it is. */
const between = (low: Rung, high: Rung): Case => ({
  name: `$min and $max: ${label(low)} is below ${label(high)}`,
  docs: [1, 2, 3, 4].map((_id) => ({ _id, a: first(_id % 2 === 1 ? low : high) })),
  async run({ collection }) {
    await collection.updateOne({ _id: 1 }, { $max: { a: first(high) } });
    await collection.updateOne({ _id: 2 }, { $max: { a: first(low) } });
    await collection.updateOne({ _id: 3 }, { $min: { a: first(high) } });
    await collection.updateOne({ _id: 4 }, { $min: { a: first(low) } });
    return (await collection.find({}).sort({ _id: 1 }).toArray()).map(({ a }) => ({ a }));
  },
  gives: [high, high, low, low].map((rung) => ({ a: first(rung) })),
});

const stored = (rung: Rung): unknown[] => rung.slice(1).filter((value) => value !== MISSING);
const several = ladder.filter((rung) => stored(rung).length > 1);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 0,
    (error) => error.code,
  );

const equals = (rung: Rung): Case => ({
  name: `equal in unique indexes, sets, groups and removals: ${rung.slice(1).map(shown).join(' = ')}`,
  docs: stored(rung).map((a, _id) => ({ _id, a })),
  async run({ collection, db }) {
    const groups = await collection.aggregate([{ $group: { _id: '$a', n: { $sum: 1 } } }]).toArray();
    const set = db.collection<{ _id: number }>(`${collection.collectionName}-set`);
    await set.insertOne({ _id: 1, a: [stored(rung)[0], 'x'] } as never);
    await set.updateOne({ _id: 1 }, { $addToSet: { a: { $each: stored(rung) } } } as never);
    const size = (await set.findOne({}))?.['a' as never] as unknown as unknown[];
    await set.updateOne({ _id: 1 }, { $pull: { a: stored(rung).at(-1) } } as never);
    const left = (await set.findOne({}))?.['a' as never];
    await set.drop();
    await set.createIndex({ a: 1 }, { unique: true });
    const codes: number[] = [];
    for (const [_id, a] of stored(rung).entries()) codes.push(await codeOf(set.insertOne({ _id, a } as never)));
    await set.drop();
    return [groups.map(({ n }) => Number(n)), (await collection.distinct('a')).length, size.length, left, codes];
  },
  gives: [[stored(rung).length], 1, 2, ['x'], stored(rung).map((_, i) => (i === 0 ? 0 : 11000))],
});

const upwards = ladder.flatMap((_rung, at) => idsOf((one) => one.rung === at));
const downwards = [...ladder.keys()].reverse().flatMap((at) => idsOf((one) => one.rung === at));

export const ladderCases: Case[] = [
  {
    name: 'order of values: sorted upwards and downwards, with and without an index, by find and by pipeline',
    docs: documents,
    under: [{ a: 1 }, { a: -1 }],
    async run({ collection }) {
      const sorts = [
        { a: 1, _id: 1 },
        { a: -1, _id: 1 },
      ] as const;
      const answers: unknown[] = [];
      for (const sort of sorts) {
        answers.push((await collection.find({}).sort(sort).toArray()).map(({ _id }) => _id));
        answers.push((await collection.aggregate([{ $sort: sort }]).toArray()).map(({ _id }) => _id));
      }
      return answers;
    },
    gives: [upwards, upwards, downwards, downwards],
  },
  {
    name: 'values of different rungs differ in a unique index, in groups and in distinct',
    docs: ladder.map((rung, _id) => ({ _id, a: first(rung) })),
    async run({ collection }) {
      await collection.createIndex({ a: 1 }, { unique: true });
      const groups = await collection.aggregate([{ $group: { _id: '$a' } }]).toArray();
      return [groups.length, (await collection.distinct('a')).length];
    },
    gives: [ladder.length, ladder.length],
  },
  {
    name: 'every value comes back as it was stored: inserted, set, pushed, and set on insert',
    async run({ collection }) {
      const all = ladder.flatMap(stored);
      await collection.insertOne({ _id: 1, all });
      await collection.updateOne({ _id: 2 }, { $set: { all } }, { upsert: true });
      await collection.updateOne({ _id: 3 }, { $push: { all: { $each: all } } } as never, { upsert: true });
      await collection.updateOne({ _id: 4 }, { $setOnInsert: { all } }, { upsert: true });
      return collection.find({}).sort({ _id: 1 }).toArray();
    },
    gives: [1, 2, 3, 4].map((_id) => ({ _id, all: ladder.flatMap(stored) })),
  },
  ...ladder.map(comparing),
  ...ladder.map(inArrays),
  ...ladder.slice(1).map((rung, i) => between(ladder[i] ?? rung, rung)),
  ...several.map(equals),
];
