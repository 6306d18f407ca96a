// Chooses the index for a filter and a sort. Bounds may always cover too much: every fetched document is tested again.
import { type Doc, Regex, type Value } from '../bson/codec.ts';
import { equal, rank, rankOf } from '../bson/compare.ts';
import { CUT, inverted, type KeyPart, valueKey } from '../bson/key.ts';
import { compileFilter, isOperators } from '../query/match.ts';
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

/** A stretch of one path's values, as ascending bytes. `to` is exclusive; a value's own bytes plus 0xff take in what follows it. */
interface Stretch {
  from: Buffer;
  to: Buffer;
  point: boolean;
}

const MAX_INTERVALS = 1000;
const AFTER = Buffer.from([0xff]);
const ofType = (value: Value): Stretch => ({
  from: Buffer.from([rankOf(value)]),
  to: Buffer.from([rankOf(value) + 1]),
  point: false,
});

function pointStretch(value: Value): Stretch | undefined {
  if (value === null) return { from: Buffer.from([rank.missing]), to: Buffer.from([rank.null + 1]), point: false };
  if (Array.isArray(value) || value instanceof Regex) return undefined;
  const key = valueKey(value);
  return { from: key, to: Buffer.concat([key, AFTER]), point: true };
}

/** The stretches one operator allows, or undefined when it allows anything an index cannot tell. */
function stretchesOf(operator: string, value: Value): Stretch[] | undefined {
  if (operator === '$eq') {
    const point = pointStretch(value);
    return point && [point];
  }
  if (operator === '$in' && Array.isArray(value)) {
    const points = value.map(pointStretch);
    return points.every((point) => point !== undefined) ? points : undefined;
  }
  if (value === null || Array.isArray(value) || value instanceof Map || value instanceof Regex) return undefined;
  const whole = ofType(value);
  if (operator === '$gt' || operator === '$gte') return [{ ...whole, from: valueKey(value) }];
  if (operator === '$lt' || operator === '$lte') return [{ ...whole, to: Buffer.concat([valueKey(value), AFTER]) }];
  return undefined;
}

function prefixStretch(pattern: string, options: string): Stretch[] | undefined {
  if (options !== '' || /\|/.test(pattern)) return undefined;
  const [literal = ''] = /^[\p{L}\p{N} _:@/-]*/u.exec(pattern.slice(1)) ?? [];
  const certain = /^[?*{]/.test(pattern.slice(1 + literal.length)) ? [...literal].slice(0, -1).join('') : literal;
  const from = Buffer.concat([Buffer.from([rank.string]), Buffer.from(certain, 'utf8')]);
  return [{ from, to: certain === '' ? Buffer.from([rank.string + 1]) : Buffer.concat([from, AFTER]), point: false }];
}

interface PathBounds {
  /** Alternatives, each a list of stretches that together cover what one operator allows. */
  choices: Stretch[][];
  /** Some condition can only be met by a field that exists. */
  exists: boolean;
}

function boundsOfField(value: Value, into: PathBounds): void {
  const conditions: [string, Value][] = isOperators(value) ? [...value] : [['$eq', value]];
  for (const [operator, operand] of conditions) {
    const regex = operator === '$regex' || operand instanceof Regex;
    const pattern = operand instanceof Regex ? operand.pattern : typeof operand === 'string' ? operand : '';
    const options = isOperators(value) && value.has('$options') ? 'i' : operand instanceof Regex ? operand.options : '';
    const stretches =
      regex && (operator === '$regex' || operator === '$eq')
        ? prefixStretch(pattern, options)
        : stretchesOf(operator, operand);
    if (stretches) into.choices.push(stretches);
    const sure =
      operator === '$exists'
        ? operand === true
        : stretches !== undefined && !stretches.some(({ from }) => from[0] === rank.missing);
    if (sure) into.exists = true;
  }
}

/** The conditions every match must meet, path by path, through $and. */
function boundsByPath(filter: Doc, into = new Map<string, PathBounds>()): Map<string, PathBounds> {
  for (const [name, value] of filter) {
    if (name === '$and' && Array.isArray(value))
      for (const one of value) if (one instanceof Map) boundsByPath(one, into);
    if (name.startsWith('$')) continue;
    const bounds = into.get(name) ?? { choices: [], exists: false };
    boundsOfField(value, bounds);
    into.set(name, bounds);
  }
  return into;
}

function overlap(a: Stretch, b: Stretch): Stretch | undefined {
  const from = a.from.compare(b.from) >= 0 ? a.from : b.from;
  const to = a.to.compare(b.to) <= 0 ? a.to : b.to;
  return from.compare(to) < 0 ? { from, to, point: a.point || b.point } : undefined;
}

/** One list of stretches for a path. In a multikey index two conditions may be met by two elements: then only the narrowest counts. */
function combine(choices: Stretch[][], multikey: boolean): Stretch[] | undefined {
  const [first, ...rest] = [...choices].sort(
    (a, b) => Number(b.every((s) => s.point)) - Number(a.every((s) => s.point)) || a.length - b.length,
  );
  if (!first || multikey) return first;
  return rest.reduce(
    (kept, next) => kept.flatMap((one) => next.map((other) => overlap(one, other)).filter((s) => s !== undefined)),
    first,
  );
}

/** A stretch of values as a stretch of an index's bytes, descending parts being inverted. */
function directed(stretch: Stretch, part: KeyPart): Stretch {
  if (part.direction === 1) return stretch;
  const open = (bytes: Buffer) => bytes[bytes.length - 1] === 0xff && bytes.length > 1;
  const low = open(stretch.to) ? inverted(stretch.to.subarray(0, -1)) : inverted(stretch.to);
  const bare = stretch.from.length === 1;
  const high = bare
    ? Buffer.from([255 - (stretch.from[0] ?? 0) + 1])
    : Buffer.concat([inverted(stretch.from), AFTER, AFTER]);
  return { from: low, to: high, point: stretch.point };
}

interface Candidate {
  plan: Plan;
  points: number;
  ranges: number;
}

function bounded(
  index: Index,
  paths: Map<string, PathBounds>,
): { stretches: Stretch[]; points: number; ranges: number; allPoints: boolean } {
  let stretches: Stretch[] = [{ from: Buffer.alloc(0), to: AFTER, point: true }];
  let points = 0;
  for (const [i, part] of index.parts.entries()) {
    if (index.multikey && index.parts.slice(0, i).some(({ path }) => path[0] === part.path[0])) break; // another element may meet it
    const bounds = paths.get(part.path.join('.'));
    const own = bounds && combine(bounds.choices, index.multikey)?.map((stretch) => directed(stretch, part));
    if (!own || own.length * stretches.length > MAX_INTERVALS) break;
    const next = stretches.flatMap((head) => {
      const stem = points === 0 ? Buffer.alloc(0) : head.from;
      return own.map((one) => ({
        from: Buffer.concat([stem, one.from]),
        to: Buffer.concat([stem, one.to]),
        point: one.point,
      }));
    });
    stretches = next;
    if (!own.every(({ point }) => point)) return { stretches, points, ranges: 1, allPoints: false };
    points++;
  }
  return { stretches, points, ranges: 0, allPoints: true };
}

/** Cuts bounds as keys are cut, widening them to what a cut key can stand for. */
function toInterval(index: Index, { from, to }: Stretch): Interval {
  const start = from.length > CUT ? from.subarray(0, CUT) : from;
  const end = to.length > CUT ? Buffer.concat([to.subarray(0, CUT), AFTER]) : to;
  return {
    from: treeKey(index.tree, start),
    to: end.length === 1 && end[0] === 0xff ? treeKey(index.tree + 1) : treeKey(index.tree, end),
  };
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
function implies(filter: Doc, paths: Map<string, PathBounds>, partial: Doc): boolean {
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

function usable(index: Index, filter: Doc, paths: Map<string, PathBounds>): boolean {
  if (index.partial && !implies(filter, paths, index.partial)) return false;
  return !index.sparse || index.parts.some((part) => paths.get(part.path.join('.'))?.exists);
}

function candidate(index: Index, filter: Doc, paths: Map<string, PathBounds>, sort: KeyPart[]): Candidate | undefined {
  if (!usable(index, filter, paths)) return undefined;
  const { stretches, points, ranges } = bounded(index, paths);
  const intervals = mergeIntervals(stretches.map((stretch) => toInterval(index, stretch)));
  const turn = sort.length === 0 ? 1 : direction(index, points, stretches.length === 1, sort);
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
  const found = collection.indexes
    .map((index) => candidate(index, filter, paths, sort))
    .filter((one) => one !== undefined)
    .sort((a, b) => value(b) - value(a));
  const [best] = found;
  if (best) return best.plan;
  const all = { from: treeKey(collection.tree), to: treeKey(collection.tree + 1) };
  return { intervals: [all], reverse: false, ordered: sort.length === 0 };
}
