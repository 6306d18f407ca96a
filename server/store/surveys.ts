// Published survey versions: they never change. `programme` null: for all programmes.
import type { AnyDefinition } from '../domain/surveys/definition.ts';
import { collection, isDuplicate, keyOf, Mixed, required, trusted } from './collection.ts';
import { connectionNumber } from './database.ts';

export interface QuestionComparison {
  question: string;
  status: 'unchanged' | 'comparable' | 'notComparable' | 'added' | 'removed';
  reasons: string[];
}
export interface SurveyVersion {
  programme: string | null;
  name: string;
  version: number;
  definition: AnyDefinition;
  publishedAt: string;
  publishedBy: string;
  /** With the version before it; empty for the first. */
  comparison: QuestionComparison[];
}
/** The definition is kept as JSON text: what was published comes back to the letter. */
type Stored = Omit<SurveyVersion, 'definition'> & { _id: string; definition: string };

const surveys = collection<Stored>(
  'surveys',
  {
    programme: { type: String, default: null },
    name: required(String),
    version: required(Number),
    definition: required(String),
    publishedAt: required(String),
    publishedBy: required(String),
    comparison: [Mixed],
  },
  [[{ programme: 1, name: 1, version: 1 }, { unique: true }]],
);
const inOrder = { name: 1, version: 1 } as const;

/** Every version of those of one programme or (null) of those for all, by name and version. */
export async function listSurveys(programme: string | null): Promise<SurveyVersion[]> {
  return (await surveys.find({ programme }).sort(inOrder).lean<Stored[]>()).map(read);
}

/** Only that programme's own, or (null) those for all; oldest first. Asked for at every rest of whoever writes a draft. */
export async function listVersions(programme: string | null, name: string): Promise<SurveyVersion[]> {
  const heads = await surveys.find({ programme, name }, headFields).sort(inOrder).lean<SurveyHead[]>();
  return (await Promise.all(heads.map(getKnown))).flatMap((each) => each ?? []);
}

/** Published versions never change, so each is read and parsed once; nobody may change what comes from here. */
const known = new Map<string, SurveyVersion>();

interface Wanted {
  programme: string | null;
  name: string;
}
const oneOf = <Value>(values: readonly Value[]) => trusted({ $in: [...new Set(values)] });

/** What tells published versions apart. */
export type SurveyHead = Pick<Stored, '_id' | 'programme' | 'name' | 'version'>;

const headFields = { name: 1, programme: 1, version: 1 } as const;

/** For each wanted one every version with that name, the programme's own and those for all. */
export async function findSurveyHeads(wanted: readonly Wanted[]): Promise<SurveyHead[][]> {
  const owners = oneOf([null, ...wanted.map((each) => each.programme)]);
  const names = oneOf(wanted.map((each) => each.name));
  const heads = await surveys.find({ programme: owners, name: names }, headFields).lean<SurveyHead[]>();
  return wanted.map(({ programme, name }) =>
    heads.filter((each) => each.name === name && (each.programme === programme || each.programme === null)),
  );
}

export async function findSurveyVersion(
  programme: string | null,
  name: string,
  version?: number,
): Promise<SurveyVersion | undefined> {
  const [heads = []] = await findSurveyHeads([{ programme, name }]);
  return chooseVersion(heads, programme, version);
}

/** The programme's own comes first, then the one for all; the latest when no version is named. */
export async function chooseVersion(
  all: readonly SurveyHead[],
  programme: string | null,
  version?: number,
): Promise<SurveyVersion | undefined> {
  const heads = version === undefined ? all : all.filter((each) => each.version === version);
  const own = heads.filter((each) => each.programme === programme);
  const candidates = own.length > 0 ? own : heads;
  const latest = candidates.toSorted((one, other) => other.version - one.version)[0];
  return latest && getKnown(latest);
}

/** What a link is tied to. */
export const findTiedVersion = (owner: string | null, name: string, version: number) =>
  getKnown({ _id: keyOf(owner, name, version) });

async function getKnown({ _id }: Pick<SurveyHead, '_id'>): Promise<SurveyVersion | undefined> {
  const key = `${connectionNumber()} ${_id}`;
  const found =
    known.get(key) ??
    (await surveys
      .findById(_id)
      .lean<Stored>()
      .then((stored) => stored && read(stored)));
  if (found) known.set(key, found);
  return found ?? undefined;
}

/** Of all programmes, by name and version. */
export async function everySurveyVersion(): Promise<SurveyVersion[]> {
  const heads = await surveys.find({}, headFields).sort(inOrder).lean<SurveyHead[]>();
  return (await Promise.all(heads.map(getKnown))).flatMap((each) => each ?? []);
}

/** Every version that a programme may use; of two with the same name and version its own. */
export async function surveysOf(programme: string): Promise<SurveyVersion[]> {
  const own = await listSurveys(programme);
  const owned = new Set(own.map((each) => keyOf(each.name, each.version)));
  const shared = (await listSurveys(null)).filter((each) => !owned.has(keyOf(each.name, each.version)));
  return [...own, ...shared];
}

/** @returns false when that version exists: it stays as it was. */
export async function insertSurveyVersion(version: SurveyVersion): Promise<boolean> {
  const _id = keyOf(version.programme, version.name, version.version);
  try {
    await surveys.insertMany([{ ...version, _id, definition: JSON.stringify(version.definition) }]);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

function read({ _id, definition, ...rest }: Stored): SurveyVersion {
  return { ...rest, definition: JSON.parse(definition) as AnyDefinition };
}
