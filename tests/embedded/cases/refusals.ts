// What nobody offers is refused with MongoDB's code, command by command and place by place, and leaves everything as it was.
import type { Document } from 'mongodb';
import { type Case, numbered, type Room } from './case.ts';

type Body = (collection: string) => Document;

const bodies: Record<string, Body> = {
  find: (find) => ({ find }),
  aggregate: (aggregate) => ({ aggregate, pipeline: [], cursor: {} }),
  count: (count) => ({ count }),
  distinct: (distinct) => ({ distinct, key: 'a' }),
  insert: (insert) => ({ insert, documents: [{ _id: 9 }] }),
  update: (update) => ({ update, updates: [{ q: {}, u: { $set: { a: 9 } } }] }),
  delete: (name) => ({ delete: name, deletes: [{ q: {}, limit: 0 }] }),
  findAndModify: (findAndModify) => ({ findAndModify, query: {}, update: { $set: { a: 9 } } }),
  createIndexes: (createIndexes) => ({ createIndexes, indexes: [{ key: { a: 1 }, name: 'a_1' }] }),
  listIndexes: (listIndexes) => ({ listIndexes }),
  dropIndexes: (dropIndexes) => ({ dropIndexes, index: '*' }),
  create: (name) => ({ create: `${name}-made` }),
  drop: (drop) => ({ drop }),
  listCollections: () => ({ listCollections: 1 }),
  killCursors: (killCursors) => ({ killCursors, cursors: [] }),
};

/** What is there afterwards: documents and indexes. */
const state = async ({ db, collection }: Room) => [
  await collection.find({}).sort({ _id: 1 }).toArray(),
  (await collection.indexes()).map(({ name }) => name),
  await db.listCollections({ name: `${collection.collectionName}-made` }).toArray(),
];

const refused = (name: string, body: Body, code: number | number[]): Case => ({
  name: `refused and nothing touched: ${name}`,
  docs: numbered([1, 2]),
  async run(room) {
    const answer = await room.db.command(body(room.collection.collectionName)).then(
      ({ writeErrors }) => writeErrors?.[0].code ?? 'answered',
      (error) => error.code,
    );
    const codes = Array.isArray(code) ? code : [code];
    return [codes.includes(Number(answer)) ? 'refused' : answer, ...(await state(room))];
  },
  gives: ['refused', numbered([1, 2]), ['_id_'], []],
});

const unknownCommands = ['surprise', 'Find', 'FIND', 'mapReduce', 'eval', 'geoNear', '__proto__', 'constructor', ''];

const find =
  (rest: Document): Body =>
  (name) => ({ find: name, ...rest });
const pipeline =
  (...stages: unknown[]): Body =>
  (aggregate) => ({ aggregate, pipeline: stages, cursor: {} });
const update =
  (rest: Document): Body =>
  (name) => ({ update: name, updates: [{ q: {}, u: { $set: { a: 9 } }, ...rest }] });
const index =
  (rest: Document): Body =>
  (createIndexes) => ({
    createIndexes,
    indexes: [{ key: { a: 1 }, name: 'a_1', ...rest }],
  });

export const refusalCases: Case[] = [
  ...Object.entries(bodies).map(([name, body]) =>
    refused(`${name} with an unknown option`, (collection) => ({ ...body(collection), surprise: 1 }), 40415),
  ),
  ...unknownCommands.map((name) => refused(`the unknown command '${name}'`, () => ({ [name]: 1 }), 59)),
  refused('an update statement with an unknown field', update({ surprise: 1 }), 40415),
  refused('an update statement without q', (name) => ({ update: name, updates: [{ u: { $set: { a: 9 } } }] }), 40414),
  refused('an update statement without u', (name) => ({ update: name, updates: [{ q: {} }] }), 40414),
  refused(
    'a delete statement with an unknown field',
    (name) => ({ delete: name, deletes: [{ q: {}, limit: 0, x: 1 }] }),
    40415,
  ),
  refused('a delete statement without limit', (name) => ({ delete: name, deletes: [{ q: {} }] }), 40414),
  refused('a delete of two', (name) => ({ delete: name, deletes: [{ q: {}, limit: 2 }] }), 9),
  refused('no documents to insert', (insert) => ({ insert, documents: [] }), 16),
  refused('no updates', (name) => ({ update: name, updates: [] }), 16),
  refused('no deletes', (name) => ({ delete: name, deletes: [] }), 16),
  refused(
    'the second of two statements malformed',
    (name) => ({
      update: name,
      updates: [
        { q: {}, u: { $set: { a: 9 } } },
        { q: {}, u: { $set: { a: 9 } }, x: 1 },
      ],
    }),
    40415,
  ),
  ...['filter', 'sort', 'projection'].map((place) =>
    refused(`find whose ${place} is a number`, find({ [place]: 5 }), 14),
  ),
  ...['filter', 'sort', 'projection'].map((place) =>
    refused(`find whose ${place} is a text`, find({ [place]: 'a' }), 14),
  ),
  ...['skip', 'limit', 'batchSize'].map((place) =>
    refused(`find with a negative ${place}`, find({ [place]: -1 }), 51024),
  ),
  ...['skip', 'limit', 'batchSize'].map((place) =>
    refused(`find whose ${place} is a text`, find({ [place]: 'x' }), 14),
  ),
  ...['$surprise', '$', '$$', '$EQ', '$Gt', '$__proto__', '$constructor'].flatMap((operator) => [
    refused(`the filter operator ${operator}`, find({ filter: { a: { [operator]: 1 } } }), 2),
    refused(
      `the filter operator ${operator} beside a known one`,
      find({ filter: { a: { $gt: 0, [operator]: 1 } } }),
      2,
    ),
    refused(`the filter operator ${operator} in $not`, find({ filter: { a: { $not: { [operator]: 1 } } } }), 2),
    refused(
      `the filter operator ${operator} in $elemMatch`,
      find({ filter: { a: { $elemMatch: { a: 1, b: { [operator]: 1 } } } } }),
      2,
    ),
    refused(`the top operator ${operator}`, find({ filter: { [operator]: [{}] } }), 2),
    refused(`the top operator ${operator} in $and`, find({ filter: { $and: [{ [operator]: [{}] }] } }), 2),
    refused(`the stage ${operator}`, pipeline({ [operator]: {} }), 40324),
    refused(`the modifier ${operator}`, update({ u: { [operator]: { a: 1 } } }), 9),
    refused(`the modifier ${operator} beside $set`, update({ u: { $set: { b: 1 }, [operator]: { a: 1 } } }), 9),
  ]),
  ...['$surprise', '$__proto__', '$constructor', '$toString2'].flatMap((operator) => [
    refused(`the expression ${operator} in $addFields`, pipeline({ $addFields: { x: { [operator]: 1 } } }), 168),
    refused(
      `the expression ${operator} deep in $addFields`,
      pipeline({ $addFields: { x: { $add: [1, { [operator]: 1 }] } } }),
      168,
    ),
    refused(`the expression ${operator} in $project`, pipeline({ $project: { x: { [operator]: 1 } } }), 31325),
    refused(`the expression ${operator} in $group`, pipeline({ $group: { _id: { [operator]: 1 } } }), 168),
    refused(
      `the expression ${operator} deep in $project`,
      pipeline({ $project: { x: { $add: [{ [operator]: 1 }] } } }),
      168,
    ),
    refused(`the accumulator ${operator}`, pipeline({ $group: { _id: null, n: { [operator]: 1 } } }), 15952),
  ]),
  ...[5, 'x', null, []].map((stage) => refused(`a stage that is ${JSON.stringify(stage)}`, pipeline(stage), 14)),
  refused('a stage without a name', pipeline({}), 40323),
  refused('a stage with two names', pipeline({ $skip: 1, $limit: 1 }), 40323),
  refused('$match of a number', pipeline({ $match: 1 }), 15959),
  refused('$sort of nothing', pipeline({ $sort: {} }), 15976),
  refused('$sort of a number', pipeline({ $sort: 1 }), 15973),
  refused('$limit 0', pipeline({ $limit: 0 }), 15958),
  refused('$limit below 0', pipeline({ $limit: -1 }), [5107201, 15958]),
  refused('$skip below 0', pipeline({ $skip: -1 }), 5107200),
  refused('$count without a name', pipeline({ $count: '' }), 40156),
  refused('$count of a number', pipeline({ $count: 5 }), 40156),
  refused('$count with a dollar', pipeline({ $count: '$a' }), 40158),
  refused('$count with a dot', pipeline({ $count: 'a.b' }), 40160),
  refused('$group without _id', pipeline({ $group: { n: { $sum: 1 } } }), 15955),
  refused('$group of a number', pipeline({ $group: 5 }), 15947),
  refused('$group with a dot', pipeline({ $group: { _id: null, 'a.b': { $sum: 1 } } }), 40235),
  refused('$group with a bare value', pipeline({ $group: { _id: null, a: 5 } }), 40234),
  refused('$unwind of a number', pipeline({ $unwind: 5 }), 15981),
  refused('$unwind without a path', pipeline({ $unwind: {} }), 28812),
  refused('$unwind without a dollar', pipeline({ $unwind: 'a' }), 28818),
  refused('$unwind with an unknown option', pipeline({ $unwind: { path: '$a', x: 1 } }), 28811),
  refused('$project of nothing', pipeline({ $project: {} }), 51272),
  refused('$project of a number', pipeline({ $project: 5 }), 15969),
  refused('$addFields of a number', pipeline({ $addFields: 5 }), 40272),
  refused('a pipeline that is no list', (aggregate) => ({ aggregate, pipeline: {}, cursor: {} }), 14),
  refused('a multi replacement', update({ u: { a: 9 }, multi: true }), 9),
  refused('an index option', index({ surprise: 1 }), 197),
  refused('an index by a text that is no kind', index({ key: { a: 'surprise' } }), 67),
  refused('an index with direction 0', index({ key: { a: 0 } }), 67),
  refused('an index without a name', (createIndexes) => ({ createIndexes, indexes: [{ key: { a: 1 } }] }), 9),
  refused('an index without keys', (createIndexes) => ({ createIndexes, indexes: [{ name: 'x' }] }), 9),
  refused('no index', (createIndexes) => ({ createIndexes, indexes: [] }), 2),
  refused('an index on a path with an empty part', index({ key: { 'a..b': 1 } }), 67),
  refused('an index on a path with a dollar', index({ key: { $a: 1 } }), 67),
  refused('an index both sparse and partial', index({ sparse: true, partialFilterExpression: { a: 1 } }), 67),
  refused('a partial index by a number', index({ partialFilterExpression: 5 }), [14, 67]),
  refused('a time to live below 0', index({ expireAfterSeconds: -1 }), 67),
  refused('a time to live that is a text', index({ expireAfterSeconds: 'x' }), 67),
  refused('a time to live on _id', index({ key: { _id: 1 }, name: 'x', expireAfterSeconds: 5 }), 197),
  refused('a unique index of _id', index({ key: { _id: 1 }, name: 'x', unique: true }), 197),
  refused('a sparse index of _id', index({ key: { _id: 1 }, name: 'x', sparse: true }), 197),
  refused('an index that is no document', (createIndexes) => ({ createIndexes, indexes: [5] }), 14),
  refused('dropping an index that is not there', (dropIndexes) => ({ dropIndexes, index: 'none' }), 27),
  refused('dropping the index of _id', (dropIndexes) => ({ dropIndexes, index: '_id_' }), 72),
  refused('dropping an index by keys that none has', (dropIndexes) => ({ dropIndexes, index: { z: 1 } }), 27),
  refused(
    'findAndModify with update and remove',
    (findAndModify) => ({ findAndModify, update: { $set: { a: 9 } }, remove: true }),
    9,
  ),
  refused('findAndModify with remove and new', (findAndModify) => ({ findAndModify, remove: true, new: true }), 9),
  refused(
    'findAndModify with remove and upsert',
    (findAndModify) => ({ findAndModify, remove: true, upsert: true }),
    9,
  ),
  refused('getMore without a collection', () => ({ getMore: 5n }), 40414),
  refused('aggregate on a name with $', () => ({ aggregate: 'a$b', pipeline: [], cursor: {} }), 73),
];
