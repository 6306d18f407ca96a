// Chooses the index for a filter and a sort. Bounds may always cover too much: every fetched document is tested again.
import { type Doc, Regex } from '../bson/codec.ts';
import { equal } from '../bson/compare.ts';
import { CUT, type KeyPart } from '../bson/key.ts';
import { compileFilter, isOperators } from '../query/match.ts';
import { AFTER, alternativesOf, type Bounds, boundsByPath, type Span, spansOf } from './bounds.ts';
import type { Collection, Index } from './catalogue.ts';
import { treeKey } from './records.ts';

export interface Interval {
  from: Buffer;
  to: Buffer;
}
export interface Plan {
  index?: Index;
  intervals: Interval[];
  reverse: boolean;
  /** Records come in the wanted order. */
  ordered: boolean;
}

const MAX_INTERVALS = 1000;

/** How much of an index is left to look through: of its parts, so many by one value each and so many by a range. */
interface Bounded {
  spans: Span[];
  points: number;
  ranges: number;
}
interface Candidate extends Omit<Bounded, 'spans'> {
  plan: Plan;
}

function bounded(index: Index, paths: Bounds): Bounded {
  let spans: Span[] = [{ from: Buffer.alloc(0), to: AFTER, point: true }];
  let points = 0;
  for (const [i, part] of index.parts.entries()) {
    if (index.multikey && index.parts.slice(0, i).some(({ path }) => path[0] === part.path[0])) break; // another element may meet it
    const own = spansOf(paths.get(part.path.join('.')), part, index.multikey);
    if (!own || own.length * spans.length > MAX_INTERVALS) break;
    const next = spans.flatMap((head) => {
      const stem = points === 0 ? Buffer.alloc(0) : head.from;
      return own.map((one) => ({
        from: Buffer.concat([stem, one.from]),
        to: Buffer.concat([stem, one.to]),
        point: one.point,
      }));
    });
    spans = next;
    if (!own.every(({ point }) => point)) return { spans, points, ranges: 1 };
    points++;
  }
  return { spans, points, ranges: 0 };
}

/** Cuts bounds as keys are cut, widening them to what a cut key can stand for. */
function toInterval(index: Index, { from, to }: Span): Interval {
  const start = from.length > CUT ? from.subarray(0, CUT) : from;
  const end = to.length > CUT ? Buffer.concat([to.subarray(0, CUT), AFTER]) : to;
  return { from: treeKey(index.tree, start), to: treeKey(index.tree, end) };
}

function mergeIntervals(intervals: Interval[]): Interval[] {
  const sorted = [...intervals].sort((a, b) => a.from.compare(b.from));
  const merged: Interval[] = [];
  for (const next of sorted) {
    const last = merged[merged.length - 1];
    if (last && next.from.compare(last.to) < 0) last.to = last.to.compare(next.to) >= 0 ? last.to : next.to;
    else merged.push({ ...next });
  }
  return merged;
}

/** Does the index give the sort's order after `fixed` parts that hold one value each? 1 forwards, -1 backwards, 0 no. */
function direction(index: Index, fixed: number, single: boolean, sort: KeyPart[]): number {
  if (index.multikey || index.long || !single) return 0;
  const left = index.parts.slice(fixed);
  if (sort.length > left.length) return 0;
  const turns = sort.map((part, i) =>
    left[i]?.path.join('.') === part.path.join('.') ? part.direction * (left[i]?.direction ?? 0) : 0,
  );
  return turns.every((turn) => turn === turns[0]) ? (turns[0] ?? 0) : 0;
}

/** A partial index holds every match when the filter repeats its conditions, or fixes a value that meets them. */
function implies(filter: Doc, paths: Bounds, partial: Doc): boolean {
  return [...partial].every(([name, condition]) => {
    const given = filter.get(name);
    if (given === undefined || name.startsWith('$')) return false;
    if (equal(given, condition)) return true;
    if (isOperators(condition) && condition.size === 1 && condition.get('$exists') === true)
      return paths.get(name)?.exists === true;
    const value = isOperators(given) ? given.get('$eq') : given;
    if (value === undefined || value === null || Array.isArray(value) || value instanceof Regex || name.includes('.'))
      return false;
    return compileFilter(new Map([[name, condition]]))(new Map([[name, value]]));
  });
}

function usable(index: Index, filter: Doc, paths: Bounds): boolean {
  if (index.partial && !implies(filter, paths, index.partial)) return false;
  return !index.sparse || index.parts.some((part) => paths.get(part.path.join('.'))?.exists);
}

interface Asked {
  filter: Doc;
  /** What every match meets. */
  paths: Bounds;
  /** Of these every match meets one. */
  alternatives: readonly Bounds[];
}

/** One alternative's spans beside the other's; of what they are bounded by, the least. */
function boundedByAny(index: Index, alternatives: readonly Bounds[]): Bounded {
  const all = alternatives.map((paths) => bounded(index, paths));
  const [least] = all.toSorted((a, b) => a.points - b.points || a.ranges - b.ranges);
  return { points: 0, ranges: 0, ...least, spans: all.flatMap(({ spans }) => spans) };
}

function candidate(index: Index, { filter, paths, alternatives }: Asked, sort: KeyPart[]): Candidate | undefined {
  if (!usable(index, filter, paths)) return undefined;
  const any = boundedByAny(index, alternatives);
  const { spans, points, ranges } = any.spans.length > MAX_INTERVALS ? bounded(index, paths) : any;
  const intervals = mergeIntervals(spans.map((span) => toInterval(index, span)));
  const turn = sort.length === 0 ? 1 : direction(index, points, spans.length === 1, sort);
  if (points === 0 && ranges === 0 && (turn === 0 || sort.length === 0)) return undefined;
  return { plan: { index, intervals, reverse: turn === -1, ordered: turn !== 0 }, points, ranges };
}

const value = ({ plan, points, ranges }: Candidate) =>
  (plan.index?.unique && points === plan.index.parts.length ? 1000 : 0) +
  points * 10 +
  ranges * 5 +
  (plan.ordered ? 2 : 0);

/** The plan for a filter and a sort: an index's intervals, or all records in insertion order. */
export function choosePlan(collection: Collection, filter: Doc, sort: KeyPart[]): Plan {
  const paths = boundsByPath(filter);
  const branches = alternativesOf(filter);
  const asked = { filter, paths, alternatives: branches.length > 0 ? branches : [paths] };
  const found = collection.indexes
    .map((index) => candidate(index, asked, sort))
    .filter((one) => one !== undefined)
    .sort((a, b) => value(b) - value(a));
  const [best] = found;
  if (best) return best.plan;
  const all = { from: treeKey(collection.tree), to: treeKey(collection.tree + 1) };
  return { intervals: [all], reverse: false, ordered: sort.length === 0 };
}
