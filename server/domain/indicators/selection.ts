// Which rows an indicator counts, and how: the goal's own filters and those of whoever asks.
import { maskOf } from '../answers/columns.ts';
import { type Names, namesOf } from '../answers/names.ts';
import type { AnswerTable, PopulationTable } from '../answers/table.ts';
import { type CompiledExpression, compileExpression } from '../expressions/compile.ts';
import { parseExpression } from '../expressions/parse.ts';
import { namesIn, type Value } from '../expressions/syntax.ts';
import type { Indicator, Population, Programme } from '../programme/schema.ts';
import type { AnyDefinition } from '../surveys/definition.ts';

/** What whoever asks narrows the rows to. */
export interface Filters {
  /** An expression; counted only in populations that have its names. */
  where?: string | undefined;
  /** Quarter of the enrolment's start, such as '2024Q3'. */
  cohort?: string | undefined;
  /** At least so many days from start to end or today. */
  minDays?: number | undefined;
  /** Only these sites. */
  sites?: readonly string[] | undefined;
}

export interface Source {
  programme: Programme;
  surveys: readonly AnyDefinition[];
  table: AnswerTable;
}

export interface Selection {
  table: PopulationTable;
  names: Names;
  /** By row 1 where it is due: it belongs to the population, counted or not. */
  included: Uint8Array;
  /** Undefined, or true when a filter asked for cannot be applied to this population: nothing is counted then. */
  inapplicable: boolean;
}

export function populationOf(
  source: Source,
  population: Population,
  survey?: string,
): { table: PopulationTable; names: Names } {
  const names = namesOf(source.programme, source.surveys, population, survey);
  if (!names) throw new RangeError(`there is no survey "${survey}"`);
  return { table: source.table.rowsOf(population, survey), names };
}

export function select(source: Source, indicator: Indicator & { population: Population }, filters: Filters): Selection {
  const { table, names } = populationOf(source, indicator.population, indicator.survey);
  let kept: Uint8Array | undefined;
  const keep = (mask: Uint8Array) => {
    if (kept) for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] as number) & (kept[row] as number);
    kept = mask;
  };
  let inapplicable = false;
  if (indicator.wave !== undefined) keep(where(table, 'wave', (value) => value === indicator.wave));
  if (indicator.where !== undefined) keep(compiled(table, names, indicator.where).mask(table.size));
  if (filters.sites) keep(amongSites(table, filters.sites));
  if (filters.where !== undefined) {
    const lacks = namesIn(parseExpression(filters.where)).some((name) => !names.has(name));
    if (lacks) inapplicable = true;
    else keep(compiled(table, names, filters.where).mask(table.size));
  }
  if (filters.cohort !== undefined) {
    inapplicable ||= nothingIn(table, 'cohort');
    keep(where(table, 'cohort', (value) => value === filters.cohort));
  }
  const { minDays = 0 } = filters;
  if (minDays > 0) {
    inapplicable ||= nothingIn(table, 'days');
    keep(where(table, 'days', (value) => typeof value === 'number' && value >= minDays));
  }
  const included = kept ?? new Uint8Array(table.size).fill(1);
  if (inapplicable) included.fill(0);
  return { table, names, inapplicable, included };
}

/** An expression over a population's names alone, whatever else the table has. */
export function compiled(table: PopulationTable, names: Names, text: string): CompiledExpression {
  return compileExpression(parseExpression(text), (name) => (names.has(name) ? table.find(name) : undefined));
}

/** Nothing where the population lacks the name. */
function where(table: PopulationTable, name: string, holds: (value: Value) => boolean): Uint8Array {
  const column = table.find(name);
  return column ? maskOf(column, holds) : new Uint8Array(table.size);
}

export const amongSites = (table: PopulationTable, sites: readonly string[]): Uint8Array =>
  where(table, 'site', (value) => typeof value === 'string' && sites.includes(value));

/** The population has rows, and not one of them has the value. */
function nothingIn(table: PopulationTable, name: string): boolean {
  return table.size > 0 && !where(table, name, (value) => value !== null).includes(1);
}
