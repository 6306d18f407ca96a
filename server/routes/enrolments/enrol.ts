// Enrolling somebody: a new person, or one whom the site knows already. Keys say nothing about the person.
import { randomInt } from 'node:crypto';
import { canSeeIndividuals } from '../../access/roles.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { EnrolmentChange, NewEnrolment } from '../../contract/enrolment.ts';
import type { Enrolment } from '../../domain/programme/records.ts';
import type { Programme } from '../../domain/programme/schema.ts';
import { notValid } from '../../problems.ts';
import { isDuplicate } from '../../store/collection.ts';
import { changeEnrolment, insertEnrolment, listEnrolments } from '../../store/enrolments.ts';
import { type Contact, findPerson, insertPerson, updatePerson } from '../../store/persons.ts';
import { checkFields, checkReferrer, filled, refuseFuture } from './checks.ts';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const newKey = (prefix: 'E' | 'P') =>
  `${prefix}-${Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')}`;

/** @returns the key of the new enrolment @throws Problem 422 */
export async function enrol(viewer: Viewer, programme: Programme, form: NewEnrolment): Promise<string> {
  if (!canSeeIndividuals(viewer, programme.slug, form.site))
    notValid('site', 'unknown-site', 'name a site of your own');
  refuseFuture('start', form.start);
  checkReferrer(form.referrer, programme);
  checkFields(form.fields, programme);
  const person = await personOf(programme.slug, form);
  const { site, start, gender, birthYear, bornAbroad, referrer, fields = {} } = form;
  const row = { person, site, start, gender, birthYear, bornAbroad, referrer, fields: filled(fields) };
  return insertUnderNewKey(programme.slug, present(row));
}

async function personOf(programme: string, { person, contact, site }: NewEnrolment): Promise<string> {
  if (person !== undefined && contact !== undefined)
    notValid('contact', 'not-both', 'name a known person or a new contact, not both');
  if (person !== undefined) {
    const known = await listEnrolments(programme, { site, person });
    if (known.length === 0) notValid('person', 'unknown-person', 'the site knows no such person');
    return person;
  }
  if (contact === undefined) return notValid('contact', 'required', 'give the name of the person');
  for (let key = newKey('P'); ; key = newKey('P'))
    if (await insertPerson(programme, key, withoutEmpty(contact))) return key;
}

async function insertUnderNewKey(programme: string, row: Omit<Enrolment, 'enrolment'>): Promise<string> {
  for (;;) {
    const enrolment = newKey('E');
    try {
      await insertEnrolment(programme, { ...row, enrolment });
      return enrolment;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
}

/** @throws Problem 422 */
export async function correctEnrolment(programme: Programme, row: Enrolment, change: EnrolmentChange): Promise<void> {
  const { contact, ...rest } = change;
  if (rest.start !== undefined) refuseFuture('start', rest.start);
  if (rest.start !== undefined && row.end !== undefined && rest.start > row.end)
    notValid('start', 'too-late', `not after the exit, ${row.end}`);
  checkReferrer(rest.referrer, programme);
  checkFields(rest.fields, programme);
  const fields = rest.fields && filled({ ...row.fields, ...rest.fields });
  await changeEnrolment(programme.slug, row.enrolment, { ...rest, fields });
  if (contact) await changeContact(programme.slug, row.person, contact);
}

async function changeContact(programme: string, key: string, change: NonNullable<EnrolmentChange['contact']>) {
  const before = await findPerson(programme, key);
  const name = change.name ?? before?.name;
  if (name === undefined) return notValid('contact.name', 'required', 'give the name of the person');
  const { email, phone, language } = present({ ...before, ...change });
  await updatePerson(programme, key, withoutEmpty({ name, email, phone, language }));
}

/** null and undefined both mean that there is no value. */
function present<Row extends object>(row: Row): { [Key in keyof Row]: Exclude<Row[Key], null> } {
  const entries = Object.entries(row).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as { [Key in keyof Row]: Exclude<Row[Key], null> };
}

function withoutEmpty(contact: { [Key in keyof Contact]: Contact[Key] | undefined } & { name: string }): Contact {
  return Object.fromEntries(Object.entries(contact).filter(([, value]) => value)) as unknown as Contact;
}
