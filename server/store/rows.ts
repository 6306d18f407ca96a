import type { ProgrammeRows } from '../domain/programme/records.ts';
import { listActivities } from './activities.ts';
import { isComplete, listAssessments } from './assessments.ts';
import { listEnrolments } from './enrolments.ts';
import { listFollowUps } from './followUps.ts';
import { listInterventions } from './interventions.ts';
import { listResponses } from './responses.ts';

/** Everything that is counted. Cards with a half missing are left out. */
export async function loadRows(programme: string): Promise<ProgrammeRows> {
  const [enrolments, responses, cards, interventions, activities, followUps] = await Promise.all([
    listEnrolments(programme),
    listResponses(programme),
    listAssessments(programme),
    listInterventions(programme),
    listActivities(programme),
    listFollowUps(programme),
  ]);
  return { enrolments, responses, assessments: cards.filter(isComplete), interventions, activities, followUps };
}
