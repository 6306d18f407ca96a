// What a line of the conformance table is: documents, an operation through the ordinary driver, and its result or error code.
import type { ClientSession, Collection, Db, Document, IndexDescription, MongoClient } from 'mongodb';

/** Any document; its id is a number unless a case says otherwise. */
export interface Row extends Document {
  _id?: number;
}

export interface Room {
  client: MongoClient;
  db: Db;
  collection: Collection<Row>;
  /** The same collection through a client with the driver's ordinary settings. */
  plain: Collection<Row>;
  withSession<T>(work: (session: ClientSession) => Promise<T>): Promise<T>;
}

export interface Case {
  name: string;
  docs?: Document[];
  indexes?: IndexDescription[];
  /** Repeat the case under each of these single indexes as well: the answer must not change. */
  under?: Record<string, 1 | -1>[];
  run(room: Room): Promise<unknown>;
  /** Compared as canonical extended JSON, so int32, long and double are told apart. */
  gives?: unknown;
  fails?: number;
}

/** Documents a, b, c... with ids 1, 2, 3... from the values of one field; undefined leaves the field out. */
export const numbered = (values: unknown[], field = 'a'): Document[] =>
  values.map((value, i) => (value === undefined ? { _id: i + 1 } : { _id: i + 1, [field]: value }));

const ids = async (room: Room, filter: Document): Promise<unknown[]> =>
  (await room.collection.find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => _id);

/** A filter over documents: the ids it finds, without an index and with one on each path it names. */
export function filters(
  title: string,
  docs: Document[],
  rows: [filter: Document, expected: number[] | { code: number }][],
): Case[] {
  return rows.map(([filter, expected]) => ({
    name: `${title}: ${shown(filter)}`,
    docs,
    under: pathsOf(filter).flatMap((path) => [{ [path]: 1 as const }, { [path]: -1 as const }]),
    run: (room) => ids(room, filter),
    ...(Array.isArray(expected) ? { gives: expected } : { fails: expected.code }),
  }));
}

function pathsOf(filter: Document): string[] {
  const names = Object.entries(filter).flatMap(([name, value]) =>
    name === '$and' && Array.isArray(value) ? value.flatMap(pathsOf) : [name],
  );
  return [...new Set(names)].filter(
    (name) =>
      name !== '_id' && !name.startsWith('$') && !/\.\d/.test(name) && !name.includes('..') && !name.includes('__'),
  );
}

/** One document, one update: the document afterwards, or the code of the refusal. */
export function updates(
  title: string,
  rows: [before: Document, update: Document, after: Document | { code: number }, options?: object][],
): Case[] {
  return rows.map(([before, update, after, options]) => ({
    name: `${title}: ${shown(before)} ${shown(update)}`,
    docs: [{ _id: 1, ...before }],
    async run({ collection }) {
      await collection.updateOne({ _id: 1 }, update, options);
      const { _id, ...rest } = (await collection.findOne({ _id: 1 })) ?? {};
      return rest;
    },
    ...('code' in after && Object.keys(after).length === 1 ? { fails: after.code as number } : { gives: after }),
  }));
}

/** A pipeline over documents. */
export function pipelines(
  title: string,
  docs: Document[],
  rows: [pipeline: Document[], expected: Document[] | { code: number }][],
): Case[] {
  return rows.map(([pipeline, expected]) => ({
    name: `${title}: ${shown(pipeline)}`,
    docs,
    run: ({ collection }) => collection.aggregate(pipeline).toArray(),
    ...(Array.isArray(expected) ? { gives: expected } : { fails: expected.code }),
  }));
}

export function shown(value: unknown): string {
  const text = JSON.stringify(value, (_key, one) =>
    one instanceof RegExp ? String(one) : typeof one === 'number' && !Number.isFinite(one) ? String(one) : one,
  );
  return text.length > 110 ? `${text.slice(0, 107)}...` : text;
}
