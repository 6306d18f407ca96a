// A goal's groups as tables, one for each variable.
import type { Block, Cell, Column } from './blocks.ts';
import { rateText } from './cells.ts';
import type { GoalFigures, Making } from './making.ts';

type Group = GoalFigures['groups'][number];
/** These make long lists that few read on paper; they stand in the snapshot and in the table file. */
const leftOut = ['referrer', 'role', 'cohort'];

const variableOf = ({ by }: Group) => Object.keys(by).join('*');

export const leftOutVariables = ({ groups }: GoalFigures): string[] =>
  [...new Set(groups.map(variableOf))].filter((name) => leftOut.includes(name));

/** Groups without any row are left out, but for sites: that a site has nobody is worth knowing. */
export function printedGroups({ groups }: GoalFigures): Map<string, Group[]> {
  const lists = new Map<string, Group[]>();
  for (const group of groups) {
    const name = variableOf(group);
    if (leftOut.includes(name) || (name !== 'site' && isEmpty(group))) continue;
    lists.set(name, [...(lists.get(name) ?? []), group]);
  }
  return lists;
}

const isEmpty = (group: Group) =>
  !group.suppressed && (group.n ?? group.denominator ?? 0) + group.missing + (group.responseRate?.due ?? 0) === 0;

export function groupTables(figures: GoalFigures, made: Making): Block[] {
  return [...printedGroups(figures)].map(([name, groups]) => groupTable(figures, name, groups, made));
}

function groupTable(figures: GoalFigures, name: string, groups: readonly Group[], made: Making): Block {
  const shown = groups.flatMap((group) => (group.suppressed ? [] : [group]));
  const has = {
    base: figures.measure !== 'count' && figures.measure !== 'people',
    missing: shown.some((group) => group.missing > 0),
    interval: shown.some((group) => group.ci95),
    rate: shown.some((group) => group.responseRate),
    target: shown.some((group) => group.target),
    status: shown.some((group) => group.status),
  };
  const { text, words } = made;
  const title = words.variable(name.split('*')[0] ?? '');
  const columns: (Column | false)[] = [
    { title: title.charAt(0).toUpperCase() + title.slice(1), width: 26, align: 'left' },
    { title: text.result, width: 12, align: 'right' },
    has.base && { title: text.base, width: 15, align: 'right' },
    has.missing && { title: text.missing, width: 9, align: 'right' },
    has.interval && { title: text.interval, width: 20, align: 'right' },
    has.rate && { title: text.responseRate, width: 22, align: 'right' },
    has.target && { title: text.target, width: 14, align: 'left' },
    has.status && { title: text.status, width: 19, align: 'left' },
  ];
  return {
    kind: 'table',
    caption: text.by.replace('{variable}', title),
    columns: columns.filter((column) => column !== false),
    rows: groups.map((group) => cellsOf(group, figures, has, made)),
  };
}

type Has = Record<'base' | 'missing' | 'interval' | 'rate' | 'target' | 'status', boolean>;

function cellsOf(group: Group, { measure }: GoalFigures, has: Has, made: Making): Cell[] {
  const { text, words } = made;
  const name = { text: words.group(group.by) };
  if (group.suppressed) {
    const rest = Object.values(has)
      .filter(Boolean)
      .map(() => ({ text: '' }));
    return [name, { text: text.hidden }, ...rest];
  }
  const { value, missing, ci95, responseRate, target, status } = group;
  const cells: (Cell | false)[] = [
    name,
    { text: value === null ? text.none : words.amount(measure, value) },
    has.base && { text: words.base(measure, group) },
    has.missing && { text: missing > 0 ? words.whole(missing) : '' },
    has.interval && { text: words.interval(measure, ci95) },
    has.rate && { text: responseRate ? rateText(responseRate, made) : '' },
    has.target && { text: words.target(measure, target) },
    has.status && (status ? { text: text[status], status } : { text: '' }),
  ];
  return cells.filter((cell) => cell !== false);
}
