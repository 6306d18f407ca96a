// Which version of a survey new links and cards are made of, and how what has begun keeps to its own when that changes.
import { dayOf } from '../domain/schedule/due.ts';
import { keyOf } from './collection.ts';
import { hasInvitations, holdInvitations } from './invitations.ts';
import { findProgramme, holdWave, listProgrammes, type StoredProgramme, waveVersion } from './programmes.ts';
import { chooseVersion, findSurveyHeads, type SurveyHead, type SurveyVersion } from './surveys.ts';
import { listWithdrawals } from './surveyWithdrawals.ts';

/** Those of the programme's own survey, else of the one for all. */
async function readVersions(programme: string, name: string): Promise<{ all: SurveyHead[]; offered: SurveyHead[] }> {
  const [[heads = []], withdrawals] = await Promise.all([
    findSurveyHeads([{ programme, name }]),
    listWithdrawals([programme, null]),
  ]);
  const own = heads.filter((each) => each.programme === programme);
  const all = own.length > 0 ? own : heads;
  const key = (each: Pick<SurveyHead, 'programme' | 'name' | 'version'>) =>
    keyOf(each.programme, each.name, each.version);
  const withdrawn = new Set(withdrawals.map(key));
  return { all, offered: all.filter((head) => !withdrawn.has(key(head))) };
}

/**
 * The latest version that is not withdrawn, of the programme's own survey, else of the one for all.
 * @returns 'withdrawn' when there are versions and all of them are
 */
export async function findOfferedVersion(
  programme: string,
  name: string,
): Promise<SurveyVersion | 'withdrawn' | undefined> {
  const { all, offered } = await readVersions(programme, name);
  if (all.length > 0 && offered.length === 0) return 'withdrawn';
  return chooseVersion(offered, programme);
}

/** What a link keeps of the version that it shows. */
export const tieTo = ({ version, programme }: SurveyVersion): { version: number; shared?: boolean } => ({
  version,
  ...(programme === null && { shared: true }),
});

/** Numbers of those that are not withdrawn, the latest last. */
export const listOfferedVersions = async (programme: string, name: string): Promise<number[]> =>
  (await readVersions(programme, name)).offered.map(({ version }) => version).sort((a, b) => a - b);

/**
 * Before another version is offered, by publishing or withdrawing: waves that have begun and links that are out are tied to the
 * version they have shown until now.
 * @param owner of the survey; null for all programmes
 */
export async function holdVersions(owner: string | null, name: string): Promise<void> {
  const programmes = owner === null ? await listProgrammes() : [await findProgramme(owner)];
  for (const programme of programmes) {
    const { slug } = programme?.definition ?? {};
    const offered = slug === undefined ? undefined : await findOfferedVersion(slug, name);
    if (!programme || !slug || !offered || offered === 'withdrawn' || offered.programme !== owner) continue;
    for (const wave of await wavesBegun(programme, name)) await holdWave(slug, name, wave, offered.version);
    await holdInvitations(slug, name, tieTo(offered));
  }
}

/** Those without a version of their own that have opened or have links. */
async function wavesBegun(programme: StoredProgramme, survey: string): Promise<string[]> {
  const today = dayOf(new Date());
  const { slug: of, waves } = programme.definition;
  const free = waves.filter(
    (each) => each.survey === survey && waveVersion(programme, survey, each.slug) === undefined,
  );
  const begun = await Promise.all(
    free.map(
      async ({ slug, opens }) => (opens !== undefined && opens <= today) || (await hasInvitations(of, survey, slug)),
    ),
  );
  return free.flatMap(({ slug }, at) => (begun[at] ? [slug] : []));
}
