// What an administrator is writing, as the text was typed, errors and all.
import { collection, isDuplicate, keyOf, required, trusted } from './collection.ts';

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

/**
 * Of a draft that was published or thrown away the number stays, without a day: the next one counts on from it, so that no text
 * written on an older draft is ever taken for a change of a later one.
 */
const ended = '';
const isThere = { changedAt: trusted({ $ne: ended }) };

export async function listDrafts(programme: string | null): Promise<SurveyDraft[]> {
  return drafts
    .find({ programme, ...isThere }, { _id: 0 })
    .sort({ name: 1 })
    .lean<SurveyDraft[]>();
}

/** Of all programmes, by name. */
export async function everyDraft(): Promise<SurveyDraft[]> {
  return drafts.find(isThere, { _id: 0 }).sort({ name: 1 }).lean<SurveyDraft[]>();
}

/** With the number that a change of it, or a new one where there is none, has to name. */
export async function readDraft(
  programme: string | null,
  name: string,
): Promise<{ draft: SurveyDraft | undefined; revision: number }> {
  const stored = await drafts.findById(keyOf(programme, name), { _id: 0 }).lean<SurveyDraft>();
  const draft = stored && stored.changedAt !== ended ? stored : undefined;
  return { draft, revision: stored?.revision ?? 0 };
}

export const findDraft = async (programme: string | null, name: string): Promise<SurveyDraft | undefined> =>
  (await readDraft(programme, name)).draft;

/** `revision` is the one that was read. @returns undefined when it is stale. */
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

/** @returns false when somebody has saved it since that revision, or it is gone: nothing is thrown away unseen */
export async function deleteDraft(programme: string | null, name: string, revision: number): Promise<boolean> {
  const end = { revision: revision + 1, source: '', changedAt: ended, changedBy: '' };
  const { matchedCount } = await drafts.updateOne({ _id: keyOf(programme, name), revision, ...isThere }, { $set: end });
  return matchedCount > 0;
}
