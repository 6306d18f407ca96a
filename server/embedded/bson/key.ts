// Values as bytes that sort like the values themselves: the keys of indexes, of sorts and of groups.
import { createHash } from 'node:crypto';
import { CommandError } from '../errors.ts';
import { isPosition } from '../query/paths.ts';
import { Binary, type Doc, Double, ObjectId, type Value } from './codec.ts';
import { rankOf } from './compare.ts';

export type Direction = 1 | -1;
export interface KeyPart {
  path: string[];
  direction: Direction;
}

const TERMINATOR = Buffer.from([0x00, 0x01]);
const END = Buffer.from([0x00]);

/** One byte for each type, made once. */
const rankBytes = Array.from({ length: 256 }, (_, rank) => Buffer.from([rank]));
const rankByte = (value: Value | undefined): Buffer => rankBytes[rankOf(value)] ?? END;

function textBytes(text: string): Buffer[] {
  const bytes = Buffer.from(text, 'utf8');
  if (!bytes.includes(0)) return [bytes, TERMINATOR];
  return [Buffer.from(bytes.toString('latin1').replaceAll('\0', '\0\xff'), 'latin1'), TERMINATOR];
}

/** A double in order, then how far a long lies from its double: exact for every long. */
function numberBytes(value: number | bigint | Double): Buffer {
  const bytes = Buffer.alloc(10);
  const double = value instanceof Double ? value.value : Number(value);
  if (Number.isNaN(double)) return bytes;
  bytes.writeDoubleBE(double === 0 ? 0 : double);
  const first = bytes.readUInt8(0);
  if (first & 0x80) for (let i = 0; i < 8; i++) bytes.writeUInt8(bytes.readUInt8(i) ^ 0xff, i);
  else bytes.writeUInt8(first | 0x80, 0);
  bytes.writeUInt16BE(0x8000 + (typeof value === 'bigint' ? Number(value - BigInt(double)) : 0), 8);
  return bytes;
}

function bodyBytes(value: Value | undefined): Buffer[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return textBytes(value);
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Double) return [numberBytes(value)];
  if (typeof value === 'boolean') return [Buffer.from([value ? 1 : 0])];
  if (value instanceof ObjectId) return [value.bytes];
  if (value instanceof Date) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(BigInt.asUintN(64, BigInt(value.getTime()) + (1n << 63n)));
    return [bytes];
  }
  if (value instanceof Binary) {
    const head = Buffer.alloc(5);
    head.writeUInt32BE(value.bytes.length);
    head.writeUInt8(value.subtype, 4);
    return [head, value.bytes];
  }
  if (Array.isArray(value)) return [...value.flatMap((element) => [rankByte(element), ...bodyBytes(element)]), END];
  if (value instanceof Map) return documentBytes(value);
  throw new CommandError(2, 'A regular expression cannot be part of a key');
}

function documentBytes(doc: Doc): Buffer[] {
  const parts: Buffer[] = [];
  for (const [name, value] of doc) parts.push(rankByte(value), ...textBytes(name), ...bodyBytes(value));
  return [...parts, END];
}

export function inverted(bytes: Buffer): Buffer {
  const turned = Buffer.allocUnsafe(bytes.length);
  for (let i = 0; i < bytes.length; i++) turned[i] = (bytes[i] ?? 0) ^ 0xff;
  return turned;
}

export const valueKey = (value: Value | undefined): Buffer => Buffer.concat([rankByte(value), ...bodyBytes(value)]);

const directed = (value: Value | undefined, direction: Direction) =>
  direction === 1 ? valueKey(value) : inverted(valueKey(value));

/** lmdb takes keys up to 1,978 bytes: a longer one is cut and told apart by a hash. */
export const CUT = 1800;
/** Bytes of the hash. */
export const HASH = 32;
export function cutKey(key: Buffer): Buffer {
  if (key.length <= CUT + HASH) return key;
  return Buffer.concat([key.subarray(0, CUT), createHash('sha256').update(key).digest()]);
}

export interface DocumentKeys {
  keys: Buffer[];
  multikey: boolean;
  long: boolean;
}

interface Walk {
  parts: KeyPart[];
  /** `exists`: something lies at one of the paths. */
  emit(values: (Value | undefined)[], exists: boolean): void;
  multikey: boolean;
  parallel: number;
}

interface Pending {
  part: number;
  rest: string[];
}

/** Descends the pending paths; those that meet an array meet the same one, and take its elements in turn. */
function descend(
  walk: Walk,
  from: Value | undefined,
  pending: Pending[],
  values: (Value | undefined)[],
  existsBefore = false,
): void {
  let exists = existsBefore;
  const waiting: Pending[] = [];
  let array: Value[] | undefined;
  for (const { part, rest } of pending) {
    let node = from;
    let depth = 0;
    while (depth < rest.length && node instanceof Map) node = node.get(rest[depth++] ?? '');
    const arrived = depth === rest.length;
    if (Array.isArray(node)) {
      if (array && array !== node) throw new CommandError(walk.parallel, 'cannot index or sort parallel arrays');
      array = node;
      waiting.push({ part, rest: rest.slice(depth) });
    } else {
      if (arrived && node !== undefined) exists = true;
      values[part] = arrived && node !== undefined ? node : null;
    }
  }
  if (!array) {
    walk.emit(values, exists);
    return;
  }
  if (waiting.some(({ rest }) => isPosition(rest[0] ?? '')))
    throw new CommandError(2, 'A position in an array cannot be indexed or sorted by here');
  walk.multikey = true;
  exists ||= waiting.some(({ rest }) => rest.length === 0);
  if (array.length === 0) {
    for (const { part, rest } of waiting) values[part] = rest.length === 0 ? undefined : null;
    walk.emit(values, exists);
    return;
  }
  for (const element of array) {
    const next = [...values];
    const deeper: Pending[] = [];
    for (const one of waiting) {
      if (one.rest.length === 0) next[one.part] = element;
      else if (element instanceof Map) deeper.push(one);
      else next[one.part] = null;
    }
    if (deeper.length > 0) descend(walk, element, deeper, next, exists);
    else walk.emit(next, exists);
  }
}

/**
 * All keys of a document: one, or one for each element of an array on the way; cut for an index, whole for a sort. A sparse
 * index has none where nothing lies at any of the paths. Parallel arrays are error 171 (2 in a sort).
 */
export function documentKeys(doc: Doc, parts: KeyPart[], purpose: 'index' | 'sparse' | 'sort' = 'index'): DocumentKeys {
  const keys = new Map<string, Buffer>();
  let long = false;
  const walk: Walk = {
    parts,
    multikey: false,
    parallel: purpose === 'sort' ? 2 : 171,
    emit(values, exists) {
      if (purpose === 'sparse' && !exists) return;
      const whole = Buffer.concat(parts.map((part, i) => directed(values[i], part.direction)));
      const key = purpose === 'sort' ? whole : cutKey(whole);
      if (key !== whole) long = true;
      keys.set(key.toString('latin1'), key);
    },
  };
  descend(
    walk,
    doc,
    parts.map((part, i) => ({ part: i, rest: part.path })),
    parts.map(() => null),
  );
  return { keys: [...keys.values()], multikey: walk.multikey, long };
}

/** The key a document sorts by: the smallest of its keys in the sort's own direction. */
export function sortKey(doc: Doc, parts: KeyPart[]): Buffer {
  const { keys } = documentKeys(doc, parts, 'sort');
  return keys.reduce((least, key) => (key.compare(least) < 0 ? key : least));
}
