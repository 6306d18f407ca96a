import { type Doc, decode, doc, type Value } from '../bson/codec.ts';
import { isNumber, numeric } from '../bson/compare.ts';
import { encode } from '../bson/encode.ts';
import { CommandError } from '../errors.ts';
import { matching } from '../query/find.ts';
import { compileFilter } from '../query/match.ts';
import { compileProjection } from '../query/project.ts';
import { compileSort } from '../query/sort.ts';
import { type Collection, findCollection } from '../storage/catalogue.ts';
import type { Overlay } from '../storage/lmdb.ts';
import { removeRecord, replaceRecord, type StoredRecord } from '../storage/records.ts';
import { checkId, compileUpdate, isReplacement, type Update, upsertDocument } from '../update.ts';
import { type Call, type Handler, ok, unknownField } from './call.ts';
import { insertOne, madeCollection, newId } from './insert.ts';
import { runStatements, withErrors } from './statements.ts';

const MAX_BATCH = 100_000;

function option(statement: Doc, name: string): Doc {
  const value = statement.get(name) ?? new Map();
  if (!(value instanceof Map)) throw new CommandError(14, `'${name}' must be a document`);
  return value;
}

/** The statements of a command, each with no other fields than these: nothing is written where one has. */
function checkedStatements(call: Call, list: string, required: string[], optional: string[] = []): Doc[] {
  const statements = call.statements(list);
  const place = `${call.name}.${list}`;
  if (statements.length === 0 || statements.length > MAX_BATCH)
    throw new CommandError(
      16,
      `Write batch sizes must be between 1 and ${MAX_BATCH}. Got ${statements.length} operations.`,
    );
  for (const statement of statements) {
    for (const name of statement.keys())
      if (!required.includes(name) && !optional.includes(name)) throw unknownField(place, name);
    for (const name of required)
      if (!statement.has(name))
        throw new CommandError(40414, `BSON field '${place}.${name}' is missing but a required field`);
  }
  return statements;
}

const listOption = (statement: Doc, name: string): Value[] => {
  const value = statement.get(name);
  return Array.isArray(value) ? value : [];
};

/** Applies an update to one record; the new bytes when anything changed. */
function change(
  view: Overlay,
  collection: Collection,
  record: StoredRecord,
  update: Update,
): { bytes: Buffer; changed: boolean } {
  const document = decode(record.bytes);
  const id = document.get('_id');
  const after = update(document, false);
  checkId(id, after);
  const bytes = encode(after);
  if (bytes.equals(record.bytes)) return { bytes, changed: false };
  replaceRecord(view, collection, record, bytes, after);
  return { bytes, changed: true };
}

function upsert(view: Overlay, call: Call, filter: Doc, given: Value, update: Update): Doc {
  const document = upsertDocument(filter, given, update, newId);
  insertOne(view, call, encode(document), document);
  return document;
}

interface Tally {
  n: number;
  nModified: number;
  upserted: Value[];
}

function updateStatement(view: Overlay, call: Call, statement: Doc, index: number): Tally {
  const filter = option(statement, 'q');
  const given = statement.get('u') ?? null;
  const update = compileUpdate(given, listOption(statement, 'arrayFilters'));
  const multi = statement.get('multi') === true;
  if (multi && isReplacement(given))
    throw new CommandError(9, 'multi update is not supported for replacement-style update');
  compileFilter(filter);
  const tally: Tally = { n: 0, nModified: 0, upserted: [] };
  for (const record of found(view, call, filter, new Map(), multi)) {
    tally.n++;
    if (change(view, madeCollection(view, call), record, update).changed) tally.nModified++;
  }
  if (tally.n === 0 && statement.get('upsert') === true) {
    const document = upsert(view, call, filter, given, update);
    tally.n = 1;
    tally.upserted.push(doc({ index, _id: document.get('_id') ?? null }));
  }
  return tally;
}

/** The records a write is about, collected before any of them is changed. */
function found(view: Overlay, call: Call, filter: Doc, sort: Doc, all: boolean): StoredRecord[] {
  const collection = findCollection(view, call.namespace);
  if (!collection) return [];
  const records: StoredRecord[] = [];
  for (const record of matching(view, collection, filter, compileSort(sort))) {
    records.push(record);
    if (!all) break;
  }
  return records;
}

export const update: Handler = (call) => {
  call.allow('updates', 'ordered', 'bypassDocumentValidation');
  const statements = checkedStatements(call, 'updates', ['q', 'u'], ['multi', 'upsert', 'arrayFilters']);
  call.collection();
  return call.write((view) => {
    const total: Tally = { n: 0, nModified: 0, upserted: [] };
    const errors = runStatements(call, view, statements, (overlay, statement, index) => {
      const tally = updateStatement(overlay, call, statement, index);
      total.n += tally.n;
      total.nModified += tally.nModified;
      total.upserted.push(...tally.upserted);
    });
    const upserted = total.upserted.length > 0 ? total.upserted : undefined;
    return ok({ n: total.n, nModified: total.nModified, upserted, writeErrors: withErrors(errors) });
  });
};

function deleteStatement(view: Overlay, call: Call, statement: Doc): number {
  const filter = option(statement, 'q');
  compileFilter(filter);
  const limit = statement.get('limit');
  const most = isNumber(limit) ? Number(numeric(limit)) : Number.NaN;
  if (most !== 0 && most !== 1) throw new CommandError(9, 'The limit field in delete objects must be 0 or 1.');
  const all = most === 0;
  const records = found(view, call, filter, new Map(), all);
  const collection = findCollection(view, call.namespace);
  if (collection) for (const record of records) removeRecord(view, collection, record);
  return records.length;
}

export const remove: Handler = (call) => {
  call.allow('deletes', 'ordered');
  const statements = checkedStatements(call, 'deletes', ['q', 'limit']);
  call.collection();
  return call.write((view) => {
    let n = 0;
    const errors = runStatements(call, view, statements, (overlay, statement) => {
      n += deleteStatement(overlay, call, statement);
    });
    return ok({ n, writeErrors: withErrors(errors) });
  });
};

interface Modified {
  value: Doc | null;
  report: Doc;
}

function modifyFound(view: Overlay, call: Call, record: StoredRecord): Modified {
  const collection = madeCollection(view, call);
  if (call.flag('remove')) {
    removeRecord(view, collection, record);
    return { value: decode(record.bytes), report: doc({ n: 1 }) };
  }
  const { bytes } = change(
    view,
    collection,
    record,
    compileUpdate(call.get('update') ?? null, call.list('arrayFilters')),
  );
  return { value: decode(call.flag('new') ? bytes : record.bytes), report: doc({ n: 1, updatedExisting: true }) };
}

function modifyNone(view: Overlay, call: Call): Modified {
  if (call.flag('remove')) return { value: null, report: doc({ n: 0 }) };
  const given = call.get('update') ?? null;
  const compiled = compileUpdate(given, call.list('arrayFilters'));
  if (!call.flag('upsert')) return { value: null, report: doc({ n: 0, updatedExisting: false }) };
  const document = upsert(view, call, call.document('query'), given, compiled);
  return {
    value: call.flag('new') ? document : null,
    report: doc({ n: 1, updatedExisting: false, upserted: document.get('_id') ?? null }),
  };
}

export const findAndModify: Handler = (call) => {
  call.allow(
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'upsert',
    'fields',
    'arrayFilters',
    'bypassDocumentValidation',
  );
  if (call.flag('remove') === (call.get('update') !== undefined))
    throw new CommandError(9, 'Either an update or remove=true must be specified');
  for (const name of ['new', 'upsert'])
    if (call.flag('remove') && call.flag(name))
      throw new CommandError(9, `Cannot specify both ${name}=true and remove=true`);
  call.collection();
  compileFilter(call.document('query'));
  const fields = call.document('fields');
  const project = fields.size > 0 ? compileProjection(fields, false) : (document: Doc) => document;
  return call.write((view) => {
    const [record] = found(view, call, call.document('query'), call.document('sort'), false);
    const { value, report } = record ? modifyFound(view, call, record) : modifyNone(view, call);
    return ok({ lastErrorObject: report, value: value && project(value) });
  });
};
