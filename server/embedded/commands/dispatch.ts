// From a decoded message to its handler, within the transaction it names; every failure becomes a reply.
import type { Doc, Value } from '../bson/codec.ts';
import { CommandError, errorFields } from '../errors.ts';
import { atItsMoment } from '../snapshots.ts';
import { type Ticket, type Transaction, ticketOf } from '../transactions.ts';
import * as admin from './admin.ts';
import * as reads from './aggregate.ts';
import { Call, type Connection, type Engine, type Handler } from './call.ts';
import * as cursors from './cursors.ts';
import { explain } from './explain.ts';
import { find } from './find.ts';
import * as indexes from './indexes.ts';
import { insert } from './insert.ts';
import * as sessions from './sessions.ts';
import { findAndModify, remove, update } from './update.ts';

const handlers = new Map<string, Handler>([
  ...Object.entries({
    hello: admin.hello,
    isMaster: admin.hello,
    ismaster: admin.hello,
    ping: admin.ping,
    buildInfo: admin.buildInfo,
    buildinfo: admin.buildInfo,
  }),
  ...Object.entries({
    insert: insert,
    find: find,
    update: update,
    delete: remove,
    findAndModify: findAndModify,
    findandmodify: findAndModify,
  }),
  ...Object.entries({
    getMore: cursors.getMore,
    killCursors: cursors.killCursors,
    aggregate: reads.aggregate,
    count: reads.count,
    distinct: reads.distinct,
    explain: explain,
  }),
  ...Object.entries({
    create: admin.create,
    listCollections: admin.listCollections,
    listDatabases: admin.listDatabases,
    drop: admin.drop,
    dropDatabase: admin.dropDatabase,
  }),
  ...Object.entries({
    createIndexes: indexes.createIndexes,
    listIndexes: indexes.listIndexes,
    dropIndexes: indexes.dropIndexes,
  }),
  ...Object.entries({
    commitTransaction: sessions.commitTransaction,
    abortTransaction: sessions.abortTransaction,
    endSessions: sessions.endSessions,
  }),
]);
const ENDINGS = new Set(['commitTransaction', 'abortTransaction']);
const RETRYABLE = new Set(['insert', 'update', 'delete', 'findAndModify']);

export interface Message {
  body: Doc;
  sequences: ReadonlyMap<string, Buffer[]>;
}

/** The reply that tells of a failure. */
export function failed(error: unknown): Doc {
  const known =
    error instanceof CommandError
      ? error
      : new CommandError(1, `The embedded database failed: ${error instanceof Error ? error.message : error}`);
  const reply = new Map<string, Value>([['ok', 0], ...errorFields(known)]);
  if (known.details.labels) reply.set('errorLabels', known.details.labels);
  return reply;
}

async function transactionOf(engine: Engine, body: Doc, ticket: Ticket, connection: Connection): Promise<Transaction> {
  if (body.get('startTransaction') === true) return engine.transactions.start(ticket, connection);
  return engine.transactions.getOpen(ticket, connection);
}

/** Any error inside a transaction ends it, as MongoDB's do. */
async function runInTransaction(
  engine: Engine,
  { body, sequences }: Message,
  ticket: Ticket,
  connection: Connection,
  handler: Handler,
): Promise<Doc> {
  const transaction = await transactionOf(engine, body, ticket, connection);
  try {
    const reply = await handler(new Call(engine, body, sequences, connection, transaction));
    if (reply.has('writeErrors')) engine.transactions.abandon(transaction);
    return reply;
  } catch (error) {
    engine.transactions.abandon(transaction);
    throw error;
  }
}

/** Runs one command. Never throws. */
export async function dispatch(engine: Engine, message: Message, connection: Connection): Promise<Doc> {
  const { body, sequences } = message;
  try {
    const name = body.keys().next().value ?? '';
    const handler = handlers.get(name);
    if (!handler) throw new CommandError(59, `no such command: '${name}'`);
    const ticket = ticketOf(body);
    if (ticket && body.get('autocommit') === false && !ENDINGS.has(name))
      return await runInTransaction(engine, message, ticket, connection, handler);
    const retry = RETRYABLE.has(name) ? ticket : undefined;
    return await atItsMoment(new Call(engine, body, sequences, connection, undefined, retry), handler);
  } catch (error) {
    return failed(error);
  }
}
