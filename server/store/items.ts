// The bank of shared questions: every version of each, and none of them ever changes. `programme` null: for all programmes.
import type { ItemComparison, ItemTheme } from '../domain/surveys/items/item.ts';
import type { Json } from '../domain/surveys/json.ts';
import { collection, isDuplicate, keyOf, Mixed, required, trusted } from './collection.ts';

export interface ItemVersion {
  /** One of its own among all programmes, so that a reference means the same everywhere. */
  name: string;
  version: number;
  programme: string | null;
  theme: ItemTheme;
  /** By language: where the wording comes from. */
  source: Record<string, string>;
  /** SurveyJS JSON of one question. */
  question: Json;
  /** What changed, in the words of whoever did it. */
  note: string;
  at: string;
  by: string;
  /** With the version before it; null for the first. */
  comparison: ItemComparison | null;
}
/** The question is kept as JSON text: it comes back to the letter. */
type Stored = Omit<ItemVersion, 'question'> & { _id: string; question: string };

const items = collection<Stored>(
  'items',
  {
    name: required(String),
    version: required(Number),
    programme: { type: String, default: null },
    theme: required(String),
    source: { type: Mixed, required: true },
    question: required(String),
    note: { type: String, default: '' },
    at: required(String),
    by: required(String),
    comparison: { type: Mixed, default: null },
  },
  [[{ name: 1, version: 1 }, { unique: true }]],
);

/** The latest version of each that is for all and, with a programme, of that programme's own; by name. */
export async function listItems(programme: string | null): Promise<ItemVersion[]> {
  const owners = trusted({ $in: programme === null ? [null] : [null, programme] });
  const heads = await items.find({ programme: owners }, { name: 1, version: 1 }).lean<Stored[]>();
  const latest = new Map<string, number>();
  for (const { name, version } of heads) latest.set(name, Math.max(version, latest.get(name) ?? 0));
  const keys = [...latest].map(([name, version]) => keyOf(name, version));
  const found = await items.find({ _id: trusted({ $in: keys }) }).lean<Stored[]>();
  return found.map(read).toSorted((one, other) => one.name.localeCompare(other.name));
}

/** Oldest first; empty when there is none of that name. */
export async function listItemVersions(name: string): Promise<ItemVersion[]> {
  return (await items.find({ name }).sort({ version: 1 }).lean<Stored[]>()).map(read);
}

/** @returns false when that version exists: it stays as it was. */
export async function insertItemVersion(version: ItemVersion): Promise<boolean> {
  const _id = keyOf(version.name, version.version);
  try {
    await items.insertMany([{ ...version, _id, question: JSON.stringify(version.question) }]);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Names that are taken, by whichever programme. */
export async function listItemNames(): Promise<string[]> {
  const heads = await items.find({ version: 1 }, { name: 1 }).lean<Stored[]>();
  return heads.map(({ name }) => name);
}

function read({ _id, question, ...rest }: Stored): ItemVersion {
  return { ...rest, question: JSON.parse(question) as Json };
}
