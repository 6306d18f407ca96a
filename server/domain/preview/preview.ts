// What a goal that is being made would come to: about, for whoever may not see individuals.
import type { Column } from '../answers/columns.ts';
import { type Prepared, prepare } from '../indicators/prepare.ts';
import type { Status } from '../indicators/results.ts';
import { type Source, select } from '../indicators/selection.ts';
import { statusOf } from '../indicators/status.ts';
import { standing } from '../indicators/tally.ts';
import type { Goal, Indicator, Population, Target } from '../programme/schema.ts';
import { type Counter, counterOf, noRows, type RowSum, type Secret } from './noise.ts';
import { type RowKeys, rowKeysOf } from './rowKeys.ts';

/** Each number is a multiple of the suppression limit; of shareOfSites they are sites, told by such numbers. */
export interface AboutFigures {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  missing: number;
  n: number | null;
  /** There are rows, but too few for a share or a mean to be told. */
  tooFew: boolean;
}
export interface Preview extends AboutFigures {
  status: Status | null;
}
type Countable = Indicator & { population: Population };
export type PreviewedGoal = Pick<Goal, 'indicator' | 'target' | 'near'>;

const nothing: AboutFigures = {
  value: null,
  numerator: null,
  denominator: null,
  missing: 0,
  n: null,
  tooFew: false,
};

/** @throws ExpressionError or RangeError when the goal cannot be counted; checkGoal says so beforehand */
export function previewGoal(source: Source, { indicator, target, near }: PreviewedGoal, secret: Secret): Preview {
  const { population } = indicator;
  if (indicator.measure === 'judged' || population === undefined) return { ...nothing, status: null };
  const countable = { ...indicator, population };
  const figures = figuresOf(source, countable, secret);
  if (!target) return { ...figures, status: null };
  const reference = 'aboveWave' in target ? figuresOf(source, { ...countable, wave: target.aboveWave }, secret) : null;
  return { ...figures, status: statusOf(figures.value, target, near, reference?.value ?? null) };
}

function figuresOf(source: Source, indicator: Countable, secret: Secret): AboutFigures {
  const prepared = prepare(select(source, indicator, {}), indicator);
  const base = source.programme.suppression.below;
  const keys = rowKeysOf(prepared.table);
  const work = { prepared, base, keys, counter: counterOf(keys, base, secret) };
  return prepared.reach ? ofSites(work, prepared.reach) : ofRows(work, () => true);
}

interface Work {
  prepared: Prepared;
  keys: RowKeys;
  counter: Counter;
  base: number;
}
type IsIn = (row: number) => boolean;

function ofRows(work: Work, isIn: IsIn): AboutFigures {
  const { counting } = work.prepared;
  if (counting.measure === 'share') return share(work, isIn);
  if (counting.values) return mean(work, counting.values, isIn);
  const value = work.counter.about(counting.measure === 'people' ? people(work, isIn) : counted(work, isIn));
  return { ...nothing, value, denominator: value };
}

function share({ prepared: { counting }, counter, base }: Work, isIn: IsIn): AboutFigures {
  const [hits, rest, lacking] = [noRows(), noRows(), noRows()];
  const isOverAll = counting.base === 'all';
  for (const [row, is] of counting.standings.entries()) {
    if (is < standing.incomplete || !isIn(row)) continue;
    const isComplete = is === standing.complete || is === standing.completeHit;
    if (!isComplete) counter.add(lacking, row);
    if (!isComplete && !isOverAll) continue;
    counter.add(rest, row);
    if (is === standing.completeHit || is === standing.incompleteHit) counter.add(hits, row);
  }
  const denominator = counter.about(rest);
  const missing = counter.about(lacking);
  if (denominator < 2 * base) return { ...nothing, denominator, missing, tooFew: denominator > 0 };
  const numerator = Math.min(counter.about(hits), denominator);
  return { ...nothing, value: numerator / denominator, numerator, denominator, missing };
}

/** Of how many rows have each value, about: the values of few rows cannot be told from a mean of those. */
function mean({ prepared: { counting }, counter, base }: Work, values: Column, isIn: IsIn): AboutFigures {
  const lacking = noRows();
  const byValue = values.dictionary.map(noRows);
  for (const [row, is] of counting.standings.entries())
    if (is >= standing.incomplete && isIn(row)) counter.add(byValue[values.codes[row] as number] ?? lacking, row);
  const counts = byValue.map((sum) => counter.about(sum));
  const n = counts.reduce((sum, each) => sum + each, 0);
  const missing = counter.about(lacking);
  if (n < 2 * base) return { ...nothing, n, missing, tooFew: n > 0 };
  const total = counts.reduce((sum, each, at) => sum + each * Number(values.dictionary[at]), 0);
  return { ...nothing, value: total / n, n, missing };
}

function counted({ prepared: { counting }, counter }: Work, isIn: IsIn): RowSum {
  const rows = noRows();
  for (const [row, is] of counting.standings.entries())
    if (is >= standing.incomplete && isIn(row)) counter.add(rows, row);
  return rows;
}

/** Of somebody with several rows always the same one stands in, whichever of them are counted. */
function people({ prepared: { counting }, counter, keys }: Work, isIn: IsIn): RowSum {
  const firsts = new Map<number, number>();
  for (const [row, person] of counting.people.entries()) {
    const first = firsts.get(person);
    if (first === undefined || (keys.high[row] as number) < (keys.high[first] as number)) firsts.set(person, row);
  }
  const present = new Set<number>();
  for (const [row, is] of counting.standings.entries())
    if (is >= standing.incomplete && isIn(row)) present.add(counting.people[row] ?? -1);
  const sum = noRows();
  for (const person of present) if (person >= 0) counter.add(sum, firsts.get(person) ?? 0);
  return sum;
}

/** Sites that reach the target by their rounded numbers, of those with rows; `missing` are those with too few to tell. */
function ofSites(work: Work, target: Target): AboutFigures {
  const site = work.prepared.table.find('site');
  if (!site) throw new RangeError('shareOfSites needs a population with sites');
  const bySite = site.dictionary.map((_, code) => ofRows(work, (row) => site.codes[row] === code));
  const told = bySite.filter(({ value, tooFew }) => !tooFew && value !== null && value !== undefined);
  const withRows = told.filter(({ denominator, n }) => (n ?? denominator ?? 0) > 0);
  const numerator = withRows.filter(({ value }) => statusOf(value, target) === 'met').length;
  const denominator = withRows.length;
  const value = denominator > 0 ? numerator / denominator : null;
  return { ...nothing, value, numerator, denominator, missing: bySite.filter(({ tooFew }) => tooFew).length };
}
