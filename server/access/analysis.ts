// What stands behind one goal, and two names of a programme against each other, as one viewer may see them.
import { analyseGoal } from '../domain/analysis/analyseGoal.ts';
import { crossesBreak, crossTable, findCarrier, protectedCrossTable } from '../domain/analysis/crossTable.ts';
import type { CrossTableFindings, GoalFindings } from '../domain/analysis/findings.ts';
import { isAllowedCross } from '../domain/disclosure/requests.ts';
import { variablesOf } from '../domain/indicators/groups.ts';
import type { Source } from '../domain/indicators/selection.ts';
import type { Population, Programme } from '../domain/programme/schema.ts';
import { notValid, problem } from '../problems.ts';
import { findProgramme } from '../store/programmes.ts';
import { surveysOf } from '../store/surveys.ts';
import { getResults, type ResultsViewer } from './results.ts';
import { getTable } from './tables.ts';

export interface Reply {
  programme: string;
  computedAt: string;
  as: string;
}

export interface CrossTableRequest {
  population: Population;
  survey?: string | undefined;
  row: string;
  column: string;
}

/**
 * @param by one list of groups, `gender` or `gender*site`; none when empty
 * @throws Problem not-found (also for a goal that is not there), not-valid, filter-not-allowed
 */
export async function getGoalAnalysis(
  slug: string,
  goalId: string,
  viewer: ResultsViewer,
  by: string,
): Promise<Reply & GoalFindings> {
  if (by.includes(','))
    notValid('by', 'not-a-list', `"${by}" is several lists: an analysis takes one, such as gender or gender*site`);
  const results = await getResults(slug, viewer, { by });
  const { computedAt, as, goals } = results;
  const source = await sourceOf(slug, viewer, computedAt);
  const goal =
    source.programme.goals.find((each) => each.id === goalId) ?? problem('not-found', `there is no goal "${goalId}"`);
  const names = by.trim() === '' ? [] : by.split('*').map((name) => name.trim());
  const findings = analyseGoal({
    ...source,
    ...{ goal, by: names, results: goals, sites: sitesOf(viewer) },
    open: seesIndividuals(source, viewer, goal.indicator.survey),
  });
  return { programme: slug, computedAt, as, ...findings };
}

/** @throws Problem not-found, not-valid (names the field), filter-not-allowed */
export async function getCrossTable(
  slug: string,
  viewer: ResultsViewer,
  request: CrossTableRequest,
): Promise<Reply & CrossTableFindings> {
  const { population, survey, row, column } = request;
  if (row === column) notValid('column', 'same-name', `"${column}" is the row as well: choose another`);
  const now = new Date().toISOString();
  const source = await sourceOf(slug, viewer, now);
  checkSurvey(source, request);
  const question = { ...source, population, survey, row, column, sites: sitesOf(viewer) };
  const as = viewer.kind === 'coordinator' ? `coordinator:${viewer.sites.join('+')}` : viewer.kind;
  const told = (make: () => Omit<CrossTableFindings, 'versionsNotComparable'>): CrossTableFindings => {
    const found = orNotValid(make);
    return { ...found, versionsNotComparable: !found.suppressed && crossesBreak(question) };
  };
  if (seesIndividuals(source, viewer, survey))
    return { programme: slug, computedAt: now, as, ...told(() => crossTable(question)) };
  checkPair(source.programme, row, column);
  const carrier = findCarrier(source.programme, population, survey);
  if (!carrier) return problem('filter-not-allowed', noCarrier(population, survey));
  const results = await getResults(slug, viewer, { by: `${row},${column},${row}*${column}` });
  const result = results.goals.find((each) => each.id === carrier.id);
  if (!result) return problem('not-found', `there is no goal "${carrier.id}"`);
  const { computedAt } = results;
  return { programme: slug, computedAt, as, ...told(() => protectedCrossTable(question, carrier, result)) };
}

/** Operators and, but for anonymous surveys, coordinators at their own sites. */
export function seesIndividuals({ surveys }: Pick<Source, 'surveys'>, viewer: ResultsViewer, survey?: string): boolean {
  if (viewer.kind !== 'coordinator') return viewer.kind === 'operator';
  return !surveys.some((each) => each.name === survey && each.anonymous);
}

export async function definitionsOf(slug: string): Promise<Pick<Source, 'programme' | 'surveys'>> {
  const found = (await findProgramme(slug)) ?? problem('not-found', `there is no programme "${slug}"`);
  return { programme: found.definition, surveys: (await surveysOf(slug)).map((each) => each.definition) };
}

/** A coordinator's programme has the own sites only. */
export async function sourceOf(slug: string, viewer: ResultsViewer, moment: string): Promise<Source> {
  const { programme, surveys } = await definitionsOf(slug);
  const table = await getTable(programme, surveys, moment.slice(0, 10));
  if (table.isGathered)
    problem(
      'beyond-memory',
      'its goals are counted all the same; for all else set ANSWER_MEMORY_MB higher, and start again',
    );
  const own = sitesOf(viewer);
  const sites = programme.sites.filter((site) => own === undefined || own.includes(site.slug));
  return { programme: { ...programme, sites }, surveys, table };
}

export const sitesOf = (viewer: ResultsViewer) => (viewer.kind === 'coordinator' ? viewer.sites : undefined);

function checkSurvey({ surveys }: Source, { population, survey }: CrossTableRequest): void {
  if (population !== 'responses' && survey !== undefined)
    notValid('survey', 'not-of-a-survey', `${population} are not of a survey: leave it out`);
  const known = [...new Set(surveys.map((each) => each.name))];
  if (population === 'responses' && (survey === undefined || !known.includes(survey)))
    notValid('survey', 'unknown-name', `say which survey: ${known.join(', ')}`);
}

function checkPair(programme: Programme, row: string, column: string): void {
  const known = variablesOf(programme);
  const other = [row, column].find((name) => !known.includes(name));
  if (other !== undefined)
    problem('filter-not-allowed', `"${other}" may not be crossed; these may: ${known.join(', ')}`);
  if (!isAllowedCross(programme, [row, column]))
    problem('filter-not-allowed', `${row} and ${column} may not be crossed in this programme`);
}

const noCarrier = (population: string, survey?: string) =>
  `no goal counts all ${population}${survey === undefined ? '' : ` of ${survey}`}: a goal with the measure "count" would let them be crossed`;

function orNotValid<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return notValid('row', 'not-crossable', error.message);
    throw error;
  }
}
