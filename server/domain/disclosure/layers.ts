// Numbers of one kind (rows, rows with an answer, rows that hold) over the total and all lists of a goal.
import type { Cell, CellList, CountedGoal, GroupKey } from '../indicators/results.ts';
import { addHiding, emptySystem, type System, type Unknown } from './system.ts';

export const keyText = (key: GroupKey): string => JSON.stringify(Object.entries(key));
/** What the total stands under among the groups. */
export const total = '';

/** Rules of thumb: a figure of its own is worth many groups. */
const worths = { goal: 1000, group: 20, crossed: 3 };
/** With a minimum time, beside the same figures without. */
const worthsWithMinimum = { goal: 100, group: 4, crossed: 1 };

/** Places of its unknowns, by keyText of the group. */
export interface Layer {
  places: Map<string, number>;
  lists: { name: string; groups: string[]; leftOut: number }[];
}

export type Counter = (cell: Cell) => number;
/** The name of a number: two with the same name are the same number. */
export type Naming = (key: GroupKey, lacking?: string) => string;

/** A system while it is put together. */
export interface Draft {
  system: System;
  byName: Map<string, number>;
  /** Nestings that are in it. */
  nested: Set<string>;
}

export const emptyDraft = (): Draft => ({ system: emptySystem(), byName: new Map(), nested: new Set() });

export function unknown(
  { system, byName }: Draft,
  name: string,
  count: number,
  kind: Unknown['kind'],
  worth = 1,
): number {
  const known = byName.get(name);
  const same = known === undefined ? undefined : system.unknowns[known];
  if (known !== undefined && same?.count === count) {
    if (kind === 'published') same.kind = kind;
    same.worth = Math.max(same.worth, worth);
    return known;
  }
  const at = system.unknowns.push({ count, kind, least: 0, worth }) - 1;
  byName.set(same ? `${name} ${count}` : name, at);
  return at;
}

/** A layer of the goal's numbers, with the sums of its lists and margins. Whoever hides the total hides all groups. */
export function addLayer(
  draft: Draft,
  { basis }: CountedGoal,
  counter: Counter,
  name: Naming,
  hasMinimum: boolean,
): Layer {
  const worth = hasMinimum ? worthsWithMinimum : worths;
  const whole = unknown(draft, name({}), counter(basis.total), 'published', worth.goal);
  const layer: Layer = { places: new Map([[total, whole]]), lists: [] };
  for (const list of basis.lists)
    for (const [at, key] of list.keys.entries()) {
      const place = unknown(
        draft,
        name(key),
        list.cells[at] ? counter(list.cells[at]) : 0,
        'published',
        worth[list.variables.length === 1 ? 'group' : 'crossed'],
      );
      layer.places.set(keyText(key), place);
      addHiding(draft.system, whole, place);
    }
  for (const list of basis.lists)
    if (list.variables.length === 1) addList(draft, layer, list, counter, name);
    else for (const variable of list.variables) addMargin(draft, layer, list, variable, basis.lists, name);
  return layer;
}

function addList(draft: Draft, layer: Layer, list: CellList, counter: Counter, name: Naming): void {
  const variable = list.variables.join();
  const leftOut = unknown(draft, name({}, variable), counter(list.leftOut), 'leftOut');
  const groups = list.keys.map(keyText);
  layer.lists.push({ name: variable, groups, leftOut });
  addSum(draft, [...placesOf(layer, groups), leftOut], layer.places.get(total));
}

/** Each margin group is the sum of its crossed ones and of its rows that lack the other variable. */
function addMargin(
  draft: Draft,
  layer: Layer,
  list: CellList,
  variable: string,
  lists: readonly CellList[],
  name: Naming,
): void {
  const other = list.variables.filter((each) => each !== variable).join();
  const margin = lists.find(({ variables }) => variables.join() === variable);
  for (const key of margin?.keys ?? []) {
    const whole = layer.places.get(keyText(key));
    const groups = list.keys.filter((each) => each[variable] === key[variable]).map(keyText);
    const members = placesOf(layer, groups);
    if (whole === undefined) continue;
    const lacking = sizeOf(draft, [whole]) - sizeOf(draft, members);
    addSum(draft, [...members, unknown(draft, name(key, other), Math.max(0, lacking), 'leftOut')], whole);
  }
}

export const placesOf = ({ places }: Layer, groups: readonly string[]): number[] =>
  groups.flatMap((group) => places.get(group) ?? []);

export function addSum({ system }: Draft, members: number[], whole: number | undefined): void {
  if (whole === undefined || members.length < 2) return;
  // Rows left out follow from the whole; that there are none may be known of other lists.
  for (const at of members) if (isLeftOut(system, at)) addHiding(system, whole, at);
  const isLoose = sizeOf({ system }, members) !== sizeOf({ system }, [whole]);
  system.sums.push({ members, whole, isLoose });
}

const isLeftOut = ({ unknowns }: System, at: number): boolean => {
  const unknown = unknowns[at];
  return unknown?.kind === 'leftOut' && unknown.count > 0;
};

export const sizeOf = ({ system }: Pick<Draft, 'system'>, places: readonly number[]): number =>
  places.reduce((sum, at) => sum + (system.unknowns[at]?.count ?? 0), 0);

export function addNesting({ system, nested }: Draft, part: number, whole: number | undefined): void {
  const name = `${part} ${whole}`;
  if (whole === undefined || whole === part || nested.has(name)) return;
  nested.add(name);
  system.nestings.push({ part, whole });
}
