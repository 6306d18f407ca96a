// The demonstration: two programmes of invented people, an account of each role, and two links to try.
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashPassword } from '../access/passwords.ts';
import { createInvitations, deleteDemonstrationInvitations } from '../store/invitations.ts';
import { findProgramme } from '../store/programmes.ts';
import { findUserByEmail, insertUser, type NewUser } from '../store/users.ts';
import { demonstrationProgrammes, putInProgramme } from '../transfer/demonstration.ts';

const [main] = demonstrationProgrammes;
const site = 'skara';

const people: readonly NewUser[] = [
  { email: 'administrator@demo.example', name: 'Ada Administratör', role: 'administrator', access: [] },
  {
    email: 'coordinator@demo.example',
    name: 'Sam Samordnare',
    role: 'coordinator',
    access: [{ programme: main, site }],
  },
  {
    email: 'evaluator@demo.example',
    name: 'Eva Utvärderare',
    role: 'evaluator',
    access: demonstrationProgrammes.map((programme) => ({ programme })),
  },
];

/** Kept beside the database, for its owner alone. `importing` names a programme whose import was cut off. */
interface Kept {
  importing?: string;
  passwords: Record<string, string>;
}
export interface Demonstration {
  accounts: { email: string; password: string; role: string }[];
  links: { survey: string; link: string }[];
}

export async function putInDemonstration(dataDir: string, baseUrl: string): Promise<Demonstration> {
  const file = join(dataDir, 'demonstration.json');
  const kept: Kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : { passwords: {} };
  const keep = () => writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  for (const slug of demonstrationProgrammes) {
    if (kept.importing !== slug && (await findProgramme(slug))) continue;
    kept.importing = slug;
    keep();
    await putInProgramme(slug);
    delete kept.importing;
    keep();
  }
  const accounts: Demonstration['accounts'] = [];
  for (const person of people) {
    const password = kept.passwords[person.email] ?? newPassword();
    kept.passwords[person.email] = password;
    keep();
    if (!(await findUserByEmail(person.email))) await insertUser(person, await hashPassword(password));
    accounts.push({ email: person.email, password, role: person.role });
  }
  return { accounts, links: await reissueLinks(baseUrl) };
}

/** Unused ones of earlier starts end. */
async function reissueLinks(baseUrl: string): Promise<Demonstration['links']> {
  await deleteDemonstrationInvitations();
  const surveys = ['exit', 'treatment'];
  const tokens = await createInvitations(
    main,
    surveys.map((survey) => ({ survey, site })),
    'demonstration',
  );
  return tokens.map((token, at) => ({ survey: surveys[at] ?? '', link: `${baseUrl}/s/${token}` }));
}

/** Four groups of four letters that can't be mistaken for one another: 75 bits. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
