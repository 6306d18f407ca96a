// What is crossed and how it is shown, kept in the address so that a table can be sent to somebody.
import { useSearchParams } from 'react-router';
import type { CrossTableChoices } from '../../api/analysis.ts';
import type { Shown } from '../../components/analysis/CountTable.tsx';

export type Crossable = CrossTableChoices['choices'][number];
export const keyOf = ({ population, survey }: Crossable): string =>
  survey === null ? population : `responses/${survey}`;
const shownValues: readonly Shown[] = ['counts', 'rows', 'columns'];

/** The variables that may be crossed with `name`. */
export const partnersOf = ({ variables, pairs }: Crossable, name: string): Crossable['variables'] =>
  variables.filter((other) => {
    if (other.name === name) return false;
    return pairs === null || pairs.some((pair) => pair.includes(name) && pair.includes(other.name));
  });

export interface Chosen {
  among: Crossable;
  row: string;
  column: string;
  shown: Shown;
  set: (values: Record<string, string>) => void;
}

/** What the address lacks or names wrongly is the first that fits: the page always has a table. */
export const useChosen = (choices: CrossTableChoices['choices']): Chosen => {
  const [search, setSearch] = useSearchParams();
  const among = choices.find((each) => keyOf(each) === search.get('of')) ?? (choices[0] as Crossable);
  const has = (name: string | null) => among.variables.some((each) => each.name === name);
  const asked = search.get('row');
  const row = asked !== null && has(asked) ? asked : (among.variables[0]?.name ?? '');
  const partners = partnersOf(among, row);
  const wanted = search.get('column');
  const column = (partners.find((each) => each.name === wanted) ?? partners[0])?.name ?? '';
  const shown = shownValues.find((each) => each === search.get('show')) ?? 'counts';
  const set = (values: Record<string, string>) =>
    setSearch((former) => new URLSearchParams({ ...Object.fromEntries(former), ...values }), { replace: true });
  return { among, row, column, shown, set };
};
