// Making links. A link to an anonymous survey carries its site and wave, never who it was for.
import { canInvitePersonally, canMakeInvitations, canSeeIndividuals } from '../../access/roles.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { CreatedInvitations } from '../../contract/invitation.ts';
import type { Enrolment } from '../../domain/programme/records.ts';
import type { Programme } from '../../domain/programme/schema.ts';
import { dayOf } from '../../domain/schedule/due.ts';
import { isCard, type SurveyDefinition } from '../../domain/surveys/definition.ts';
import { invitationLetter } from '../../mail/letters.ts';
import { notValid, problem } from '../../problems.ts';
import { findEnrolments } from '../../store/enrolments.ts';
import { createInvitations, type NewInvitation } from '../../store/invitations.ts';
import { findOfferedVersion, tieTo } from '../../store/offeredVersions.ts';
import { listPersons, type Person } from '../../store/persons.ts';
import { getWaveVersion, type StoredProgramme } from '../../store/programmes.ts';
import { insertSentLinks } from '../../store/sentLinks.ts';
import { findSurveyVersion } from '../../store/surveys.ts';
import type { Deps } from '../deps.ts';

interface Order {
  survey: string;
  wave?: string | undefined;
}
const atOnce = 5;

interface Ordered {
  definition: SurveyDefinition;
  /** What a link keeps of it: its wave, or the version itself. */
  kept: Pick<NewInvitation, 'wave' | 'version' | 'shared'>;
}

/** What the links show: in a wave the version of the wave, which from now on has one. @throws Problem 422 */
async function getOrdered({ definition }: StoredProgramme, { survey, wave }: Order): Promise<Ordered> {
  const { slug, waves } = definition;
  const offered = await findOfferedVersion(slug, survey);
  if (!offered) return notValid('survey', 'unknown-survey', `there is no survey "${survey}"`);
  if (offered === 'withdrawn')
    return notValid(
      'survey',
      'all-withdrawn',
      `every version of "${survey}" is withdrawn: an administrator can take one back or publish the next`,
    );
  if (isCard(offered.definition))
    return notValid('survey', 'not-by-link', 'a progression card is filled in with the coordinator, not by a link');
  const known = waves.find((each) => each.survey === survey && each.slug === wave);
  if (wave !== undefined && !known) notValid('wave', 'unknown-wave', `"${survey}" has no wave "${wave}"`);
  if (known?.closes !== undefined && known.closes < dayOf(new Date()))
    notValid('wave', 'closed', `the wave closed ${known.closes}`);
  if (wave === undefined) return { definition: offered.definition, kept: tieTo(offered) };
  const tied = await getWaveVersion(slug, survey, wave, offered.version);
  const found = tied === offered.version ? offered : await findSurveyVersion(slug, survey, tied);
  return { definition: found && !isCard(found.definition) ? found.definition : offered.definition, kept: { wave } };
}

/** @throws Problem 422; 404 for a site that is not the caller's */
export async function createForSite(
  viewer: Viewer,
  stored: StoredProgramme,
  order: Order & { site: string; count: number },
  { config, mailer }: Deps,
): Promise<CreatedInvitations> {
  const programme = stored.definition;
  const { survey, site, count } = order;
  const isKnown = programme.sites.some((each) => each.slug === site);
  if (!isKnown || !canMakeInvitations(viewer, programme.slug, site))
    notValid('site', 'unknown-site', 'name a site of the programme that you may invite for');
  const { kept } = await getOrdered(stored, order);
  const each = { survey, site, ...kept };
  const tokens = await createInvitations(programme.slug, Array(count).fill(each));
  const links = tokens.map((token) => `${config.baseUrl}/s/${token}`);
  return { links, sent: 0, kept: mailer.keeps, withoutAddress: [] };
}

/** @throws Problem 403, 422 */
export async function createForEnrolments(
  viewer: Viewer,
  stored: StoredProgramme,
  order: Order & { enrolments: string[]; send: boolean },
  deps: Deps,
): Promise<CreatedInvitations> {
  const programme = stored.definition;
  if (!canInvitePersonally(viewer)) problem('not-allowed', 'enrolments: personal links are made by the coordinator');
  const rows = await getOwnRows(viewer, programme.slug, order.enrolments);
  const { definition, kept } = await getOrdered(stored, order);
  const { anonymous } = definition;
  const { survey } = order;
  const wave = order.wave === undefined ? {} : { wave: order.wave };
  const tokens = await createInvitations(
    programme.slug,
    rows.map(({ site, enrolment }) => ({ survey, site, ...kept, ...(!anonymous && { enrolment }) })),
  );
  const day = dayOf(new Date());
  if (anonymous)
    await insertSentLinks(
      programme.slug,
      rows.map(({ enrolment }) => ({ enrolment, survey, ...wave, day })),
    );
  const links = tokens.map((token) => `${deps.config.baseUrl}/s/${token}`);
  const made = { links, kept: deps.mailer.keeps };
  if (!order.send) return { ...made, sent: 0, withoutAddress: [] };
  return { ...made, ...(await sendLinks(programme, rows, links, deps)) };
}

/** In the order asked for; one of another site is as unknown as one that is not there. @throws Problem 422 */
async function getOwnRows(viewer: Viewer, programme: string, keys: readonly string[]): Promise<Enrolment[]> {
  const rows = new Map((await findEnrolments(programme, keys)).map((row) => [row.enrolment, row]));
  return keys.map((key, at) => {
    const row = rows.get(key);
    if (keys.indexOf(key) !== at) return notValid(`enrolments.${at}`, 'twice', 'stands twice');
    if (row && canSeeIndividuals(viewer, programme, row.site)) return row;
    return notValid(`enrolments.${at}`, 'unknown-enrolment', 'there is no such enrolment');
  });
}

async function sendLinks(programme: Programme, rows: readonly Enrolment[], links: readonly string[], deps: Deps) {
  const persons = await listPersons(
    programme.slug,
    rows.map((row) => row.person),
  );
  const withoutAddress: string[] = [];
  const send = async (row: Enrolment, link: string, person: Person | undefined) => {
    if (!person?.email) return void withoutAddress.push(row.enrolment);
    try {
      await deps.mailer.send(invitationLetter(person.email, person.language, programme.title, link));
    } catch (error) {
      deps.warn('an invitation could not be mailed', error);
      withoutAddress.push(row.enrolment);
    }
  };
  for (let at = 0; at < rows.length; at += atOnce) {
    const part = rows.slice(at, at + atOnce);
    await Promise.all(part.map((row, index) => send(row, links[at + index] ?? '', persons.get(row.person))));
  }
  return { sent: rows.length - withoutAddress.length, withoutAddress };
}
