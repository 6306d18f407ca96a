// Sessions: transactions of several statements, and the replies kept so that a retried write counts once.
// One transaction at a time holds the database's writing; others wait for it, reads do not.
import { Binary, type Doc, decode, doc, type Value } from './bson/codec.ts';
import { encode } from './bson/encode.ts';
import { CommandError } from './errors.ts';
import { Overlay, type View } from './storage/lmdb.ts';
import { treeKey } from './storage/records.ts';
import type { Store } from './storage/store.ts';

const WAIT_MS = 3_000;
const LIFETIME_MS = 60_000;
const REMEMBER_MS = 30 * 60_000;
const SESSION_TREE = 8;
const SESSION_BYTES = 16;
const TRANSIENT = { labels: ['TransientTransactionError'] };

export interface Ticket {
  session: Buffer;
  number: bigint;
}
/** Whoever speaks in a transaction. */
export interface Speaker {
  /** Its socket is closed: it will say nothing more. */
  isGone: boolean;
}

export class Transaction {
  readonly ticket: Ticket;
  readonly changes: Overlay;
  readonly #stopClock: () => void;
  readonly #leave: () => void;
  /** The connection that spoke last: when it goes, nobody will finish. */
  connection: Speaker;

  constructor(ticket: Ticket, changes: Overlay, connection: Speaker, stopClock: () => void, leave: () => void) {
    this.ticket = ticket;
    this.changes = changes;
    this.connection = connection;
    this.#stopClock = stopClock;
    this.#leave = leave;
  }

  /** From here on its time cannot run out: its fate is decided. */
  decide(): void {
    this.#stopClock();
  }

  /** Lets others write again. */
  end(): void {
    this.#stopClock();
    this.#leave();
  }
}

export function sessionOf(body: Doc): Buffer | undefined {
  const lsid = body.get('lsid');
  const id = lsid instanceof Map ? lsid.get('id') : undefined;
  if (id instanceof Binary && id.bytes.length !== SESSION_BYTES)
    throw new CommandError(9, 'A session id must be a UUID');
  return id instanceof Binary ? id.bytes : undefined;
}

const asBigint = (value: Value | undefined) =>
  typeof value === 'bigint' ? value : typeof value === 'number' ? BigInt(value) : undefined;

/** Session and number of a command that takes part in a transaction or may be retried. */
export function ticketOf(body: Doc): Ticket | undefined {
  const session = sessionOf(body);
  const number = asBigint(body.get('txnNumber'));
  return session && number !== undefined ? { session, number } : undefined;
}

const nameOf = ({ session, number }: Ticket) => `${session.toString('hex')} ${number}`;
const recordKey = (session: Buffer) => treeKey(SESSION_TREE, session);

function rememberedOf(view: View, { session, number }: Ticket): Doc | undefined {
  const stored = view.get(recordKey(session));
  const record = stored && decode(stored);
  const known = record && asBigint(record.get('number'));
  if (!record || known === undefined) return undefined;
  if (known > number)
    throw new CommandError(
      225,
      `Retryable write with txnNumber ${number} is prohibited on this session because a newer one, ${known}, has started`,
    );
  return known === number ? record : undefined;
}

/** The reply this retryable write had the first time. */
export function recall(view: View, ticket: Ticket): Doc | undefined {
  const reply = rememberedOf(view, ticket)?.get('reply');
  return reply instanceof Map ? reply : undefined;
}

/** Stored with the write itself, so that a crash keeps both or neither. */
export function remember(view: Overlay, { session, number }: Ticket, reply: Doc): void {
  view.put(recordKey(session), encode(doc({ number, at: new Date(), reply })));
}

export function forgetOld(view: Overlay): void {
  const limit = Date.now() - REMEMBER_MS;
  for (const { key, value } of [...view.range(treeKey(SESSION_TREE), treeKey(SESSION_TREE + 1))]) {
    const at = decode(value, new Set(['at'])).get('at');
    if (at instanceof Date && at.getTime() < limit) view.remove(key);
  }
}

export class Transactions {
  readonly #store: Store;
  readonly #open = new Map<string, Transaction>();
  readonly #committing = new Map<string, Promise<void>>();

  constructor(store: Store) {
    this.#store = store;
  }

  async start(ticket: Ticket, connection: Speaker): Promise<Transaction> {
    const id = ticket.session.toString('hex');
    const earlier = this.#open.get(id);
    const known = rememberedOf(this.#store.latest(), ticket) ?? this.#committing.get(nameOf(ticket));
    if (known || (earlier && earlier.ticket.number >= ticket.number))
      throw new CommandError(225, 'This transaction number has already been used in this session');
    if (earlier) this.#finish(earlier);
    const leave = await this.#entered();
    if (connection.isGone) {
      leave();
      throw new CommandError(251, 'The client went away while its transaction waited for another', TRANSIENT);
    }
    const timer = setTimeout(() => this.#finish(transaction), LIFETIME_MS);
    const overlay = new Overlay(this.#store.latest());
    const transaction = new Transaction(ticket, overlay, connection, () => clearTimeout(timer), leave);
    this.#open.set(id, transaction);
    return transaction;
  }

  async #entered(): Promise<() => void> {
    try {
      return await this.#store.gate.enter(true, WAIT_MS);
    } catch (error) {
      throw error instanceof CommandError ? new CommandError(error.code, error.message, TRANSIENT) : error;
    }
  }

  /** The open transaction with this number; error 251 when it has ended. */
  getOpen(ticket: Ticket, connection: Speaker): Transaction {
    const transaction = this.#open.get(ticket.session.toString('hex'));
    if (!transaction || transaction.ticket.number !== ticket.number)
      throw new CommandError(
        251,
        `Given transaction number ${ticket.number} does not match any in-progress transactions`,
        TRANSIENT,
      );
    transaction.connection = connection;
    return transaction;
  }

  /** Durable when it resolves; asking again for one that was committed is answered alike. */
  async commit(ticket: Ticket, connection: Speaker): Promise<void> {
    const name = nameOf(ticket);
    const underWay = this.#committing.get(name);
    if (underWay) return underWay;
    if (rememberedOf(this.#store.latest(), ticket)?.get('committed') === true) return;
    const transaction = this.getOpen(ticket, connection);
    this.#open.delete(ticket.session.toString('hex'));
    transaction.decide();
    const kept = this.#keep(transaction);
    this.#committing.set(name, kept);
    try {
      await kept;
    } finally {
      this.#committing.delete(name);
    }
  }

  async #keep(transaction: Transaction): Promise<void> {
    try {
      const { session, number } = transaction.ticket;
      transaction.changes.put(recordKey(session), encode(doc({ number, at: new Date(), committed: true })));
      await this.#store.keep(transaction.changes);
    } finally {
      transaction.end();
    }
  }

  abort(ticket: Ticket, connection: Speaker): void {
    if (rememberedOf(this.#store.latest(), ticket)?.get('committed') === true)
      throw new CommandError(256, `Transaction ${ticket.number} has been committed`);
    this.#finish(this.getOpen(ticket, connection));
  }

  abandon(transaction: Transaction): void {
    this.#finish(transaction);
  }

  endSession(session: Buffer): void {
    const transaction = this.#open.get(session.toString('hex'));
    if (transaction) this.#finish(transaction);
  }

  connectionClosed(connection: Speaker): void {
    for (const transaction of [...this.#open.values()])
      if (transaction.connection === connection) this.#finish(transaction);
  }

  #finish(transaction: Transaction): void {
    const id = transaction.ticket.session.toString('hex');
    if (this.#open.get(id) === transaction) this.#open.delete(id);
    transaction.end();
  }
}
