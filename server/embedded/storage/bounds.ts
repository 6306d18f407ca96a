// What a filter's conditions leave of an index: stretches of values, path by path. They may always cover too much, never too little.
import { type Doc, Regex, type Value } from '../bson/codec.ts';
import { rank, rankOf } from '../bson/compare.ts';
import { HASH, inverted, type KeyPart, valueKey } from '../bson/key.ts';
import { isOperators } from '../query/match.ts';

/** A place in an index: before or after all keys that begin so. */
interface Edge {
  key: Buffer;
  after: boolean;
}
/** What lies between two places; of one value when it is a point. */
interface Stretch {
  from: Edge;
  to: Edge;
  point: boolean;
}
/** The same as bytes to compare keys with; `to` is exclusive. */
export interface Span {
  from: Buffer;
  to: Buffer;
  point: boolean;
}

/** Above all that can follow the beginning of a key. */
export const AFTER = Buffer.alloc(HASH + 1, 0xff);
const before = (key: Buffer): Edge => ({ key, after: false });
const after = (key: Buffer): Edge => ({ key, after: true });
const bytesOf = (edge: Edge) => (edge.after ? Buffer.concat([edge.key, AFTER]) : edge.key);

const ofRanks = (first: number, last = first): Stretch => ({
  from: before(Buffer.from([first])),
  to: before(Buffer.from([last + 1])),
  point: false,
});

function pointStretch(value: Value): Stretch | undefined {
  if (value === null) return ofRanks(rank.missing, rank.null);
  if (Array.isArray(value) || value instanceof Regex) return undefined;
  const key = valueKey(value);
  return { from: before(key), to: after(key), point: true };
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
  const whole = ofRanks(rankOf(value));
  if (operator === '$gt') return [{ ...whole, from: after(valueKey(value)) }];
  if (operator === '$gte') return [{ ...whole, from: before(valueKey(value)) }];
  if (operator === '$lt') return [{ ...whole, to: before(valueKey(value)) }];
  if (operator === '$lte') return [{ ...whole, to: after(valueKey(value)) }];
  return undefined;
}

function prefixStretch(pattern: string, options: string): Stretch[] | undefined {
  if (options !== '' || /\|/.test(pattern)) return undefined;
  const [literal = ''] = /^[\p{L}\p{N} _:@/-]*/u.exec(pattern.slice(1)) ?? [];
  const certain = /^[?*{]/.test(pattern.slice(1 + literal.length)) ? [...literal].slice(0, -1).join('') : literal;
  if (certain === '') return [ofRanks(rank.string)];
  const key = Buffer.concat([Buffer.from([rank.string]), Buffer.from(certain, 'utf8')]);
  return [{ from: before(key), to: after(key), point: false }];
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
        : stretches !== undefined && !stretches.some(({ from }) => from.key[0] === rank.missing);
    if (sure) into.exists = true;
  }
}

export type Bounds = ReadonlyMap<string, PathBounds>;

/** The conditions every match must meet, path by path, through $and. */
export function boundsByPath(filter: Doc, into = new Map<string, PathBounds>()): Map<string, PathBounds> {
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

/** The branches of the filter's $or, the first there is, through $and. */
function branchesOf(filter: Doc): Doc[] {
  for (const [name, value] of filter) {
    if (!Array.isArray(value)) continue;
    const parts = value.filter((one) => one instanceof Map);
    const found = name === '$or' ? parts : name === '$and' ? parts.map(branchesOf).find((one) => one.length > 0) : [];
    if (found && found.length > 0) return found;
  }
  return [];
}

/** As boundsByPath, once for each branch of an $or: every match meets one of them. */
export const alternativesOf = (filter: Doc): Bounds[] =>
  branchesOf(filter).map((branch) => boundsByPath(branch, boundsByPath(filter)));

const compareEdges = (a: Edge, b: Edge) => bytesOf(a).compare(bytesOf(b));

function overlap(a: Stretch, b: Stretch): Stretch | undefined {
  const from = compareEdges(a.from, b.from) >= 0 ? a.from : b.from;
  const to = compareEdges(a.to, b.to) <= 0 ? a.to : b.to;
  return compareEdges(from, to) < 0 ? { from, to, point: a.point || b.point } : undefined;
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

const mirrored = ({ key, after }: Edge): Edge => ({ key: inverted(key), after: !after });

/** What the conditions on one part of an index leave of it; undefined when all of it. Descending parts are stored inverted. */
export function spansOf(bounds: PathBounds | undefined, { direction }: KeyPart, multikey: boolean): Span[] | undefined {
  return (bounds && combine(bounds.choices, multikey))?.map(({ from, to, point }) => {
    const [first, last] = direction === 1 ? [from, to] : [mirrored(to), mirrored(from)];
    return { from: bytesOf(first), to: bytesOf(last), point };
  });
}
