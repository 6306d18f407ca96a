import type { Enrolment } from '../domain/programme/records.ts';
import { Mixed, required } from './collection.ts';
import { rowCollection } from './rowCollection.ts';

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

export const listEnrolments = (programme: string, only: { site?: string; person?: string } = {}) =>
  rows.list(programme, { site: only.site, person: only.person });
export const findEnrolment = (programme: string, enrolment: string) => rows.find(programme, enrolment);
export const findEnrolments = (programme: string, enrolments: readonly string[]) =>
  rows.listIn(programme, 'enrolment', enrolments);
export const insertEnrolment = rows.insert;
/** Puts the whole row in place of the one with the same key. */
export const upsertEnrolment = rows.upsert;
export const upsertEnrolments = rows.upsertMany;
