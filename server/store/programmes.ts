// Programmes. Verdicts lie beside the definition, so that an administrator's change never touches an evaluator's verdict; so do
// the survey versions of waves.
import mongoose, { type ClientSession } from 'mongoose';
import type { Programme, Verdict } from '../domain/programme/schema.ts';
import { collection, isDuplicate, Mixed, required, trusted } from './collection.ts';
import { addGoalDefinitions } from './goalDefinitions.ts';

interface Stored {
  _id: string;
  revision: number;
  definition: Programme;
  verdicts: Record<string, Verdict>;
  waveVersions?: WaveVersions;
}
/** By survey and wave the version that is asked in it, once it has begun. */
type WaveVersions = Readonly<Record<string, Readonly<Record<string, number>>>>;
/** The definition's goals carry their verdicts. */
export interface StoredProgramme {
  definition: Programme;
  revision: number;
  waveVersions: WaveVersions;
}

const programmes = collection<Stored>('programmes', {
  revision: required(Number),
  definition: { type: Mixed, required: true },
  verdicts: { type: Mixed, required: true },
  waveVersions: { type: Mixed, default: undefined },
});

/** undefined for no wave, and for one that has not begun */
export function waveVersion({ waveVersions }: StoredProgramme, survey: string, wave?: string): number | undefined {
  const own = Object.hasOwn(waveVersions, survey) ? waveVersions[survey] : undefined;
  return own && wave !== undefined && Object.hasOwn(own, wave) ? own[wave] : undefined;
}

/** By slug. */
export async function listProgrammes(): Promise<StoredProgramme[]> {
  return (await programmes.find().sort({ _id: 1 }).lean<Stored[]>()).map(whole);
}

/** By slug, those that are there. */
export async function findProgrammes(slugs: readonly string[]): Promise<Map<string, StoredProgramme>> {
  const stored = await programmes.find({ _id: trusted({ $in: [...new Set(slugs)] }) }).lean<Stored[]>();
  return new Map(stored.map((each) => [each._id, whole(each)]));
}

export const findProgramme = async (slug: string): Promise<StoredProgramme | undefined> =>
  (await findProgrammes([slug])).get(slug);

/**
 * Revision 1, verdicts included.
 * @param by who saves it, for its goals' definition versions; null when it comes with a folder
 * @returns undefined when the slug is taken
 */
export async function insertProgramme(
  definition: Programme,
  by: string | null = null,
): Promise<StoredProgramme | undefined> {
  const { bare, verdicts } = apart(definition);
  try {
    await together(async (session) => {
      await programmes.insertMany([{ _id: definition.slug, revision: 1, definition: bare, verdicts }], { session });
      await addGoalDefinitions(bare, by, session);
    });
  } catch (error) {
    if (isDuplicate(error)) return undefined;
    throw error;
  }
  return { definition, revision: 1, waveVersions: {} };
}

/**
 * Verdicts in `definition` are ignored; stored ones stay. A goal that is counted otherwise than before gets a definition version.
 * @param by as above
 * @returns undefined when the revision is stale
 */
export async function replaceProgramme(
  definition: Programme,
  revision: number,
  by: string | null = null,
): Promise<StoredProgramme | undefined> {
  const { bare } = apart(definition);
  const next = { $set: { definition: bare }, $inc: { revision: 1 } };
  const isReplaced = await together(async (session) => {
    const { matchedCount } = await programmes.updateOne({ _id: definition.slug, revision }, next, { session });
    if (matchedCount > 0) await addGoalDefinitions(bare, by, session);
    return matchedCount > 0;
  });
  return isReplaced ? findProgramme(definition.slug) : undefined;
}

/** All of it is stored or nothing. */
const together = <Result>(work: (session: ClientSession) => Promise<Result>): Promise<Result> =>
  mongoose.connection.getClient().withSession((session) => session.withTransaction(() => work(session)));

/** null takes it away. The revision stays: a verdict changes no definition. */
export async function setVerdict(slug: string, goal: string, verdict: Verdict | null): Promise<void> {
  const path = `verdicts.${goal}`;
  await programmes.updateOne({ _id: slug }, verdict ? { $set: { [path]: verdict } } : { $unset: { [path]: 1 } });
}

/** Slugs hold neither dots nor dollar signs. */
const pathOf = (survey: string, wave: string) => `waveVersions.${survey}.${wave}`;

/** Ties a wave to a version, so that all who answer in it get the same questions; unless it is tied already. */
export async function holdWave(programme: string, survey: string, wave: string, version: number): Promise<void> {
  const path = pathOf(survey, wave);
  await programmes.updateOne({ _id: programme, [path]: trusted({ $exists: false }) }, { $set: { [path]: version } });
}

/** The version it is tied to, from now on `otherwise`. */
export async function getWaveVersion(
  programme: string,
  survey: string,
  wave: string,
  otherwise: number,
): Promise<number> {
  await holdWave(programme, survey, wave, otherwise);
  const stored = await findProgramme(programme);
  return (stored && waveVersion(stored, survey, wave)) ?? otherwise;
}

export async function changeWaveVersion(
  programme: string,
  survey: string,
  wave: string,
  version: number,
): Promise<void> {
  await programmes.updateOne({ _id: programme }, { $set: { [pathOf(survey, wave)]: version } });
}

function apart(definition: Programme): { bare: Programme; verdicts: Record<string, Verdict> } {
  const verdicts: Record<string, Verdict> = {};
  const goals = definition.goals.map(({ verdict, ...goal }) => {
    if (verdict) verdicts[goal.id] = verdict;
    return goal;
  });
  return { bare: { ...definition, goals }, verdicts };
}

function whole({ definition, verdicts, revision, waveVersions = {} }: Stored): StoredProgramme {
  const goals = definition.goals.map((goal) => {
    const verdict = verdicts[goal.id];
    return verdict ? { ...goal, verdict } : goal;
  });
  return { definition: { ...definition, goals }, revision, waveVersions };
}
