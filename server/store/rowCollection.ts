// Rows of a programme by their natural key: what enrolments, responses, cards, interventions ... have in common.
import { isDeepStrictEqual } from 'node:util';
import type { ClientSession, IndexDefinition, SchemaDefinition, UpdateQuery } from 'mongoose';
import { batchesOf } from './batches.ts';
import { changing } from './changes.ts';
import { collection, isDuplicate, keyOf, required, trusted } from './collection.ts';

export type Outcome = 'stored' | 'updated' | 'unchanged';
type Equals = Record<string, string | undefined>;
interface Stored {
  _id: string;
  programme: string;
}

const chunk = 1000;
/** What is the store's own of a row. */
const own = { _id: 0, programme: 0, change: 0 } as const;
const stamped = { lane: required(Number), seq: required(Number), _id: false as const };
/** By which those written after a marker are found, see changes.ts; and, by its beginning, all of a programme. */
const byChange: IndexDefinition = { programme: 1, 'change.lane': 1, 'change.seq': 1 };

interface Kind<Row> {
  name: string;
  shape: SchemaDefinition;
  /** The values that make a row unique within its programme. */
  key: (row: Row) => (string | number)[];
  indexes?: IndexDefinition[];
  /** What a row that is written over hands on, since whoever writes it cannot know it. */
  carried?: (before: Partial<Row> | undefined, after: Row) => Partial<Row>;
}

export interface Streaming {
  /** Rows of these sites alone. */
  sites?: readonly string[];
  /** In the order of the keys instead of any: not in that of storage, which tells which answer came when. */
  isByKey?: boolean;
  /** Fewer where rows are let go again at once: then they are gone before the collector moves them. */
  batchSize?: number;
  /** Only those, a filter of changes.ts. */
  written?: object;
  /** Paths; all of the row when absent. */
  fields?: readonly string[];
}

/** @param isFree of each row whether its key is: taken by no stored row and by none before it @returns of each whether it may be stored */
type Admit = (session: ClientSession, isFree: readonly boolean[]) => Promise<readonly boolean[]>;

export function rowCollection<Row extends object>({ name, shape, key, indexes = [], carried }: Kind<Row>) {
  const model = collection<Stored>(
    name,
    { programme: required(String), change: { type: stamped, required: true }, ...shape },
    [byChange, ...indexes].map((fields) => [fields]),
  );
  const idOf = (programme: string, row: Row) => keyOf(programme, ...key(row));
  const whole = (programme: string, row: Row) => ({ ...present(row), _id: idOf(programme, row), programme });

  /** In no particular order. Absent values in `equals` do not filter. */
  const list = async (programme: string, equals: Equals = {}): Promise<Row[]> =>
    (await model.find({ programme, ...present(equals) }, own).lean()) as unknown as Row[];

  const listIn = async (programme: string, field: string, values: readonly string[]): Promise<Row[]> =>
    (await model.find({ programme, [field]: trusted({ $in: [...values] }) }, own).lean()) as unknown as Row[];

  /** In batches as they arrive, so that memory holds no more than a few of them. */
  async function* stream(
    programme: string,
    equals: Equals,
    { sites, isByKey, written, fields, batchSize = chunk }: Streaming = {},
  ): AsyncIterable<Row[]> {
    const filter = { programme, ...present(equals), ...(sites && { site: { $in: [...sites] } }), ...written };
    const projection = fields ? { _id: 0, ...Object.fromEntries(fields.map((name) => [name, 1])) } : own;
    const found = model.collection.find(filter, { projection, batchSize, raw: true });
    yield* batchesOf<Row>(isByKey ? found.sort({ _id: 1 }) : found);
  }

  const find = async (programme: string, ...parts: (string | number)[]): Promise<Row | undefined> =>
    ((await model.findOne({ _id: keyOf(programme, ...parts) }, own).lean()) as unknown as Row | null) ?? undefined;

  const put = (documents: readonly Stored[], session: ClientSession) =>
    model.bulkWrite(
      documents.map((each) => ({ replaceOne: { filter: { _id: each._id }, replacement: each, upsert: true } })),
      { session },
    );

  const write = (programme: string, documents: readonly Stored[], isNew: boolean) =>
    changing(programme, { rows: documents.length }, async (session, change) => {
      const all = documents.map((each) => ({ ...each, change }));
      await (isNew ? model.insertMany(all, { session, lean: true }) : put(all, session));
    });

  /** New ones are inserted, which is quickest; where one turns out to be there already, it is replaced. */
  const writeAll = async (programme: string, fresh: readonly Stored[], changed: readonly Stored[]) => {
    if (changed.length > 0) await write(programme, changed, false);
    if (fresh.length === 0) return;
    try {
      await write(programme, fresh, true);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await write(programme, fresh, false);
    }
  };

  /** In the order of the rows. A row that stands in `rows` twice ends as the latter. */
  const upsertMany = async (programme: string, rows: readonly Row[]): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (let at = 0; at < rows.length; at += chunk) {
      const given = rows.slice(at, at + chunk).map((row) => whole(programme, row));
      const ids = given.map((each) => each._id);
      const known = (await model.find({ _id: trusted({ $in: ids }) }, { change: 0 }).lean()) as Stored[];
      const before = new Map(known.map((each) => [each._id, each]));
      const documents = given.map((each) => ({
        ...each,
        ...carried?.(before.get(each._id) as Partial<Row> | undefined, each),
      }));
      const part = documents.map((each) => outcomeOf(before.get(each._id), each));
      await writeAll(
        programme,
        documents.filter((_, index) => part[index] === 'stored'),
        documents.filter((_, index) => part[index] === 'updated'),
      );
      outcomes.push(...part);
    }
    return outcomes;
  };

  const upsert = async (programme: string, row: Row): Promise<Outcome> =>
    (await upsertMany(programme, [row]))[0] ?? 'unchanged';

  /** Changes the one row with this key, if it is as `only` says. @returns whether there was one */
  const change = async (
    programme: string,
    parts: (string | number)[],
    update: UpdateQuery<Row>,
    only: object = {},
  ): Promise<boolean> => {
    const outcome = await changing(programme, { rows: 1 }, (session, { lane, seq }) =>
      model.updateOne(
        { ...only, _id: keyOf(programme, ...parts) },
        { ...update, $set: { ...update.$set, change: { lane, seq } } },
        { session },
      ),
    );
    return outcome.matchedCount > 0;
  };

  /** The one row with this key, if it is as `only` says. @returns whether there was one */
  const remove = async (programme: string, parts: (string | number)[], only: object = {}): Promise<boolean> => {
    const outcome = await changing(programme, { rows: 1, removedFrom: [name] }, (session) =>
      model.deleteOne({ ...only, _id: keyOf(programme, ...parts) }, { session }),
    );
    return outcome.deletedCount > 0;
  };

  const takenAmong = async (documents: readonly Stored[]): Promise<Set<string>> => {
    const ids = documents.map(({ _id }) => _id);
    const taken = (await model.find({ _id: trusted({ $in: ids }) }, { _id: 1 }).lean()) as { _id: string }[];
    return new Set(taken.map(({ _id }) => _id));
  };

  /**
   * @param admit stores what belongs with the rows, all of it with them or not at all, and says of each whether it may be stored
   * @returns for each whether it was stored: it was let in and its key was free. Of several with one key the first is.
   */
  const insertNew = async (programme: string, rows: readonly Row[], admit?: Admit): Promise<boolean[]> => {
    const documents = rows.map((row) => whole(programme, row));
    for (let taken = new Set<string>(); ; taken = await takenAmong(documents))
      try {
        const left = new Set(documents.map(({ _id }) => _id).filter((id) => !taken.has(id)));
        const isFree = documents.map(({ _id }) => left.delete(_id));
        return await changing(programme, { rows: isFree.filter(Boolean).length }, async (session, change) => {
          const may = await admit?.(session, isFree);
          const isNew = isFree.map((free, at) => free && may?.[at] !== false);
          const fresh = documents.flatMap((each, at) => (isNew[at] ? [{ ...each, change }] : []));
          if (fresh.length > 0) await model.insertMany(fresh, { session, lean: true });
          return isNew;
        });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
  };

  /** @throws a duplicate key error when the key is taken. */
  const insert = (programme: string, row: Row): Promise<void> => write(programme, [whole(programme, row)], true);

  return { model, list, listIn, stream, find, upsert, upsertMany, change, remove, insert, insertNew };
}

function present<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row;
}

function outcomeOf(before: object | undefined, after: object): Outcome {
  if (!before) return 'stored';
  return isDeepStrictEqual(before, after) ? 'unchanged' : 'updated';
}
