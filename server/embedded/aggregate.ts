// Aggregation: each stage takes documents one by one and hands on its own; sorting and grouping hand on at the end.
import type { Doc, Value } from './bson/codec.ts';
import { isNumber, numeric } from './bson/compare.ts';
import { sortKey } from './bson/key.ts';
import { CommandError } from './errors.ts';
import { group } from './group.ts';
import { compileFilter } from './query/match.ts';
import { splitPath } from './query/paths.ts';
import { compileAddFields, compileProjection } from './query/project.ts';
import { compileSort, Sorter } from './query/sort.ts';

type Out = (document: Doc) => void;
export interface Stage {
  push(document: Doc, out: Out): void;
  end?(out: Out): void;
}

const NO_DOCUMENT: Record<string, number> = {
  $match: 15959,
  $sort: 15973,
  $project: 15969,
  $addFields: 40272,
  $set: 40272,
};

function documentOf(stage: string, value: Value): Doc {
  if (!(value instanceof Map))
    throw new CommandError(NO_DOCUMENT[stage] ?? 9, `the ${stage} stage must be given an object`);
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

/** A copy of the document with another value at the path, or without it. */
function withValue(document: Doc, [name = '', ...rest]: string[], value: Value | undefined): Doc {
  const copy: Doc = new Map(document);
  const inner = copy.get(name);
  if (rest.length > 0) copy.set(name, withValue(inner instanceof Map ? inner : new Map(), rest, value));
  else if (value === undefined) copy.delete(name);
  else copy.set(name, value);
  return copy;
}

/** What lies at the path in documents within documents; an array on the way leads nowhere. */
function nested(document: Doc, path: string[]): Value | undefined {
  let node: Value | undefined = document;
  for (const name of path) node = node instanceof Map ? node.get(name) : undefined;
  return node;
}

function unwind(value: Value): Stage {
  if (!(value instanceof Map) && typeof value !== 'string')
    throw new CommandError(15981, 'expected either a string or an object as specification for $unwind stage');
  const spec: Doc = value instanceof Map ? value : new Map([['path', value]]);
  for (const name of spec.keys())
    if (!['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(name))
      throw new CommandError(28811, `unrecognized option to $unwind stage: ${name}`);
  const text = spec.get('path');
  if (text === undefined) throw new CommandError(28812, 'no path specified to $unwind stage');
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
      const found = nested(document, path);
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
  if (!(stage instanceof Map)) throw new CommandError(14, "Each element of the 'pipeline' array must be an object");
  const [first] = stage;
  if (stage.size !== 1 || !first)
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
