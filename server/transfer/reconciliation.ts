// What went in, what came of it, what was refused and why: nothing is dropped in silence.
import type { Outcome } from '../store/rowCollection.ts';

export interface Rejection {
  /** Line in the file, the header being 1. A record over several lines has its first. */
  row: number;
  /** Names the column and says what to do. */
  reason: string;
}
export interface FileReport {
  file: string;
  /** Records in the file without the header; read = stored + updated + unchanged + rejected unless the file as a whole was refused. */
  read: number;
  stored: number;
  updated: number;
  unchanged: number;
  rejected: Rejection[];
}
export interface Reconciliation {
  /** Null when programme.json could not be read. */
  programme: string | null;
  files: FileReport[];
}

export function report(file: string, read: number, outcomes: readonly Outcome[], rejected: Rejection[]): FileReport {
  const count = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length;
  const sorted = [...rejected].sort((a, b) => a.row - b.row);
  return {
    ...{ file, read, stored: count('stored'), updated: count('updated'), unchanged: count('unchanged') },
    rejected: sorted,
  };
}

/** The file as a whole was refused: nothing of it is stored. */
export function refused(file: string, reason: string, row = 1): FileReport {
  return report(file, 0, [], [{ row, reason }]);
}

export function hasRejections({ files }: Reconciliation): boolean {
  return files.some((file) => file.rejected.length > 0);
}
