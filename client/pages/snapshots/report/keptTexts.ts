// What is being written is kept in the browser until the server has it.
import type { Report } from '../../../api/snapshots.ts';
import type { Pieces } from './texts.ts';

export interface KeptTexts {
  /** What the server had when the writing began. */
  base: Report;
  pieces: Pieces;
}
/** Whose texts of which snapshot. */
export interface Place {
  user: string;
  snapshot: string;
}
const keyOf = ({ user, snapshot }: Place) => `stegvis.report.${user}.${snapshot}`;

export const readKept = (place: Place): KeptTexts | undefined => {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null') as Partial<KeptTexts> | null;
    if (typeof kept?.base?.revision !== 'number' || typeof kept.pieces !== 'object' || kept.pieces === null)
      return undefined;
    return { base: kept.base, pieces: kept.pieces };
  } catch {
    return undefined;
  }
};

/** @returns false when the browser keeps nothing */
export const keep = (place: Place, kept: KeptTexts): boolean => {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
};

/** @returns true: a browser that keeps nothing has nothing to drop, either */
export const dropKept = (place: Place): boolean => {
  try {
    localStorage.removeItem(keyOf(place));
  } catch {
    return true;
  }
  return true;
};
