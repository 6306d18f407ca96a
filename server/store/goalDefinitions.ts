// Definition versions of goals. They are only ever added to, in the transaction that saves the programme.
import type { ClientSession } from 'mongoose';
import { type GoalDefinitionVersion, newDefinitions } from '../domain/indicators/definitions.ts';
import type { Programme } from '../domain/programme/schema.ts';
import { collection, keyOf, Mixed, required } from './collection.ts';

type Stored = GoalDefinitionVersion & { _id: string; programme: string };
const own = { _id: 0, programme: 0 } as const;

const definitions = collection<Stored>(
  'goalDefinitions',
  {
    programme: required(String),
    goal: required(String),
    version: required(Number),
    definition: { type: Mixed, required: true },
    since: required(String),
    by: { type: String, default: null },
    changed: [String],
  },
  [[{ programme: 1, goal: 1, version: 1 }]],
);

/** Oldest first; those of a removed goal too. */
export async function listGoalDefinitions(programme: string, goal: string): Promise<GoalDefinitionVersion[]> {
  return definitions.find({ programme, goal }, own).sort({ version: 1 }).lean<GoalDefinitionVersion[]>();
}

/** By goal. */
export async function latestGoalDefinitions(
  programme: string,
  session?: ClientSession,
): Promise<Map<string, GoalDefinitionVersion>> {
  const all = await definitions
    .find({ programme }, own, { ...(session && { session }) })
    .sort({ goal: 1, version: 1 })
    .lean<GoalDefinitionVersion[]>();
  return new Map(all.map((each) => [each.goal, each]));
}

/** What has changed in its goals since they were saved last. The programme is written in the same transaction, so numbers are unique. */
export async function addGoalDefinitions(
  { slug, goals }: Programme,
  by: string | null,
  session: ClientSession,
): Promise<void> {
  const latest = await latestGoalDefinitions(slug, session);
  const added = newDefinitions(goals, latest, { since: new Date().toISOString(), by });
  const documents = added.map((each) => ({ ...each, _id: keyOf(slug, each.goal, each.version), programme: slug }));
  if (documents.length > 0) await definitions.insertMany(documents, { session });
}
