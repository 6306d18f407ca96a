import type { FollowUp } from '../domain/programme/records.ts';
import { required } from './collection.ts';
import { rowCollection, type Streaming } from './rowCollection.ts';

const rows = rowCollection<FollowUp>({
  name: 'followUps',
  shape: { enrolment: required(String), date: required(String), outcome: required(String) },
  key: (row) => [row.enrolment, row.date],
  indexes: [{ programme: 1, enrolment: 1 }],
});

/** In batches. */
export const streamFollowUps = (programme: string, how: Streaming) => rows.stream(programme, {}, how);
export const listFollowUps = (programme: string, enrolment?: string) => rows.list(programme, { enrolment });
export const listFollowUpsOf = (programme: string, enrolments: readonly string[]) =>
  rows.listIn(programme, 'enrolment', enrolments);
export const upsertFollowUp = rows.upsert;
export const upsertFollowUps = rows.upsertMany;
export const deleteFollowUp = (programme: string, enrolment: string, date: string) =>
  rows.remove(programme, [enrolment, date]);
