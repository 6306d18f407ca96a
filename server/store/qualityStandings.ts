// The numbers on data quality last told to those who may not see individuals: one document for each set of readers.
import { collection, keyOf, required } from './collection.ts';

/** By name; kept as text, since names of questions stand in it. */
type Numbers = Record<string, number>;
const standings = collection<{ _id: string; numbers: string }>('qualityStandings', { numbers: required(String) });

/** @param readers such as 'evaluator' */
export async function findStanding(programme: string, readers: string): Promise<Numbers> {
  const stored = await standings.findById(keyOf(programme, readers)).lean();
  return stored ? (JSON.parse(stored.numbers) as Numbers) : {};
}

export async function saveStanding(programme: string, readers: string, numbers: Numbers): Promise<void> {
  const $set = { numbers: JSON.stringify(numbers) };
  await standings.updateOne({ _id: keyOf(programme, readers) }, { $set }, { upsert: true });
}
