// Rows within rows: exits within enrolments, a minimum time within a shorter one, a goal's own rows within its population.
import type { Figure, Rules } from './figures.ts';
import { addNesting, addSum, type Draft, type Layer, total, unknown } from './layers.ts';
import { isWithin, type Rowset, textOf } from './rowset.ts';
import { addHiding, countOf, isSmall } from './system.ts';

/**
 * By the definitions alone, every group of the inner rows is at most that of the outer ones. Where the two can be compared,
 * their difference is a group of its own, whose figures follow by subtraction: it is protected like any other. They can be
 * compared when the same thing is measured over both, or when they differ by the minimum time only; with `cells` always.
 */
export function addNestings(draft: Draft, figures: readonly Figure[], { below, cells }: Rules): void {
  const groups = figures.flatMap(({ group }) => group ?? []);
  const tables = new Map([...groups, ...figures].map((table) => [textOf(table.rowset), table]));
  const done = new Set<string>();
  for (const inner of tables.values())
    for (const outer of tables.values()) {
      if (!isWithin(inner.rowset, outer.rowset)) continue;
      nest(draft, inner, outer);
      if (cells || differInDays(inner.rowset, outer.rowset)) compare(draft, inner.rows, outer.rows, below, done);
    }
}

const differInDays = (inner: Rowset, outer: Rowset): boolean =>
  textOf({ ...inner, days: outer.days }) === textOf(outer);

interface Table {
  rowset: Rowset;
  rows: Layer;
}

/** What is hidden of the outer rows is hidden of the inner ones: shown, they would tell its least number. */
function nest(draft: Draft, { rowset: inner, rows }: Table, { rowset: outer, rows: outerRows }: Table): void {
  for (const [group, part] of rows.places) {
    const whole = outerRows.places.get(group);
    if (whole === undefined) continue;
    addNesting(draft, part, whole);
    if (inner.since === outer.since) addHiding(draft.system, whole, part);
  }
}

/** The remainders of the groups, which add up as the groups do. */
function compare(draft: Draft, inner: Layer, outer: Layer, below: number, done: Set<string>): void {
  const pair = `${outer.places.get(total)} ${inner.places.get(total)}`;
  if (done.has(pair)) return;
  done.add(pair);
  const rests = new Map<string, number>();
  const pairs = [...inner.places].flatMap(([group, part]) => {
    const whole = outer.places.get(group);
    return whole === undefined || whole === part ? [] : [{ group, part, whole }];
  });
  // Figures of different days: the part may have grown since the whole was counted.
  if (pairs.some(({ part, whole }) => countOf(draft.system, part) > countOf(draft.system, whole))) return;
  // Without any small remainder there is none to protect: that a part is no more than its whole is said already.
  if (!pairs.some(({ part, whole }) => isSmall(lessOf(draft, whole, part), below))) return;
  for (const { group, part, whole } of pairs) {
    const rest = unknown(draft, `${whole} less ${part}`, lessOf(draft, whole, part), 'remainder');
    rests.set(group, rest);
    draft.system.differences.push({ part, whole, rest });
    addHiding(draft.system, part, rest);
    addHiding(draft.system, whole, rest);
  }
  for (const { name, groups, leftOut } of outer.lists) {
    const list = inner.lists.find((each) => each.name === name);
    if (!list) continue;
    const lacking = unknown(draft, `${leftOut} less ${list.leftOut}`, lessOf(draft, leftOut, list.leftOut), 'leftOut');
    // A group that the inner rows have none of is a remainder itself.
    const members = groups.flatMap((group) => rests.get(group) ?? outer.places.get(group) ?? []);
    addSum(draft, [...members, lacking], rests.get(total));
  }
}

const lessOf = ({ system }: Draft, whole: number, part: number): number =>
  Math.max(0, countOf(system, whole) - countOf(system, part));
