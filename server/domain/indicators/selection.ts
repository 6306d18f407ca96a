// Which rows an indicator counts, and how: the goal's own filters and those of whoever asks.
import { presenceOf, readerOf } from '../answers/columns.ts';
import { type Names, namesOf } from '../answers/names.ts';
import type { AnswerTable, PopulationTable } from '../answers/table.ts';
import { type CompiledExpression, compileExpression } from '../expressions/compile.ts';
import { parseExpression } from '../expressions/parse.ts';
import { namesIn } from '../expressions/syntax.ts';
import type { Indicator, Population, Programme } from '../programme/schema.ts';
import type { AnyDefinition } from '../surveys/definition.ts';

type Test = (row: number) => boolean;

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
  /** The row is due: it belongs to the population, counted or not. */
  includes: Test;
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
  const tests: Test[] = [];
  let inapplicable = false;
  if (indicator.wave !== undefined) tests.push(equals(table, 'wave', indicator.wave));
  if (indicator.where !== undefined) tests.push(compiled(table, names, indicator.where).holds);
  if (filters.sites) tests.push(amongSites(table, filters.sites));
  if (filters.where !== undefined) {
    const lacks = namesIn(parseExpression(filters.where)).some((name) => !names.has(name));
    if (lacks) inapplicable = true;
    else tests.push(compiled(table, names, filters.where).holds);
  }
  if (filters.cohort !== undefined) {
    inapplicable ||= nothingIn(table, 'cohort');
    tests.push(equals(table, 'cohort', filters.cohort));
  }
  if (filters.minDays !== undefined && filters.minDays > 0) {
    inapplicable ||= nothingIn(table, 'days');
    tests.push(atLeast(table, 'days', filters.minDays));
  }
  return { table, names, inapplicable, includes: (row) => tests.every((test) => test(row)) };
}

/** An expression over a population's names alone, whatever else the table has. */
export function compiled(table: PopulationTable, names: Names, text: string): CompiledExpression {
  return compileExpression(parseExpression(text), (name) => (names.has(name) ? table.find(name) : undefined));
}

function equals(table: PopulationTable, name: string, wanted: string): Test {
  const column = table.find(name);
  if (column?.kind !== 'code') return () => false;
  const code = column.dictionary.indexOf(wanted);
  return code < 0 ? () => false : (row) => column.codes[row] === code;
}

function atLeast(table: PopulationTable, name: string, least: number): Test {
  const column = table.find(name);
  return column?.kind === 'number' ? (row) => (column.values[row] ?? Number.NaN) >= least : () => false;
}

export function amongSites(table: PopulationTable, sites: readonly string[]): Test {
  const site = table.find('site');
  const read = site && readerOf(site);
  return (row) => {
    const value = read?.(row);
    return typeof value === 'string' && sites.includes(value);
  };
}

/** The population has rows, and not one of them has the value. */
function nothingIn(table: PopulationTable, name: string): boolean {
  const column = table.find(name);
  if (!column) return true;
  const present = presenceOf(column);
  for (let row = 0; row < table.size; row++) if (present(row)) return false;
  return table.size > 0;
}
