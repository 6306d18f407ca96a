// Read-only tokens of a programme, with which other programs fetch its results. Stored as hashes; they work until revoked.
import { randomUUID } from 'node:crypto';
import { collection, required } from './collection.ts';
import { newToken, tokenHash } from './tokens.ts';

export interface ResultToken {
  id: string;
  /** What it is used for, in the words of whoever made it. */
  label: string;
  createdBy: string;
  /** Days. */
  createdOn: string;
  lastUsedOn: string | null;
}
type Stored = ResultToken & { _id: string; programme: string };

const tokens = collection<Stored>(
  'resultTokens',
  {
    ...{ id: required(String), programme: required(String), label: required(String) },
    ...{ createdBy: required(String), createdOn: required(String), lastUsedOn: { type: String, default: null } },
  },
  [[{ programme: 1 }]],
);

const today = () => new Date().toISOString().slice(0, 10);

/** The token itself is shown this once. */
export async function createResultToken(
  programme: string,
  { label, createdBy }: Pick<ResultToken, 'label' | 'createdBy'>,
): Promise<ResultToken & { token: string }> {
  const token = newToken();
  const shown = { id: randomUUID(), label, createdBy, createdOn: today(), lastUsedOn: null };
  await tokens.insertMany([{ _id: tokenHash(token), programme, ...shown }]);
  return { ...shown, token };
}

/** Oldest first. */
export async function listResultTokens(programme: string): Promise<ResultToken[]> {
  const own = await tokens.find({ programme }, { _id: 0, programme: 0 }).lean<ResultToken[]>();
  return own.toSorted((one, other) => (one.createdOn < other.createdOn ? -1 : 1));
}

/** Whether there was one. */
export async function deleteResultToken(programme: string, id: string): Promise<boolean> {
  return (await tokens.deleteOne({ programme, id })).deletedCount > 0;
}

/** Whether it is one of that programme. The day of its use is kept, nothing else of it. */
export async function acceptResultToken(programme: string, token: string): Promise<boolean> {
  const _id = tokenHash(token);
  const stored = await tokens.findById(_id).lean<Stored>();
  if (stored?.programme !== programme) return false;
  const lastUsedOn = today();
  if (stored.lastUsedOn !== lastUsedOn) await tokens.updateOne({ _id }, { $set: { lastUsedOn } });
  return true;
}
