// Which numbers must be hidden: primary and secondary cell suppression over one system.
// Rules and words after Hundepool et al. (2012), Statistical Disclosure Control, Wiley, ch. 4: a number is sensitive when it
// is 1 to below-1 (minimum frequency rule); further ones are hidden so that no sensitive one follows from what is shown.
// The fewest possible are hard to find (Fischetti & Salazar 2001, Management Science 47:1008-1027): here greedily, with a
// linear program to see what still follows.
import { findPinned } from './pinned.ts';
import { countOf, type Difference, isSmall, type Sum, type System, sumsByUnknown, wholesByPart } from './system.ts';

interface Search {
  system: System;
  below: number;
  hidden: Set<number>;
  /** Hidden since what follows was last looked at. */
  fresh: Set<number>;
  sumsOf: Sum[][];
  /** By part of a nesting, what it lies within. */
  wholesOf: ReadonlyMap<number, number[]>;
  /** Largest first: what is hidden of many rows is hidden of the fewer among them. */
  bySize: Sum[];
}

export interface Pattern {
  hidden: Set<number>;
  /** Hidden ones that follow all the same: nothing is left to hide for them. */
  exposed: number[];
}

/**
 * Hidden unknowns: every sensitive one, and as many others as it takes until nothing hidden can be worked out. Hidden groups of
 * a sum are safe together when there are two or more, they hold at least `below` rows (or none), and more rows than groups
 * (else each has exactly one).
 * @param before hidden beforehand, and to stay so
 */
export function hide(system: System, below: number, before: Iterable<number> = []): Pattern {
  const search: Search = {
    system,
    below,
    hidden: new Set(),
    fresh: new Set(),
    sumsOf: sumsByUnknown(system),
    wholesOf: wholesByPart(system),
    bySize: [...system.sums].sort((a, b) => countOf(system, b.whole) - countOf(system, a.whole)),
  };
  for (const at of before) conceal(search, at);
  // Nobody is recognised by what is not known of them: rows left out are no group.
  for (const [at, { count, kind }] of system.unknowns.entries())
    if (kind !== 'past' && kind !== 'leftOut' && isSmall(count, below)) conceal(search, at);
  for (;;) {
    settle(search);
    const pinned = findPinned(system, search.hidden, search.fresh);
    search.fresh.clear();
    const isHelped = pinned.map((at) => help(search, at)).includes(true);
    if (!isHelped) return { hidden: search.hidden, exposed: pinned };
    // Those that were beyond help once may not be after it.
    for (const at of pinned) search.fresh.add(at);
  }
}

function conceal({ system, hidden, fresh }: Search, first: number): void {
  const waiting = [first];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (hidden.has(at) || system.unknowns[at]?.isTold) continue;
    hidden.add(at);
    fresh.add(at);
    waiting.push(...(system.hides.get(at) ?? []));
  }
}

/** Hides until every sum and difference is safe. */
function settle(search: Search): void {
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const difference of search.system.differences)
      if (!isDifferenceSafe(search, difference) && !search.system.unknowns[difference.part]?.isTold) {
        conceal(search, difference.part);
        isSettled = false;
      }
    for (const sum of search.bySize)
      while (!isSumSafe(search, sum)) {
        const next = partnerIn(search, sum);
        if (next === undefined) break;
        conceal(search, next);
        isSettled = false;
      }
  }
}

/** Few rows that remain follow by subtraction, unless the smaller or the larger number is hidden. */
function isDifferenceSafe({ system, below, hidden }: Search, { part, whole, rest }: Difference): boolean {
  return (
    system.unknowns[rest]?.kind !== 'remainder' ||
    !isSmall(countOf(system, rest), below) ||
    hidden.has(part) ||
    hidden.has(whole)
  );
}

function isSumSafe({ system, below, hidden }: Search, { members, whole }: Sum): boolean {
  const inside = members.filter((at) => hidden.has(at)).map((at) => countOf(system, at));
  if (hidden.has(whole)) return countOf(system, whole) === 0 || inside.some((count) => count > 0);
  const sum = sumOf(inside);
  if (sum === 0) return true;
  const filled = inside.filter((count) => count > 0).length;
  // Where an empty one is hidden, nobody knows which have rows at all.
  return sum >= below && inside.length > 1 && (sum > filled || inside.length > filled);
}

const isHideable = ({ unknowns }: System, at: number): boolean =>
  unknowns[at]?.kind === 'published' && !unknowns[at]?.isTold;

const sumOf = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/**
 * Of the members, and the whole where that is less of a loss, the shown one whose hiding costs least. Empty ones only when
 * the hidden ones have rows enough among them and it is their number that tells, or when asked for.
 */
function partnerIn(search: Search, { members, whole }: Sum, isEmpty = false): number | undefined {
  const { system, below, hidden } = search;
  const isOpen = (at: number) => !hidden.has(at) && isHideable(system, at);
  const isEnough = sumOf(members.filter((at) => hidden.has(at)).map((at) => countOf(system, at))) >= below;
  const shown = [...members, whole].filter((at) => isOpen(at) && (isEnough || isEmpty || countOf(system, at) > 0));
  const ranked = shown.map((at) => ({ at, loss: lossOf(search, at), count: countOf(system, at) }));
  return ranked.sort((a, b) => a.loss - b.loss || a.count - b.count)[0]?.at;
}

/** What a number is worth to readers, for itself and for each sum where it would be the first to be hidden. */
function lossOf({ system, hidden, sumsOf }: Search, at: number): number {
  const opened = (sumsOf[at] ?? []).filter(
    (sum) => !hidden.has(sum.whole) && !sum.members.some((each) => hidden.has(each)),
  );
  return worthOf(system, hidden, at) * (1 + opened.length);
}

/** Of a number and everything shown that is hidden with it. */
function worthOf({ unknowns, hides }: System, hidden: ReadonlySet<number>, first: number): number {
  const found = new Set([first]);
  let worth = 0;
  for (const at of found) {
    const { kind, worth: own = 0 } = unknowns[at] ?? {};
    if (kind === 'published') worth += own;
    for (const next of hides.get(at) ?? []) if (!hidden.has(next)) found.add(next);
  }
  return worth;
}

/** Hides one more for the sake of a pinned one: another group of its sums, an empty one, what it or one of those lies within. */
function help(search: Search, pinned: number): boolean {
  const { system, hidden, wholesOf } = search;
  const sums = search.sumsOf[pinned] ?? [];
  const partnersIn = (isEmpty: boolean) => sums.flatMap((sum) => partnerIn(search, sum, isEmpty) ?? []);
  const isShown = (at: number) => !hidden.has(at) && isHideable(system, at);
  const around = (places: readonly number[]) => places.flatMap((at) => wholesOf.get(at) ?? []).filter(isShown);
  const next =
    best(search, partnersIn(false)) ??
    best(search, partnersIn(true)) ??
    best(search, around([pinned])) ??
    best(search, around(sums.flatMap(({ members }) => members.filter((at) => hidden.has(at)))));
  if (next !== undefined) conceal(search, next);
  return next !== undefined;
}

function best(search: Search, places: readonly number[]): number | undefined {
  return places.map((at) => ({ at, loss: lossOf(search, at) })).sort((a, b) => a.loss - b.loss)[0]?.at;
}
