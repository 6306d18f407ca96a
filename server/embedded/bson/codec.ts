// BSON as values, without losing a type, a field's order or a name such as __proto__.
// int32 is a number, long a bigint, double a Double, a document a Map; types the product does not use are refused.
import { CommandError } from '../errors.ts';

export class Double {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}
export class ObjectId {
  readonly bytes: Buffer;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
}
export class Binary {
  readonly subtype: number;
  readonly bytes: Buffer;
  constructor(subtype: number, bytes: Buffer) {
    this.subtype = subtype;
    this.bytes = bytes;
  }
}
/** Only in filters; a stored one is refused. */
export class Regex {
  readonly pattern: string;
  readonly options: string;
  constructor(pattern: string, options: string) {
    this.pattern = pattern;
    this.options = options;
  }
}
/** A document or list that is already encoded; only in replies. */
export class Raw {
  readonly bytes: Buffer;
  readonly type: 0x03 | 0x04;
  constructor(bytes: Buffer, type: 0x03 | 0x04 = 0x03) {
    this.bytes = bytes;
    this.type = type;
  }
}
export type Doc = Map<string, Value>;
export type Value =
  | null
  | boolean
  | number
  | bigint
  | Double
  | string
  | Date
  | ObjectId
  | Binary
  | Regex
  | Raw
  | Doc
  | Value[];

const MAX_DEPTH = 100;
const invalid = (what: string) => new CommandError(22, `Invalid BSON: ${what}`);

/** Names are short: looking at their bytes here is quicker than asking for the zero. */
export function nameEnd(bytes: Buffer, at: number): number {
  for (let end = at; end < bytes.length; end++) if (bytes[end] === 0) return end;
  throw invalid('unterminated name');
}

const SLOTS = 2048;
const LONGEST_KEPT = 40;
const keptNames: ({ text: string; bytes: Buffer } | undefined)[] = new Array(SLOTS).fill(undefined);

function isSame(bytes: Buffer, at: number, end: number, other: Buffer): boolean {
  if (other.length !== end - at) return false;
  for (let i = at; i < end; i++) if (bytes[i] !== other[i - at]) return false;
  return true;
}

/** The same few names come again and again: each is made a string once. */
export function nameAt(bytes: Buffer, at: number, end: number): string {
  if (end - at > LONGEST_KEPT) return bytes.toString('utf8', at, end);
  let hash = 0;
  for (let i = at; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] ?? 0)) | 0;
  const slot = hash & (SLOTS - 1);
  const kept = keptNames[slot];
  if (kept && isSame(bytes, at, end, kept.bytes)) return kept.text;
  const text = bytes.toString('utf8', at, end);
  const own = Buffer.alloc(end - at); // not of node's pool, which a kept slice would hold whole
  bytes.copy(own, 0, at, end);
  keptNames[slot] = { text, bytes: own };
  return text;
}

/** Position after the value of this type that starts at `at`. */
export function valueEnd(bytes: Buffer, type: number, at: number): number {
  switch (type) {
    case 0x01:
    case 0x09:
    case 0x11:
    case 0x12:
      return at + 8;
    case 0x02:
      return at + 4 + bytes.readInt32LE(at);
    case 0x03:
    case 0x04:
      return at + bytes.readInt32LE(at);
    case 0x05:
      return at + 5 + bytes.readInt32LE(at);
    case 0x07:
      return at + 12;
    case 0x08:
      return at + 1;
    case 0x0a:
      return at;
    case 0x0b:
      return nameEnd(bytes, nameEnd(bytes, at) + 1) + 1;
    case 0x10:
      return at + 4;
    default:
      throw new CommandError(2, `BSON type 0x${type.toString(16)} is not supported by the embedded database`);
  }
}

function readDate(bytes: Buffer, at: number): Date {
  const date = new Date(Number(bytes.readBigInt64LE(at)));
  if (Number.isNaN(date.getTime()))
    throw new CommandError(2, 'A date outside the years -271821 to 275760 is not supported');
  return date;
}

function readValue(bytes: Buffer, type: number, at: number, depth: number): Value {
  switch (type) {
    case 0x01:
      return new Double(bytes.readDoubleLE(at));
    case 0x02:
      return bytes.toString('utf8', at + 4, at + 3 + bytes.readInt32LE(at));
    case 0x03:
      return readDocument(bytes, at, depth + 1);
    case 0x04:
      return [...readDocument(bytes, at, depth + 1, true).values()];
    case 0x05:
      return new Binary(bytes.readUInt8(at + 4), bytes.subarray(at + 5, at + 5 + bytes.readInt32LE(at)));
    case 0x07:
      return new ObjectId(bytes.subarray(at, at + 12));
    case 0x08:
      return bytes.readUInt8(at) === 1;
    case 0x09:
      return readDate(bytes, at);
    case 0x0a:
      return null;
    case 0x0b: {
      const end = nameEnd(bytes, at);
      return new Regex(bytes.toString('utf8', at, end), bytes.toString('utf8', end + 1, nameEnd(bytes, end + 1)));
    }
    case 0x10:
      return bytes.readInt32LE(at);
    case 0x12:
      return bytes.readBigInt64LE(at);
    default:
      throw new CommandError(2, `BSON type 0x${type.toString(16)} is not supported by the embedded database`);
  }
}

function readDocument(bytes: Buffer, start: number, depth: number, array = false, only?: ReadonlySet<string>): Doc {
  if (depth > MAX_DEPTH) throw new CommandError(15, `A document may be nested at most ${MAX_DEPTH} deep`);
  const end = start + bytes.readInt32LE(start) - 1;
  if (end >= bytes.length || bytes.readUInt8(end) !== 0) throw invalid('wrong document length');
  const doc: Doc = new Map();
  let at = start + 4;
  let position = 0;
  while (at < end) {
    const type = bytes.readUInt8(at);
    const stop = nameEnd(bytes, at + 1);
    const next = valueEnd(bytes, type, stop + 1);
    if (next > end) throw invalid('value exceeds its document');
    const name = array ? String(position++) : nameAt(bytes, at + 1, stop);
    if (!only || only.has(name)) doc.set(name, readValue(bytes, type, stop + 1, depth));
    at = next;
  }
  return doc;
}

/** Decodes the document at `at`; `only` names the top-level fields that are wanted. Throws 22 on broken bytes. */
export function decode(bytes: Buffer, only?: ReadonlySet<string>): Doc {
  try {
    return readDocument(bytes, 0, 1, false, only);
  } catch (error) {
    throw error instanceof RangeError ? invalid('value exceeds the message') : error;
  }
}

/** The bytes of one top-level element (type, name, value), if the document has it. */
export function elementBytes(bytes: Buffer, wanted: string): { start: number; end: number } | undefined {
  let at = 4;
  while (at < bytes.length - 1) {
    const stop = nameEnd(bytes, at + 1);
    const end = valueEnd(bytes, bytes.readUInt8(at), stop + 1);
    if (bytes.toString('utf8', at + 1, stop) === wanted) return { start: at, end };
    at = end;
  }
  return undefined;
}

/** Plain text to a document: for replies and descriptions the engine writes itself. */
export const doc = (fields: Record<string, Value | undefined>): Doc =>
  new Map(Object.entries(fields).filter((entry): entry is [string, Value] => entry[1] !== undefined));
