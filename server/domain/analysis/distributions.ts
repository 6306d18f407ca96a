import type { GroupKey } from '../indicators/results.ts';
import type { Source } from '../indicators/selection.ts';
import { frequencies } from '../statistics/distribution.ts';
import { quartilesOf } from '../statistics/quantiles.ts';
import { type Categorised, categorise } from './categories.ts';
import type { Distribution, Spread } from './findings.ts';
import { type Countable, type GoalRows, groupPlaces } from './goalRows.ts';
import { findVariable } from './variables.ts';

/**
 * How the values of one name are spread over the goal's rows, and over those of each group.
 * @returns undefined for what has no categories: free text and dates
 */
export function distributionOf(
  source: Source,
  { population, survey }: Countable,
  { table, rows }: GoalRows,
  name: string,
  groups: readonly GroupKey[] | null,
): Distribution | undefined {
  const variable = findVariable(source, population, survey, name);
  const column = table.find(name);
  if (!variable || !column || variable.type === 'text' || variable.type === 'date') return undefined;
  const categorised = categorise(variable, column, rows);
  const { title, moment } = variable;
  const { categories, multiple, ordered } = categorised;
  return {
    ...{ name, title, moment, multiple, ordered, categories },
    whole: spread(categorised, rows),
    groups: groups && spreadByGroup(categorised, rows, groups, groupPlaces(table, groups)),
  };
}

function spreadByGroup(
  categorised: Categorised,
  rows: readonly number[],
  groups: readonly GroupKey[],
  placeOf: (row: number) => number,
): NonNullable<Distribution['groups']> {
  const members: number[][] = groups.map(() => []);
  for (const row of rows) members[placeOf(row)]?.push(row);
  return groups.map((by, at) => ({ by, ...spread(categorised, members[at] ?? []) }));
}

function spread({ categories, placesOf, numberOf, ordered }: Categorised, rows: readonly number[]): Spread {
  const counts = categories.map(() => 0);
  let n = 0;
  for (const row of rows) {
    const places = placesOf(row);
    if (places.length > 0) n += 1;
    for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  }
  const found = frequencies(
    counts.map((count, at) => [at, count] as const),
    n,
    ordered,
  );
  const numbers = numberOf ? rows.flatMap((row) => numberOf(row) ?? []) : [];
  return {
    n,
    missing: rows.length - n,
    counts,
    shares: found.map(({ share }) => share),
    cumulative: found.map(({ cumulative }) => cumulative),
    quartiles: quartilesOf(numbers),
  };
}
