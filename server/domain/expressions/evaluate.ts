// Operators on plain values: as survey-core's, but that codes compare as exact strings (interface.md, "Expressions").
import type { BinaryOperator, FunctionName, Value } from './syntax.ts';

/** What survey-core makes of a text where it wants a number or a yes/no: '3' is 3, 'true' is true, '03' stays a text. */
function converted(value: Value): Value {
  if (typeof value !== 'string') return value;
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(value) ? Number(value) : value;
}

export const isEmpty = (value: Value): boolean =>
  value === null || value === '' || Number.isNaN(value) || (isList(value) && value.length === 0);

export function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

/** Whether a value counts as true where an expression ends in it. */
export function holds(value: Value): boolean {
  return isList(value) || Boolean(converted(value));
}

/** A code equals what is written exactly like it: '2' is 2 but not '02', 'Yes' is not 'yes'. Lists ignore order. */
function equal(left: Value, right: Value): boolean {
  if (isList(left) && isList(right)) {
    const others = [...right].sort();
    return left.length === right.length && [...left].sort().every((each, at) => each === others[at]);
  }
  if (isList(left) || isList(right)) return false;
  if (isEmpty(left) || isEmpty(right)) return isEmpty(left) && isEmpty(right);
  return String(left) === String(right);
}

function order(left: Value, right: Value, holdsFor: (a: string | number, b: string | number) => boolean): boolean {
  if (left === null || right === null || isList(left) || isList(right)) return false;
  const a = converted(left);
  const b = converted(right);
  if (typeof a === 'string' && typeof b === 'string') return holdsFor(a, b);
  // As JavaScript compares a text with a number: never true unless the text is one.
  return holdsFor(Number(a), Number(b));
}

const asList = (value: Value): readonly (string | number | boolean)[] => {
  if (isList(value)) return value;
  return value === null ? [] : [value];
};

function has(list: Value, wanted: Value): boolean {
  return asList(list).some((each) => equal(each, wanted));
}

/** On a list: every value of `right` is in it. */
const contains = (left: Value, right: Value): boolean => asList(right).every((each) => has(left, each));

function anyOf(left: Value, right: Value): boolean {
  if (isEmpty(left)) return isEmpty(right);
  return isEmpty(right) || asList(left).some((each) => has(right, each));
}

const decimals = (value: number): number => (Number.isInteger(value) ? 0 : (String(value).split('.')[1]?.length ?? 0));
/** survey-core rounds away binary noise, so that 0.1 + 0.2 is 0.3. */
const tidy = (value: number, digits: number): number => (digits > 0 ? Number.parseFloat(value.toFixed(digits)) : value);

function arithmetic(left: Value, right: Value, operator: 'plus' | 'minus' | 'mul' | 'div' | 'mod' | 'power'): Value {
  const a = Number(converted(left) ?? 0);
  const b = Number(converted(right) ?? 0);
  switch (operator) {
    case 'plus':
      return tidy(a + b, Math.max(decimals(a), decimals(b)));
    case 'minus':
      return tidy(a - b, Math.max(decimals(a), decimals(b)));
    case 'mul':
      return tidy(a * b, decimals(a) + decimals(b));
    case 'power':
      return a ** b;
    default:
      if (b === 0) return null;
      return operator === 'div' ? a / b : a % b;
  }
}

/** `and` and `or` are decided by the caller, who need not evaluate both sides. */
export function applyBinary(operator: Exclude<BinaryOperator, 'and' | 'or'>, left: Value, right: Value): Value {
  switch (operator) {
    case 'equal':
      return equal(left, right);
    case 'notequal':
      return !equal(left, right);
    case 'greater':
      return order(left, right, (a, b) => a > b);
    case 'less':
      return order(left, right, (a, b) => a < b);
    case 'greaterorequal':
      return equal(left, right) || order(left, right, (a, b) => a > b);
    case 'lessorequal':
      return equal(left, right) || order(left, right, (a, b) => a < b);
    case 'contains':
    case 'allof':
      return !isEmpty(left) && contains(left, right);
    case 'notcontains':
      return !contains(left, right);
    case 'anyof':
      return anyOf(left, right);
    case 'noneof':
      return !anyOf(left, right);
    default:
      return arithmetic(left, right, operator);
  }
}

const numbers = (values: Value[]): number[] =>
  values.filter((value) => !isEmpty(value)).map((value) => Number(converted(value)));

export function applyFunction(name: FunctionName, values: Value[]): Value {
  if (name === 'iif') return holds(values[0] ?? null) ? (values[1] ?? null) : (values[2] ?? null);
  const [first = Number.NaN, places = 0] = numbers(values);
  if (name === 'round') {
    const scale = 10 ** places;
    return Math.round(first * scale * (1 + Number.EPSILON)) / scale;
  }
  const all = numbers(values);
  if (all.length === 0) return name === 'sum' || name === 'avg' ? 0 : null;
  const total = all.reduce((sum, each) => Number(arithmetic(sum, each, 'plus')), 0);
  if (name === 'sum') return total;
  if (name === 'avg') return total / all.length;
  return name === 'min' ? Math.min(...all) : Math.max(...all);
}
