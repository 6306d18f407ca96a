// Random documents, filters, updates, pipelines and index sets for the property tests. Values are few, so that they meet often.
import fc from 'fast-check';
import { type Document, Double, Long, ObjectId } from 'mongodb';

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
const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.array(scalar, { maxLength: 2 }), { minLength: 1, maxLength: 2 }) },
);
const record = fc.record({ b: scalar, c: scalar }, { requiredKeys: [] });
const inner = fc.oneof(
  { weight: 2, arbitrary: value },
  fc.record({ b: value, c: scalar }, { requiredKeys: [] }),
  fc.array(record, { maxLength: 2 }),
  fc.array(fc.oneof({ weight: 2, arbitrary: record }, fc.array(record, { maxLength: 2 }), scalar), { maxLength: 2 }),
);
export const documents = fc.array(
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
const path = fc.constantFrom('a', 'a', 'a.b', 'a.b', 'a.c', 'd', 'e', 'a.0', 'a.0.b');
const clause = fc.tuple(path, condition).map(([name, one]): Document => ({ [name]: one }));
export const filter = fc.oneof(
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
export const index = fc.tuple(keys, fc.array(direction, { minLength: 3, maxLength: 3 }), fc.boolean());

// What the second engine is known to get wrong by itself stays out: NaN and nested numbers in $min, $max and sets.
const plain = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom<unknown>(
    null,
    true,
    'a',
    'b',
    'å',
    0.5,
    new Double(2),
    Long.fromNumber(2),
    new Date(-1),
    new Date(1),
  ),
);
const target = fc.constantFrom('a', 'd', 'e', 'a.b', 'a.0', 'a.c', 'n', 'n.m');
/** Never pushes nothing: the second engine then leaves a missing field missing, MongoDB makes it an empty array. */
const making = fc.oneof(
  fc.tuple(fc.constantFrom('$set', '$min', '$max', '$push', '$addToSet'), plain),
  fc.tuple(fc.constantFrom('$inc', '$mul'), fc.constantFrom<unknown>(1, -2, 0.5, Long.fromNumber(3))),
  fc.tuple(
    fc.constant('$push'),
    fc.record(
      {
        $each: fc.array(plain, { minLength: 1, maxLength: 3 }),
        $slice: fc.constantFrom(-3, -2, -1, 1, 2, 3),
        $sort: direction,
      },
      { requiredKeys: ['$each'] },
    ),
  ),
);
/** The second engine makes the parents of what they would take away, or refuses arrays on the way: so they name fields at the top. */
const taking = fc.oneof(
  fc.tuple(fc.constant('$unset'), fc.constant('')),
  fc.tuple(fc.constant('$pop'), fc.constantFrom(1, -1)),
  fc.tuple(fc.constant('$pull'), fc.oneof(plain, fc.record({ $gt: fc.integer({ min: -3, max: 3 }) }))),
);
const change = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(target, making) },
  fc.tuple(fc.constantFrom('a', 'd', 'e', 'n'), taking),
);
/** One or two modifiers, each at a field of its own: the second engine sees contradictions only where a document matches. */
export const update = fc
  .uniqueArray(change, { minLength: 1, maxLength: 2, selector: ([path]) => path[0] })
  .map((parts): Document => {
    const made: Record<string, Record<string, unknown>> = {};
    for (const [path, [name, operand]] of parts) made[name] = { ...made[name], [path]: operand };
    return made;
  });

const accumulator = fc.constantFrom<Document>(
  { $sum: 1 },
  { $sum: '$e' },
  { $avg: '$e' },
  { $min: '$e' },
  { $max: '$e' },
  { $sum: '$a.b' },
);
const stage = fc.oneof(
  filter.map(($match): Document => ({ $match })),
  fc.constantFrom<Document>(
    { $project: { a: 1 } },
    { $project: { 'a.b': 1, e: 1 } },
    { $project: { d: 0 } },
    { $project: { 'a.c': 0, _id: 0 } },
    { $project: { x: '$a.b', y: { $ifNull: ['$d', 'none'] } } },
    { $addFields: { x: { $cond: [{ $gt: ['$e', 2] }, '$a', null] } } },
    { $addFields: { 'n.m': { $add: ['$e', 1] }, z: { $eq: ['$a', '$d'] } } },
    { $addFields: { x: ['$a', '$e'] } },
    { $unwind: '$a' },
    { $unwind: '$a.b' },
    { $unwind: { path: '$a', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' } },
  ),
);
const ending = fc.oneof(
  fc.constant<Document[]>([]),
  fc
    .tuple(fc.constantFrom<unknown>('$e', null), accumulator, accumulator)
    .map(([_id, p, q]): Document[] => [{ $group: { _id, p, q } }]),
  fc.constant<Document[]>([{ $sort: { e: -1, _id: 1 } }, { $skip: 1 }, { $limit: 3 }]),
);
export const pipeline = fc
  .tuple(fc.array(stage, { maxLength: 3 }), ending)
  .map(([stages, end]): Document[] => [
    ...stages,
    ...(stages.some(({ $project, $unwind }) => $project || $unwind) && end[0]?.$sort ? [] : end),
  ]);

export const reading = fc.record({
  sort: fc.constantFrom<Record<string, 1 | -1>>({ e: 1, _id: -1 }, { e: -1, _id: 1 }, { _id: -1 }),
  skip: fc.integer({ min: 0, max: 4 }),
  limit: fc.integer({ min: 0, max: 6 }),
  projection: fc.constantFrom<Document>({}, { a: 1 }, { 'a.b': 1, d: 1 }, { a: 0 }, { 'a.b': 0, _id: 0 }),
});
