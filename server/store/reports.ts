// What an evaluator has written to a snapshot. The figures stay in the snapshot; here are words alone.
import { collection, isDuplicate, keyOf, Mixed, required } from './collection.ts';

export const reportLanguages = ['sv', 'en'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

export interface ReportTexts {
  language: ReportLanguage;
  introduction: string;
  /** By goal id. */
  goals: Record<string, string>;
  reservations: string;
  closing: string;
}
export interface Report extends ReportTexts {
  revision: number;
  changedAt: string;
  changedBy: string;
}
type Stored = Report & { _id: string; programme: string };

const reports = collection<Stored>('reports', {
  programme: required(String),
  revision: required(Number),
  language: required(String),
  introduction: { type: String, default: '' },
  goals: { type: Mixed, required: true },
  reservations: { type: String, default: '' },
  closing: { type: String, default: '' },
  changedAt: required(String),
  changedBy: required(String),
});

export async function findReport(programme: string, snapshot: string): Promise<Report | undefined> {
  const hidden = { _id: 0, programme: 0 } as const;
  return (await reports.findById(keyOf(programme, snapshot), hidden).lean<Report>()) ?? undefined;
}

/** `revision` is the one that was read, 0 for none. @returns undefined when it is stale. */
export async function saveReport(
  programme: string,
  snapshot: string,
  texts: ReportTexts & { changedBy: string },
  revision: number,
): Promise<Report | undefined> {
  const _id = keyOf(programme, snapshot);
  const saved = { ...texts, revision: revision + 1, changedAt: new Date().toISOString() };
  if (revision > 0) {
    const { matchedCount } = await reports.updateOne({ _id, revision }, { $set: saved });
    return matchedCount > 0 ? saved : undefined;
  }
  try {
    await reports.insertMany([{ ...saved, _id, programme }]);
    return saved;
  } catch (error) {
    if (isDuplicate(error)) return undefined;
    throw error;
  }
}
