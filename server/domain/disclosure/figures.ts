// The goals of a programme as they stand in the system: which numbers each printed figure gives away.

import { variablesOf } from '../indicators/groups.ts';
import type { Cell, CountedGoal } from '../indicators/results.ts';
import type { Indicator, Programme } from '../programme/schema.ts';
import { addLayer, addNesting, type Counter, type Draft, keyText, type Layer, type Naming, total } from './layers.ts';
import { conditionsIn, conditionsOf, narrowed, type Rowset, rowsetOf, textOf } from './rowset.ts';
import { addHiding } from './system.ts';

/** The goals counted with one of the minimum times that may be asked for; 0 for none. */
export interface Slice {
  days: number;
  goals: CountedGoal[];
  /** By goal, the release at which it was counted. */
  since: number[];
}

export interface Rules {
  /** Groups of 1 to below-1 rows are hidden. */
  below: number;
  /** Shares with a numerator or remainder of 1 to below-1 are hidden too. */
  cells: boolean;
}

export interface Figure {
  goal: CountedGoal;
  rowset: Rowset;
  /** Goals with the same text here measure the same thing, perhaps over other rows. */
  measured: string;
  /** Expression of a share. */
  of: string | undefined;
  rows: Layer;
  /** Rows that the figure is reckoned on; the same as `rows` where all are. */
  base: Layer;
  /** Layers that are hidden for this figure alone. */
  own: Layer[];
  /** Where its numerator is a group of rows itself, such as the women: those rows. */
  group?: { rowset: Rowset; rows: Layer };
}

/** Figures of all goals that count rows, with their layers in the draft. */
export function addFigures(draft: Draft, programme: Programme, slices: readonly Slice[], rules: Rules): Figure[] {
  const indicators = new Map(programme.goals.map(({ id, indicator }) => [id, indicator]));
  const layers = new Map<string, Layer>();
  const once = (name: string, make: () => Layer): Layer => {
    const layer = layers.get(name) ?? make();
    layers.set(name, layer);
    return layer;
  };
  const figures = slices.flatMap(({ days, goals, since }) =>
    goals.flatMap((goal, place): Figure[] => {
      const { population, ...indicator } = indicators.get(goal.id) ?? { measure: 'judged' as const };
      if (indicator.measure === 'judged' || population === undefined) return [];
      if (goal.warnings.includes('filterNotApplicable')) return [];
      return [figureOf(draft, once, goal, rowsetOf({ ...indicator, population }, days, since[place] ?? 0), indicator)];
    }),
  );
  const variables = variablesOf(programme);
  for (const figure of figures)
    if (rules.cells) addParts(draft, figure, once);
    else addGroup(draft, figure, once, variables);
  return figures;
}

type Once = (name: string, make: () => Layer) => Layer;

function figureOf(
  draft: Draft,
  once: Once,
  goal: CountedGoal,
  rowset: Rowset,
  { measure, of }: Pick<Indicator, 'measure' | 'of'>,
): Figure {
  const { days } = rowset;
  const text = textOf(rowset);
  const rows = once(text, () => addLayer(draft, goal, (cell) => cell.rows, named(rowset), days > 0));
  const own: Layer[] = [];
  const counted = numbersOf(goal, (cell) => cell.rows);
  // Due ones belong to the rows themselves: both are printed together, whatever the goal.
  const due = numbersOf(goal, (cell) => cell.due);
  if (due !== counted) {
    const layer = once(`due ${text}`, () =>
      addLayer(draft, goal, (cell) => cell.due, otherwiseNamed('due', rowset), days > 0),
    );
    hideAlike(draft, rows, layer);
    for (const [group, part] of rows.places) addNesting(draft, part, layer.places.get(group));
  }
  const measured = JSON.stringify([measure, of]);
  const based = numbersOf(goal, (cell) => cell.base);
  const name = `base ${based} ${text}`;
  const base =
    based === counted
      ? rows
      : once(name, () => addBase(draft, goal, rows, otherwiseNamed(`base of ${measured}`, rowset), days > 0));
  if (base !== rows) own.push(base);
  return { goal, rowset, measured, of: measure === 'share' ? [of].flat()[0] : undefined, rows, base, own };
}

function addBase(draft: Draft, goal: CountedGoal, rows: Layer, name: Naming, hasMinimum: boolean): Layer {
  const base = addLayer(draft, goal, (cell) => cell.base, name, hasMinimum);
  hideWith(draft, rows, base);
  for (const [group, part] of base.places) addNesting(draft, part, rows.places.get(group));
  return base;
}

/** The share of women tells how many women there are at each site, as the crossed list would. */
function addGroup(draft: Draft, figure: Figure, once: Once, variables: readonly string[]): void {
  const { goal, rowset, of } = figure;
  const conditions = of === undefined ? [] : conditionsOf(of);
  if (!conditions.some((each) => variables.some((name) => each.startsWith(`${name}=`)))) return;
  const within = narrowed(rowset, conditions);
  const rows = once(textOf(within), () =>
    addLayer(draft, goal, (cell) => cell.numerator ?? 0, named(within), rowset.days > 0),
  );
  figure.own.push(rows);
  figure.group = { rowset: within, rows };
}

/** Of a share, the rows that hold and those that do not, as numbers to be protected themselves. */
function addParts(draft: Draft, { goal, rowset, of, base, rows, own }: Figure, once: Once): void {
  if (of === undefined) return;
  const within = narrowed(rowset, conditionsOf(of));
  const name = `${of} ${base === rows ? 'all' : 'answered'} ${textOf(rowset)}`;
  const hits = once(`hits ${name}`, () =>
    addLayer(draft, goal, (cell) => cell.numerator ?? 0, named(within), rowset.days > 0),
  );
  const rest = once(`rest ${name}`, () =>
    addLayer(
      draft,
      goal,
      (cell) => cell.base - (cell.numerator ?? 0),
      otherwiseNamed(`rest ${of} ${base === rows ? 'all' : 'answered'}`, rowset),
      rowset.days > 0,
    ),
  );
  own.push(hits, rest);
  for (const [group, part] of hits.places)
    draft.system.differences.push({
      part,
      whole: base.places.get(group) ?? part,
      rest: rest.places.get(group) ?? part,
    });
}

const numbersOf = ({ basis: { total: whole, lists } }: CountedGoal, counter: Counter): string =>
  [whole, ...lists.flatMap(({ cells, leftOut }) => [...cells, leftOut])].map(counter).join();

const named =
  (rowset: Rowset): Naming =>
  (key, lacking) =>
    textOf(narrowed(rowset, [...conditionsIn(key), ...(lacking === undefined ? [] : [`no ${lacking}`])]));

/** The same rows have the same name, whether they are a goal's own or a group of a wider one. */
const otherwiseNamed =
  (what: string, rowset: Rowset): Naming =>
  (key, lacking) =>
    `${what} ${named(rowset)(key, lacking)}`;

/** Where the first is hidden, the second is. */
function hideWith({ system }: Draft, first: Layer, second: Layer): void {
  for (const [group, at] of first.places) addHiding(system, at, second.places.get(group) ?? at);
}

function hideAlike(draft: Draft, first: Layer, second: Layer): void {
  hideWith(draft, first, second);
  hideWith(draft, second, first);
}

/** By printed cell the unknowns that it gives away: it is hidden when one of them is. */
export type Behind = Map<Cell, number[]>;

/**
 * Ties together what is hidden together. A figure is hidden with its rows; and what is its own is hidden all at once, in every
 * goal that measures the same over the same rows. The numerator of a share is its own too where it is a group of rows
 * elsewhere: the share of women by site is the crossed list of gender and site.
 */
export function tie(draft: Draft, figures: readonly Figure[]): Behind {
  const behind: Behind = new Map();
  const twins = new Map<string, Figure[]>();
  for (const figure of figures) {
    const name = `${figure.measured} ${textOf(figure.rowset)}`;
    twins.set(name, [...(twins.get(name) ?? []), figure]);
  }
  for (const same of twins.values()) {
    const own = [...new Set(same.flatMap((figure) => figure.own))];
    for (const figure of same) tieFigure(draft, figure, own, behind);
  }
  return behind;
}

function tieFigure(draft: Draft, { goal, rowset, of, rows }: Figure, own: readonly Layer[], behind: Behind): void {
  const { basis } = goal;
  const hits = of === undefined ? undefined : named(narrowed(rowset, conditionsOf(of)));
  const tied = (cell: Cell, group: string, numerator: number | undefined): number[] => {
    const row = rows.places.get(group);
    const others = own.flatMap((layer) => layer.places.get(group) ?? []);
    if (numerator !== undefined) others.push(numerator);
    for (const each of others) {
      if (row !== undefined) addHiding(draft.system, row, each);
      for (const other of others) addHiding(draft.system, each, other);
    }
    behind.set(cell, row === undefined ? others : [row, ...others]);
    return others;
  };
  const whole = tied(basis.total, total, hits && draft.byName.get(hits({})));
  for (const { keys, cells } of basis.lists)
    for (const [at, key] of keys.entries()) {
      const cell = cells[at];
      if (!cell) continue;
      const others = tied(cell, keyText(key), hits && draft.byName.get(hits(key)));
      for (const from of whole) for (const to of others) addHiding(draft.system, from, to);
    }
}
