// What each update modifier makes of one value.
import { type Doc, Double, type Value } from './bson/codec.ts';
import { compare, equal, isNumber } from './bson/compare.ts';
import { sortKey } from './bson/key.ts';
import { CommandError } from './errors.ts';
import { arithmetic } from './query/expression.ts';
import { compileElement } from './query/match.ts';
import { compileSort } from './query/sort.ts';

/** What a modifier makes of the value at its path; `remove` takes the field away, `keep` leaves all as it is. */
export type Change = (old: Value | undefined) => Value | typeof remove | typeof keep;
export const remove: unique symbol = Symbol('remove');
export const keep: unique symbol = Symbol('keep');
const bad = (message: string) => new CommandError(2, message);

function arrayOf(operator: string, old: Value | undefined): Value[] {
  if (old === undefined) return [];
  if (!Array.isArray(old)) throw bad(`The field for ${operator} must be an array but is of another type`);
  return [...old];
}

function arithmeticChange(name: string, operand: Value): Change {
  if (!isNumber(operand))
    throw new CommandError(14, `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument`);
  return (old) => {
    if (old === undefined) return name === '$inc' ? operand : arithmetic(operand, 0, '*');
    if (!isNumber(old)) throw new CommandError(14, `Cannot apply ${name} to a value of non-numeric type`);
    return arithmetic(old, operand, name === '$inc' ? '+' : '*');
  };
}

function wholeNumber(name: string, value: Value): number {
  const number = value instanceof Double ? value.value : Number(value);
  if (!isNumber(value) || !Number.isInteger(number)) throw bad(`The value for ${name} must be an integer`);
  return number;
}

function sorted(list: Value[], order: Value): Value[] {
  if (!(order instanceof Map)) {
    const direction = wholeNumber('$sort', order);
    if (Math.abs(direction) !== 1) throw bad('The $sort element value must be either 1 or -1');
    return list.sort((a, b) => direction * compare(a, b));
  }
  const parts = compileSort(order);
  const keyed = list.map((value) => ({ value, key: sortKey(value instanceof Map ? value : new Map(), parts) }));
  return keyed.sort((a, b) => a.key.compare(b.key)).map(({ value }) => value);
}

function sliced(list: Value[], slice: number): Value[] {
  if (slice === 0) return [];
  return slice > 0 ? list.slice(0, slice) : list.slice(slice);
}

const isEach = (operand: Value): operand is Doc => operand instanceof Map && operand.has('$each');

function eachOf(name: string, operand: Value, allowed: string[]): Value[] {
  if (!isEach(operand)) return [operand];
  for (const option of operand.keys())
    if (!allowed.includes(option)) throw bad(`Unrecognized clause in ${name}: ${option}`);
  const each = operand.get('$each');
  if (!Array.isArray(each)) throw bad(`The argument to $each in ${name} must be an array`);
  return each;
}

function pushChange(operand: Value): Change {
  const added = eachOf('$push', operand, ['$each', '$slice', '$sort', '$position']);
  const option = (name: string) => (isEach(operand) ? operand.get(name) : undefined);
  const [position, order, slice] = [option('$position'), option('$sort'), option('$slice')];
  const at = position === undefined ? Number.POSITIVE_INFINITY : wholeNumber('$position', position);
  if (slice !== undefined) wholeNumber('$slice', slice);
  return (old) => {
    const list = arrayOf('$push', old);
    list.splice(at, 0, ...added);
    const ordered = order === undefined ? list : sorted(list, order);
    return slice === undefined ? ordered : sliced(ordered, wholeNumber('$slice', slice));
  };
}

function addToSetChange(operand: Value): Change {
  const added = eachOf('$addToSet', operand, ['$each']);
  return (old) => {
    const list = arrayOf('$addToSet', old);
    for (const value of added) if (!list.some((one) => equal(one, value))) list.push(value);
    return list;
  };
}

function pullChange(name: string, operand: Value): Change {
  if (name === '$pullAll' && !Array.isArray(operand)) throw bad('$pullAll requires an array argument');
  const matches =
    name === '$pullAll' && Array.isArray(operand)
      ? (element: Value) => operand.some((one) => equal(one, element))
      : Array.isArray(operand)
        ? (element: Value) => equal(element, operand)
        : compileElement(operand);
  return (old) => {
    if (old === undefined) return keep;
    return arrayOf(name, old).filter((element) => !matches(element));
  };
}

function popChange(operand: Value): Change {
  const end = wholeNumber('$pop', operand);
  if (Math.abs(end) !== 1) throw new CommandError(9, '$pop expects 1 or -1');
  return (old) => {
    if (old === undefined) return keep;
    const list = arrayOf('$pop', old);
    return end === 1 ? list.slice(0, -1) : list.slice(1);
  };
}

function currentDateChange(operand: Value): Change {
  const type = operand instanceof Map ? operand.get('$type') : operand;
  if (type !== true && type !== 'date')
    throw bad('$currentDate takes true or {$type: "date"} in the embedded database');
  return () => new Date();
}

/** The change a modifier stands for. Errors 2, 9, 14 when its operand makes no sense. */
export function changeOf(name: string, operand: Value): Change {
  switch (name) {
    case '$set':
    case '$setOnInsert':
      return () => operand;
    case '$unset':
      return (old) => (old === undefined ? keep : remove);
    case '$inc':
    case '$mul':
      return arithmeticChange(name, operand);
    case '$min':
      return (old) => (old === undefined || compare(operand, old) < 0 ? operand : keep);
    case '$max':
      return (old) => (old === undefined || compare(operand, old) > 0 ? operand : keep);
    case '$push':
      return pushChange(operand);
    case '$addToSet':
      return addToSetChange(operand);
    case '$pull':
    case '$pullAll':
      return pullChange(name, operand);
    case '$pop':
      return popChange(operand);
    case '$currentDate':
      return currentDateChange(operand);
    default:
      throw unknownModifier(name);
  }
}

export const modifiers = new Set(
  '$set $setOnInsert $unset $inc $mul $min $max $push $addToSet $pull $pullAll $pop $currentDate'.split(' '),
);
export const unknownModifier = (name: string) =>
  new CommandError(9, `Unknown modifier: ${name}. Expected an update modifier that the embedded database knows`);
