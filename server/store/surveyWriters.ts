// Who has a survey open for writing just now: a browser tab tells so again and again, and is forgotten when it falls silent.
import { collection, keyOf, required } from './collection.ts';

const silenceMilliseconds = 40_000;

export interface Writer {
  /** Chosen by the tab. */
  tab: string;
  user: string;
  name: string;
  /** Name of the question that is open there; '' for none. */
  question: string;
}
interface Stored extends Writer {
  _id: string;
  survey: string;
  expiresAt: Date;
}
const writers = collection<Stored>(
  'surveyWriters',
  {
    survey: required(String),
    tab: required(String),
    user: required(String),
    name: required(String),
    question: { type: String, default: '' },
    expiresAt: required(Date),
  },
  [[{ survey: 1 }], [{ expiresAt: 1 }, { expireAfterSeconds: 0 }]],
);

/** @returns the others who have it open, in the order of their names */
export async function meetWriters(programme: string | null, survey: string, me: Writer): Promise<Writer[]> {
  const key = keyOf(programme, survey);
  const expiresAt = new Date(Date.now() + silenceMilliseconds);
  await writers.updateOne({ _id: keyOf(key, me.tab) }, { $set: { ...me, survey: key, expiresAt } }, { upsert: true });
  const all = await writers.find({ survey: key }).lean<Stored[]>();
  return all
    .filter((each) => each.tab !== me.tab && each.expiresAt > new Date())
    .map(({ tab, user, name, question }) => ({ tab, user, name, question }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

export async function leaveWriters(programme: string | null, survey: string, tab: string): Promise<void> {
  await writers.deleteOne({ _id: keyOf(keyOf(programme, survey), tab) });
}
