// The log of every look at an individual: who, whom, when. It is only ever added to.
import { randomUUID } from 'node:crypto';
import { collection, required } from './collection.ts';

export interface Look {
  user: string;
  programme: string;
  enrolment: string;
  at: string;
}
const looks = collection<Look & { _id: string }>(
  'looks',
  { user: required(String), programme: required(String), enrolment: required(String), at: required(String) },
  [[{ programme: 1, enrolment: 1 }]],
);

export async function recordLook(user: string, programme: string, enrolment: string): Promise<void> {
  await looks.insertMany([{ _id: randomUUID(), user, programme, enrolment, at: new Date().toISOString() }]);
}

/** One for each enrolment of an export. */
export async function recordLooks(user: string, programme: string, enrolments: readonly string[]): Promise<void> {
  const at = new Date().toISOString();
  const each = (enrolment: string) => ({ _id: randomUUID(), user, programme, enrolment, at });
  if (enrolments.length > 0) await looks.insertMany(enrolments.map(each));
}

/** Oldest first. */
export async function listLooks(programme: string, enrolment: string): Promise<Look[]> {
  return looks.find({ programme, enrolment }, { _id: 0 }).sort({ at: 1 }).lean<Look[]>();
}
