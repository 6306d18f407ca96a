// Which collections and indexes exist. Kept in the store itself and read in the same snapshot as the data it describes:
// a version key tells whether the copy in memory is still the right one.
import { randomBytes } from 'node:crypto';
import { Binary, type Doc, decode, doc, type Value } from '../bson/codec.ts';
import { encode } from '../bson/encode.ts';
import type { Direction, KeyPart } from '../bson/key.ts';
import { compileFilter, type Predicate } from '../query/match.ts';
import type { Overlay, View } from './lmdb.ts';

export interface Index {
  name: string;
  parts: KeyPart[];
  unique: boolean;
  sparse: boolean;
  partial?: Doc;
  covers?: Predicate;
  expireAfterSeconds?: number;
  /** The description as the client gave it, for listIndexes and for comparing. */
  spec: Doc;
  tree: number;
  /** Some document has more than one key here: bounds may not be combined, order not used. */
  multikey: boolean;
  /** Some key was cut: order not used. */
  long: boolean;
}
export interface Collection {
  database: string;
  name: string;
  namespace: string;
  uuid: Buffer;
  tree: number;
  indexes: Index[];
}
export type Catalogue = ReadonlyMap<string, Collection>;

const key = (tag: number, rest = '') => Buffer.concat([Buffer.from([0, 0, 0, 0, tag]), Buffer.from(rest, 'utf8')]);
const VERSION = key(1);
const NEXT_TREE = key(2);
const FORMAT = key(4);
const COLLECTIONS_FROM = key(3);

const cache = new Map<string, Catalogue>();

const flag = (value: Value | undefined) => value === true;
const integer = (value: Value | undefined) => (typeof value === 'number' ? value : 0);

export function keyParts(pattern: Doc): KeyPart[] {
  return [...pattern].map(([path, direction]) => ({
    path: path.split('.'),
    direction: (Number(direction) < 0 ? -1 : 1) as Direction,
  }));
}

function readIndex(stored: Doc): Index {
  const spec = stored.get('spec') as Doc;
  const partial = spec.get('partialFilterExpression') as Doc | undefined;
  const expire = spec.get('expireAfterSeconds');
  return {
    name: String(spec.get('name')),
    parts: keyParts(spec.get('key') as Doc),
    unique: flag(spec.get('unique')) || spec.get('name') === '_id_',
    sparse: flag(spec.get('sparse')),
    ...(partial && { partial, covers: compileFilter(partial) }),
    ...(typeof expire === 'number' && { expireAfterSeconds: expire }),
    spec,
    tree: integer(stored.get('tree')),
    multikey: flag(stored.get('multikey')),
    long: flag(stored.get('long')),
  };
}

function readCollection(stored: Doc): Collection {
  const database = String(stored.get('database'));
  const name = String(stored.get('name'));
  return {
    database,
    name,
    namespace: `${database}.${name}`,
    uuid: (stored.get('uuid') as Binary).bytes,
    tree: integer(stored.get('tree')),
    indexes: (stored.get('indexes') as Doc[]).map(readIndex),
  };
}

function describe(collection: Collection): Doc {
  return doc({
    database: collection.database,
    name: collection.name,
    uuid: new Binary(4, collection.uuid),
    tree: collection.tree,
    indexes: collection.indexes.map(({ spec, tree, multikey, long }) => doc({ spec, tree, multikey, long })),
  });
}

/** The catalogue as this view sees it. */
export function catalogueOf(view: View): Catalogue {
  const version = view.get(VERSION)?.toString('latin1') ?? '';
  const known = cache.get(version);
  if (known) return known;
  const catalogue = new Map<string, Collection>();
  for (const { value } of view.range(COLLECTIONS_FROM, FORMAT)) {
    const collection = readCollection(decode(value));
    catalogue.set(collection.namespace, collection);
  }
  cache.set(version, catalogue);
  for (const old of cache.keys()) if (cache.size > 8) cache.delete(old);
  return catalogue;
}

export const findCollection = (view: View, namespace: string): Collection | undefined =>
  catalogueOf(view).get(namespace);

export function saveCollection(view: Overlay, collection: Collection): void {
  view.put(key(3, collection.namespace), encode(describe(collection)));
  view.put(VERSION, randomBytes(12));
}

export function removeCollection(view: Overlay, collection: Collection): void {
  view.remove(key(3, collection.namespace));
  view.put(VERSION, randomBytes(12));
}

/** A number for a new tree of keys; the first ones are the engine's own. */
export function newTree(view: Overlay): number {
  const next = view.get(NEXT_TREE)?.readUInt32BE() ?? 16;
  const following = Buffer.alloc(4);
  following.writeUInt32BE(next + 1);
  view.put(NEXT_TREE, following);
  return next;
}

export const idIndexSpec = (): Doc => doc({ v: 2, key: doc({ _id: 1 }), name: '_id_' });

export function createCollection(view: Overlay, database: string, name: string): Collection {
  const stored = doc({
    database,
    name,
    uuid: new Binary(4, randomBytes(16)),
    tree: newTree(view),
    indexes: [doc({ spec: idIndexSpec(), tree: newTree(view) })],
  });
  const collection = readCollection(stored);
  saveCollection(view, collection);
  return collection;
}

export const newIndex = (view: Overlay, spec: Doc): Index => readIndex(doc({ spec, tree: newTree(view) }));
