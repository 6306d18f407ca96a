// Cards. A half is absent until it is in; only cards with both halves are counted.
import { isDeepStrictEqual } from 'node:util';
import type { Assessment } from '../domain/programme/records.ts';
import type { HalfName } from '../domain/surveys/definition.ts';
import { Mixed, required, trusted } from './collection.ts';
import { rowCollection, type Streaming } from './rowCollection.ts';

export type Half = Record<string, number>;
export interface StoredAssessment {
  enrolment: string;
  date: string;
  /** Of the card as it was when it was begun; absent in cards that came in without it. */
  version?: number;
  person?: Half;
  coordinator?: Half;
}

const rows = rowCollection<StoredAssessment>({
  name: 'assessments',
  shape: { enrolment: required(String), date: required(String), version: Number, person: Mixed, coordinator: Mixed },
  key: (row) => [row.enrolment, row.date],
  indexes: [{ programme: 1, enrolment: 1 }],
  carried: (before, { version }) => (version === undefined && before?.version ? { version: before.version } : {}),
});

export function isComplete(card: StoredAssessment): card is Assessment {
  return card.person !== undefined && card.coordinator !== undefined;
}

/** In batches. */
export const streamAssessments = (programme: string, how: Streaming) => rows.stream(programme, {}, how);
export const listAssessments = (programme: string, enrolment?: string) => rows.list(programme, { enrolment });
export const listAssessmentsOf = (programme: string, enrolments: readonly string[]) =>
  rows.listIn(programme, 'enrolment', enrolments);
export const findAssessment = (programme: string, enrolment: string, date: string) =>
  rows.find(programme, enrolment, date);
/** @throws a duplicate key error (see isDuplicate) when there is one that day. */
export const insertAssessment = (programme: string, enrolment: string, date: string, version?: number) =>
  rows.insert(programme, { enrolment, date, ...(version !== undefined && { version }) });
export const upsertAssessment = rows.upsert;
export const upsertAssessments = rows.upsertMany;

/**
 * Puts one half in, once. The same answers again are accepted.
 * @returns the card, or why not: there is none, or other answers are in.
 */
export async function putHalf(
  programme: string,
  card: { enrolment: string; date: string },
  half: HalfName,
  answers: Half,
): Promise<StoredAssessment | 'no-card' | 'half-already-in'> {
  const absent = { [half]: trusted({ $exists: false }) };
  await rows.change(programme, [card.enrolment, card.date], { $set: { [half]: answers } }, absent);
  const stored = await findAssessment(programme, card.enrolment, card.date);
  if (!stored) return 'no-card';
  return isDeepStrictEqual(stored[half], answers) ? stored : 'half-already-in';
}

/** Only while a half is missing. Whether one was removed. */
export async function deleteOpenAssessment(programme: string, enrolment: string, date: string): Promise<boolean> {
  const missing = (half: HalfName) => trusted({ [half]: trusted({ $exists: false }) });
  return rows.remove(programme, [enrolment, date], { $or: [missing('person'), missing('coordinator')] });
}
