// The rows that a goal counts, the names it counts them by, and to which group of a list each row belongs.
import { readerOf } from '../answers/columns.ts';
import type { PopulationTable } from '../answers/table.ts';
import { parseExpression } from '../expressions/parse.ts';
import { namesIn } from '../expressions/syntax.ts';
import type { GroupKey } from '../indicators/results.ts';
import { compiled, type Source, select } from '../indicators/selection.ts';
import type { Indicator, Population } from '../programme/schema.ts';

export type Countable = Indicator & { population: Population };

export interface GoalRows {
  table: PopulationTable;
  rows: number[];
}

/** @param sites only these, when given */
export function rowsOfGoal(source: Source, indicator: Countable, sites?: readonly string[]): GoalRows {
  const { table, names, included } = select(source, indicator, { sites });
  const { measure, of } = indicator;
  const narrowing = (measure === 'count' || measure === 'people') && typeof of === 'string';
  const holds = narrowing ? compiled(table, names, of).holds : () => true;
  const rows: number[] = [];
  for (let row = 0; row < table.size; row++)
    if ((!table.counted || table.counted[row] === 1) && included[row] === 1 && holds(row)) rows.push(row);
  return { table, rows };
}

/** Names that the measure reads; of meanChange the questions. None of counts: their rows are all alike. */
export function namesCounted({ measure, of }: Indicator): string[] {
  if (of === undefined || measure === 'count' || measure === 'people') return [];
  const terms = [of].flat();
  if (measure === 'meanChange') return terms;
  return [...new Set(terms.flatMap((term) => (/[{}]/.test(term) ? namesIn(parseExpression(term)) : [term])))];
}

/** By row the place of its group among `keys`; -1 for none. */
export function groupPlaces(table: PopulationTable, keys: readonly GroupKey[]): (row: number) => number {
  const variables = Object.keys(keys[0] ?? {});
  const readers = variables.map((name) => {
    const column = table.find(name);
    return column ? readerOf(column) : () => null;
  });
  const textOf = (values: unknown[]) => JSON.stringify(values);
  const places = new Map(keys.map((key, at) => [textOf(variables.map((name) => key[name])), at]));
  return (row) => places.get(textOf(readers.map((read) => read(row)))) ?? -1;
}
