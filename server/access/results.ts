// A programme's results as one viewer may see them: the only way from stored rows to figures, for pages and commands alike.

import { namesOf } from '../domain/answers/names.ts';
import { type Viewer, whole, withoutFigures } from '../domain/disclosure/protect.ts';
import { checkRequest, type Request } from '../domain/disclosure/requests.ts';
import { showReleased } from '../domain/disclosure/shown.ts';
import { type By, parseBy } from '../domain/indicators/by.ts';
import { checkText } from '../domain/indicators/check.ts';
import { computeResults } from '../domain/indicators/compute.ts';
import { definitionUsed } from '../domain/indicators/definitions.ts';
import type { CountedGoal, ProgrammeResults } from '../domain/indicators/results.ts';
import { type Goal, type Programme, populations } from '../domain/programme/schema.ts';
import type { AnyDefinition } from '../domain/surveys/definition.ts';
import { notValid, problem } from '../problems.ts';
import { latestGoalDefinitions } from '../store/goalDefinitions.ts';
import { findProgramme } from '../store/programmes.ts';
import { surveysOf } from '../store/surveys.ts';
import type { User } from '../store/users.ts';
import { getRelease } from './releases.ts';
import { ownSites } from './roles.ts';
import { getTable } from './tables.ts';

/** `operator` has the shell and sees everything; a coordinator the own sites. */
export type ResultsViewer = Viewer;

/** As they stand in an address or on a command line. */
export interface ResultsRequest {
  by?: string | undefined;
  where?: string | undefined;
  cohort?: string | undefined;
  minDays?: number | undefined;
}

/** Administrators see what evaluators see: no individual answers. */
export function resultsViewer(user: Pick<User, 'role' | 'access'>, programme: string): ResultsViewer {
  if (user.role !== 'coordinator') return { kind: 'evaluator' };
  return { kind: 'coordinator', sites: ownSites(user, programme) };
}

/** @throws Problem not-found, not-valid (a name that is not known, an expression that does not parse), filter-not-allowed */
export async function getResults(
  slug: string,
  viewer: ResultsViewer,
  asked: ResultsRequest,
): Promise<ProgrammeResults> {
  const { definition: programme } =
    (await findProgramme(slug)) ?? problem('not-found', `there is no programme "${slug}"`);
  const results = await resultsOf(programme, viewer, asked);
  const latest = await latestGoalDefinitions(slug);
  const used = new Map(programme.goals.map((goal) => [goal.id, definitionUsed(goal, latest.get(goal.id))]));
  return { ...results, goals: results.goals.map((goal) => ({ ...goal, definition: used.get(goal.id) ?? null })) };
}

async function resultsOf(
  programme: Programme,
  viewer: ResultsViewer,
  asked: ResultsRequest,
): Promise<ProgrammeResults> {
  const { slug } = programme;
  const surveys = (await surveysOf(slug)).map((each) => each.definition);
  const request = checked(programme, surveys, viewer, asked);
  const asking = { programme, surveys, request };
  if (viewer.kind === 'evaluator') {
    const { head, release, isHidden } = await getRelease({ programme, surveys });
    const goals = showReleased(programme, release, isHidden, request);
    return { programme: slug, computedAt: head.computedAt, as: viewer.kind, goals };
  }
  const now = new Date().toISOString();
  if (viewer.kind === 'operator')
    return { programme: slug, computedAt: now, as: viewer.kind, goals: (await countNow(asking, now)).map(whole) };
  const goals = await forCoordinator(asking, viewer.sites, await countNow(asking, now, viewer.sites));
  return { programme: slug, computedAt: now, as: `coordinator:${viewer.sites.join('+')}`, goals };
}

interface Asking {
  programme: Programme;
  surveys: AnyDefinition[];
  request: Request;
}

async function countNow(
  { programme, surveys, request }: Asking,
  now: string,
  sites?: readonly string[],
): Promise<CountedGoal[]> {
  const where = request.where === undefined ? [] : [request.where];
  const table = await getTable(programme, surveys, now.slice(0, 10), where);
  return computeResults({ programme, surveys, table, ...request, sites });
}

/**
 * Everything of the own sites but goals of anonymous surveys: those come from a release of the sites, or the answer that came in
 * between two looks would be their difference. No filter applies to them, since anonymous rows carry nothing to filter by; free
 * ones would single people out.
 */
async function forCoordinator(
  { programme, surveys, request }: Asking,
  sites: readonly string[],
  counted: CountedGoal[],
): Promise<ProgrammeResults['goals']> {
  const anonymous = new Set(surveys.filter((each) => each.anonymous).map((each) => each.name));
  const closed = programme.goals.filter(({ indicator }) => anonymous.has(indicator.survey ?? ''));
  const isFiltered = [request.where, request.cohort, request.minDays].some((filter) => filter !== undefined);
  const released =
    closed.length > 0 && !isFiltered ? await showSites({ programme, surveys, request }, sites, closed) : [];
  return counted.map((goal) => {
    const { id } = goal;
    if (!closed.some((each) => each.id === id)) return whole(goal);
    return released.find((each) => each.id === id) ?? { ...withoutFigures(goal), warnings: ['filterNotApplicable'] };
  });
}

async function showSites({ programme, surveys, request }: Asking, sites: readonly string[], goals: Goal[]) {
  const { release, isHidden } = await getRelease({ programme: { ...programme, goals }, surveys, sites });
  return showReleased(programme, release, isHidden, request);
}

function checked(
  programme: Programme,
  surveys: readonly AnyDefinition[],
  viewer: ResultsViewer,
  { by, where, cohort, minDays }: ResultsRequest,
): Request {
  const request: Request = {
    by: parsedBy(by ?? ''),
    ...(where !== undefined && { where }),
    ...(cohort !== undefined && { cohort }),
    ...(minDays !== undefined && { minDays }),
  };
  const refusal = checkRequest(programme, viewer, request);
  if (refusal?.kind === 'not-allowed') problem('filter-not-allowed', refusal.detail);
  if (refusal) notValid(refusal.field, 'unknown-name', refusal.detail);
  const [fault] = where === undefined ? [] : checkText(where, allNames(programme, surveys));
  if (fault !== undefined) notValid('where', 'not-an-expression', fault);
  return request;
}

function parsedBy(text: string): By {
  try {
    return parseBy(text);
  } catch (error) {
    if (error instanceof RangeError) return notValid('by', 'not-a-list', error.message);
    throw error;
  }
}

/** A filter may use any name that some population has; the others then say that it does not apply to them. */
function allNames(programme: Programme, surveys: readonly AnyDefinition[]): NonNullable<ReturnType<typeof namesOf>> {
  const names = [...new Set(surveys.map((each) => each.name))];
  const asked = populations.flatMap((population) =>
    population === 'responses'
      ? names.map((name) => namesOf(programme, surveys, population, name))
      : [namesOf(programme, surveys, population)],
  );
  return new Map(asked.flatMap((each) => [...(each ?? [])]));
}
