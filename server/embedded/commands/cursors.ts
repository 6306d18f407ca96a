// Results that are fetched batch by batch: find and aggregate open them, getMore and killCursors work on them.
import { randomBytes } from 'node:crypto';
import type { Doc, Value } from '../bson/codec.ts';
import { doc } from '../bson/codec.ts';
import { CommandError } from '../errors.ts';
import type { Snapshot } from '../snapshots.ts';
import { type Call, type Handler, ok, raw } from './call.ts';

const FIRST_BATCH = 101;
const IDLE_MS = 10 * 60_000;

export interface Source {
  /** Up to `wanted` more documents, fewer when they are large; `done` then says whether there may be more. */
  next(call: Call, wanted: number): Promise<Buffer[]>;
  done: boolean;
}
interface Cursor {
  namespace: string;
  source: Source;
  usedAt: number;
  snapshot: Snapshot | undefined;
}

export const listSource = (documents: Buffer[]): Source => {
  let at = 0;
  return {
    done: documents.length === 0,
    async next(_call, wanted) {
      const from = at;
      for (let bytes = 0; at < documents.length && at - from < wanted && bytes < 4_000_000; at++)
        bytes += documents[at]?.length ?? 0;
      this.done = at >= documents.length;
      return documents.slice(from, at);
    },
  };
};

export class Cursors {
  readonly #open = new Map<bigint, Cursor>();

  keep(namespace: string, source: Source, snapshot?: Snapshot): bigint {
    for (const [id, cursor] of this.#open) if (cursor.usedAt < Date.now() - IDLE_MS) this.#open.delete(id);
    const id = randomBytes(8).readBigUInt64BE() >> 2n;
    this.#open.set(id, { namespace, source, usedAt: Date.now(), snapshot });
    return id;
  }

  get(id: bigint, namespace: string): Cursor {
    const cursor = this.#open.get(id);
    if (!cursor || cursor.namespace !== namespace) throw new CommandError(43, `cursor id ${id} not found`);
    cursor.usedAt = Date.now();
    return cursor;
  }

  close(id: bigint): boolean {
    return this.#open.delete(id);
  }
}

const asId = (value: Value | undefined) =>
  typeof value === 'bigint' ? value : typeof value === 'number' ? BigInt(value) : -1n;

/** The reply that opens a cursor: a first batch, and an id when there is more. */
export async function firstBatch(
  call: Call,
  namespace: string,
  source: Source,
  batchSize = FIRST_BATCH,
  single = false,
): Promise<Doc> {
  const documents = batchSize === 0 ? [] : await source.next(call, batchSize);
  const id = source.done || single ? 0n : call.engine.cursors.keep(namespace, source, call.snapshot);
  return ok({ cursor: doc({ firstBatch: raw(documents), id, ns: namespace }) });
}

export const getMore: Handler = async (call) => {
  call.allow('collection', 'batchSize');
  const id = asId(call.get('getMore'));
  const namespace = `${call.database}.${call.text('collection')}`;
  const { cursors } = call.engine;
  const { source, snapshot } = cursors.get(id, namespace);
  call.snapshot = snapshot;
  const documents = await source.next(call, call.whole('batchSize', 0) || Number.POSITIVE_INFINITY);
  if (source.done) cursors.close(id);
  return ok({ cursor: doc({ nextBatch: raw(documents), id: source.done ? 0n : id, ns: namespace }) });
};

export const killCursors: Handler = (call) => {
  call.allow('cursors');
  const killed: Value[] = [];
  const missing: Value[] = [];
  for (const id of call.list('cursors')) (call.engine.cursors.close(asId(id)) ? killed : missing).push(id);
  return ok({ cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [] });
};
