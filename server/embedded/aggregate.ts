// Aggregation: each stage takes documents one by one and hands on its own; sorting and grouping hand on at the end.
import { type Doc, Double, type Value } from './bson/codec.ts';
import { compare, isNumber, numeric } from './bson/compare.ts';
import { sortKey, valueKey } from './bson/key.ts';
import { CommandError } from './errors.ts';
import { arithmetic, compileExpression, type Expression, fieldValue } from './query/expression.ts';
import { compileFilter } from './query/match.ts';
import { splitPath } from './query/paths.ts';
import { compileAddFields, compileProjection } from './query/project.ts';
import { compileSort, Sorter } from './query/sort.ts';

type Out = (document: Doc) => void;
export interface Stage {
  push(document: Doc, out: Out): void;
  end?(out: Out): void;
}

function documentOf(stage: string, value: Value): Doc {
  if (!(value instanceof Map)) throw new CommandError(15959, `the ${stage} stage must be given an object`);
  return value;
}

function count(stage: string, value: Value, least: number): number {
  const number = isNumber(value) ? Number(numeric(value)) : Number.NaN;
  if (!Number.isInteger(number))
    throw new CommandError(2107201, `invalid argument to ${stage} stage: a whole number is expected`);
  if (number < least)
    throw new CommandError(stage === '$limit' ? 15958 : 5107200, `invalid argument to ${stage} stage: ${number}`);
  return number;
}

interface Accumulator {
  add(value: Value | undefined): void;
  result(): Value;
}

function sum(): Accumulator & { seen: number; total: number | bigint | Double } {
  return {
    seen: 0,
    total: 0,
    add(value) {
      if (!isNumber(value)) return;
      this.seen++;
      this.total = arithmetic(this.total, value, '+');
    },
    result() {
      return this.total;
    },
  };
}

function average(): Accumulator {
  const inner = sum();
  inner.total = new Double(0);
  return {
    add: (value) => inner.add(value),
    result: () => (inner.seen === 0 ? null : new Double(Number(numeric(inner.total)) / inner.seen)),
  };
}

function extreme(sign: 1 | -1): Accumulator {
  let best: Value = null;
  return {
    add(value) {
      if (value === null || value === undefined) return;
      if (best === null || sign * compare(value, best) > 0) best = value;
    },
    result: () => best,
  };
}

function edge(first: boolean): Accumulator {
  let held: Value | undefined;
  let seen = false;
  return {
    add(value) {
      if (first && seen) return;
      held = value;
      seen = true;
    },
    result: () => held ?? null,
  };
}

function listing(unique: boolean): Accumulator {
  const list: Value[] = [];
  const keys = new Set<string>();
  return {
    add(value) {
      if (value === undefined) return;
      const key = unique ? valueKey(value).toString('latin1') : '';
      if (unique && keys.has(key)) return;
      keys.add(key);
      list.push(value);
    },
    result: () => list,
  };
}

const accumulators: Record<string, () => Accumulator> = {
  $sum: sum,
  $avg: average,
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: () => edge(true),
  $last: () => edge(false),
  $push: () => listing(false),
  $addToSet: () => listing(true),
};

interface GroupField {
  name: string;
  make: () => Accumulator;
  value: Expression;
}

function groupField(name: string, value: Value): GroupField {
  const [operator, operand] = (value instanceof Map && value.size === 1 ? [...value][0] : undefined) ?? ['', null];
  if (name.includes('.')) throw new CommandError(40235, `The field name '${name}' cannot contain '.'`);
  if (!(value instanceof Map) || value.size !== 1)
    throw new CommandError(40234, `The field '${name}' must be an accumulator object`);
  const make = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined;
  if (!make) throw new CommandError(15952, `unknown group operator '${operator}'`);
  return { name, make, value: compileExpression(operand) };
}

function group(value: Value): Stage {
  const spec = documentOf('$group', value);
  const id = spec.get('_id');
  if (id === undefined) throw new CommandError(15955, 'a group specification must include an _id');
  const idOf = compileExpression(id);
  const fields = [...spec].filter(([name]) => name !== '_id').map(([name, one]) => groupField(name, one));
  const groups = new Map<string, { id: Value; held: Accumulator[] }>();
  return {
    push(document) {
      const found = idOf(document) ?? null;
      const key = valueKey(found).toString('latin1');
      const known = groups.get(key) ?? { id: found, held: fields.map(({ make }) => make()) };
      groups.set(key, known);
      for (const [i, field] of fields.entries()) known.held[i]?.add(field.value(document));
    },
    end(out) {
      for (const { id: found, held } of groups.values())
        out(
          new Map([['_id', found], ...fields.map(({ name }, i): [string, Value] => [name, held[i]?.result() ?? null])]),
        );
    },
  };
}

/** A copy of the document with another value at the path, or without it. */
function withValue(document: Doc, [name = '', ...rest]: string[], value: Value | undefined): Doc {
  const copy: Doc = new Map(document);
  const inner = copy.get(name);
  if (rest.length > 0) copy.set(name, withValue(inner instanceof Map ? inner : new Map(), rest, value));
  else if (value === undefined) copy.delete(name);
  else copy.set(name, value);
  return copy;
}

function unwind(value: Value): Stage {
  const spec: Doc = value instanceof Map ? value : new Map([['path', value]]);
  for (const name of spec.keys())
    if (!['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(name))
      throw new CommandError(28811, `unrecognized option to $unwind stage: ${name}`);
  const text = spec.get('path');
  if (typeof text !== 'string') throw new CommandError(28808, 'expected a string as the path for $unwind stage');
  if (!text.startsWith('$'))
    throw new CommandError(28818, `path option to $unwind stage should be prefixed with a '$': ${text}`);
  const path = splitPath(text.slice(1));
  const position = spec.get('includeArrayIndex');
  const preserve = spec.get('preserveNullAndEmptyArrays') === true;
  const emit = (out: Out, document: Doc, at: bigint | null) =>
    out(typeof position === 'string' ? withValue(document, splitPath(position), at) : document);
  return {
    push(document, out) {
      const found = fieldValue(document, path);
      if (Array.isArray(found) && found.length > 0) {
        for (const [i, element] of found.entries()) emit(out, withValue(document, path, element), BigInt(i));
      } else if (found !== undefined && found !== null && !Array.isArray(found)) emit(out, document, null);
      else if (preserve) emit(out, Array.isArray(found) ? withValue(document, path, undefined) : document, null);
    },
  };
}

function sort(value: Value): Stage {
  const parts = compileSort(documentOf('$sort', value));
  if (parts.length === 0) throw new CommandError(15976, '$sort stage must have at least one sort key');
  const sorter = new Sorter<Doc>(Number.POSITIVE_INFINITY, () => 500);
  return {
    push: (document) => sorter.add(sortKey(document, parts), document),
    end: (out) => sorter.result().forEach(out),
  };
}

function window(skip: number, limit: number): Stage {
  let seen = 0;
  return {
    push(document, out) {
      seen++;
      if (seen > skip && seen <= skip + limit) out(document);
    },
  };
}

function counting(value: Value): Stage {
  if (typeof value !== 'string' || value === '')
    throw new CommandError(40156, 'the count field must be a non-empty string');
  if (value.startsWith('$')) throw new CommandError(40158, 'the count field cannot be a $-prefixed path');
  if (value.includes('.')) throw new CommandError(40160, "the count field cannot contain '.'");
  let seen = 0;
  return {
    push: () => {
      seen++;
    },
    end: (out) => {
      if (seen > 0) out(new Map([[value, seen]]));
    },
  };
}

const mapping = (transform: (document: Doc) => Doc): Stage => ({ push: (document, out) => out(transform(document)) });

export function compileStage(stage: Value): Stage {
  const [first] = stage instanceof Map ? stage : [];
  if (!(stage instanceof Map) || stage.size !== 1 || !first)
    throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
  const [name, value] = first;
  switch (name) {
    case '$match': {
      const predicate = compileFilter(documentOf(name, value));
      return { push: (document, out) => (predicate(document) ? out(document) : undefined) };
    }
    case '$project': {
      const spec = documentOf(name, value);
      if (spec.size === 0) throw new CommandError(51272, '$project requires at least one field');
      return mapping(compileProjection(spec, true));
    }
    case '$addFields':
    case '$set':
      return mapping(compileAddFields(documentOf(name, value)));
    case '$group':
      return group(value);
    case '$unwind':
      return unwind(value);
    case '$sort':
      return sort(value);
    case '$skip':
      return window(count(name, value, 0), Number.POSITIVE_INFINITY);
    case '$limit':
      return window(0, count(name, value, 1));
    case '$count':
      return counting(value);
    default:
      throw new CommandError(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
}

/** Chains stages: push into the first, the last one's documents come out of `out`. */
export function chain(stages: Stage[], out: Out): { push: Out; end(): void } {
  const [first, ...rest] = stages;
  if (!first) return { push: out, end: () => undefined };
  const next = chain(rest, out);
  return {
    push: (document) => first.push(document, next.push),
    end() {
      first.end?.(next.push);
      next.end();
    },
  };
}
