// What an administrator is writing, as the text was typed, errors and all.
import { collection, isDuplicate, keyOf, required } from './collection.ts';

export interface SurveyDraft {
  programme: string | null;
  name: string;
  source: string;
  revision: number;
  changedAt: string;
  changedBy: string;
}
const drafts = collection<SurveyDraft & { _id: string }>('surveyDrafts', {
  programme: { type: String, default: null },
  name: required(String),
  source: { type: String, default: '' },
  revision: required(Number),
  changedAt: required(String),
  changedBy: required(String),
});

export async function listDrafts(programme: string | null): Promise<SurveyDraft[]> {
  return drafts.find({ programme }, { _id: 0 }).sort({ name: 1 }).lean<SurveyDraft[]>();
}

/** Of all programmes, by name. */
export async function everyDraft(): Promise<SurveyDraft[]> {
  return drafts.find({}, { _id: 0 }).sort({ name: 1 }).lean<SurveyDraft[]>();
}

export async function findDraft(programme: string | null, name: string): Promise<SurveyDraft | undefined> {
  return (await drafts.findById(keyOf(programme, name), { _id: 0 }).lean<SurveyDraft>()) ?? undefined;
}

/** `revision` is the one that was read, 0 for none. @returns undefined when it is stale. */
export async function saveDraft(
  draft: Pick<SurveyDraft, 'programme' | 'name' | 'source' | 'changedBy'>,
  revision: number,
): Promise<SurveyDraft | undefined> {
  const _id = keyOf(draft.programme, draft.name);
  const saved = { ...draft, revision: revision + 1, changedAt: new Date().toISOString() };
  if (revision > 0) {
    const { matchedCount } = await drafts.updateOne({ _id, revision }, { $set: saved });
    return matchedCount > 0 ? saved : undefined;
  }
  try {
    await drafts.insertMany([{ ...saved, _id }]);
    return saved;
  } catch (error) {
    if (isDuplicate(error)) return undefined;
    throw error;
  }
}

export async function deleteDraft(programme: string | null, name: string): Promise<void> {
  await drafts.deleteOne({ _id: keyOf(programme, name) });
}
