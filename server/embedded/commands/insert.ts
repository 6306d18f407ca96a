// insert, and how a document comes to have its _id.
import { randomBytes } from 'node:crypto';
import { type Doc, elementBytes, ObjectId, type Value } from '../bson/codec.ts';
import { encode } from '../bson/encode.ts';
import { CommandError } from '../errors.ts';
import { type Collection, createCollection, findCollection } from '../storage/catalogue.ts';
import type { Overlay } from '../storage/lmdb.ts';
import { insertRecord } from '../storage/records.ts';
import { checkNames } from '../update.ts';
import { type Call, type Handler, ok } from './call.ts';
import { runStatements, withErrors } from './statements.ts';

let counter = randomBytes(3).readUIntBE(0, 3);
const process5 = randomBytes(5);

/** A new ObjectId: seconds, this process, a counter. */
export function newId(): ObjectId {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(Math.floor(Date.now() / 1000));
  process5.copy(bytes, 4);
  counter = (counter + 1) & 0xffffff;
  bytes.writeUIntBE(counter, 9, 3);
  return new ObjectId(bytes);
}

/** The collection, made if it is not there. Looked up anew for every document: its indexes' shapes may just have changed. */
export function madeCollection(view: Overlay, call: Call): Collection {
  return findCollection(view, call.namespace) ?? createCollection(view, call.database, call.collection());
}

function checkIdValue(id: Value | undefined): void {
  if (Array.isArray(id)) throw new CommandError(53, "The '_id' value cannot be of type array");
  if (id instanceof Map && [...id.keys()].some((name) => name.startsWith('$')))
    throw new CommandError(52, "_id fields may not contain '$'-prefixed fields");
}

/** The document as received, with _id in front: made here if the client sent none. */
function withIdFirst(bytes: Buffer, document: Doc): { bytes: Buffer; document: Doc } {
  checkNames(document);
  const id = document.get('_id') ?? (document.has('_id') ? null : newId());
  checkIdValue(id);
  const place = elementBytes(bytes, '_id');
  if (place?.start === 4) return { bytes, document };
  const ordered: Doc = new Map([['_id', id], ...document]);
  if (!place) return { bytes: encode(ordered), document: ordered };
  const moved = Buffer.concat([
    bytes.subarray(0, 4),
    bytes.subarray(place.start, place.end),
    bytes.subarray(4, place.start),
    bytes.subarray(place.end),
  ]);
  return { bytes: moved, document: ordered };
}

export function insertOne(view: Overlay, call: Call, bytes: Buffer, document: Doc): void {
  const ready = withIdFirst(bytes, document);
  insertRecord(view, madeCollection(view, call), ready.bytes, ready.document);
}

export const insert: Handler = (call) => {
  call.allow('documents', 'ordered', 'bypassDocumentValidation');
  const documents = call.documents('documents');
  if (documents.length === 0)
    throw new CommandError(16, 'Write batch sizes must be between 1 and 100000. Got 0 operations.');
  return call.write((view) => {
    let n = 0;
    const errors = runStatements(call, view, documents, (overlay, { bytes, document }) => {
      insertOne(overlay, call, bytes, document);
      n++;
    });
    return ok({ n, writeErrors: withErrors(errors) });
  });
};
