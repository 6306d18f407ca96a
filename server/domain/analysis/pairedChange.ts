// First and last answers of the goal's questions, row by row: what meanChange is the mean of.
import { readerOf } from '../answers/columns.ts';
import type { PopulationTable } from '../answers/table.ts';
import { parseExpression } from '../expressions/parse.ts';
import { namesIn } from '../expressions/syntax.ts';
import type { GroupKey } from '../indicators/results.ts';
import type { Source } from '../indicators/selection.ts';
import { type Change, changeOf, type Pair } from '../statistics/change.ts';
import type { Category, PairedChange } from './findings.ts';
import { type Countable, type GoalRows, groupPlaces, namesCounted } from './goalRows.ts';
import { findVariable } from './variables.ts';

/** A row's means over the questions it has, at the first and the last card; undefined where it has none. */
export function pairReader(table: PopulationTable, questions: readonly string[]): (row: number) => Pair | undefined {
  const read = (name: string) => {
    const column = table.find(name);
    return column ? readerOf(column) : () => null;
  };
  const readers = questions.map((name) => [read(`${name}.first`), read(`${name}.last`)] as const);
  return (row) => {
    let [n, first, last] = [0, 0, 0];
    for (const [readFirst, readLast] of readers) {
      const [a, b] = [readFirst(row), readLast(row)];
      if (typeof a !== 'number' || typeof b !== 'number') continue;
      n += 1;
      first += a;
      last += b;
    }
    return n > 0 ? [first / n, last / n] : undefined;
  };
}

/** @param groups null: no list, or its groups may not be told */
export function pairedChange(
  source: Source,
  indicator: Countable,
  { table, rows }: GoalRows,
  groups: readonly GroupKey[] | null,
): PairedChange {
  const questions = namesCounted(indicator);
  const pairOf = pairReader(table, questions);
  const pairs = rows.flatMap((row) => {
    const pair = pairOf(row);
    return pair ? [pair] : [];
  });
  const [only] = questions;
  const variable = findVariable(source, 'assessed', undefined, `${only}.first`);
  return {
    ...changeOf(pairs),
    missing: rows.length - pairs.length,
    transitions: questions.length === 1 && variable ? transitionsOf(variable.declared, pairs) : null,
    pickedByFirst: picksByFirst(indicator.where),
    groups: groups && byGroup(groups, groupPlaces(table, groups), rows, pairOf),
  };
}

function byGroup(
  groups: readonly GroupKey[],
  placeOf: (row: number) => number,
  rows: readonly number[],
  pairOf: (row: number) => Pair | undefined,
): NonNullable<PairedChange['groups']> {
  const pairs: Pair[][] = groups.map(() => []);
  for (const row of rows) {
    const pair = pairOf(row);
    if (pair) pairs[placeOf(row)]?.push(pair);
  }
  const short = ({ n, up, same, down, mean, effect }: Change) => ({ n, up, same, down, mean, effect });
  return groups.map((by, at) => ({ by, ...short(changeOf(pairs[at] ?? [])) }));
}

/** Null where answers are not among the declared ones. */
function transitionsOf(categories: Category[], pairs: readonly Pair[]): PairedChange['transitions'] {
  const counts = categories.map(() => categories.map(() => 0));
  const placeOf = (value: number) => categories.findIndex((each) => each.value === value);
  for (const [first, last] of pairs) {
    const row = counts[placeOf(first)];
    const column = placeOf(last);
    if (!row || column < 0) return null;
    row[column] = (row[column] ?? 0) + 1;
  }
  return categories.length > 0 ? { categories, counts } : null;
}

/** A group picked by its first value regresses to the mean whatever happens to it. */
function picksByFirst(where: string | undefined): boolean {
  return where !== undefined && namesIn(parseExpression(where)).some((name) => name.endsWith('.first'));
}
