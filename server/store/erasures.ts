// Taking everything about a person out of the database. What stays is that it was done: when, by whom and how many rows, with
// a hash of each enrolment's key, so that neither an old file nor an old backup brings the person back unseen.
import { createHash } from 'node:crypto';
import mongoose, { type ClientSession } from 'mongoose';
import { rowKinds } from '../domain/snapshots/content.ts';
import { changing } from './changes.ts';
import { collection, keyOf, required, trusted } from './collection.ts';
import { dropMailsTo } from './outbox.ts';
import { deletePerson, findPerson } from './persons.ts';

interface Erasure {
  _id: string;
  programme: string;
  day: string;
  user: string;
  rows: number;
}
const erasures = collection<Erasure>(
  'erasures',
  { programme: required(String), day: required(String), user: required(String), rows: required(Number) },
  [[{ programme: 1 }]],
);
const hashOf = (programme: string, enrolment: string): string =>
  createHash('sha256')
    .update(keyOf('erased', programme, enrolment))
    .digest('base64url');

/** What hangs on an enrolment without being counted. */
const followers = ['invitations', 'sentLinks'];

/** Of each kind those of the enrolments; an enrolment by its own key, which the programme's others are not read for. */
function filterOf(kind: string, programme: string, enrolments: readonly string[]) {
  if (kind === 'enrolments') return { _id: { $in: enrolments.map((each) => keyOf(programme, each)) } };
  return { programme, enrolment: { $in: [...enrolments] } };
}

async function removeRows(programme: string, enrolments: readonly string[], session: ClientSession): Promise<number> {
  let removed = 0;
  for (const kind of [...rowKinds, ...followers]) {
    const rows = mongoose.connection.collection<{ _id: string }>(kind);
    removed += (await rows.deleteMany(filterOf(kind, programme, enrolments), { session })).deletedCount;
  }
  return removed;
}

export interface Erasing {
  person: string;
  /** All of the person's enrolments that go. */
  enrolments: readonly string[];
  /** No other enrolment is left: name and addresses go too, and kept mails to them. */
  isLast: boolean;
  /** Who does it. */
  user: string;
  /** 'YYYY-MM-DD' */
  day: string;
}

/**
 * Enrolments with their cards, answers, links, interventions, activities and follow-ups, all or nothing. Answers to an
 * anonymous survey are nobody's and stay.
 * @returns how many rows went
 */
export async function erase(programme: string, { person, enrolments, isLast, user, day }: Erasing): Promise<number> {
  const email = isLast ? (await findPerson(programme, person))?.email : undefined;
  const removedFrom = [...rowKinds];
  const removed = await changing(programme, { rows: 1, removedFrom }, async (session) => {
    const rows = await removeRows(programme, enrolments, session);
    if (isLast) await deletePerson(programme, person, session);
    const done = enrolments.map((each) => ({ _id: hashOf(programme, each), programme, day, user, rows }));
    await erasures.deleteMany({ _id: trusted({ $in: done.map(({ _id }) => _id) }) }, { session });
    await erasures.insertMany(done, { session });
    return rows;
  });
  if (email !== undefined) await dropMailsTo(email);
  return removed;
}

/**
 * Once more, for what was let in before the first time and stored after it.
 * @returns how many rows went
 */
export async function eraseLate(programme: string, enrolments: readonly string[]): Promise<number> {
  return changing(programme, { rows: 1, removedFrom: [...rowKinds] }, (session) =>
    removeRows(programme, enrolments, session),
  );
}

/** @returns for the key of an enrolment the day on which it was erased; undefined when it was not */
export async function erasedOf(programme: string): Promise<(enrolment: string) => string | undefined> {
  const days = new Map<string, string>();
  for (const { _id, day } of await erasures.find({ programme }, { day: 1 }).lean<Erasure[]>()) days.set(_id, day);
  return (enrolment) => (days.size === 0 ? undefined : days.get(hashOf(programme, enrolment)));
}
