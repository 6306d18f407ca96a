// Filters: a document of conditions compiled to a test of documents.
import { type Doc, Double, Regex, type Value } from '../bson/codec.ts';
import { compare, equal, isNaNValue, isNumber, numeric, rank, rankOf } from '../bson/compare.ts';
import { CommandError } from '../errors.ts';
import { someAt, splitPath, type Test } from './paths.ts';
import { compileRegex } from './regex.ts';

export type Predicate = (document: Doc) => boolean;
/** A test at a path: `leaves` when the elements of an array count as well, `negated` when no value may pass. */
interface Condition {
  test: Test;
  leaves: boolean;
  negated: boolean;
}

const bad = (message: string) => new CommandError(2, message);
const positive = (test: Test, leaves = true): Condition => ({ test, leaves, negated: false });
const not = (condition: Condition): Condition => ({ ...condition, negated: !condition.negated });

export const isOperators = (value: Value | undefined): value is Doc => {
  if (!(value instanceof Map)) return false;
  const first = value.keys().next().value;
  return first?.startsWith('$') === true && !['$ref', '$id', '$db'].includes(first);
};

function equality(wanted: Value): Test {
  if (wanted instanceof Regex) {
    const regex = compileRegex(wanted);
    return (value) => typeof value === 'string' && regex.test(value);
  }
  if (wanted === null) return (value) => value === null || value === undefined;
  return (value) => value !== undefined && equal(value, wanted);
}

const orders: Record<string, (order: number) => boolean> = {
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
};

function ordering(operator: string, wanted: Value): Test {
  const holds = orders[operator] ?? (() => false);
  if (wanted instanceof Regex) throw bad(`Can't have RegEx as arg to predicate over field`);
  if (wanted === null) return (value) => holds(0) && (value === null || value === undefined);
  if (isNaNValue(wanted)) return (value) => holds(0) && isNaNValue(value);
  const type = rankOf(wanted);
  return (value) =>
    rankOf(value) === type && holds(compare(value, wanted)) && !(isNaNValue(value) && !isNaNValue(wanted));
}

function listOf(operator: string, value: Value): Value[] {
  if (!Array.isArray(value)) throw bad(`${operator} needs an array`);
  return value;
}

function membership(operator: string, value: Value): Test {
  const tests = listOf(operator, value).map((one) => {
    if (isOperators(one)) throw bad(`cannot nest $ under ${operator}`);
    return equality(one);
  });
  return (candidate) => tests.some((test) => test(candidate));
}

function sizeCondition(value: Value): Condition {
  const size = isNumber(value) ? Number(numeric(value)) : Number.NaN;
  if (!Number.isInteger(size) || size < 0) throw bad('$size needs a whole number, not negative');
  return positive((candidate) => Array.isArray(candidate) && candidate.length === size, false);
}

function elemMatch(value: Value): Condition {
  if (!(value instanceof Map)) throw bad('$elemMatch needs an Object');
  if (isOperators(value) && ![...value.keys()].every((name) => logical.has(name))) {
    const conditions = compileOperators(value);
    const passes = (element: Value) => conditions.every(({ test, negated }) => test(element) !== negated);
    return positive((candidate) => Array.isArray(candidate) && candidate.some(passes), false);
  }
  const predicate = compileFilter(value);
  return positive(
    (candidate) => Array.isArray(candidate) && candidate.some((element) => asDocument(element, predicate)),
    false,
  );
}

/** An array inside an array is matched as a document of its positions. */
function asDocument(element: Value, predicate: Predicate): boolean {
  if (element instanceof Map) return predicate(element);
  return Array.isArray(element) && predicate(new Map(element.map((value, i) => [String(i), value])));
}

function allConditions(value: Value): Condition[] {
  const list = listOf('$all', value);
  if (list.length === 0) return [positive(() => false)];
  return list.map((one) => {
    if (!isOperators(one)) return positive(equality(one));
    if (one.size !== 1 || !one.has('$elemMatch')) throw bad('no $ expressions in $all');
    return elemMatch(one.get('$elemMatch') ?? null);
  });
}

const typeNames: Record<string, Test> = {
  double: (value) => value instanceof Double,
  string: (value) => typeof value === 'string',
  object: (value) => value instanceof Map,
  array: (value) => Array.isArray(value),
  binData: (value) => rankOf(value) === rank.binary,
  objectId: (value) => rankOf(value) === rank.objectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  int: (value) => typeof value === 'number',
  long: (value) => typeof value === 'bigint',
  number: isNumber,
};

function typeTest(value: Value): Test {
  const tests = (Array.isArray(value) ? value : [value]).map((one) => {
    const test = typeof one === 'string' && Object.hasOwn(typeNames, one) ? typeNames[one] : undefined;
    if (!test) throw bad('Unknown or unsupported type name for $type; name it as text, for instance "string"');
    return test;
  });
  return (candidate) => tests.some((test) => test(candidate));
}

function notCondition(value: Value): Condition[] {
  if (value instanceof Regex) return [not(positive(equality(value)))];
  if (!isOperators(value)) throw bad('$not needs a regex or a document');
  return compileOperators(value);
}

/** True when every operand of a list means the same number as the value given for $exists. */
const truth = (value: Value) =>
  !(value === false || value === null || (isNumber(value) && Number(numeric(value)) === 0));

function compileOperator(name: string, value: Value, all: Doc): Condition[] {
  switch (name) {
    case '$eq':
      return [positive(value instanceof Regex ? () => false : equality(value))];
    case '$ne':
      if (value instanceof Regex) throw bad("Can't have regex as arg to $ne.");
      return [not(positive(equality(value)))];
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return [positive(ordering(name, value))];
    case '$in':
      return [positive(membership(name, value))];
    case '$nin':
      return [not(positive(membership(name, value)))];
    case '$exists': {
      const exists = positive((candidate) => candidate !== undefined, false);
      return [truth(value) ? exists : not(exists)];
    }
    case '$type':
      return [positive(typeTest(value))];
    case '$size':
      return [sizeCondition(value)];
    case '$all':
      return allConditions(value);
    case '$elemMatch':
      return [elemMatch(value)];
    case '$regex':
      return [positive(equality(regexOf(value, all.get('$options'))))];
    case '$options':
      if (!all.has('$regex')) throw bad('$options needs a $regex');
      return [];
    default:
      throw bad(`unknown operator: ${name}`);
  }
}

function regexOf(value: Value, options: Value | undefined): Regex {
  if (options !== undefined && typeof options !== 'string') throw bad('$options has to be a string');
  if (value instanceof Regex) return new Regex(value.pattern, options ?? value.options);
  if (typeof value !== 'string') throw bad('$regex has to be a string');
  return new Regex(value, options ?? '');
}

function compileOperators(operators: Doc): Condition[] {
  return [...operators].flatMap(([name, value]) => {
    if (name !== '$not') return compileOperator(name, value, operators);
    const inner = notCondition(value);
    if (inner.length === 1 || value instanceof Regex)
      return inner.map((one) => (value instanceof Regex ? one : not(one)));
    return [not(together(inner))];
  });
}

/** Several conditions of one $not: each may be met by another element, so it is asked per value only where that is the same. */
function together(conditions: Condition[]): Condition {
  const some = (value: Value | undefined, { test, leaves, negated }: Condition) =>
    (test(value) || (leaves && Array.isArray(value) && value.some(test))) !== negated;
  return positive((value) => conditions.every((condition) => some(value, condition)), false);
}

const logical = new Set(['$and', '$or', '$nor']);

function compileLogical(name: string, value: Value): Predicate {
  const list = listOf(name, value);
  if (list.length === 0) throw bad(`${name} must be a nonempty array`);
  const predicates = list.map((one) => {
    if (!(one instanceof Map)) throw bad(`${name} entries need to be full objects`);
    return compileFilter(one);
  });
  if (name === '$and') return (document) => predicates.every((predicate) => predicate(document));
  if (name === '$or') return (document) => predicates.some((predicate) => predicate(document));
  return (document) => !predicates.some((predicate) => predicate(document));
}

function compileField(name: string, value: Value): Predicate {
  const path = splitPath(name);
  const conditions = isOperators(value) ? compileOperators(value) : [positive(equality(value))];
  return (document) =>
    conditions.every(({ test, leaves, negated }) => someAt(document, path, leaves, test) !== negated);
}

/** Compiles a filter. Error 2 names an unknown or unsupported operator. */
export function compileFilter(filter: Doc): Predicate {
  const predicates = [...filter].map(([name, value]) => {
    if (logical.has(name)) return compileLogical(name, value);
    if (name.startsWith('$')) throw bad(`unknown top level operator: ${name}`);
    return compileField(name, value);
  });
  const [first] = predicates;
  if (predicates.length === 1 && first) return first;
  return (document) => predicates.every((predicate) => predicate(document));
}

/** Tests one array element as $pull and arrayFilters do: operators on the value itself, or a filter on a document. */
export function compileElement(condition: Value): (element: Value) => boolean {
  if (isOperators(condition) && ![...condition.keys()].every((name) => logical.has(name))) {
    const conditions = compileOperators(condition);
    return (element) => conditions.every(({ test, leaves, negated }) => someAt(element, [], leaves, test) !== negated);
  }
  if (condition instanceof Map) {
    const predicate = compileFilter(condition);
    return (element) => element instanceof Map && predicate(element);
  }
  const test = equality(condition);
  return (element) => test(element);
}
