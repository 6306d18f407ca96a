// Lists of groups: which there are, in which order, and to which each row belongs.
import { type Column, readerOf } from '../answers/columns.ts';
import type { PopulationTable } from '../answers/table.ts';
import { genders, yesNoUnknown } from '../programme/records.ts';
import type { Programme } from '../programme/schema.ts';
import type { GroupKey } from './results.ts';
import { amongSites } from './selection.ts';

/** One list of groups over a population. Rows that lack the variable are in no group (-1) but count in the total. */
export interface GroupList {
  variables: string[];
  keys: GroupKey[];
  /** By row the place of its group in `keys`. */
  index: Int32Array;
}

/** Variables that any programme can be broken down by; its own fields come on top. */
export const fixedVariables = ['gender', 'ageBand', 'bornAbroad', 'site', 'referrer', 'role', 'cohort'] as const;

export function variablesOf(programme: Programme): string[] {
  return [...fixedVariables, ...programme.fields.map((field) => field.name)];
}

/** Values that are there whether or not any row has them, and the order of all values that are known beforehand. */
function declared(programme: Programme, variable: string): { always: readonly string[]; order: readonly string[] } {
  const values = (list: readonly { value: string }[] | undefined) => (list ?? []).map((each) => each.value);
  const only = (order: readonly string[]) => ({ always: [], order });
  switch (variable) {
    case 'site': {
      const sites = programme.sites.map((site) => site.slug);
      return { always: sites, order: sites };
    }
    case 'gender':
      return only(genders);
    case 'bornAbroad':
      return only(yesNoUnknown);
    case 'role':
      return only(values(programme.codes.role));
    case 'referrer':
      return only(values(programme.codes.referrer));
    default:
      return only(programme.fields.find((field) => field.name === variable)?.choices ?? []);
  }
}

/**
 * @param sites only these sites are groups, when given
 * @returns undefined when the population lacks the variable
 */
export function listOf(
  programme: Programme,
  table: PopulationTable,
  variables: string[],
  sites?: readonly string[],
): GroupList | undefined {
  const lists = variables.map((variable) => oneWay(programme, table, variable, sites));
  const [first, ...rest] = lists;
  if (!first) return undefined;
  return rest.reduce<GroupList | undefined>((sofar, next) => sofar && next && cross(sofar, next), first);
}

function oneWay(
  programme: Programme,
  table: PopulationTable,
  variable: string,
  sites?: readonly string[],
): GroupList | undefined {
  const column = table.find(variable);
  if (!column) return undefined;
  // Values that occur at other sites only are not told to whoever asks about some sites.
  const { values, index } = distinct(column, table.size, sites ? amongSites(table, sites) : () => true);
  const { always, order } = declared(programme, variable);
  const place = (value: string | number) => {
    const at = order.indexOf(String(value));
    return at < 0 ? order.length : at;
  };
  const sorted = [...new Set<string | number>([...always, ...values])]
    .filter((value) => variable !== 'site' || !sites || sites.includes(String(value)))
    .sort((a, b) => place(a) - place(b) || compare(a, b));
  const placeIn = new Map(sorted.map((value, at) => [value, at]));
  const placeOf = values.map((value) => placeIn.get(value) ?? -1);
  return {
    variables: [variable],
    keys: sorted.map((value) => ({ [variable]: value })),
    index: index.map((at) => placeOf[at] ?? -1),
  };
}

/** The values that occur in the rows, and by row the place of its own; -1 for none. */
function distinct(
  column: Column,
  size: number,
  within: (row: number) => boolean,
): { values: (string | number)[]; index: Int32Array } {
  const places = new Map<string | number, number>();
  const index = new Int32Array(size).fill(-1);
  const read = readerOf(column);
  for (let row = 0; row < size; row++) {
    const value = within(row) ? read(row) : null;
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const place = places.get(value) ?? places.size;
    if (place === places.size) places.set(value, place);
    index[row] = place;
  }
  return { values: [...places.keys()], index };
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

function cross(first: GroupList, second: GroupList): GroupList {
  const width = second.keys.length;
  return {
    variables: [...first.variables, ...second.variables],
    keys: first.keys.flatMap((a) => second.keys.map((b) => ({ ...a, ...b }))),
    index: first.index.map((a, row) => {
      const b = second.index[row] ?? -1;
      return a < 0 || b < 0 ? -1 : a * width + b;
    }),
  };
}
