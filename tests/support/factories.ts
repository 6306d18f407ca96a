// What a test needs to be there already. Keys count up, so that no two collide.
import { hashPassword } from '../../server/access/passwords.ts';
import type { Enrolment } from '../../server/domain/programme/records.ts';
import { type Programme, type ProgrammeInput, programmeDefinition } from '../../server/domain/programme/schema.ts';
import { insertEnrolment } from '../../server/store/enrolments.ts';
import { createInvitations, type NewInvitation } from '../../server/store/invitations.ts';
import { type ItemVersion, insertItemVersion } from '../../server/store/items.ts';
import { type Contact, insertPerson } from '../../server/store/persons.ts';
import { insertProgramme } from '../../server/store/programmes.ts';
import { createSession } from '../../server/store/sessions.ts';
import { findSurveyVersion, insertSurveyVersion } from '../../server/store/surveys.ts';
import { insertUser, type NewUser, type User } from '../../server/store/users.ts';

let count = 0;
const next = () => ++count;

export const password = 'a long enough password';
/** Made once: it takes a while on purpose. */
const hashed = hashPassword(password);

/** Sites ostad and vastad, a few codes, a field, two waves of the collaboration survey (the first one over), one goal. */
export async function buildProgramme(overrides: Partial<ProgrammeInput> = {}): Promise<Programme> {
  const code = (value: string) => ({ value, title: { sv: value } });
  const definition = programmeDefinition.parse({
    slug: `programme-${next()}`,
    title: { sv: 'Exempel', en: 'Example' },
    start: '2023-01-01',
    sites: [
      { slug: 'ostad', title: 'Östad' },
      { slug: 'vastad', title: 'Västad' },
    ],
    codes: {
      exitReason: [code('completed')],
      exitStatus: [code('employed'), code('studying')],
      intervention: [{ ...code('practice'), jobFocused: true }],
      role: [code('region')],
    },
    fields: [{ name: 'qualification', title: { sv: 'Kvalifikation' }, choices: ['a', 'b'] }],
    waves: [
      { slug: 'w1', title: { sv: 'Ett' }, survey: 'collaboration', opens: '2023-05-01', closes: '2023-06-01' },
      { slug: 'w2', title: { sv: 'Två' }, survey: 'collaboration', opens: '2023-07-01' },
    ],
    goals: [
      {
        id: 'participants',
        title: { sv: 'Deltagare' },
        indicator: { population: 'enrolments', measure: 'count' },
        target: { atLeast: 10 },
        siteTargets: { ostad: { atLeast: 6 }, vastad: { atLeast: 4 } },
      },
      { id: 'material', title: { sv: 'Material' }, indicator: { measure: 'judged' }, target: { judged: 'yes' } },
    ],
    ...overrides,
  });
  await insertProgramme(definition);
  return definition;
}

export async function buildUser(overrides: Partial<NewUser> = {}): Promise<User & { token: string }> {
  const user = { email: `user${next()}@example.org`, name: 'Ursula User', role: 'administrator' as const, access: [] };
  const stored = await insertUser({ ...user, ...overrides }, await hashed);
  if (!stored) throw new Error('the address is taken');
  return { ...stored, token: await createSession(stored.id, 1) };
}

export const buildCoordinator = (programme: string, site: string) =>
  buildUser({ role: 'coordinator', access: [{ programme, site }] });

export async function buildEnrolment(
  programme: string,
  overrides: Partial<Enrolment> & { contact?: Partial<Contact> } = {},
): Promise<Enrolment> {
  const { contact, ...rest } = overrides;
  const number = next();
  const row = {
    enrolment: `E-${number}`,
    person: `P-${number}`,
    site: 'ostad',
    start: '2024-01-15',
    fields: {},
    ...rest,
  };
  await insertPerson(programme, row.person, { name: `Person ${number}`, ...contact });
  await insertEnrolment(programme, row);
  return row;
}

export async function buildLink(programme: string, invitation: Partial<NewInvitation> = {}): Promise<string> {
  const [token] = await createInvitations(programme, [{ survey: 'exit', site: 'ostad', ...invitation }]);
  if (token === undefined) throw new Error('no link was made');
  return token;
}

/** For all programmes, with one version that asks what the exit survey asks. */
export async function buildSurvey(name: string): Promise<string> {
  const exit = await findSurveyVersion(null, 'exit', 1);
  if (!exit) throw new Error('the built-in surveys are not there');
  await insertSurveyVersion({ ...exit, name, definition: { ...exit.definition, name } });
  return name;
}

/** A question as the bank keeps it: one choice of two. */
export const buildQuestion = (overrides: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'radiogroup',
  name: 'howOften',
  title: { sv: 'Hur ofta träffas ni?', en: 'How often do you meet?' },
  choices: [
    { value: 'weekly', text: { sv: 'Varje vecka', en: 'Every week' } },
    { value: 'seldom', text: { sv: 'Sällan', en: 'Seldom' } },
  ],
  ...overrides,
});

export async function buildItem(overrides: Partial<ItemVersion> = {}): Promise<ItemVersion> {
  const item: ItemVersion = {
    ...{ name: `item-${next()}`, version: 1, programme: null, theme: 'own', source: {}, note: '', comparison: null },
    ...{ question: buildQuestion(), at: '2026-01-05T10:00:00.000Z', by: 'Test' },
    ...overrides,
  };
  await insertItemVersion(item);
  return item;
}
