// What is being written is kept in the browser until the server has it.
import type { Report } from '../../../api/snapshots.ts';
import type { Pieces } from './texts.ts';

export interface KeptTexts {
  /** What the server had when the writing began. */
  base: Report;
  pieces: Pieces;
}
const keyOf = (snapshot: string) => `stegvis.report.${snapshot}`;

export const readKept = (snapshot: string): KeptTexts | undefined => {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(snapshot)) ?? 'null') as Partial<KeptTexts> | null;
    if (typeof kept?.base?.revision !== 'number' || typeof kept.pieces !== 'object') return undefined;
    return { base: kept.base, pieces: kept.pieces };
  } catch {
    return undefined;
  }
};

/** @returns false when the browser keeps nothing */
export const keep = (snapshot: string, kept: KeptTexts): boolean => {
  try {
    localStorage.setItem(keyOf(snapshot), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
};

export const dropKept = (snapshot: string): void => {
  try {
    localStorage.removeItem(keyOf(snapshot));
  } catch {
    // a browser that keeps nothing has nothing to drop
  }
};
