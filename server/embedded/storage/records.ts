// Documents and their index entries. A document lies under a rising record number, so natural order is insertion order;
// _id is a unique index like any other.
import { type Doc, decode, type Value } from '../bson/codec.ts';
import { documentKeys } from '../bson/key.ts';
import { CommandError } from '../errors.ts';
import { type Collection, type Index, saveCollection } from './catalogue.ts';
import type { Overlay, View } from './lmdb.ts';

const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
const EMPTY = Buffer.alloc(0);

export function treeKey(tree: number, ...rest: Buffer[]): Buffer {
  let size = 4;
  for (const part of rest) size += part.length;
  const key = Buffer.allocUnsafe(size);
  let at = key.writeUInt32BE(tree);
  for (const part of rest) at += part.copy(key, at);
  return key;
}

const HIGH = 2 ** 32;

function numberBytes(record: number): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeUInt32BE(Math.floor(record / HIGH));
  bytes.writeUInt32BE(record % HIGH, 4);
  return bytes;
}

export const recordKey = (collection: Collection, record: number): Buffer =>
  treeKey(collection.tree, numberBytes(record));
export const recordOf = (bytes: Buffer): number =>
  bytes.readUInt32BE(bytes.length - 8) * HIGH + bytes.readUInt32BE(bytes.length - 4);

const nextRecords = new Map<string, number>();

/** Rising and never used twice, also when the statement that took it fails. */
function nextRecord(view: View, collection: Collection): number {
  const id = collection.uuid.toString('latin1');
  let next = nextRecords.get(id);
  if (next === undefined) {
    next = 1;
    for (const { key } of view.range(treeKey(collection.tree), treeKey(collection.tree + 1), true)) {
      next = recordOf(key) + 1;
      break;
    }
  }
  nextRecords.set(id, next + 1);
  return next;
}

interface Entries {
  keys: Buffer[];
  multikey: boolean;
  long: boolean;
}

function entriesOf(index: Index, document: Doc): Entries {
  if (index.covers && !index.covers(document)) return { keys: [], multikey: false, long: false };
  return documentKeys(document, index.parts, index.sparse ? 'sparse' : 'index');
}

const entryKey = (index: Index, key: Buffer, record: number) =>
  index.unique ? treeKey(index.tree, key) : treeKey(index.tree, key, numberBytes(record));

/** What a path holds, for the message and the keyValue of a duplicate. */
function valueAt(document: Doc, path: string[]): Value {
  let node: Value | undefined = document;
  for (const name of path) node = node instanceof Map ? node.get(name) : undefined;
  return node ?? null;
}

function duplicate(collection: Collection, index: Index, document: Doc): CommandError {
  const keyValue: Doc = new Map(index.parts.map(({ path }) => [path.join('.'), valueAt(document, path)]));
  const shown = [...keyValue].map(
    ([path, value]) => `${path}: ${typeof value === 'string' ? JSON.stringify(value) : shownValue(value)}`,
  );
  const message = `E11000 duplicate key error collection: ${collection.namespace} index: ${index.name} dup key: { ${shown.join(', ')} }`;
  return new CommandError(11000, message, { keyPattern: index.spec.get('key') as Doc, keyValue });
}

function shownValue(value: Value): string {
  if (value === null || typeof value !== 'object') return String(value);
  if ('value' in value) return String(value.value);
  return 'bytes' in value ? value.bytes.toString('hex') : value instanceof Date ? value.toISOString() : '...';
}

/** Adds a document's entries to one index; error 11000 when a unique one is taken by another record. */
export function addEntries(
  view: Overlay,
  collection: Collection,
  index: Index,
  document: Doc,
  record: number,
): Entries {
  const entries = entriesOf(index, document);
  for (const key of entries.keys) {
    const place = entryKey(index, key, record);
    if (index.unique) {
      const holder = view.get(place);
      if (holder && recordOf(holder) !== record) throw duplicate(collection, index, document);
    }
    view.put(place, index.unique ? numberBytes(record) : EMPTY);
  }
  return entries;
}

function removeEntries(view: Overlay, index: Index, document: Doc, record: number): void {
  for (const key of entriesOf(index, document).keys) view.remove(entryKey(index, key, record));
}

/** Takes away what only the old document had, then adds the new one's entries. */
function changeEntries(
  view: Overlay,
  collection: Collection,
  index: Index,
  before: Doc,
  after: Doc,
  record: number,
): Entries {
  const old = entriesOf(index, before);
  const entries = entriesOf(index, after);
  if (old.keys.length === entries.keys.length && old.keys.every((key, i) => entries.keys[i]?.equals(key)))
    return entries;
  for (const key of old.keys) view.remove(entryKey(index, key, record));
  return addEntries(view, collection, index, after, record);
}

/** An index once multikey stays so: the planner must know before the next read. */
function noteShape(view: Overlay, collection: Collection, shapes: Map<Index, Entries>): void {
  const changed = [...shapes].some(
    ([index, shape]) => (shape.multikey && !index.multikey) || (shape.long && !index.long),
  );
  if (!changed) return;
  const indexes = collection.indexes.map((index) => {
    const shape = shapes.get(index);
    return shape ? { ...index, multikey: index.multikey || shape.multikey, long: index.long || shape.long } : index;
  });
  saveCollection(view, { ...collection, indexes });
}

function checkSize(bytes: Buffer): void {
  if (bytes.length > MAX_DOCUMENT_BYTES)
    throw new CommandError(10334, `A document may be at most ${MAX_DOCUMENT_BYTES} bytes, this has ${bytes.length}`);
}

export interface StoredRecord {
  record: number;
  bytes: Buffer;
}

export function insertRecord(view: Overlay, collection: Collection, bytes: Buffer, document: Doc): void {
  checkSize(bytes);
  const record = nextRecord(view, collection);
  const shapes = new Map<Index, Entries>();
  for (const index of collection.indexes) shapes.set(index, addEntries(view, collection, index, document, record));
  noteShape(view, collection, shapes);
  view.put(recordKey(collection, record), bytes);
}

export function replaceRecord(
  view: Overlay,
  collection: Collection,
  old: StoredRecord,
  bytes: Buffer,
  document: Doc,
): void {
  checkSize(bytes);
  const before = decode(old.bytes);
  const shapes = new Map<Index, Entries>();
  for (const index of collection.indexes)
    shapes.set(index, changeEntries(view, collection, index, before, document, old.record));
  noteShape(view, collection, shapes);
  view.put(recordKey(collection, old.record), bytes);
}

export function removeRecord(view: Overlay, collection: Collection, old: StoredRecord): void {
  const before = decode(old.bytes);
  for (const index of collection.indexes) removeEntries(view, index, before, old.record);
  view.remove(recordKey(collection, old.record));
}

export function removeTree(view: Overlay, tree: number): void {
  for (const { key } of [...view.range(treeKey(tree), treeKey(tree + 1))]) view.remove(key);
}

/** Puts every stored document into a new index and returns the index as the data shaped it. */
export function fillIndex(view: Overlay, collection: Collection, index: Index): Index {
  let { multikey, long } = index;
  for (const { key, value } of [...view.range(treeKey(collection.tree), treeKey(collection.tree + 1))]) {
    const entries = addEntries(view, collection, index, decode(value), recordOf(key));
    multikey ||= entries.multikey;
    long ||= entries.long;
  }
  return { ...index, multikey, long };
}
