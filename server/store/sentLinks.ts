// That a link to an anonymous survey was sent to somebody, and on which day; not which link, nor whether it was used.
import { randomUUID } from 'node:crypto';
import { collection, required } from './collection.ts';

export interface SentLink {
  enrolment: string;
  survey: string;
  wave?: string;
  day: string;
}
const sentLinks = collection<SentLink & { _id: string; programme: string }>(
  'sentLinks',
  {
    programme: required(String),
    enrolment: required(String),
    survey: required(String),
    wave: String,
    day: required(String),
  },
  [[{ programme: 1, enrolment: 1 }]],
);

export async function insertSentLinks(programme: string, list: readonly SentLink[]): Promise<void> {
  await sentLinks.insertMany(list.map((each) => ({ ...each, _id: randomUUID(), programme })));
}

export async function listSentLinks(programme: string, enrolment: string): Promise<SentLink[]> {
  return sentLinks.find({ programme, enrolment }, { _id: 0, programme: 0 }).sort({ day: 1 }).lean<SentLink[]>();
}
