import { Double, Long } from 'mongodb';
import { type Case, pipelines } from './case.ts';

const people = [
  { _id: 1, site: 'a', n: 1, tags: ['x', 'y'] },
  { _id: 2, site: 'b', n: 2.5, tags: [] },
  { _id: 3, site: 'a', n: null, tags: 'z' },
  { _id: 4, site: 'b', n: Long.fromNumber(4) },
  { _id: 5, n: 'text', tags: null },
];
const nested = [
  { _id: 1, a: { b: 1, c: 2 }, l: [{ x: 1, y: 2 }, { x: 3 }, 5] },
  { _id: 2, a: [{ b: 1 }, { b: 2, c: 3 }], l: [] },
  { _id: 3, a: 5 },
];
const bySite = { $sort: { _id: 1 } };

export const pipelineCases: Case[] = [
  ...pipelines('$group', people, [
    [
      [{ $group: { _id: '$site', n: { $sum: 1 } } }, bySite],
      [
        { _id: null, n: 1 },
        { _id: 'a', n: 2 },
        { _id: 'b', n: 2 },
      ],
    ],
    [
      [{ $group: { _id: '$site', n: { $sum: '$n' } } }, bySite],
      [
        { _id: null, n: 0 },
        { _id: 'a', n: 1 },
        { _id: 'b', n: 6.5 },
      ],
    ],
    [
      [{ $group: { _id: '$site', n: { $avg: '$n' } } }, bySite],
      [
        { _id: null, n: null },
        { _id: 'a', n: new Double(1) },
        { _id: 'b', n: 3.25 },
      ],
    ],
    [
      [{ $group: { _id: '$site', n: { $min: '$n' }, m: { $max: '$n' } } }, bySite],
      [
        { _id: null, n: 'text', m: 'text' },
        { _id: 'a', n: 1, m: 1 },
        { _id: 'b', n: 2.5, m: Long.fromNumber(4) },
      ],
    ],
    [
      [
        { $sort: { _id: 1 } },
        { $group: { _id: null, f: { $first: '$n' }, l: { $last: '$tags' }, p: { $push: '$site' } } },
      ],
      [{ _id: null, f: 1, l: null, p: ['a', 'b', 'a', 'b'] }],
    ],
    [[{ $match: { site: 'a' } }, { $group: { _id: 1, s: { $addToSet: '$site' } } }], [{ _id: 1, s: ['a'] }]],
    [
      [
        { $group: { _id: { s: '$site', has: { $ifNull: ['$n', 'none'] } }, c: { $sum: 1 } } },
        { $match: { '_id.s': 'a' } },
        { $sort: { '_id.has': 1 } },
      ],
      [
        { _id: { s: 'a', has: 1 }, c: 1 },
        { _id: { s: 'a', has: 'none' }, c: 1 },
      ],
    ],
    [[{ $match: { _id: 99 } }, { $group: { _id: null, n: { $sum: 1 } } }], []],
    [[{ $group: { n: { $sum: 1 } } }], { code: 15955 }],
    [[{ $group: { _id: 1, n: { $surprise: 1 } } }], { code: 15952 }],
    [[{ $group: { _id: 1, n: 1 } }], { code: 40234 }],
    [[{ $group: { _id: { $surprise: 1 } } }], { code: 168 }],
  ]),
  ...pipelines(
    '$group joins equal numbers and keeps null apart from text',
    [{ _id: 1, k: 1 }, { _id: 2, k: new Double(1) }, { _id: 3, k: '1' }, { _id: 4, k: null }, { _id: 5 }],
    [
      [
        [{ $group: { _id: '$k', c: { $sum: 1 } } }, bySite],
        [
          { _id: null, c: 2 },
          { _id: 1, c: 2 },
          { _id: '1', c: 1 },
        ],
      ],
    ],
  ),
  ...pipelines('$unwind', people, [
    [
      [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
      [
        { _id: 1, tags: 'x' },
        { _id: 1, tags: 'y' },
        { _id: 3, tags: 'z' },
      ],
    ],
    [
      [{ $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } }, { $project: { tags: 1 } }],
      [
        { _id: 1, tags: 'x' },
        { _id: 1, tags: 'y' },
        { _id: 2 },
        { _id: 3, tags: 'z' },
        { _id: 4 },
        { _id: 5, tags: null },
      ],
    ],
    [
      [{ $match: { _id: 1 } }, { $unwind: { path: '$tags', includeArrayIndex: 'i' } }, { $project: { i: 1 } }],
      [
        { _id: 1, i: Long.fromNumber(0) },
        { _id: 1, i: Long.fromNumber(1) },
      ],
    ],
    [[{ $unwind: 'tags' }], { code: 28818 }],
  ]),
  ...pipelines(
    'arrays on the way',
    [{ _id: 1, a: [[{ b: 1 }], { b: [2, 3] }, 4], d: { e: [5, 6] } }],
    [
      [[{ $project: { x: '$a.b' } }], [{ _id: 1, x: [[2, 3]] }]],
      [[{ $unwind: '$a.b' }], []],
      [
        [{ $unwind: { path: '$a.b', preserveNullAndEmptyArrays: true } }, { $project: { d: 1 } }],
        [{ _id: 1, d: { e: [5, 6] } }],
      ],
      [
        [{ $unwind: '$d.e' }, { $project: { d: 1 } }],
        [
          { _id: 1, d: { e: 5 } },
          { _id: 1, d: { e: 6 } },
        ],
      ],
    ],
  ),
  ...pipelines('$unwind is refused', people, [[[{ $unwind: { path: '$tags', surprise: 1 } }], { code: 28811 }]]),
  ...pipelines('$project', nested, [
    [[{ $project: { 'a.b': 1 } }], [{ _id: 1, a: { b: 1 } }, { _id: 2, a: [{ b: 1 }, { b: 2 }] }, { _id: 3 }]],
    [[{ $project: { a: { b: 1 }, _id: 0 } }, { $limit: 1 }], [{ a: { b: 1 } }]],
    [[{ $project: { 'l.x': 1 } }, { $limit: 1 }], [{ _id: 1, l: [{ x: 1 }, { x: 3 }] }]],
    [[{ $project: { 'l.x': 0, a: 0 } }, { $limit: 1 }], [{ _id: 1, l: [{ y: 2 }, {}, 5] }]],
    [
      [{ $project: { z: '$a.b', two: { $literal: 2 } } }],
      [
        { _id: 1, z: 1, two: 2 },
        { _id: 2, z: [1, 2], two: 2 },
        { _id: 3, two: 2 },
      ],
    ],
    [[{ $project: { l: 1, a: 1 } }, { $match: { _id: 3 } }], [{ _id: 3, a: 5 }]],
    [[{ $project: { _id: 0 } }, { $match: { a: 5 } }], [{ a: 5 }]],
    [[{ $project: { a: 1, l: 0 } }], { code: 31254 }],
    [[{ $project: { a: 0, l: 1 } }], { code: 31253 }],
    [[{ $project: { a: 1, 'a.b': 1 } }], { code: 31249 }],
    [[{ $project: { 'a.b': 1, a: 1 } }], { code: 31250 }],
    [[{ $project: {} }], { code: 51272 }],
    [[{ $project: { a: { $surprise: 1 } } }], { code: 31325 }],
  ]),
  ...pipelines('$addFields', nested, [
    [[{ $addFields: { n: 1 } }, { $match: { _id: 3 } }], [{ _id: 3, a: 5, n: 1 }]],
    [
      [{ $addFields: { 'a.z': 9 } }, { $project: { a: 1 } }],
      [
        { _id: 1, a: { b: 1, c: 2, z: 9 } },
        {
          _id: 2,
          a: [
            { b: 1, z: 9 },
            { b: 2, c: 3, z: 9 },
          ],
        },
        { _id: 3, a: { z: 9 } },
      ],
    ],
    [
      [{ $set: { s: { $size: { $ifNull: ['$l', []] } } } }, { $project: { s: 1 } }],
      [
        { _id: 1, s: 3 },
        { _id: 2, s: 0 },
        { _id: 3, s: 0 },
      ],
    ],
    [[{ $addFields: { a: '$$ROOT._id' } }, { $project: { a: 1 } }, { $limit: 1 }], [{ _id: 1, a: 1 }]],
  ]),
  ...pipelines(
    'expressions',
    [{ _id: 1, a: 5, b: 2.5, c: null, l: [1], t: '1' }],
    [
      [[{ $project: { _id: 0, r: { $add: ['$a', '$b', 1] } } }], [{ r: 8.5 }]],
      [[{ $project: { _id: 0, r: { $subtract: ['$a', 7] } } }], [{ r: -2 }]],
      [[{ $project: { _id: 0, r: { $add: ['$a', '$c'] } } }], [{ r: null }]],
      [[{ $project: { _id: 0, r: { $cond: [{ $gt: ['$a', '$b'] }, 'yes', 'no'] } } }], [{ r: 'yes' }]],
      // biome-ignore lint/suspicious/noThenProperty: MongoDB's name for it
      [[{ $project: { _id: 0, r: { $cond: { if: '$c', then: 1, else: 2 } } } }], [{ r: 2 }]],
      [[{ $project: { _id: 0, r: { $ifNull: ['$missing', '$c', 'last'] } } }], [{ r: 'last' }]],
      [[{ $project: { _id: 0, r: { $lt: ['$a', '$t'] } } }], [{ r: true }]],
      [
        [{ $project: { _id: 0, r: { $eq: ['$missing', null] }, s: { $lt: ['$missing', null] } } }],
        [{ r: false, s: true }],
      ],
      [[{ $project: { _id: 0, r: { $and: ['$a', { $not: ['$c'] }, { $or: [false, '$t'] }] } } }], [{ r: true }]],
      [[{ $project: { _id: 0, r: { $size: '$a' } } }], { code: 17124 }],
      [[{ $project: { _id: 0, r: { $eq: [1] } } }], { code: 16020 }],
      [[{ $project: { _id: 0, r: '$$nope' } }], { code: 17276 }],
    ],
  ),
  ...pipelines('$sort, $skip, $limit, $count', people, [
    [
      [{ $sort: { n: 1 } }, { $project: { _id: 1 } }],
      [{ _id: 3 }, { _id: 1 }, { _id: 2 }, { _id: 4 }, { _id: 5 }],
    ],
    [
      [{ $sort: { site: -1, _id: 1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
      [{ _id: 4 }, { _id: 1 }],
    ],
    [[{ $limit: 2 }, { $skip: 1 }, { $project: { _id: 1 } }], [{ _id: 2 }]],
    [[{ $match: { site: 'a' } }, { $count: 'n' }], [{ n: 2 }]],
    [[{ $match: { site: 'q' } }, { $count: 'n' }], []],
    [[{ $limit: 0 }], { code: 15958 }],
    [[{ $count: '' }], { code: 40156 }],
    [[{ $count: '$a' }], { code: 40158 }],
    [[{ $count: 'a.b' }], { code: 40160 }],
    [[{ $surprise: {} }], { code: 40324 }],
    [[{ $match: {}, $limit: 1 }], { code: 40323 }],
    [[{ $match: { a: { $surprise: 1 } } }], { code: 2 }],
    [[], people],
  ]),
];
