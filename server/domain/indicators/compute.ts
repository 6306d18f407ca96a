// Goals of a programme as figures: complete and unsuppressed. Nothing leaves for a reader but through disclosure/protect.ts.
import type { Goal, Indicator, Population, Target } from '../programme/schema.ts';
import type { By } from './by.ts';
import { countBy } from './count.ts';
import { type GroupList, listOf } from './groups.ts';
import type { Basis, CellList, CountedGoal, Figures, GroupKey, GroupResult, Status } from './results.ts';
import { type Filters, type Selection, type Source, select } from './selection.ts';
import { statusOf } from './status.ts';
import { noFigures } from './tally.ts';
import { responseRateGap, smallBase } from './warnings.ts';

export interface ResultsRequest extends Source, Filters {
  by?: By;
}

/**
 * Every goal of the programme, in its order, with a group for every value of each list asked for that its population has.
 * Rows that lack a list's variable count in the total and in no group of that list.
 * @throws ExpressionError or RangeError when a goal or the filter cannot be counted; checkGoal says so beforehand
 */
export function computeResults(request: ResultsRequest): CountedGoal[] {
  return request.programme.goals.map((goal) => computeGoal(goal, request));
}

type Countable = Indicator & { population: Population };
/** The goal's own figure at a wave. */
type Reference = (wave: string) => number | null;

function computeGoal(goal: Goal, request: ResultsRequest): CountedGoal {
  const { indicator } = goal;
  if (indicator.measure === 'judged' || indicator.population === undefined) return judged(goal);
  const countable: Countable = { ...indicator, population: indicator.population };
  const selection = select(request, countable, request);
  const total = countBy(selection, countable, null, 1);
  const figures = total.figures[0] ?? noFigures;
  const by = request.by ?? [];
  const lists = listsOf(request, selection, by);
  const counted = lists.map((list) => ({ list, ...countBy(selection, countable, list, list.keys.length) }));
  const basis: Basis = {
    rowset: rowsetOf(countable),
    survey: indicator.survey ?? null,
    total: total.cells[0] ?? { rows: 0, base: 0, numerator: null, due: 0 },
    genderGap: indicator.population === 'followUps' && genderGap(request, selection, countable),
    lists: counted.map(({ list, cells }) => cellList(list, cells)),
  };
  const asked = counted.filter(({ list }) => by.some((names) => names.join() === list.variables.join()));
  const groups = asked.flatMap(({ list, figures: each }) =>
    list.keys.map((key, at) =>
      groupResult(goal, key, each[at] ?? noFigures, (wave) => referenceOf(goal, wave, request, list, at)),
    ),
  );
  const warnings: CountedGoal['warnings'] = [];
  if (selection.inapplicable) warnings.push('filterNotApplicable');
  if (smallBase(indicator.measure, figures)) warnings.push('smallBase');
  if (basis.genderGap || responseRateGap(groups)) warnings.push('responseRateGap');
  return {
    ...head(goal),
    ...figures,
    status: goal.target
      ? statusFor(goal, figures.value, goal.target, (wave) => referenceOf(goal, wave, request, null, 0))
      : null,
    warnings,
    suppressed: false,
    groups,
    basis,
  };
}

const head = ({ id, title, indicator, target, verdict }: Goal) => ({
  id,
  title: title as Record<string, string>,
  measure: indicator.measure,
  target: target ?? null,
  verdict: verdict ?? null,
});

function judged(goal: Goal): CountedGoal {
  const cell = { rows: 0, base: 0, numerator: null, due: 0 };
  return {
    ...head(goal),
    ...noFigures,
    status: goal.verdict ? 'judged' : 'noData',
    warnings: [],
    suppressed: false,
    groups: [],
    basis: { rowset: 'judged', survey: null, total: cell, genderGap: false, lists: [] },
  };
}

/** The lists asked for that the population has, and the margins of the crossed ones, each once. */
function listsOf(request: ResultsRequest, { table }: Selection, by: By): GroupList[] {
  const margins = by.filter((names) => names.length > 1).flatMap((names) => names.map((name) => [name]));
  const all = [...by, ...margins].filter(
    (names, at, every) => every.findIndex((other) => other.join() === names.join()) === at,
  );
  return all.flatMap((names) => listOf(request.programme, table, names, request.sites) ?? []);
}

function cellList({ variables, keys }: GroupList, cells: CellList['cells']): CellList {
  const leftOut = cells.at(-1) ?? { rows: 0, base: 0, numerator: null, due: 0 };
  return { variables, keys, cells: cells.slice(0, -1), leftOut };
}

function groupResult(goal: Goal, by: GroupKey, figures: Figures, reference: Reference): GroupResult {
  const target = targetOf(goal, by);
  const status = target && statusFor(goal, figures.value, target, reference);
  return { by, ...figures, target, status, suppressed: false };
}

/** The target named for exactly this group, else the site's own. */
function targetOf({ groupTargets = [], siteTargets = {} }: Goal, by: GroupKey): Target | null {
  const names = Object.keys(by);
  const same = (key: Record<string, string | number | boolean>) =>
    Object.keys(key).length === names.length && names.every((name) => String(key[name]) === String(by[name]));
  const own = groupTargets.find((each) => same(each.by));
  if (own) return own.target;
  const site = names.length === 1 ? by.site : undefined;
  return site !== undefined && Object.hasOwn(siteTargets, site) ? (siteTargets[site] ?? null) : null;
}

function statusFor(goal: Goal, value: number | null, target: Target, reference: Reference): Status {
  return statusOf(value, target, goal.near, 'aboveWave' in target ? reference(target.aboveWave) : null);
}

/** The same figure at another wave: of the whole, or of one group of a list. */
function referenceOf(
  { indicator }: Goal,
  wave: string,
  request: ResultsRequest,
  list: GroupList | null,
  at: number,
): number | null {
  if (!indicator.population) return null;
  const earlier: Countable = { ...indicator, population: indicator.population, wave };
  const counts = countBy(select(request, earlier, request), earlier, list, list?.keys.length ?? 1);
  return counts.figures[at]?.value ?? null;
}

/** Warned of even when no list of genders is asked for, among genders large enough to be shown. */
function genderGap(request: ResultsRequest, selection: Selection, indicator: Countable): boolean {
  const list = listOf(request.programme, selection.table, ['gender'], request.sites);
  if (!list) return false;
  const { figures } = countBy(selection, indicator, list, list.keys.length);
  const least = request.programme.suppression.below;
  const groups = list.keys.map((by, at) => ({ by, ...(figures[at] ?? noFigures) }));
  return responseRateGap(groups.filter(({ responseRate }) => (responseRate?.due ?? 0) >= least));
}

/** Goals with the same rows have the same text. `of` narrows the rows of a count, not those of a share. */
function rowsetOf({ population, survey, wave, where, measure, of }: Countable): string {
  const counted = measure === 'count' || measure === 'people' ? of : undefined;
  return JSON.stringify([population, survey, wave, where, counted]);
}
