// The few aggregation expressions the product uses; any other is refused with 168.
import { type Doc, Double, type Value } from '../bson/codec.ts';
import { compare, isNumber, numeric } from '../bson/compare.ts';
import { CommandError } from '../errors.ts';
import { splitPath } from './paths.ts';

/** undefined stands for a missing value. */
export type Expression = (document: Doc) => Value | undefined;

/** The value of a field path in an expression: arrays on the way give the array of what the documents in them have. */
export function fieldValue(node: Value | undefined, path: string[], depth = 0): Value | undefined {
  if (depth === path.length) return node;
  if (node instanceof Map) return fieldValue(node.get(path[depth] ?? ''), path, depth + 1);
  if (!Array.isArray(node)) return undefined;
  return node
    .filter((element) => element instanceof Map)
    .map((element) => fieldValue(element, path, depth))
    .filter((value) => value !== undefined);
}

const truthy = (value: Value | undefined) =>
  !(value === undefined || value === null || value === false || (isNumber(value) && Number(numeric(value)) === 0));

const compares: Record<string, (order: number) => boolean> = {
  $eq: (order) => order === 0,
  $ne: (order) => order !== 0,
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
};

/** Sum or difference in MongoDB's types: int32 grows to long, a double makes a double. */
export function arithmetic(
  a: number | bigint | Double,
  b: number | bigint | Double,
  work: '+' | '-' | '*',
): number | bigint | Double {
  if (a instanceof Double || b instanceof Double) {
    const [left, right] = [Number(numeric(a)), Number(numeric(b))];
    return new Double(work === '+' ? left + right : work === '-' ? left - right : left * right);
  }
  const [left, right] = [BigInt(a), BigInt(b)];
  const result = work === '+' ? left + right : work === '-' ? left - right : left * right;
  if (typeof a === 'number' && typeof b === 'number' && BigInt.asIntN(32, result) === result) return Number(result);
  if (BigInt.asIntN(64, result) !== result) throw new CommandError(2, 'The result does not fit a 64-bit integer');
  return result;
}

function operands(name: string, value: Value, count?: number): Expression[] {
  const list = Array.isArray(value) ? value : [value];
  if (count !== undefined && list.length !== count)
    throw new CommandError(
      16020,
      `Expression ${name} takes exactly ${count} arguments. ${list.length} were passed in.`,
    );
  return list.map(compileExpression);
}

function compileArithmetic(name: string, value: Value): Expression {
  const [first, ...rest] = operands(name, value, name === '$subtract' ? 2 : undefined);
  const work = name === '$add' ? '+' : '-';
  if (!first) return () => 0;
  return (document) => {
    let total = first(document);
    for (const operand of rest) {
      const next = operand(document);
      if (total === null || total === undefined || next === null || next === undefined) return null;
      if (!isNumber(total) || !isNumber(next))
        throw new CommandError(14, `${name} only supports numeric types in the embedded database`);
      total = arithmetic(total, next, work);
    }
    return total ?? null;
  };
}

function compileCond(value: Value): Expression {
  const parts = value instanceof Map ? ['if', 'then', 'else'].map((name) => value.get(name) ?? null) : value;
  const [test, yes, no] = operands('$cond', parts, 3);
  return (document) => (truthy(test?.(document)) ? yes : no)?.(document);
}

function compileSize(value: Value): Expression {
  const [list] = operands('$size', value, 1);
  return (document) => {
    const found = list?.(document);
    if (!Array.isArray(found)) throw new CommandError(17124, 'The argument to $size must be an array');
    return found.length;
  };
}

function compileOperator(name: string, value: Value): Expression {
  const holds = Object.hasOwn(compares, name) ? compares[name] : undefined;
  if (holds) {
    const [left, right] = operands(name, value, 2);
    return (document) => holds(compare(left?.(document), right?.(document)));
  }
  switch (name) {
    case '$literal':
      return () => value;
    case '$add':
    case '$subtract':
      return compileArithmetic(name, value);
    case '$cond':
      return compileCond(value);
    case '$size':
      return compileSize(value);
    case '$ifNull': {
      const list = operands(name, value);
      return (document) => {
        let found: Value | undefined;
        for (const one of list) {
          found = one(document);
          if (found !== null && found !== undefined) return found;
        }
        return found;
      };
    }
    case '$and': {
      const list = operands(name, value);
      return (document) => list.every((one) => truthy(one(document)));
    }
    case '$or': {
      const list = operands(name, value);
      return (document) => list.some((one) => truthy(one(document)));
    }
    case '$not': {
      const [one] = operands(name, value, 1);
      return (document) => !truthy(one?.(document));
    }
    default:
      throw new CommandError(168, `Unrecognized expression '${name}'`);
  }
}

function compileText(text: string): Expression {
  if (text === '$$ROOT' || text === '$$CURRENT') return (document) => document;
  if (text === '$$NOW') throw new CommandError(17276, '$$NOW is not supported by the embedded database');
  if (text.startsWith('$$ROOT.')) return compileText(`$${text.slice(7)}`);
  if (text.startsWith('$$')) throw new CommandError(17276, `Use of undefined variable: ${text.slice(2)}`);
  if (text === '$') throw new CommandError(16872, "'$' by itself is not a valid FieldPath");
  if (!text.startsWith('$')) return () => text;
  const path = splitPath(text.slice(1));
  return (document) => fieldValue(document, path);
}

/** Compiles an expression; error 168 for one that is not known here. */
export function compileExpression(value: Value): Expression {
  if (typeof value === 'string') return compileText(value);
  if (Array.isArray(value)) {
    const list = value.map(compileExpression);
    return (document) => list.map((one) => one(document) ?? null);
  }
  if (!(value instanceof Map)) return () => value;
  const [first] = value;
  if (first?.[0].startsWith('$')) {
    if (value.size !== 1)
      throw new CommandError(15983, 'An object representing an expression must have exactly one field');
    return compileOperator(first[0], first[1]);
  }
  const fields = [...value].map(([name, one]) => [name, compileExpression(one)] as const);
  return (document) => {
    const result: Doc = new Map();
    for (const [name, one] of fields) {
      const found = one(document);
      if (found !== undefined) result.set(name, found);
    }
    return result;
  };
}
