import type { Enrolment } from '../domain/programme/records.ts';
import { Mixed, required } from './collection.ts';
import { rowCollection, type Streaming } from './rowCollection.ts';

const rows = rowCollection<Enrolment>({
  name: 'enrolments',
  shape: {
    enrolment: required(String),
    person: required(String),
    site: required(String),
    start: required(String),
    end: String,
    gender: String,
    birthYear: Number,
    bornAbroad: String,
    referrer: String,
    exitReason: String,
    exitStatus: String,
    fields: { type: Mixed, required: true },
  },
  key: (row) => [row.enrolment],
  indexes: [
    { programme: 1, site: 1 },
    { programme: 1, person: 1 },
  ],
});

/** In batches. */
export const streamEnrolments = (programme: string, how: Streaming) => rows.stream(programme, {}, how);
export const listEnrolments = (programme: string, only: { site?: string; person?: string } = {}) =>
  rows.list(programme, { site: only.site, person: only.person });
export const findEnrolment = (programme: string, enrolment: string) => rows.find(programme, enrolment);
export const findEnrolments = (programme: string, enrolments: readonly string[]) =>
  rows.listIn(programme, 'enrolment', enrolments);
/** Slugs of the sites where anyone is or was enrolled. */
export const listSitesInUse = async (programme: string): Promise<string[]> =>
  (await rows.model.distinct('site', { programme })).map(String);
export const insertEnrolment = rows.insert;
/** Puts the whole row in place of the one with the same key. */
export const upsertEnrolment = rows.upsert;
export const upsertEnrolments = rows.upsertMany;

type Change = { [Key in Exclude<keyof Enrolment, 'enrolment'>]?: Enrolment[Key] | null };

/** Changes what is named and nothing else; null takes a value away. */
export async function changeEnrolment(programme: string, enrolment: string, change: Change): Promise<void> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const of = (isGone: boolean) => Object.fromEntries(given.filter(([, value]) => (value === null) === isGone));
  const [set, unset] = [of(false), of(true)];
  const update = {
    ...(Object.keys(set).length > 0 && { $set: set }),
    ...(Object.keys(unset).length > 0 && { $unset: unset }),
  };
  if (Object.keys(update).length > 0) await rows.change(programme, [enrolment], update);
}
