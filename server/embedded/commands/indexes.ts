// createIndexes, listIndexes, dropIndexes.
import { type Doc, doc, type Value } from '../bson/codec.ts';
import { equal, isNumber, numeric } from '../bson/compare.ts';
import { encode } from '../bson/encode.ts';
import { CommandError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { isPosition, splitPath } from '../query/paths.ts';
import {
  type Collection,
  createCollection,
  findCollection,
  type Index,
  newIndex,
  saveCollection,
} from '../storage/catalogue.ts';
import type { Overlay } from '../storage/lmdb.ts';
import { fillIndex, removeTree } from '../storage/records.ts';
import { type Call, type Handler, ok } from './call.ts';
import { firstBatch, listSource } from './cursors.ts';

const OPTIONS = [
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'v',
  'ns',
];

function checkedKey(spec: Doc): Doc {
  const key = spec.get('key');
  if (!(key instanceof Map))
    throw new CommandError(key === undefined ? 9 : 14, "The 'key' field of an index must be a document");
  if (key.size === 0) throw new CommandError(67, 'Index keys cannot be empty.');
  for (const [path, direction] of key) {
    if (path.split('.').includes('')) throw new CommandError(67, 'Index keys cannot contain an empty field.');
    if (!isNumber(direction) || Number(numeric(direction)) === 0)
      throw new CommandError(
        67,
        `Only ascending and descending indexes are supported by the embedded database, not '${path}'`,
      );
    if (path.startsWith('$') || splitPath(path).some((part) => isPosition(part) || part === '$**'))
      throw new CommandError(67, `An index on '${path}' is not supported by the embedded database`);
  }
  return key;
}

function refuseIdOptions(spec: Doc): void {
  for (const name of ['unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds'])
    if (spec.has(name)) throw new CommandError(197, `The field '${name}' is not valid for an _id index specification`);
}

/** The description as it is kept: defaults left out, in MongoDB's order. */
function checkedSpec(spec: Value): Doc {
  if (!(spec instanceof Map)) throw new CommandError(14, 'An index must be described by a document');
  for (const name of spec.keys())
    if (!OPTIONS.includes(name))
      throw new CommandError(197, `The index option '${name}' is unknown or not supported by the embedded database`);
  const key = checkedKey(spec);
  const name = spec.get('name');
  if (typeof name !== 'string' || name === '') throw new CommandError(9, "The 'name' field of an index must be a text");
  if (equal(key, doc({ _id: 1 }))) refuseIdOptions(spec);
  const partial = spec.get('partialFilterExpression');
  if (partial !== undefined && !(partial instanceof Map))
    throw new CommandError(14, 'partialFilterExpression must be a document');
  if (partial) compileFilter(partial);
  const sparse = spec.get('sparse') === true;
  if (partial && sparse) throw new CommandError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  const expire = spec.get('expireAfterSeconds');
  return doc({
    v: 2,
    key,
    name,
    unique: spec.get('unique') === true ? true : undefined,
    sparse: sparse ? true : undefined,
    partialFilterExpression: partial,
    expireAfterSeconds: expire === undefined ? undefined : checkedExpiry(expire, key),
  });
}

function checkedExpiry(value: Value, key: Doc): number {
  const seconds = isNumber(value) ? Math.trunc(Number(numeric(value))) : Number.NaN;
  if (!(seconds >= 0 && seconds <= 2_147_483_647))
    throw new CommandError(67, 'expireAfterSeconds must be between 0 and 2147483647');
  if (key.size !== 1 || key.has('_id'))
    throw new CommandError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  return seconds;
}

/** Is the wanted index there already? Error 85 or 86 when something else stands in its place. */
function existing(collection: Collection, spec: Doc): boolean {
  if (equal(spec.get('key'), doc({ _id: 1 }))) return true;
  const sameName = collection.indexes.find(({ name }) => name === spec.get('name'));
  const sameKey = collection.indexes.find(
    (index) =>
      equal(index.spec.get('key'), spec.get('key')) && equal(index.partial, spec.get('partialFilterExpression')),
  );
  if (sameName && equal(sameName.spec, spec)) return true;
  if (sameName && !equal(sameName.spec.get('key'), spec.get('key')))
    throw new CommandError(86, `An existing index has the same name as the requested index: ${sameName.name}`);
  if (sameName || sameKey)
    throw new CommandError(
      sameName ? 86 : 85,
      `An equivalent index already exists with another name or other options: ${(sameName ?? sameKey)?.name}`,
    );
  return false;
}

export const createIndexes: Handler = (call) => {
  call.allow('indexes', 'commitQuorum');
  call.outsideTransactions();
  const specs = call.list('indexes').map(checkedSpec);
  if (specs.length === 0) throw new CommandError(2, 'Must specify at least one index to create');
  call.collection();
  return call.write((view) => {
    const known = findCollection(view, call.namespace);
    let collection = known ?? createCollection(view, call.database, call.collection());
    const before = collection.indexes.length;
    for (const spec of specs) if (!existing(collection, spec)) collection = withIndex(view, collection, spec);
    const note = collection.indexes.length === before ? 'all indexes already exist' : undefined;
    return ok({
      numIndexesBefore: before,
      numIndexesAfter: collection.indexes.length,
      createdCollectionAutomatically: !known,
      note,
    });
  });
};

function withIndex(view: Overlay, collection: Collection, spec: Doc): Collection {
  const index = fillIndex(view, collection, newIndex(view, spec));
  const grown = { ...collection, indexes: [...collection.indexes, index] };
  saveCollection(view, grown);
  return grown;
}

function getCollection(call: Call, view = call.view()): Collection {
  const collection = findCollection(view, call.namespace);
  if (!collection) throw new CommandError(26, `ns does not exist: ${call.namespace}`);
  return collection;
}

export const listIndexes: Handler = (call) => {
  call.allow('cursor');
  const specs = getCollection(call).indexes.map(({ spec }) => encode(spec));
  return firstBatch(call, call.namespace, listSource(specs), 1000);
};

function chosen(collection: Collection, wanted: Value | undefined): Index[] {
  if (wanted === '*') return collection.indexes.filter(({ name }) => name !== '_id_');
  const names = Array.isArray(wanted) ? wanted : [wanted];
  return names.map((one) => {
    const index = collection.indexes.find(
      ({ name, spec }) => name === one || (one instanceof Map && equal(spec.get('key'), one)),
    );
    if (!index)
      throw new CommandError(27, `index not found with name [${typeof one === 'string' ? one : 'given by its key'}]`);
    if (index.name === '_id_') throw new CommandError(72, 'cannot drop _id index');
    return index;
  });
}

export const dropIndexes: Handler = (call) => {
  call.allow('index');
  call.outsideTransactions();
  return call.write((view) => {
    const collection = getCollection(call, view);
    const dropped = chosen(collection, call.get('index'));
    for (const { tree } of dropped) removeTree(view, tree);
    saveCollection(view, { ...collection, indexes: collection.indexes.filter((index) => !dropped.includes(index)) });
    return ok({ nIndexesWas: collection.indexes.length });
  });
};
