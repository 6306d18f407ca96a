// Projections of find and of $project, and the setting of computed fields for $addFields.
import { type Doc, decode, type Value } from '../bson/codec.ts';
import { isNumber, numeric } from '../bson/compare.ts';
import { encode } from '../bson/encode.ts';
import { CommandError } from '../errors.ts';
import { compileExpression, type Expression } from './expression.ts';
import { copyFields } from './fields.ts';
import { splitPath } from './paths.ts';

type Node =
  | { kind: 'keep' }
  | { kind: 'drop' }
  | { kind: 'compute'; value: Expression }
  | { kind: 'inside'; fields: Map<string, Node> };
type Inside = Extract<Node, { kind: 'inside' }>;
export type Transform = (document: Doc) => Doc;
/** The same on a document's bytes. */
export type ByteTransform = (bytes: Buffer) => Buffer;

const inside = (): Inside => ({ kind: 'inside', fields: new Map() });

function place(root: Inside, path: string[], node: Node): void {
  let at = root;
  for (const [depth, name] of path.entries()) {
    const known = at.fields.get(name);
    if (depth === path.length - 1) {
      if (known) throw new CommandError(31250, `Path collision at ${path.join('.')}`);
      at.fields.set(name, node);
    } else {
      if (known && known.kind !== 'inside') throw new CommandError(31249, `Path collision at ${path.join('.')}`);
      const next = known ?? inside();
      at.fields.set(name, next);
      at = next as Inside;
    }
  }
}

const flagOf = (value: Value): boolean | undefined =>
  typeof value === 'boolean' ? value : isNumber(value) ? Number(numeric(value)) !== 0 : undefined;

/** Puts a projection's entries into a tree; nested documents are paths written in another way. */
function plant(root: Inside, prefix: string[], entries: Doc, computed: boolean): void {
  for (const [name, value] of entries) {
    const path = [...prefix, ...splitPath(name)];
    if (path.some((part) => part.startsWith('$')))
      throw new CommandError(
        name.endsWith('.$') ? 2 : 16410,
        `FieldPath field names may not start with '$', and the embedded database has no positional projection: ${name}`,
      );
    const flag = computed ? undefined : flagOf(value);
    if (flag !== undefined) place(root, path, { kind: flag ? 'keep' : 'drop' });
    else if (value instanceof Map && value.size > 0 && ![...value.keys()][0]?.startsWith('$'))
      plant(root, path, value, computed);
    else if (value instanceof Map && value.size === 0 && !computed)
      throw new CommandError(51270, 'An empty sub-projection is not a valid value');
    else place(root, path, { kind: 'compute', value: computed ? compileExpression(value) : projected(value) });
  }
}

/** An unknown expression at the top of a projected field has a code of its own. */
function projected(value: Value): Expression {
  try {
    return compileExpression(value);
  } catch (error) {
    const [name] = value instanceof Map ? value.keys() : [];
    if (!(error instanceof CommandError) || error.code !== 168 || !error.message.includes(`'${name}'`)) throw error;
    throw new CommandError(31325, `Unknown expression ${name}`);
  }
}

function kinds(node: Node, into: Set<string>, top = true): Set<string> {
  if (node.kind !== 'inside') into.add(node.kind);
  else
    for (const [name, child] of node.fields)
      if (!(top && name === '_id' && child.kind !== 'inside' && child.kind !== 'compute')) kinds(child, into, false);
  return into;
}

/** Keeps what the tree names, in the document's order; computed fields follow in the tree's order. */
function including(node: Inside, from: Doc, root: Doc): Doc {
  const result: Doc = new Map();
  for (const [name, value] of from) {
    const child = node.fields.get(name);
    if (child?.kind === 'keep') result.set(name, value);
    else if (child?.kind === 'inside') {
      const kept = includingValue(child, value, root);
      if (kept !== undefined) result.set(name, kept);
    }
  }
  for (const [name, child] of node.fields) {
    if (child.kind === 'compute') setComputed(result, name, child.value(root));
    else if (child.kind === 'inside' && !from.has(name) && kinds(child, new Set(), false).has('compute'))
      result.set(name, including(child, new Map(), root));
  }
  return result;
}

function includingValue(node: Inside, value: Value, root: Doc): Value | undefined {
  if (value instanceof Map) return including(node, value, root);
  if (Array.isArray(value))
    return value.map((element) => includingValue(node, element, root)).filter((element) => element !== undefined);
  return kinds(node, new Set(), false).has('compute') ? including(node, new Map(), root) : undefined;
}

function setComputed(target: Doc, name: string, value: Value | undefined): void {
  if (value === undefined) target.delete(name);
  else target.set(name, value);
}

function excluding(node: Inside, value: Value): Value {
  if (Array.isArray(value)) return value.map((element) => excluding(node, element));
  if (!(value instanceof Map)) return value;
  const result: Doc = new Map();
  for (const [name, field] of value) {
    const child = node.fields.get(name);
    if (child?.kind !== 'drop') result.set(name, child?.kind === 'inside' ? excluding(child, field) : field);
  }
  return result;
}

function adding(node: Inside, from: Value | undefined, root: Doc): Value {
  if (Array.isArray(from)) return from.map((element) => adding(node, element, root));
  const result: Doc = new Map(from instanceof Map ? from : []);
  for (const [name, child] of node.fields) {
    if (child.kind === 'compute') setComputed(result, name, child.value(root));
    else if (child.kind === 'inside') result.set(name, adding(child, result.get(name), root));
  }
  return result;
}

/** A projection's tree, and whether it names what stays or what goes. */
function planted(spec: Doc, computedAllowed: boolean): { root: Inside; includes: boolean } {
  const root = inside();
  plant(root, [], spec, false);
  const used = kinds(root, new Set());
  if (used.has('compute') && !computedAllowed)
    throw new CommandError(2, 'Expressions in the projection of find are not supported by the embedded database');
  const id = root.fields.get('_id');
  const includes = used.has('keep') || used.has('compute') || (used.size === 0 && id?.kind === 'keep');
  if (includes && used.has('drop')) {
    const [first] = [...spec.values()];
    const excludedFirst = first !== undefined && flagOf(first) === false;
    throw excludedFirst
      ? new CommandError(31253, 'Cannot do inclusion in exclusion projection')
      : new CommandError(31254, 'Cannot do exclusion in inclusion projection');
  }
  if (includes && !id) root.fields.set('_id', { kind: 'keep' });
  else if (id?.kind === (includes ? 'drop' : 'keep')) root.fields.delete('_id');
  return { root, includes };
}

/** Compiles a projection. Error 31253/31254 when inclusion and exclusion are mixed, 31249/31250 on colliding paths. */
export function compileProjection(spec: Doc, computedAllowed: boolean): Transform {
  const { root, includes } = planted(spec, computedAllowed);
  return includes ? (document) => including(root, document, document) : (document) => excluding(root, document) as Doc;
}

/** Compiles the projection of find. Whole fields are copied as they lie; only paths into documents need decoding. */
export function compileByteProjection(spec: Doc): ByteTransform {
  const { root, includes } = planted(spec, false);
  const whole = [...root.fields.values()].every(({ kind }) => kind === 'keep' || kind === 'drop');
  if (whole) return copyFields(new Set(root.fields.keys()), includes);
  const transform = compileProjection(spec, false);
  return (bytes) => encode(transform(decode(bytes)));
}

/** Compiles $addFields: every value is an expression. */
export function compileAddFields(spec: Doc): Transform {
  const root = inside();
  plant(root, [], spec, true);
  return (document) => adding(root, document, document) as Doc;
}
