// An indicator's rows, each looked at once however many lists they are grouped by.
import type { Names } from '../answers/names.ts';
import type { PopulationTable } from '../answers/table.ts';
import type { Indicator, Population, Target } from '../programme/schema.ts';
import { compiled, type Selection } from './selection.ts';
import type { Counting } from './tally.ts';

export interface Prepared {
  table: PopulationTable;
  /** Rows after all filters, due ones too. */
  rows: Int32Array;
  /** The row counts; false for follow-ups that were due and not reached. */
  counts: (row: number) => boolean;
  counting: Counting;
  /** Of shareOfSites: the target that a site meets. */
  reach: Target | null;
  /** Results carry a response rate. */
  rated: boolean;
}

type Countable = Pick<Indicator, 'measure' | 'of' | 'base'>;

export function prepare(selection: Selection, indicator: Indicator & { population: Population }): Prepared {
  const { table, names } = selection;
  const { population, reach } = indicator;
  const asked: Countable | undefined = indicator.measure === 'shareOfSites' ? reach : indicator;
  if (!asked || asked.measure === 'judged' || asked.measure === 'shareOfSites')
    throw new RangeError(`${indicator.measure} cannot be counted`);
  const narrow =
    asked.measure === 'count' || asked.measure === 'people' ? expressionOf(table, names, asked) : undefined;
  const rows: number[] = [];
  for (let row = 0; row < table.size && !selection.inapplicable; row++)
    if (selection.includes(row) && (!narrow || narrow.holds(row))) rows.push(row);
  const kept = Int32Array.from(rows);
  return {
    table,
    rows: kept,
    counts: (row) => !table.counted || table.counted[row] === 1,
    counting: countingOf(table, names, { ...asked, measure: asked.measure }, population, kept),
    reach: indicator.measure === 'shareOfSites' && reach ? reach.target : null,
    rated: population === 'followUps',
  };
}

const expressionOf = (table: PopulationTable, names: Names, { of }: Countable) =>
  typeof of === 'string' ? compiled(table, names, of) : undefined;

function countingOf(
  table: PopulationTable,
  names: Names,
  indicator: Countable & { measure: Counting['measure'] },
  population: Population,
  rows: Int32Array,
): Counting {
  const { measure } = indicator;
  const base = indicator.base ?? (population === 'enrolments' || population === 'exits' ? 'all' : 'answered');
  const counting: Counting = {
    measure,
    base,
    complete: () => true,
    holds: () => true,
    value: () => null,
    person: (row) => table.people[row] ?? -1,
  };
  if (measure === 'share') {
    const expression = expressionOf(table, names, indicator);
    return {
      ...counting,
      complete: once(table, rows, expression?.complete),
      holds: once(table, rows, expression?.holds),
    };
  }
  if (measure === 'mean' || measure === 'meanChange') counting.value = valuesOf(table, names, indicator, rows);
  return counting;
}

/** The test's outcomes, worked out for these rows now and looked up later. */
function once(
  table: PopulationTable,
  rows: Int32Array,
  test: (row: number) => boolean = () => true,
): (row: number) => boolean {
  const outcomes = new Uint8Array(table.size);
  for (const row of rows) if (test(row)) outcomes[row] = 1;
  return (row) => outcomes[row] === 1;
}

/** Names or numeric expressions that a mean is taken of; meanChange takes the change of each question. */
export function termsOf({ measure, of }: Countable): string[] {
  const terms = of === undefined ? [] : [of].flat();
  const braced = (term: string) => (/[{}]/.test(term) ? term : `{${term}}`);
  return measure === 'meanChange' ? terms.map((term) => `{${term}.change}`) : terms.map(braced);
}

/** A row's mean over those of the questions it has; null where it has none. */
function valuesOf(
  table: PopulationTable,
  names: Names,
  indicator: Countable,
  rows: Int32Array,
): (row: number) => number | null {
  const terms = termsOf(indicator).map((term) => compiled(table, names, term).value);
  const values = new Float64Array(table.size).fill(Number.NaN);
  for (const row of rows) {
    const numbers = terms
      .map((term) => term(row))
      .filter((value) => typeof value === 'number' && Number.isFinite(value));
    if (numbers.length > 0)
      values[row] = numbers.reduce<number>((sum, value) => sum + Number(value), 0) / numbers.length;
  }
  return (row) => {
    const value = values[row] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  };
}
