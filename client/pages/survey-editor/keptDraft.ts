// What is being written is kept in the browser until the server has it.
import type { SurveyAddress } from '../../api/surveys.ts';

export interface KeptDraft {
  source: string;
  /** Of the draft that was changed. */
  revision: number;
  at: string;
}
const keyOf = ({ name, programme }: SurveyAddress) => `stegvis.survey-draft.${programme ?? ''}.${name}`;

export const readKept = (address: SurveyAddress): KeptDraft | undefined => {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(address)) ?? 'null') as Partial<KeptDraft> | null;
    if (typeof kept?.source !== 'string' || typeof kept.revision !== 'number') return undefined;
    return { source: kept.source, revision: kept.revision, at: String(kept.at) };
  } catch {
    return undefined;
  }
};

/** @returns false when the browser has no room for it, or keeps nothing at all */
export const keep = (address: SurveyAddress, source: string, revision: number): boolean => {
  try {
    localStorage.setItem(keyOf(address), JSON.stringify({ source, revision, at: new Date().toISOString() }));
    return true;
  } catch {
    dropKept(address);
    return false;
  }
};

export const dropKept = (address: SurveyAddress): void => {
  try {
    localStorage.removeItem(keyOf(address));
  } catch {
    // a browser that keeps nothing has nothing to drop
  }
};
