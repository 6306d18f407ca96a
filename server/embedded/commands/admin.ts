// Greeting, collections and databases.
import { Binary, type Doc, doc } from '../bson/codec.ts';
import { encode } from '../bson/encode.ts';
import { CommandError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import {
  type Collection,
  catalogueOf,
  createCollection,
  findCollection,
  idIndexSpec,
  removeCollection,
} from '../storage/catalogue.ts';
import type { Overlay } from '../storage/lmdb.ts';
import { removeTree } from '../storage/records.ts';
import { type Handler, ok } from './call.ts';
import { firstBatch, listSource } from './cursors.ts';

const WIRE_VERSION = 21;

/** No topologyVersion: drivers then poll. The address must be the one they dialled. */
export function greeting(address: string): Doc {
  return ok({
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    secondary: false,
    setName: 'embedded',
    setVersion: 1,
    hosts: [address],
    me: address,
    primary: address,
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
  });
}

export const hello: Handler = (call) => greeting(call.engine.address);
export const ping: Handler = () => ok();
export const buildInfo: Handler = () =>
  ok({ version: '7.0.0', versionArray: [7, 0, 0, 0], modules: ['embedded'], maxBsonObjectSize: 16 * 1024 * 1024 });

export const create: Handler = (call) => {
  call.allow();
  return call.write((view) => {
    if (findCollection(view, call.namespace))
      throw new CommandError(48, `Collection ${call.namespace} already exists.`);
    createCollection(view, call.database, call.collection());
    return ok();
  });
};

const describe = ({ name, uuid }: Collection): Doc =>
  doc({
    name,
    type: 'collection',
    options: new Map(),
    info: doc({ readOnly: false, uuid: new Binary(4, uuid) }),
    idIndex: idIndexSpec(),
  });

export const listCollections: Handler = (call) => {
  call.allow('filter', 'nameOnly', 'cursor', 'authorizedCollections');
  const filter = compileFilter(call.document('filter'));
  const own = [...catalogueOf(call.view()).values()].filter(({ database }) => database === call.database);
  const found = own.map(describe).filter(filter);
  const shown = call.flag('nameOnly')
    ? found.map((one) => doc({ name: one.get('name'), type: one.get('type') }))
    : found;
  return firstBatch(call, `${call.database}.$cmd.listCollections`, listSource(shown.map(encode)), 10_000);
};

export const listDatabases: Handler = (call) => {
  call.allow('nameOnly', 'filter', 'authorizedDatabases');
  if (call.document('filter').size > 0)
    throw new CommandError(2, 'listDatabases with a filter is not supported by the embedded database');
  const names = new Set([...catalogueOf(call.view()).values()].map(({ database }) => database));
  return ok({ databases: [...names].sort().map((name) => doc({ name, empty: false })) });
};

function dropCollection(view: Overlay, collection: Collection): void {
  for (const { tree } of collection.indexes) removeTree(view, tree);
  removeTree(view, collection.tree);
  removeCollection(view, collection);
}

export const drop: Handler = (call) => {
  call.allow();
  call.outsideTransactions();
  return call.write((view) => {
    const collection = findCollection(view, call.namespace);
    if (!collection) return ok();
    dropCollection(view, collection);
    return ok({ nIndexesWas: collection.indexes.length, ns: collection.namespace });
  });
};

export const dropDatabase: Handler = (call) => {
  call.allow();
  call.outsideTransactions();
  return call.write((view) => {
    for (const collection of catalogueOf(view).values())
      if (collection.database === call.database) dropCollection(view, collection);
    return ok({ dropped: call.database });
  });
};
