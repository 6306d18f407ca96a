// Two names of one population against each other.
import type { Column } from '../answers/columns.ts';
import type { GoalResult, GroupKey, GroupResult, SuppressedGoal, SuppressedGroup } from '../indicators/results.ts';
import { amongSites, populationOf, type Source } from '../indicators/selection.ts';
import { isBroken, ofCards, ofResponses } from '../indicators/versions.ts';
import type { Goal, Population, Programme } from '../programme/schema.ts';
import { type Categorised, categorise } from './categories.ts';
import type { Category, CrossTableFindings } from './findings.ts';
import { rowsBehind } from './sizes.ts';
import { sumOf, tabulate } from './tables.ts';
import { type DeclaredVariable, findVariable } from './variables.ts';

export interface CrossTableQuestion extends Source {
  population: Population;
  survey?: string | undefined;
  row: string;
  column: string;
  sites?: readonly string[] | undefined;
}

/** For someone who may see individuals. Whether versions may be counted together stands apart, in `crossesBreak`. @throws RangeError naming what cannot be crossed */
export function crossTable(question: CrossTableQuestion): Omit<CrossTableFindings, 'versionsNotComparable'> {
  const { population, survey, sites } = question;
  const { table } = populationOf(question, population, survey);
  const within = sites && amongSites(table, sites);
  const rows: number[] = [];
  for (let row = 0; row < table.size; row++)
    if ((!table.counted || table.counted[row] === 1) && within?.[row] !== 0) rows.push(row);
  const side = (name: string) => {
    const variable = crossable(question, name);
    return { variable, categorised: categorise(variable, columnOf(table.find(name), name), rows) };
  };
  const [down, across] = [side(question.row), side(question.column)];
  const counted = count(down.categorised, across.categorised, rows);
  return { ...counted, suppressed: false, row: headOf(down), column: headOf(across) };
}

/** One of the two was asked in versions whose answers are not to be counted together. */
export function crossesBreak(question: CrossTableQuestion): boolean {
  const { population, survey, row, column } = question;
  if (population === 'assessed') return isBroken(ofCards(question, [row, column]));
  return survey !== undefined && isBroken(ofResponses(question, survey, [row, column]));
}

function columnOf(column: Column | undefined, name: string): Column {
  if (!column) throw new RangeError(`"${name}" has no values here`);
  return column;
}

function crossable(question: Omit<CrossTableQuestion, 'table'>, name: string): DeclaredVariable {
  const variable = findVariable(question, question.population, question.survey, name);
  if (!variable) throw new RangeError(`"${name}" is not a name of ${question.population}`);
  if (variable.type === 'text' || variable.type === 'date')
    throw new RangeError(
      `"${name}" is ${variable.type === 'text' ? 'free text' : 'a date'}: choose one with set values`,
    );
  return variable;
}

interface Side {
  variable: DeclaredVariable;
  categorised: Pick<Categorised, 'categories' | 'multiple'>;
}
const headOf = ({ variable: { name, title, moment }, categorised: { categories, multiple } }: Side) => ({
  ...{ name, title, moment, categories, multiple },
});

type Counted = Omit<CrossTableFindings, 'row' | 'column' | 'suppressed' | 'versionsNotComparable'>;

/** With several values a row, totals are of rows, and cells may add up to more. */
function count(down: Categorised, across: Categorised, rows: readonly number[]): Counted {
  const counts = down.categories.map(() => across.categories.map(() => 0));
  const rowTotals = down.categories.map(() => 0);
  const columnTotals = across.categories.map(() => 0);
  let total = 0;
  for (const row of rows) {
    const [ys, xs] = [down.placesOf(row), across.placesOf(row)];
    if (ys.length === 0 || xs.length === 0) continue;
    total += 1;
    for (const y of ys) rowTotals[y] = (rowTotals[y] ?? 0) + 1;
    for (const x of xs) columnTotals[x] = (columnTotals[x] ?? 0) + 1;
    for (const y of ys)
      for (const x of xs) {
        const line = counts[y];
        if (line) line[x] = (line[x] ?? 0) + 1;
      }
  }
  const margins = { rows: rowTotals, columns: columnTotals, total };
  return { ...tabulate(counts, margins, down.multiple || across.multiple), missing: rows.length - total };
}

/** The goal whose results carry a cross table of protected figures: it counts all rows of the population, narrowed by nothing. */
export function findCarrier(programme: Programme, population: Population, survey?: string): Goal | undefined {
  const countsAll = ({ indicator }: Goal) => {
    const { measure, where, wave, of } = indicator;
    const isNarrow = where !== undefined || wave !== undefined || (measure === 'count' && of !== undefined);
    const isKind = measure === 'count' || measure === 'share' || measure === 'mean' || measure === 'meanChange';
    return indicator.population === population && indicator.survey === survey && isKind && !isNarrow;
  };
  const all = programme.goals.filter(countsAll);
  return all.find(({ indicator }) => indicator.measure === 'count') ?? all[0];
}

/**
 * For someone who may not see individuals: the groups of two one-way lists and of the crossed one, as the results show them.
 * A cell is here if and only if the results show that group, so whatever they protect is protected here; there is no test
 * while a cell is hidden. A row or column shown in full is the sum of its cells; one with a hidden cell is the group's own number.
 */
export function protectedCrossTable(
  question: Omit<CrossTableQuestion, 'table'>,
  { indicator }: Goal,
  result: GoalResult | SuppressedGoal,
): Omit<CrossTableFindings, 'versionsNotComparable'> {
  const { row, column } = question;
  if (result.suppressed) return hiddenTable(question);
  const side = (name: string): Side => {
    const keys = listOf(result.groups, [name]).map(({ by }) => by[name] ?? '');
    const variable = crossable(question, name);
    return { variable, categorised: { categories: keys.map((value) => named(variable, value)), multiple: false } };
  };
  const [down, across] = [side(row), side(column)];
  const sizes = new Map(
    result.groups.flatMap((group) =>
      group.suppressed ? [] : [[keyOf(group.by), rowsBehind(indicator, group)] as const],
    ),
  );
  const sizeOf = (key: GroupKey) => sizes.get(keyOf(key)) ?? null;
  const valuesOf = ({ categorised }: Side) => categorised.categories.map(({ value }) => value as string | number);
  const [ys, xs] = [valuesOf(down), valuesOf(across)];
  const counts = ys.map((y) => xs.map((x) => sizeOf({ [row]: y, [column]: x })));
  const total = rowsBehind(indicator, result);
  const sums = {
    rows: ys.map((y, at) => sumOf(counts[at] ?? []) ?? sizeOf({ [row]: y })),
    columns: xs.map((x, at) => sumOf(counts.map((line) => line[at] ?? null)) ?? sizeOf({ [column]: x })),
    total: sumOf(counts.flat()),
  };
  return {
    ...tabulate(counts, { ...sums, total: sums.total ?? total }),
    suppressed: false,
    missing: sums.total === null ? null : total - sums.total,
    row: headOf(down),
    column: headOf(across),
  };
}

function hiddenTable(question: Omit<CrossTableQuestion, 'table'>) {
  const headless = (name: string): Side => ({
    variable: crossable(question, name),
    categorised: { categories: [], multiple: false },
  });
  const nothing = { ...tabulate([], { rows: [], columns: [], total: null }), noTest: 'hidden' as const };
  const heads = { row: headOf(headless(question.row)), column: headOf(headless(question.column)) };
  return { ...nothing, ...heads, suppressed: true, missing: null };
}

function named({ declared, bands }: DeclaredVariable, value: string | number): Category {
  const known = declared.find((each) => String(each.value) === String(value));
  return { value, title: known?.title ?? null, below: bands?.find((each) => each > Number(value)) ?? null };
}

const keyOf = (key: GroupKey): string => JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)));
const listOf = (groups: readonly (GroupResult | SuppressedGroup)[], names: string[]) =>
  groups.filter(({ by }) => Object.keys(by).join() === names.join());
