// Responses. The key of a live one is a hash of its submission id, which is stored nowhere.
import { hash } from 'node:crypto';
import type { Response } from '../domain/programme/records.ts';
import { Mixed, required } from './collection.ts';
import { listProgrammes } from './programmes.ts';
import { rowCollection, type Streaming } from './rowCollection.ts';

const rows = rowCollection<Response>({
  name: 'responses',
  shape: {
    response: required(String),
    survey: required(String),
    version: required(Number),
    enrolment: String,
    wave: String,
    submittedAt: required(String),
    site: String,
    gender: String,
    birthYear: Number,
    ageBand: Number,
    bornAbroad: String,
    referrer: String,
    role: String,
    language: String,
    mode: String,
    answers: { type: Mixed, required: true },
    signatures: Mixed,
  },
  key: (row) => [row.survey, row.response],
  indexes: [
    { programme: 1, survey: 1 },
    { programme: 1, enrolment: 1 },
  ],
  carried: signaturesKept,
});

/** A file says that somebody signed and holds no picture: the one that is there stays as long as it says so. */
function signaturesKept(before: Partial<Response> | undefined, after: Response): Partial<Response> {
  const kept = Object.entries(before?.signatures ?? {}).filter(([question]) => after.answers[question] !== undefined);
  return kept.length > 0 && !after.signatures ? { signatures: Object.fromEntries(kept) } : {};
}

/** What a response is stored under, from the client's random submission id. */
export const responseKey = (submissionId: string): string => hash('sha256', `response:${submissionId}`, 'base64url');

export const listResponses = (programme: string, survey?: string) => rows.list(programme, { survey });
/** Names of the surveys that have any response. */
export const listAnsweredSurveys = async (programme: string): Promise<string[]> =>
  (await rows.model.distinct('survey', { programme })).map(String);
/** Of one survey, in batches. */
export const streamResponses = (programme: string, survey: string, how: Streaming) =>
  rows.stream(programme, { survey }, how);
export const listResponsesOf = (programme: string, enrolment: string) => rows.list(programme, { enrolment });
export const findResponse = (programme: string, survey: string, response: string) =>
  rows.find(programme, survey, response);
export const upsertResponses = rows.upsertMany;

export const insertResponses = rows.insertNew;

export const hasResponses = async (programme: string, survey: string, wave: string): Promise<boolean> =>
  (await rows.model.findOne({ programme, survey, wave }, { _id: 1 }).lean()) !== null;

/** How many responses each version has, in one programme or (null) in all. */
export async function countResponsesByVersion(programme: string | null, survey: string): Promise<Map<number, number>> {
  // every programme is named, since the index begins with it
  const programmes =
    programme === null ? (await listProgrammes()).map(({ definition }) => definition.slug) : [programme];
  const counted = await rows.model.aggregate<{ _id: number; count: number }>([
    { $match: { programme: { $in: programmes }, survey } },
    { $group: { _id: '$version', count: { $sum: 1 } } },
  ]);
  return new Map(counted.map((each) => [each._id, each.count]));
}
