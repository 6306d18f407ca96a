// What readers who may not see individuals are shown, from one moment on until enough has changed.
import type { CountedGoal } from '../indicators/results.ts';
import type { Programme } from '../programme/schema.ts';
import type { Slice } from './figures.ts';
import { addPast, type Earlier } from './past.ts';
import { hide } from './pattern.ts';
import { findPinned } from './pinned.ts';
import { timeless } from './rowset.ts';
import { type Disclosed, systemOf } from './suppression.ts';
import { countOf as countOfUnknown, isSmall, type System } from './system.ts';

/** Hidden numbers that add up to a shown one, and what they did when one of them last had to be hidden. */
interface Pool {
  names: string[];
  sum: number;
}

/** Plain data. Complete figures and which of them are hidden: never to be printed as it is. */
export interface Release {
  number: number;
  programme: Programme;
  slices: Slice[];
  /** Names of the unknowns that are hidden. */
  hidden: string[];
  /** By timeless name, what readers know of a hidden number at least, since it was shown before. */
  least: Record<string, number>;
  pools: Pool[];
  /** By timeless name of a hidden number the places of its pools. */
  poolsOf: Record<string, number[]>;
}

/**
 * The next release of a programme.
 * - A goal of which fewer than `below` rows came or went keeps the figures of the release before, for each minimum time.
 * - What was hidden stays so until it has grown itself, and the hidden numbers it was pooled with have grown by `below`: shown
 *   earlier, it would tell in hindsight what it was, at once or together with others over several releases.
 * - What is hidden now or was before must not follow from both releases together, either: where it would, the release before
 *   stands until more has changed.
 * @param slices the family as counted now (countFamily)
 */
export function nextRelease(previous: Release | undefined, programme: Programme, slices: readonly Slice[]): Release {
  const { below } = programme.suppression;
  const number = (previous?.number ?? 0) + 1;
  const kept = slices.map((slice) => keepFigures(slice, number, previous, below, programme));
  const disclosed = systemOf(programme, kept);
  const earlier = previous && earlierOf(previous);
  if (earlier) markTold(disclosed, earlier);
  const { hidden: needed } = hide(disclosed.system, below);
  const draft = { number, programme, slices: kept };
  if (!previous || !earlier) return releaseOf(draft, disclosed, needed, needed, previous);
  const sticky = stillHidden(previous, earlier, disclosed, needed, below);
  const before = placesNow(previous, disclosed).filter((at) => needed.has(at));
  const { hidden, exposed } = hide(disclosed.system, below, [...before, ...sticky]);
  if (exposed.length > 0 || followsFromBoth(disclosed, hidden, earlier)) return previous;
  return releaseOf(draft, disclosed, hidden, needed, previous);
}

/** Hidden numbers of the release before, as they stand in the present state. */
function placesNow(previous: Release, { byName }: Disclosed): number[] {
  const places = new Map([...byName].map(([name, at]) => [timeless(name), at]));
  return previous.hidden.flatMap((name) => byName.get(name) ?? places.get(timeless(name)) ?? []);
}

function followsFromBoth(disclosed: Disclosed, hidden: ReadonlySet<number>, earlier: Earlier): boolean {
  const past = addPast(disclosed, earlier);
  return findPinned(past.system, new Set([...hidden, ...past.hidden])).length > 0;
}

function keepFigures(
  { days, goals }: Slice,
  number: number,
  previous: Release | undefined,
  below: number,
  programme: Programme,
): Slice {
  const before = previous?.slices.find((slice) => slice.days === days);
  const same = (id: string) => indicatorText(programme, id) === (previous && indicatorText(previous.programme, id));
  const kept = goals.map((goal) => {
    const place = before?.goals.findIndex(({ id }) => id === goal.id) ?? -1;
    const earlier = before?.goals[place];
    const fresh = { goal, since: number };
    if (!before || !earlier || !same(goal.id)) return fresh;
    return isTooClose(goal, earlier, below) ? { goal: earlier, since: before.since[place] ?? 0 } : fresh;
  });
  return { days, goals: kept.map(({ goal }) => goal), since: kept.map(({ since }) => since) };
}

/** Whether nothing changed, or so little that the difference would tell of a few. */
function isTooClose(now: CountedGoal, then: CountedGoal, below: number): boolean {
  const numbers = ({ basis: { total } }: CountedGoal) => [total.rows, total.base, total.due];
  const before = numbers(then);
  if (numbers(now).some((count, at) => isSmall(Math.abs(count - (before[at] ?? 0)), below))) return true;
  return JSON.stringify([now.basis, now.value]) === JSON.stringify([then.basis, then.value]);
}

const indicatorText = ({ goals }: Programme, id: string): string =>
  JSON.stringify(goals.find((goal) => goal.id === id)?.indicator);

function earlierOf(previous: Release): Earlier {
  const disclosed = systemOf(previous.programme, previous.slices);
  const hidden = previous.hidden.flatMap((name) => disclosed.byName.get(name) ?? []);
  return { ...disclosed, hidden: new Set(hidden), least: previous.least };
}

/** What was counted at the same moment and shown needs no hiding any more. */
function markTold({ system, byName }: Disclosed, earlier: Earlier): void {
  for (const [name, at] of byName) {
    const then = earlier.byName.get(name);
    const unknown = system.unknowns[at];
    if (unknown && then !== undefined && !earlier.hidden.has(then)) unknown.isTold = true;
  }
}

/** Hidden before, not needed any more, and too little moved around it. */
function stillHidden(
  previous: Release,
  earlier: Earlier,
  { system, byName }: Disclosed,
  needed: ReadonlySet<number>,
  below: number,
): number[] {
  const places = new Map([...byName].map(([name, at]) => [timeless(name), at]));
  const countOf = (name: string) => system.unknowns[places.get(name) ?? -1]?.count ?? 0;
  const hasMoved = ({ names, sum }: Pool) => names.reduce((all, name) => all + countOf(name), 0) - sum >= below;
  return previous.hidden.flatMap((full) => {
    const name = timeless(full);
    const at = places.get(name);
    const then = earlier.byName.get(full);
    if (at === undefined || needed.has(at) || system.unknowns[at]?.kind !== 'published') return [];
    const pools = (previous.poolsOf[name] ?? []).flatMap((place) => previous.pools[place] ?? []);
    const hasGrown = then !== undefined && countOf(name) > countOfUnknown(earlier.system, then);
    return hasGrown && pools.every(hasMoved) ? [] : [at];
  });
}

function releaseOf(
  draft: Pick<Release, 'number' | 'programme' | 'slices'>,
  { system, byName }: Disclosed,
  hidden: ReadonlySet<number>,
  needed: ReadonlySet<number>,
  previous: Release | undefined,
): Release {
  const names = new Map([...byName].filter(([, at]) => hidden.has(at)).map(([name, at]) => [at, name]));
  const least = previous ? leastKnown(previous, system, names) : {};
  const release: Release = { ...draft, hidden: [...names.values()], least, pools: [], poolsOf: {} };
  const isAnew = (at: number) => needed.has(at) || previous?.poolsOf[timeless(names.get(at) ?? '')] === undefined;
  poolHidden(release, system, names, isAnew);
  for (const [at, name] of names)
    if (!needed.has(at))
      for (const place of previous?.poolsOf[timeless(name)] ?? []) {
        const pool = previous?.pools[place];
        if (pool) addPool(release, timeless(name), release.pools.push(pool) - 1);
      }
  return release;
}

/** Of each hidden number what it was when it was last shown. */
function leastKnown(previous: Release, system: System, names: ReadonlyMap<number, string>): Release['least'] {
  const before = earlierOf(previous);
  const then = new Map([...before.byName].map(([name, at]) => [timeless(name), at]));
  const least: Release['least'] = {};
  for (const [at, full] of names) {
    const name = timeless(full);
    const place = then.get(name);
    const known =
      place === undefined || before.hidden.has(place) ? previous.least[name] : before.system.unknowns[place]?.count;
    if (known !== undefined && known <= (system.unknowns[at]?.count ?? 0)) least[name] = known;
  }
  return least;
}

function poolHidden(
  release: Release,
  system: System,
  names: Map<number, string>,
  isAnew: (at: number) => boolean,
): void {
  const nameOf = (at: number) => timeless(names.get(at) ?? '');
  for (const { members, whole } of system.sums) {
    const inside = members.filter((at) => names.has(at));
    if (inside.length === 0 || names.has(whole) || !inside.some(isAnew)) continue;
    const sum = inside.reduce((all, at) => all + (system.unknowns[at]?.count ?? 0), 0);
    const place = release.pools.push({ names: inside.map(nameOf), sum }) - 1;
    for (const at of inside.filter(isAnew)) addPool(release, nameOf(at), place);
  }
}

function addPool({ poolsOf }: Release, name: string, place: number): void {
  poolsOf[name] = [...(poolsOf[name] ?? []), place];
}
