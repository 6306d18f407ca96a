// Lists of groups: which there are, in which order, and to which each row belongs.
import { type Codes, type Column, codesFor } from '../answers/columns.ts';
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
  codes: Codes;
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

/** Lists of a table's rows, made once: a table never changes. */
const made = new WeakMap<PopulationTable, Map<string, GroupList | undefined>>();

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
  const lists = made.get(table) ?? new Map<string, GroupList | undefined>();
  made.set(table, lists);
  const key = JSON.stringify([variables, sites, programme.sites.map((site) => site.slug)]);
  if (!lists.has(key)) lists.set(key, makeList(programme, table, variables, sites));
  return lists.get(key);
}

function makeList(
  programme: Programme,
  table: PopulationTable,
  variables: string[],
  sites?: readonly string[],
): GroupList | undefined {
  const [first, ...rest] = variables.map((variable) => oneWay(programme, table, variable, sites));
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
  const values = occurring(column, sites && amongSites(table, sites));
  const { always, order } = declared(programme, variable);
  const place = (value: string | number) => {
    const at = order.indexOf(String(value));
    return at < 0 ? order.length : at;
  };
  const sorted = [...new Set<string | number>([...always, ...values])]
    .filter((value) => variable !== 'site' || !sites || sites.includes(String(value)))
    .sort((a, b) => place(a) - place(b) || compare(a, b));
  const placeIn = new Map(sorted.map((value, at) => [value, at]));
  const placeOf = column.dictionary.map((value) => placeIn.get(value as string | number) ?? -1);
  const codes = codesFor(sorted.length, table.size);
  for (let row = 0; row < codes.length; row++) codes[row] = placeOf[column.codes[row] as number] ?? -1;
  return { variables: [variable], keys: sorted.map((value) => ({ [variable]: value })), codes };
}

/** The values that some row has. */
function occurring({ codes, dictionary }: Column, within?: Uint8Array): (string | number)[] {
  const seen = new Uint8Array(dictionary.length + 1);
  for (let row = 0; row < codes.length; row++) if (within?.[row] !== 0) seen[(codes[row] as number) + 1] = 1;
  return dictionary.flatMap((value, code) =>
    seen[code + 1] && (typeof value === 'string' || typeof value === 'number') ? [value] : [],
  );
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

function cross(first: GroupList, second: GroupList): GroupList {
  const width = second.keys.length;
  const codes = codesFor(first.keys.length * width, first.codes.length);
  for (let row = 0; row < codes.length; row++) {
    const [a, b] = [first.codes[row] as number, second.codes[row] as number];
    codes[row] = a < 0 || b < 0 ? -1 : a * width + b;
  }
  return {
    variables: [...first.variables, ...second.variables],
    keys: first.keys.flatMap((a) => second.keys.map((b) => ({ ...a, ...b }))),
    codes,
  };
}
