import type { Activity } from '../domain/programme/records.ts';
import { required } from './collection.ts';
import { rowCollection, type Streaming } from './rowCollection.ts';

const rows = rowCollection<Activity>({
  name: 'activities',
  shape: { enrolment: required(String), date: required(String), hoursPerWeek: required(Number) },
  key: (row) => [row.enrolment, row.date],
  indexes: [{ programme: 1, enrolment: 1 }],
});

/** In batches. */
export const streamActivities = (programme: string, how: Streaming) => rows.stream(programme, {}, how);
export const listActivities = (programme: string, enrolment?: string) => rows.list(programme, { enrolment });
export const listActivitiesOf = (programme: string, enrolments: readonly string[]) =>
  rows.listIn(programme, 'enrolment', enrolments);
export const upsertActivity = rows.upsert;
export const upsertActivities = rows.upsertMany;
export const deleteActivity = (programme: string, enrolment: string, date: string) =>
  rows.remove(programme, [enrolment, date]);
