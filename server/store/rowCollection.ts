// Rows of a programme by their natural key: what enrolments, responses, cards, interventions ... have in common.
import { isDeepStrictEqual } from 'node:util';
import type { IndexDefinition, SchemaDefinition } from 'mongoose';
import { collection, isDuplicate, keyOf, required, takenAt, trusted } from './collection.ts';
import { together } from './together.ts';

export type Outcome = 'stored' | 'updated' | 'unchanged';
type Equals = Record<string, string | undefined>;
interface Stored {
  _id: string;
  programme: string;
}

const chunk = 1000;
const own = { _id: 0, programme: 0 } as const;

interface Kind<Row> {
  name: string;
  shape: SchemaDefinition;
  /** The values that make a row unique within its programme. */
  key: (row: Row) => (string | number)[];
  indexes?: IndexDefinition[];
}

export function rowCollection<Row extends object>({ name, shape, key, indexes = [] }: Kind<Row>) {
  const all: IndexDefinition[] = [{ programme: 1 }, ...indexes];
  const model = collection<Stored>(
    name,
    { programme: required(String), ...shape },
    all.map((fields) => [fields]),
  );
  const idOf = (programme: string, row: Row) => keyOf(programme, ...key(row));
  const whole = (programme: string, row: Row) => ({ ...present(row), _id: idOf(programme, row), programme });

  /** In no particular order. Absent values in `equals` do not filter. */
  const list = async (programme: string, equals: Equals = {}): Promise<Row[]> =>
    (await model.find({ programme, ...present(equals) }, own).lean()) as unknown as Row[];

  const listIn = async (programme: string, field: string, values: readonly string[]): Promise<Row[]> =>
    (await model.find({ programme, [field]: trusted({ $in: [...values] }) }, own).lean()) as unknown as Row[];

  const find = async (programme: string, ...parts: (string | number)[]): Promise<Row | undefined> =>
    ((await model.findOne({ _id: keyOf(programme, ...parts) }, own).lean()) as unknown as Row | null) ?? undefined;

  const put = (documents: readonly Stored[]) =>
    model.bulkWrite(
      documents.map((each) => ({ replaceOne: { filter: { _id: each._id }, replacement: each, upsert: true } })),
    );

  /** New ones are inserted, which is quickest; where one turns out to be there already, it is replaced. */
  const write = async (fresh: readonly Stored[], changed: readonly Stored[]) => {
    if (changed.length > 0) await put(changed);
    if (fresh.length === 0) return;
    try {
      await model.insertMany(fresh);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await put(fresh);
    }
  };

  /** In the order of the rows. A row that stands in `rows` twice ends as the latter. */
  const upsertMany = async (programme: string, rows: readonly Row[]): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (let at = 0; at < rows.length; at += chunk) {
      const documents = rows.slice(at, at + chunk).map((row) => whole(programme, row));
      const ids = documents.map((each) => each._id);
      const known = (await model.find({ _id: trusted({ $in: ids }) }).lean()) as Stored[];
      const before = new Map(known.map((each) => [each._id, each]));
      const part = documents.map((each) => outcomeOf(before.get(each._id), each));
      await write(
        documents.filter((_, index) => part[index] === 'stored'),
        documents.filter((_, index) => part[index] === 'updated'),
      );
      outcomes.push(...part);
    }
    return outcomes;
  };

  const upsert = async (programme: string, row: Row): Promise<Outcome> =>
    (await upsertMany(programme, [row]))[0] ?? 'unchanged';

  /** Whether there was one. */
  const remove = async (programme: string, ...parts: (string | number)[]): Promise<boolean> =>
    (await model.deleteOne({ _id: keyOf(programme, ...parts) })).deletedCount > 0;

  const insertTogether = together(async (documents: readonly Stored[]) => {
    try {
      await model.insertMany([...documents], { ordered: false, lean: true });
      return documents.map(() => true);
    } catch (error) {
      const taken = takenAt(error);
      if (!taken) throw error;
      return documents.map((_, at) => !taken.has(at));
    }
  });

  /** For what many send at a time. @returns whether the key was free: else nothing was stored. */
  const insertIfNew = (programme: string, row: Row): Promise<boolean> => insertTogether(whole(programme, row));

  /** @throws a duplicate key error when the key is taken. */
  const insert = async (programme: string, row: Row): Promise<void> => {
    await model.insertMany([whole(programme, row)]);
  };

  return { model, list, listIn, find, upsert, upsertMany, remove, insert, insertIfNew };
}

function present<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row;
}

function outcomeOf(before: object | undefined, after: object): Outcome {
  if (!before) return 'stored';
  return isDeepStrictEqual(before, after) ? 'unchanged' : 'updated';
}
