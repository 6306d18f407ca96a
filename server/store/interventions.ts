import type { Intervention } from '../domain/programme/records.ts';
import { required } from './collection.ts';
import { rowCollection, type Streaming } from './rowCollection.ts';

const rows = rowCollection<Intervention>({
  name: 'interventions',
  shape: {
    enrolment: required(String),
    type: required(String),
    start: required(String),
    end: String,
    hoursPerWeek: Number,
  },
  key: (row) => [row.enrolment, row.type, row.start],
  indexes: [{ programme: 1, enrolment: 1 }],
});

/** In batches. */
export const streamInterventions = (programme: string, how: Streaming) => rows.stream(programme, {}, how);
export const listInterventions = (programme: string, enrolment?: string) => rows.list(programme, { enrolment });
export const upsertIntervention = rows.upsert;
export const upsertInterventions = rows.upsertMany;
export const deleteIntervention = (programme: string, enrolment: string, type: string, start: string) =>
  rows.remove(programme, [enrolment, type, start]);
