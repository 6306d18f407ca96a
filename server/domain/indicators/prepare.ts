// An indicator's rows, each looked at once however many lists they are grouped by.
import { type NumberColumn, numberColumn } from '../answers/columns.ts';
import type { Names } from '../answers/names.ts';
import type { PopulationTable } from '../answers/table.ts';
import type { CompiledExpression } from '../expressions/compile.ts';
import type { Indicator, Population, Target } from '../programme/schema.ts';
import { compiled, type Selection } from './selection.ts';
import { type Counting, standing } from './tally.ts';

export interface Prepared {
  table: PopulationTable;
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
  return {
    table,
    counting: countingOf(table, names, { ...asked, measure: asked.measure }, population, selection.included),
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
  included: Uint8Array,
): Counting {
  const { measure } = indicator;
  const base = indicator.base ?? (population === 'enrolments' || population === 'exits' ? 'all' : 'answered');
  const isMean = measure === 'mean' || measure === 'meanChange';
  const expression = isMean ? undefined : expressionOf(table, names, indicator);
  return {
    measure,
    base,
    standings: measure === 'share' ? sharing(table, included, expression) : counted(table, included, expression),
    ...(isMean && { values: valuesOf(table, names, indicator, included) }),
    people: table.people,
    ...(table.weights && { weights: table.weights }),
  };
}

/** Rows that are due and not counted: follow-ups of those who were not reached. */
const isCounted = ({ counted: counts }: PopulationTable, row: number) => !counts || counts[row] === 1;

/** Of a count or a mean: `of` narrows the rows of a count. */
function counted(table: PopulationTable, included: Uint8Array, narrow?: CompiledExpression): Uint8Array {
  const mask = narrow?.mask(table.size);
  return included.map((isIn, row) => {
    if (isIn === 0 || mask?.[row] === 0) return standing.out;
    return isCounted(table, row) ? standing.complete : standing.due;
  });
}

const shared = (complete: boolean, hit: boolean) => standing.incomplete + 2 * Number(complete) + Number(hit);

/** One name: a row's standing follows from its code. */
function sharingByCode(included: Uint8Array, { column, of }: NonNullable<CompiledExpression['byCode']>): Uint8Array {
  const { codes, dictionary } = column;
  const byCode = Uint8Array.from({ length: dictionary.length + 1 }, (_, at) => {
    const { complete, holds } = of(at - 1);
    return shared(complete, holds);
  });
  const standings = new Uint8Array(included.length);
  for (let row = 0; row < standings.length; row++)
    standings[row] = (included[row] as number) * (byCode[(codes[row] as number) + 1] as number);
  return standings;
}

/** Of a share: complete or not, a hit or not. Without an expression every row is a hit. */
function sharing(table: PopulationTable, included: Uint8Array, expression?: CompiledExpression): Uint8Array {
  const standings = expression?.byCode ? sharingByCode(included, expression.byCode) : included.slice();
  if (!expression?.byCode) {
    const complete = expression?.completeness(table.size) ?? new Uint8Array(table.size).fill(1);
    const hits = expression?.mask(table.size) ?? complete;
    for (let row = 0; row < standings.length; row++)
      standings[row] = (standings[row] as number) * shared(complete[row] === 1, hits[row] === 1);
  }
  if (table.counted)
    for (let row = 0; row < standings.length; row++)
      if (included[row] === 1 && !isCounted(table, row)) standings[row] = standing.due;
  return standings;
}

/** Names or numeric expressions that a mean is taken of; meanChange takes the change of each question. */
export function termsOf({ measure, of }: Countable): string[] {
  const terms = of === undefined ? [] : [of].flat();
  const braced = (term: string) => (/[{}]/.test(term) ? term : `{${term}}`);
  return measure === 'meanChange' ? terms.map((term) => `{${term}.change}`) : terms.map(braced);
}

/** A row's mean over those of the questions it has; missing where it has none. One plain name is taken as it is. */
function valuesOf(table: PopulationTable, names: Names, indicator: Countable, included: Uint8Array): NumberColumn {
  const terms = termsOf(indicator);
  const [only = ''] = terms;
  const plain = terms.length === 1 && names.has(only.slice(1, -1)) ? table.find(only.slice(1, -1)) : undefined;
  if (plain?.kind === 'number') return plain;
  const readers = terms.map((term) => compiled(table, names, term).value);
  return numberColumn(table.size, (row) => {
    if (included[row] === 0) return undefined;
    const numbers = readers
      .map((term) => term(row))
      .filter((value) => typeof value === 'number' && Number.isFinite(value));
    if (numbers.length === 0) return undefined;
    return numbers.reduce<number>((sum, value) => sum + Number(value), 0) / numbers.length;
  });
}
