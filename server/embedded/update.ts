// Updates: modifiers or a whole document, applied to one decoded document at a time.
import { type Doc, type ObjectId, Regex, type Value } from './bson/codec.ts';
import { compare, equal } from './bson/compare.ts';
import { CommandError } from './errors.ts';
import { type Change, changeOf, keep, modifiers, remove, unknownModifier } from './modifiers.ts';
import { compileElement, isOperators } from './query/match.ts';
import { isPosition, splitPath } from './query/paths.ts';

/** Changes a document in place and returns it, or a new one for a replacement. `inserting` switches $setOnInsert on. */
export type Update = (document: Doc, inserting: boolean) => Doc;

interface Step {
  path: string[];
  change: Change;
  /** Missing fields on the way are made; otherwise a missing way means there is nothing to do. */
  creates: boolean;
  onInsertOnly: boolean;
  /** A way that is blocked by another value is nothing to do rather than error 28: $unset alone. */
  lenient: boolean;
}

const bad = (message: string) => new CommandError(2, message);
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

const isElements = (part: string | undefined) => part?.startsWith('$[') === true;

/** Error 40 when one path leads to or through the other, or when one takes elements by filter where the other names a field. */
function checkConflict(a: string[], b: string[]): void {
  let depth = 0;
  while (depth < a.length && depth < b.length && a[depth] === b[depth]) depth++;
  const ended = depth === a.length || depth === b.length;
  if (!ended && isElements(a[depth]) === isElements(b[depth])) return;
  const place = ended ? depth : depth - 1;
  if (place < 0) return;
  throw new CommandError(
    40,
    `Updating the path '${b.join('.')}' would create a conflict at '${a.slice(0, Math.max(1, depth)).join('.')}'`,
  );
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
        lenient: name === '$unset',
      });
    }
  }
  steps.sort((a, b) => comparePaths(a.path, b.path));
  for (const [i, step] of steps.entries())
    for (const before of steps.slice(0, i)) checkConflict(before.path, step.path);
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
    if (!step.lenient) throw notViable(name, step.path);
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
    const next = step.path[depth + 1] ?? '';
    if (next.startsWith('$['))
      throw bad(`The path '${step.path.join('.')}' must lead to an array in order to apply array updates`);
    if (old !== undefined && !step.lenient) throw notViable(next, step.path);
    if (old !== undefined || !step.creates) return;
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

/** Error 52 when a document's own field has a $-name. Those of documents within it may, as in MongoDB since its version 5. */
export function checkNames(document: Doc): void {
  for (const name of document.keys())
    if (name.startsWith('$') && !['$ref', '$id', '$db'].includes(name))
      throw new CommandError(52, `The dollar ($) prefixed field '${name}' is not valid for storage.`);
}

function replacement(update: Doc): Update {
  checkNames(update);
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

/** The one value a condition fixes; `$all` of several fixes several. */
function fixedValues(condition: Value): Value[] {
  if (!isOperators(condition)) return condition instanceof Regex ? [] : [condition];
  const all = condition.get('$all');
  const values = [...(condition.has('$eq') ? [condition.get('$eq') ?? null] : []), ...(Array.isArray(all) ? all : [])];
  return values.filter((value) => !(value instanceof Regex) && !isOperators(value));
}

/** Error 54 when the filter fixes a path twice, or a path and one below it. */
function seed(filter: Doc, into: Doc, known: string[] = []): Doc {
  for (const [name, condition] of filter) {
    if (name === '$and' && Array.isArray(condition))
      for (const one of condition) if (one instanceof Map) seed(one, into, known);
    if (name.startsWith('$')) continue;
    for (const fixed of fixedValues(condition)) {
      if (known.some((one) => one === name || one.startsWith(`${name}.`) || name.startsWith(`${one}.`)))
        throw new CommandError(54, `cannot infer query fields to set, path '${name}' is matched twice`);
      known.push(name);
      const step = { path: splitPath(name), change: () => fixed, creates: true, onInsertOnly: false, lenient: false };
      applyStep(step, new Map(), into, 0);
    }
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
