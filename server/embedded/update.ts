// Updates: modifiers or a whole document, applied to one decoded document at a time.
import { type Doc, Double, type ObjectId, Regex, type Value } from './bson/codec.ts';
import { compare, equal, isNumber } from './bson/compare.ts';
import { sortKey } from './bson/key.ts';
import { CommandError } from './errors.ts';
import { arithmetic } from './query/expression.ts';
import { compileElement, isOperators } from './query/match.ts';
import { isPosition, splitPath } from './query/paths.ts';
import { compileSort } from './query/sort.ts';

/** Changes a document in place and returns it, or a new one for a replacement. `inserting` switches $setOnInsert on. */
export type Update = (document: Doc, inserting: boolean) => Doc;

/** What a modifier makes of the value at its path; `remove` takes the field away, `keep` leaves all as it is. */
type Change = (old: Value | undefined) => Value | typeof remove | typeof keep;
interface Step {
  path: string[];
  change: Change;
  /** Missing fields on the way are made; otherwise a missing way means there is nothing to do. */
  creates: boolean;
  onInsertOnly: boolean;
}

const remove = Symbol('remove');
const keep = Symbol('keep');
const bad = (message: string) => new CommandError(2, message);

function checkStored(value: Value): void {
  if (Array.isArray(value)) for (const element of value) checkStored(element);
  if (!(value instanceof Map)) return;
  for (const [name, field] of value) {
    if (name.startsWith('$') && !['$ref', '$id', '$db'].includes(name))
      throw new CommandError(52, `The dollar ($) prefixed field '${name}' is not valid for storage.`);
    checkStored(field);
  }
}

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
  checkStored(added);
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
  checkStored(added);
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

function changeOf(name: string, operand: Value): Change {
  switch (name) {
    case '$set':
    case '$setOnInsert':
      checkStored(operand);
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

const modifiers = new Set(
  '$set $setOnInsert $unset $inc $mul $min $max $push $addToSet $pull $pullAll $pop $currentDate'.split(' '),
);
const unknownModifier = (name: string) =>
  new CommandError(9, `Unknown modifier: ${name}. Expected an update modifier that the embedded database knows`);
const passive = new Set(['$unset', '$pull', '$pullAll', '$pop']);

function comparePaths(a: string[], b: string[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [left = '', right = ''] = [a[i], b[i]];
    if (left === right) continue;
    if (isPosition(left) && isPosition(right)) return Number(left) - Number(right);
    return compare(left, right);
  }
  return a.length - b.length;
}

/** New fields of one update come in the order of their names, whatever order the client gave. */
function parseSteps(update: Doc): Step[] {
  const steps: Step[] = [];
  for (const [name, fields] of update) {
    if (!modifiers.has(name)) throw unknownModifier(name);
    if (!(fields instanceof Map))
      throw new CommandError(9, `Modifiers operate on fields but we found another type for ${name}`);
    for (const [path, operand] of fields) {
      const parts = splitPath(path);
      if (parts.includes('$'))
        throw bad(
          `The positional operator $ in '${path}' is not supported by the embedded database: name the element with arrayFilters`,
        );
      if (
        parts.some(
          (part) => part.startsWith('$') && !/^\$\[\w*\]$/.test(part) && !['$ref', '$id', '$db'].includes(part),
        )
      )
        throw new CommandError(52, `The dollar ($) prefixed field in '${path}' is not valid for storage.`);
      steps.push({
        path: parts,
        change: changeOf(name, operand),
        creates: !passive.has(name),
        onInsertOnly: name === '$setOnInsert',
      });
    }
  }
  steps.sort((a, b) => comparePaths(a.path, b.path));
  steps.forEach((step, i) => {
    const before = steps[i - 1]?.path;
    if (before?.every((part, depth) => part === step.path[depth]))
      throw new CommandError(
        40,
        `Updating the path '${step.path.join('.')}' would create a conflict at '${before.join('.')}'`,
      );
  });
  return steps;
}

type Filters = ReadonlyMap<string, (element: Value) => boolean>;

function parseArrayFilters(list: Value[], steps: Step[]): Filters {
  const filters = new Map<string, (element: Value) => boolean>();
  const used = new Set(
    steps.flatMap(({ path }) => path.filter((part) => part.startsWith('$[')).map((part) => part.slice(2, -1))),
  );
  for (const one of list) {
    if (!(one instanceof Map) || one.size === 0)
      throw new CommandError(9, 'Each array filter must be a document with one identifier');
    const identifiers = new Set([...one.keys()].map((name) => name.split('.')[0] ?? ''));
    const [name = ''] = identifiers;
    if (identifiers.size !== 1 || !/^[a-z]\w*$/.test(name))
      throw new CommandError(9, 'An array filter must use one identifier, a word that begins with a small letter');
    if (filters.has(name))
      throw new CommandError(9, `Found multiple array filters with the same top-level field name ${name}`);
    if (!used.has(name))
      throw new CommandError(9, `The array filter for identifier '${name}' was not used in the update`);
    filters.set(name, elementTest(name, one));
  }
  for (const name of used)
    if (name !== '' && !filters.has(name)) throw bad(`No array filter found for identifier '${name}'`);
  return filters;
}

/** {x: cond} tests the element itself, {"x.a": cond} a field of it. */
function elementTest(name: string, filter: Doc): (element: Value) => boolean {
  const tests = [...filter].map(([path, condition]) => {
    if (path === name)
      return isOperators(condition) ? compileElement(condition) : (element: Value) => equal(element, condition);
    return compileElement(new Map([[path.slice(name.length + 1), condition]]));
  });
  return (element) => tests.every((test) => test(element));
}

function notViable(name: string, path: string[]): CommandError {
  return new CommandError(28, `Cannot create field '${name}' in the element on the way of '${path.join('.')}'`);
}

/** Calls `change` at every place the path stands for. */
function applyStep(step: Step, filters: Filters, node: Doc | Value[], depth: number): void {
  const name = step.path[depth] ?? '';
  if (name.startsWith('$[')) {
    if (!Array.isArray(node)) throw bad(`The path '${step.path.join('.')}' must reach an array to apply array updates`);
    const test = filters.get(name.slice(2, -1));
    for (const [i, element] of node.entries())
      if (!test || test(element)) applyAt(step, filters, node, String(i), depth);
    return;
  }
  if (Array.isArray(node) && !isPosition(name)) {
    if (step.creates) throw notViable(name, step.path);
    return;
  }
  applyAt(step, filters, node, name, depth);
}

const read = (node: Doc | Value[], name: string) => (Array.isArray(node) ? node[Number(name)] : node.get(name));

function write(node: Doc | Value[], name: string, value: Value): void {
  if (!Array.isArray(node)) node.set(name, value);
  else {
    if (Number(name) > node.length + 100_000) throw bad('Cannot extend an array by more than 100000 elements');
    while (node.length < Number(name)) node.push(null);
    node[Number(name)] = value;
  }
}

function applyAt(step: Step, filters: Filters, node: Doc | Value[], name: string, depth: number): void {
  const old = read(node, name);
  if (depth < step.path.length - 1) {
    if (old instanceof Map || Array.isArray(old)) {
      applyStep(step, filters, old, depth + 1);
      return;
    }
    if (!step.creates) return;
    const next = step.path[depth + 1] ?? '';
    if (next.startsWith('$['))
      throw bad(`The path '${step.path.join('.')}' must lead to an array in order to apply array updates`);
    if (old !== undefined) throw notViable(next, step.path);
    const made: Doc = new Map();
    applyStep(step, filters, made, depth + 1);
    if (made.size > 0) write(node, name, made);
    return;
  }
  const value = step.change(old);
  if (value === keep) return;
  if (value !== remove) write(node, name, value);
  else if (Array.isArray(node)) node[Number(name)] = null;
  else node.delete(name);
}

function replacement(update: Doc): Update {
  checkStored(update);
  return (document) => {
    const id = update.get('_id') ?? document.get('_id');
    const result: Doc = new Map(id === undefined ? [] : [['_id', id]]);
    for (const [name, value] of update) if (name !== '_id') result.set(name, value);
    return result;
  };
}

/** Errors: 9 unknown modifier, 40 conflicting paths, 52/56 bad names, 14/2/28 when it meets a document it cannot change. */
export function compileUpdate(update: Value, arrayFilters: Value[]): Update {
  if (!(update instanceof Map))
    throw new CommandError(9, 'Update pipelines are not supported by the embedded database');
  const [first] = update.keys();
  if (!first?.startsWith('$')) return replacement(update);
  const steps = parseSteps(update);
  const filters = parseArrayFilters(arrayFilters, steps);
  return (document, inserting) => {
    for (const step of steps) if (inserting || !step.onInsertOnly) applyStep(step, filters, document, 0);
    return document;
  };
}

export const isReplacement = (update: Value): boolean =>
  update instanceof Map && update.keys().next().value?.startsWith('$') !== true;

/** Error 66 when an update would change _id. */
export function checkId(before: Value | undefined, after: Doc): void {
  if (before !== undefined && !equal(before, after.get('_id')))
    throw new CommandError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

function seed(filter: Doc, into: Doc): Doc {
  for (const [name, value] of filter) {
    if (name === '$and' && Array.isArray(value)) for (const one of value) if (one instanceof Map) seed(one, into);
    if (name.startsWith('$')) continue;
    const fixed = isOperators(value) ? value.get('$eq') : value;
    if (fixed === undefined || fixed instanceof Regex) continue;
    const step: Step = { path: splitPath(name), change: () => fixed, creates: true, onInsertOnly: false };
    applyStep(step, new Map(), into, 0);
  }
  return into;
}

/** The document an upsert inserts: the filter's fixed values, then the update; _id first, made if nobody named one. */
export function upsertDocument(filter: Doc, update: Value, change: Update, newId: () => ObjectId): Doc {
  const seeded = seed(filter, new Map());
  const start: Doc = isReplacement(update) ? new Map([...seeded].filter(([name]) => name === '_id')) : seeded;
  const wanted = start.get('_id');
  const made = change(start, true);
  checkId(wanted, made);
  const result: Doc = new Map([['_id', made.get('_id') ?? newId()]]);
  for (const [name, value] of made) if (name !== '_id') result.set(name, value);
  return result;
}
