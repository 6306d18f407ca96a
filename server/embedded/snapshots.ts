// Reads of one moment while others write on: readConcern snapshot. Each snapshot holds a read transaction of lmdb, which keeps
// the pages of its moment; so one that nobody has read from for a while ends.
import { type Doc, decode, elementBytes, Raw, type Value } from './bson/codec.ts';
import { encode } from './bson/encode.ts';
import type { Call, Handler } from './commands/call.ts';
import { CommandError } from './errors.ts';
import type { View } from './storage/lmdb.ts';
import type { Store } from './storage/store.ts';
import { sessionOf } from './transactions.ts';

const IDLE_MS = 60_000;
const MOST = 32;
const LONG = 0x12;
const TIMESTAMP = 0x11;
/** Whatever else drivers send in such a session reads nothing, or from a cursor that keeps its moment. */
const AT_A_MOMENT = new Set(['find', 'aggregate']);
const NEVER = new Set(['count', 'distinct', 'listCollections', 'listIndexes']);

export class Snapshot {
  readonly time: bigint;
  readonly session: string;
  #kept: { view: View; done(): void } | undefined;
  #usedAt = Date.now();

  constructor(time: bigint, session: string, kept: { view: View; done(): void }) {
    this.time = time;
    this.session = session;
    this.#kept = kept;
  }

  get view(): View {
    if (!this.#kept) throw new CommandError(239, 'SnapshotTooOld: nobody has read from this snapshot for a while');
    this.#usedAt = Date.now();
    return this.#kept.view;
  }

  get isIdle(): boolean {
    return Date.now() - this.#usedAt > IDLE_MS;
  }

  end(): void {
    this.#kept?.done();
    this.#kept = undefined;
  }
}

export class Snapshots {
  readonly #store: Store;
  readonly #open = new Map<bigint, Snapshot>();
  readonly #clock: NodeJS.Timeout;
  #lastTime = 0n;

  constructor(store: Store) {
    this.#store = store;
    this.#clock = setInterval(() => this.#end((snapshot) => snapshot.isIdle), IDLE_MS / 4).unref();
  }

  /** The snapshot of that time, or a new one of now. */
  enter(time: Value | undefined, session: string): Snapshot {
    if (typeof time !== 'bigint') return this.#begin(session);
    const known = this.#open.get(time);
    if (!known) throw new CommandError(239, `SnapshotTooOld: there is no snapshot of the time ${time}`);
    return known;
  }

  #begin(session: string): Snapshot {
    if (this.#open.size >= MOST) throw new CommandError(246, `SnapshotUnavailable: ${MOST} snapshots are being read`);
    const now = BigInt(Math.floor(Date.now() / 1000)) << 32n;
    this.#lastTime = now > this.#lastTime ? now + 1n : this.#lastTime + 1n;
    const snapshot = new Snapshot(this.#lastTime, session, this.#store.snapshot());
    this.#open.set(snapshot.time, snapshot);
    return snapshot;
  }

  endSession(session: Buffer): void {
    const id = session.toString('hex');
    this.#end((snapshot) => snapshot.session === id);
  }

  close(): void {
    clearInterval(this.#clock);
    this.#end(() => true);
  }

  #end(over: (snapshot: Snapshot) => boolean): void {
    for (const [time, snapshot] of this.#open)
      if (over(snapshot)) {
        this.#open.delete(time);
        snapshot.end();
      }
  }
}

/** Runs a command at the moment that its readConcern asks for, if it asks for one. */
export async function atItsMoment(call: Call, handler: Handler): Promise<Doc> {
  const concern = call.get('readConcern');
  if (!(concern instanceof Map) || concern.get('level') !== 'snapshot') return handler(call);
  if (NEVER.has(call.name)) throw new CommandError(72, `readConcern snapshot is not supported for ${call.name}`);
  if (!AT_A_MOMENT.has(call.name)) return handler(call);
  const session = sessionOf(call.body)?.toString('hex') ?? '';
  const snapshot = call.engine.snapshots.enter(concern.get('atClusterTime'), session);
  call.snapshot = snapshot;
  const reply = await handler(call);
  const cursor = reply.get('cursor');
  if (cursor instanceof Map) reply.set('cursor', stamped(cursor, snapshot.time));
  return reply;
}

/** A timestamp is of no other use here, so the codec knows it as a long: both have eight bytes. */
function stamped(cursor: Doc, time: bigint): Raw {
  const bytes = encode(new Map<string, Value>([...cursor, ['atClusterTime', time]]));
  const place = elementBytes(bytes, 'atClusterTime');
  if (place) bytes[place.start] = TIMESTAMP;
  return new Raw(bytes);
}

/** A command's document, the time of its snapshot as a long. */
export function decodeCommand(bytes: Buffer): Doc {
  const name = 'readConcern';
  const concern = elementBytes(bytes, name);
  if (!concern || bytes[concern.start] !== 0x03) return decode(bytes);
  const from = concern.start + name.length + 2;
  const time = elementBytes(bytes.subarray(from, concern.end), 'atClusterTime');
  if (!time || bytes[from + time.start] !== TIMESTAMP) return decode(bytes);
  const copy = Buffer.from(bytes);
  copy[from + time.start] = LONG;
  return decode(copy);
}
