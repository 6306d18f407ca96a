import { z } from 'zod';
import { canSeeProgramme } from '../../access/roles.ts';
import type { Viewer } from '../../access/viewer.ts';
import { notValid, problem } from '../../problems.ts';
import { findProgramme } from '../../store/programmes.ts';

/** Absent: the surveys that every programme may use. */
export const ownerQuery = z.strictObject({ programme: z.string().min(1).max(64).optional() });

/** null for the surveys of all. @throws Problem 404 for a programme that is not there, or not the caller's */
export async function getOwner(viewer: Viewer, programme: string | undefined): Promise<string | null> {
  if (programme === undefined) return null;
  if (canSeeProgramme(viewer, programme) && (await findProgramme(programme))) return programme;
  return problem('not-found', 'there is no such programme');
}

/** @throws Problem 422 for a form that names a programme that is not there */
export async function checkOwner(programme: string | null): Promise<void> {
  if (programme !== null && !(await findProgramme(programme)))
    notValid('programme', 'unknown-programme', `there is no programme "${programme}"`);
}

/** 0, which no version has, for what is no number. */
export const versionNumber = (text: string): number => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0);
