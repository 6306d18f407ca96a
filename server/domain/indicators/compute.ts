// Goals of a programme as figures: complete and unsuppressed. Nothing leaves for a reader but through disclosure/protect.ts.

import type { PopulationTable } from '../answers/table.ts';
import type { Goal, Indicator, Population, Target } from '../programme/schema.ts';
import type { By } from './by.ts';
import { countBy } from './count.ts';
import { type GroupList, listOf } from './groups.ts';
import { type Prepared, prepare } from './prepare.ts';
import type { Basis, Cell, CellList, CountedGoal, Figures, GroupResult, Status } from './results.ts';
import { type Filters, type Source, select } from './selection.ts';
import { statusOf } from './status.ts';
import { noFigures } from './tally.ts';
import { targetOf } from './targets.ts';
import { isBroken, stretchesOf } from './versions.ts';
import { responseRateGap, smallBase } from './warnings.ts';

export interface ResultsRequest extends Source, Filters {
  by?: By;
}

/** The request while it is worked on. */
interface Work {
  request: ResultsRequest;
  by: By;
  listOf: (table: PopulationTable, names: string[]) => GroupList | undefined;
}

/**
 * Every goal of the programme, in its order, with a group for every value of each list asked for that its population has.
 * Rows that lack a list's variable count in the total and in no group of that list.
 * @throws ExpressionError or RangeError when a goal or the filter cannot be counted; checkGoal says so beforehand
 */
export function computeResults(request: ResultsRequest): CountedGoal[] {
  const work: Work = {
    request,
    by: request.by ?? [],
    listOf: (table, names) => listOf(request.programme, table, names, request.sites),
  };
  return request.programme.goals.map((goal) => computeGoal(goal, work));
}

export type Countable = Indicator & { population: Population };
/** The goal's own figures at another wave: of the whole, or of each group of a list. */
type Reference = (wave: string) => Figures[];

function computeGoal(goal: Goal, work: Work): CountedGoal {
  const { indicator } = goal;
  if (indicator.measure === 'judged' || indicator.population === undefined) return judged(goal);
  const countable: Countable = { ...indicator, population: indicator.population };
  const selection = select(work.request, countable, work.request);
  const prepared = prepare(selection, countable);
  const total = countBy(prepared, null);
  const figures = total.figures[0] ?? noFigures;
  const counted = listsOf(work, prepared.table).map((list) => ({ list, ...countBy(prepared, list) }));
  const basis: Basis = {
    total: total.cells[0] ?? noCell,
    genderGap: prepared.rated && genderGap(work, prepared),
    lists: counted.map(({ list, cells }) => cellList(list, cells)),
  };
  const asked = counted.filter(({ list }) => work.by.some((names) => names.join() === list.variables.join()));
  const groups = asked.flatMap(({ list, figures: each }) =>
    groupResults(goal, list, each, earlier(work, countable, list)),
  );
  const warnings: CountedGoal['warnings'] = [];
  if (selection.inapplicable) warnings.push('filterNotApplicable');
  if (smallBase(indicator.measure, figures)) warnings.push('smallBase');
  if (isBroken(stretchesOf(work.request, goal))) warnings.push('versionsNotComparable');
  if (basis.genderGap || responseRateGap(groups)) warnings.push('responseRateGap');
  const status = goal.target ? statusFor(goal, figures.value, goal.target, earlier(work, countable, null), 0) : null;
  return { ...head(goal), ...figures, status, warnings, suppressed: false, groups, basis };
}

const noCell: Cell = { rows: 0, base: 0, numerator: null, due: 0 };

const head = ({ id, title, indicator, target, verdict }: Goal) => ({
  id,
  title: title as Record<string, string>,
  measure: indicator.measure,
  target: target ?? null,
  verdict: verdict ?? null,
});

function judged(goal: Goal): CountedGoal {
  return {
    ...head(goal),
    ...noFigures,
    status: goal.verdict ? 'judged' : 'noData',
    warnings: [],
    suppressed: false,
    groups: [],
    basis: { total: noCell, genderGap: false, lists: [] },
  };
}

/** The lists asked for that the population has, and the margins of the crossed ones, each once. */
function listsOf({ by, listOf: make }: Work, table: PopulationTable): GroupList[] {
  const margins = by.filter((names) => names.length > 1).flatMap((names) => names.map((name) => [name]));
  const all = [...by, ...margins];
  const each = all.filter((names, at) => all.findIndex((other) => other.join() === names.join()) === at);
  return each.flatMap((names) => make(table, names) ?? []);
}

function cellList({ variables, keys }: GroupList, cells: Cell[]): CellList {
  return { variables, keys, cells: cells.slice(0, -1), leftOut: cells.at(-1) ?? noCell };
}

function groupResults(goal: Goal, { keys }: GroupList, figures: Figures[], reference: Reference): GroupResult[] {
  return keys.map((by, at) => {
    const own = figures[at] ?? noFigures;
    const target = targetOf(goal, by);
    const status = target && statusFor(goal, own.value, target, reference, at);
    return { by, ...own, target, status, suppressed: false };
  });
}

function statusFor(goal: Goal, value: number | null, target: Target, reference: Reference, at: number): Status {
  const earlierValue = 'aboveWave' in target ? (reference(target.aboveWave)[at]?.value ?? null) : null;
  return statusOf(value, target, goal.near, earlierValue);
}

function earlier({ request }: Work, indicator: Countable, list: GroupList | null): Reference {
  const counted = new Map<string, Figures[]>();
  return (wave) => {
    const then = { ...indicator, wave };
    const figures = counted.get(wave) ?? countBy(prepare(select(request, then, request), then), list).figures;
    counted.set(wave, figures);
    return figures;
  };
}

/** Warned of even when no list of genders is asked for, among genders large enough to be shown. */
function genderGap({ request, listOf: make }: Work, prepared: Prepared): boolean {
  const list = make(prepared.table, ['gender']);
  if (!list) return false;
  const { figures } = countBy(prepared, list);
  const least = request.programme.suppression.below;
  const groups = list.keys.map((by, at) => ({ by, ...(figures[at] ?? noFigures) }));
  return responseRateGap(groups.filter(({ responseRate }) => (responseRate?.due ?? 0) >= least));
}
