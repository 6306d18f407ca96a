// What a viewer may cross: so that the page offers nothing that would be refused.
import { findCarrier } from '../domain/analysis/crossTable.ts';
import type { Variable } from '../domain/analysis/findings.ts';
import { findVariable } from '../domain/analysis/variables.ts';
import { namesOf } from '../domain/answers/names.ts';
import { isAllowedCross } from '../domain/disclosure/requests.ts';
import { variablesOf } from '../domain/indicators/groups.ts';
import type { Source } from '../domain/indicators/selection.ts';
import { type Population, populations } from '../domain/programme/schema.ts';
import { definitionsOf, seesIndividuals } from './analysis.ts';
import type { ResultsViewer } from './results.ts';

export interface Crossable {
  population: Population;
  survey: string | null;
  surveyTitle: Record<string, string> | null;
  variables: Variable[];
  /** The pairs that may be crossed, in any order; null for all. */
  pairs: [string, string][] | null;
}

type Definitions = Pick<Source, 'programme' | 'surveys'>;

/** @throws Problem not-found */
export async function getCrossTableChoices(slug: string, viewer: ResultsViewer): Promise<Crossable[]> {
  const definitions = await definitionsOf(slug);
  const surveys = [...new Set(definitions.surveys.filter((each) => !('halves' in each)).map((each) => each.name))];
  return populations.flatMap((population) =>
    population === 'responses'
      ? surveys.flatMap((survey) => choicesOf(definitions, viewer, population, survey))
      : choicesOf(definitions, viewer, population),
  );
}

function choicesOf(
  definitions: Definitions,
  viewer: ResultsViewer,
  population: Population,
  survey?: string,
): Crossable[] {
  const { programme, surveys } = definitions;
  const title = surveys.find((each) => each.name === survey)?.title;
  const head = {
    population,
    survey: survey ?? null,
    surveyTitle: typeof title === 'object' ? { ...title } : null,
  };
  const names = [...(namesOf(programme, surveys, population, survey)?.keys() ?? []), 'cohort'];
  const variables = names.flatMap((name) => {
    const variable = findVariable(definitions, population, survey, name);
    return !variable || variable.type === 'text' || variable.type === 'date' ? [] : [variable];
  });
  const short = (list: typeof variables): Variable[] =>
    list.map(({ name, title: own, moment }) => ({ name, title: own, moment }));
  if (seesIndividuals(definitions, viewer, survey)) return [{ ...head, variables: short(variables), pairs: null }];
  if (!findCarrier(programme, population, survey)) return [];
  const fixed = variablesOf(programme).flatMap((name) => variables.find((each) => each.name === name) ?? []);
  const pairs = fixed.flatMap(({ name }, at) =>
    fixed
      .slice(at + 1)
      .flatMap((other): [string, string][] =>
        isAllowedCross(programme, [name, other.name]) ? [[name, other.name]] : [],
      ),
  );
  const used = fixed.filter(({ name }) => pairs.some((pair) => pair.includes(name)));
  return pairs.length > 0 ? [{ ...head, variables: short(used), pairs }] : [];
}
