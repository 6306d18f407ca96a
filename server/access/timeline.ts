import { type Timeline, timelineOf } from '../domain/timeline/timeline.ts';
import { problem } from '../problems.ts';
import { type Reply, seesIndividuals, sitesOf, sourceOf } from './analysis.ts';
import { getResults, type ResultsViewer } from './results.ts';

/**
 * A goal month by month, as the viewer may see it.
 * @throws Problem not-found, also for a goal that is not there
 */
export async function getTimeline(slug: string, goalId: string, viewer: ResultsViewer): Promise<Reply & Timeline> {
  const { computedAt, as, goals } = await getResults(slug, viewer, { by: 'cohort' });
  const source = await sourceOf(slug, viewer, computedAt);
  const goal = source.programme.goals.find((each) => each.id === goalId);
  const result = goals.find((each) => each.id === goalId);
  if (!goal || !result) return problem('not-found', `there is no goal "${goalId}"`);
  const open = seesIndividuals(source, viewer, goal.indicator.survey);
  const timeline = timelineOf({ ...source, goal, result, open, sites: sitesOf(viewer) });
  return { programme: slug, computedAt, as, ...timeline };
}
