import { canSeeIndividuals, canSeeProgramme } from '../../access/roles.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Enrolment } from '../../domain/programme/records.ts';
import { problem } from '../../problems.ts';
import { findEnrolment } from '../../store/enrolments.ts';
import { findProgramme, type StoredProgramme } from '../../store/programmes.ts';

/** @throws Problem 404, the same for one that is not there and one that is not the caller's */
export async function getOwnProgramme(viewer: Viewer, slug: string): Promise<StoredProgramme> {
  const programme = canSeeProgramme(viewer, slug) ? await findProgramme(slug) : undefined;
  return programme ?? problem('not-found', 'there is no such programme');
}

/** @throws Problem 404, the same for one that is not there and one of another site */
export async function getOwnEnrolment(viewer: Viewer, programme: string, key: string): Promise<Enrolment> {
  const enrolment = canSeeProgramme(viewer, programme) ? await findEnrolment(programme, key) : undefined;
  if (enrolment && canSeeIndividuals(viewer, programme, enrolment.site)) return enrolment;
  return problem('not-found', 'there is no such enrolment');
}
