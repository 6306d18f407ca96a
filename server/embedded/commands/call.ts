// One command as its handler sees it: its options checked, its reads and writes bound to the transaction it belongs to.
import { type Doc, decode, doc, Raw, type Value } from '../bson/codec.ts';
import { isNumber, numeric } from '../bson/compare.ts';
import { encode } from '../bson/encode.ts';
import { CommandError } from '../errors.ts';
import type { Snapshot, Snapshots } from '../snapshots.ts';
import { Overlay, type View } from '../storage/lmdb.ts';
import type { Store } from '../storage/store.ts';
import { recall, remember, type Speaker, type Ticket, type Transaction, type Transactions } from '../transactions.ts';
import type { Cursors } from './cursors.ts';

/** One client's socket, as commands know it. */
export interface Connection extends Speaker {
  /** What is to be done once the reply under way has left. */
  whenSent: (() => void) | undefined;
}

export interface Engine {
  store: Store;
  transactions: Transactions;
  cursors: Cursors;
  snapshots: Snapshots;
  /** The address clients dial, as hello must repeat it. */
  address: string;
}

const GENERAL = new Set(
  '$db lsid txnNumber startTransaction autocommit readConcern writeConcern $readPreference $clusterTime maxTimeMS comment'.split(
    ' ',
  ),
);
const UNKNOWN_FIELD = 40415;
const NOT_CARRIED = 9;
/** What MongoDB 7 would take with one command or another. */
const MONGODB_ONLY = new Set(
  (
    'collation hint let min max returnKey showRecordId tailable awaitData oplogReplay explain unwrappedReadPref ' +
    'capped size autoIndexId storageEngine validator validationLevel validationAction indexOptionDefaults viewOn pipeline ' +
    'timeseries clusteredIndex changeStreamPreAndPostImages expireAfterSeconds encryptedFields c constants sort term'
  ).split(' '),
);
const MAX_NAME_BYTES = 254;

/** Error 40415 for a name MongoDB does not know either, 9 for one that only the embedded database lacks. */
export function unknownField(place: string, name: string): CommandError {
  return MONGODB_ONLY.has(name)
    ? new CommandError(NOT_CARRIED, `The option '${place}.${name}' is not supported by the embedded database`)
    : new CommandError(UNKNOWN_FIELD, `BSON field '${place}.${name}' is an unknown field.`);
}

export class Call {
  readonly engine: Engine;
  readonly body: Doc;
  readonly name: string;
  readonly database: string;
  readonly connection: Connection;
  readonly transaction: Transaction | undefined;
  readonly deadline: number;
  /** The moment this command reads, unless it is the newest. */
  snapshot: Snapshot | undefined;
  readonly #sequences: ReadonlyMap<string, Buffer[]>;
  readonly #retry: Ticket | undefined;
  #namespace: string | undefined;

  constructor(
    engine: Engine,
    body: Doc,
    sequences: ReadonlyMap<string, Buffer[]>,
    connection: Connection,
    transaction?: Transaction,
    retry?: Ticket,
  ) {
    this.engine = engine;
    this.body = body;
    this.connection = connection;
    this.transaction = transaction;
    this.#sequences = sequences;
    this.#retry = retry;
    this.name = body.keys().next().value ?? '';
    this.database = this.text('$db');
    const limit = this.whole('maxTimeMS', 0);
    this.deadline = limit > 0 ? Date.now() + limit : Number.POSITIVE_INFINITY;
  }

  /** Refuses every option but these, so that none is silently left out of the answer. */
  allow(...names: string[]): void {
    for (const name of [...this.body.keys(), ...this.#sequences.keys()])
      if (name !== this.name && !GENERAL.has(name) && !names.includes(name)) throw unknownField(this.name, name);
  }

  get(name: string): Value | undefined {
    return this.body.get(name);
  }

  text(name: string): string {
    const value = this.body.get(name);
    if (value === undefined)
      throw new CommandError(40414, `BSON field '${this.name}.${name}' is missing but a required field`);
    if (typeof value !== 'string') throw new CommandError(14, `BSON field '${this.name}.${name}' must be a string`);
    return value;
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.body.get(name);
    if (value === undefined) return otherwise;
    return isNumber(value) ? Number(numeric(value)) !== 0 : value === true;
  }

  document(name: string): Doc {
    const value = this.body.get(name) ?? new Map();
    if (!(value instanceof Map)) throw new CommandError(14, `BSON field '${this.name}.${name}' must be a document`);
    return value;
  }

  list(name: string): Value[] {
    const value = this.body.get(name) ?? [];
    if (!Array.isArray(value)) throw new CommandError(14, `BSON field '${this.name}.${name}' must be an array`);
    return value;
  }

  /** A whole number that is not negative. */
  whole(name: string, otherwise: number): number {
    const value = this.body.get(name);
    if (value === undefined) return otherwise;
    const number = isNumber(value) ? Number(numeric(value)) : Number.NaN;
    if (!Number.isInteger(number))
      throw new CommandError(14, `BSON field '${this.name}.${name}' must be a whole number`);
    if (number < 0) throw new CommandError(51024, `BSON field '${name}' value must be >= 0, actual value '${number}'`);
    return number;
  }

  /** The collection the command names. Error 73 when no collection can be called so. */
  collection(name = this.name): string {
    const collection = this.body.get(name);
    if (typeof collection !== 'string' || !/^[^$.\0][^$\0]*$/u.test(collection))
      throw new CommandError(73, `Invalid collection name in '${this.name}'`);
    if (Buffer.byteLength(this.database + collection) > MAX_NAME_BYTES || !/^[^$./\\ \0]+$/u.test(this.database))
      throw new CommandError(73, `Invalid or too long a name: ${this.database}.${collection}`);
    return collection;
  }

  get namespace(): string {
    this.#namespace ??= `${this.database}.${this.collection()}`;
    return this.#namespace;
  }

  /** The statements of a command, whichever way the client sent them. */
  statements(name: string): Doc[] {
    const sequence = this.#sequences.get(name);
    if (sequence) return sequence.map((bytes) => decode(bytes));
    return this.list(name).map((statement) => {
      if (!(statement instanceof Map))
        throw new CommandError(14, `BSON field '${this.name}.${name}' must hold documents`);
      return statement;
    });
  }

  /** Documents to be stored, with their bytes as they were received. */
  documents(name: string): { bytes: Buffer; document: Doc }[] {
    const sequence = this.#sequences.get(name);
    if (sequence) return sequence.map((bytes) => ({ bytes, document: decode(bytes) }));
    return this.statements(name).map((document) => ({ bytes: encode(document), document }));
  }

  /** The state this command reads: its transaction's, its snapshot's, or the newest. */
  view(): View {
    if (this.snapshot) return this.snapshot.view;
    return this.transaction ? this.transaction.changes : this.engine.store.latest();
  }

  /** Runs a write whole or not at all. A retried one is answered with its first reply. */
  async write(statement: (view: Overlay) => Doc): Promise<Doc> {
    const { transaction } = this;
    if (transaction) {
      const overlay = new Overlay(transaction.changes);
      const reply = statement(overlay);
      overlay.applyTo(transaction.changes);
      return reply;
    }
    const retry = this.#retry;
    return this.engine.store.write((view) => {
      const known = retry && recall(view, retry);
      if (known) return known;
      const reply = statement(view);
      if (retry) remember(view, retry, reply);
      return reply;
    });
  }

  outsideTransactions(): void {
    if (this.transaction) throw new CommandError(263, `Cannot run '${this.name}' in a multi-document transaction.`);
  }
}

export type Handler = (call: Call) => Doc | Promise<Doc>;

export const ok = (fields: Record<string, Value | undefined> = {}): Doc => doc({ ...fields, ok: 1 });
export const raw = (documents: Buffer[]): Value[] => documents.map((bytes) => new Raw(bytes));
