// Direct identifiers, sealed: the database alone tells nobody's name.
import type { ClientSession } from 'mongoose';
import { collection, isDuplicate, keyOf, required, trusted } from './collection.ts';
import { openSecret, sealSecret } from './sealing.ts';

export interface Contact {
  name: string;
  email?: string;
  phone?: string;
  language?: string;
}
export type Person = Contact & { person: string };
interface Stored {
  _id: string;
  programme: string;
  person: string;
  sealed: string;
}
const persons = collection<Stored>(
  'persons',
  { programme: required(String), person: required(String), sealed: required(String) },
  [[{ programme: 1, person: 1 }, { unique: true }]],
);

/** @returns false when the person is known already. */
export async function insertPerson(programme: string, person: string, contact: Contact): Promise<boolean> {
  const _id = keyOf(programme, person);
  try {
    await persons.insertMany([{ _id, programme, person, sealed: sealSecret(contact, _id) }]);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Undefined also for a person who was imported without a name. */
export async function findPerson(programme: string, person: string): Promise<Person | undefined> {
  const stored = await persons.findById(keyOf(programme, person)).lean<Stored>();
  return stored ? read(stored) : undefined;
}

/** Puts the whole contact in place of what was there, if anything. */
export async function updatePerson(programme: string, person: string, contact: Contact): Promise<void> {
  const _id = keyOf(programme, person);
  const sealed = sealSecret(contact, _id);
  await persons.updateOne({ _id }, { $set: { programme, person, sealed } }, { upsert: true });
}

/** Name and addresses. */
export async function deletePerson(programme: string, person: string, session: ClientSession): Promise<void> {
  await persons.deleteOne({ _id: keyOf(programme, person) }, { session });
}

/** By the key of the person; those without a name are absent. */
export async function listPersons(programme: string, keys: readonly string[]): Promise<Map<string, Person>> {
  const ids = keys.map((person) => keyOf(programme, person));
  const stored = await persons.find({ _id: trusted({ $in: ids }) }).lean<Stored[]>();
  return new Map(stored.map((each) => [each.person, read(each)]));
}

function read({ _id, person, sealed }: Stored): Person {
  return { ...(openSecret(sealed, _id) as Contact), person };
}
