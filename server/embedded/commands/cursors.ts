// Results that are fetched batch by batch: find and aggregate open them, getMore and killCursors work on them.
import { randomBytes } from 'node:crypto';
import type { Doc, Value } from '../bson/codec.ts';
import { doc, type Raw } from '../bson/codec.ts';
import { encodeList } from '../bson/encode.ts';
import { CommandError } from '../errors.ts';
import type { Snapshot } from '../snapshots.ts';
import { type Call, type Handler, ok, raw } from './call.ts';

const FIRST_BATCH = 101;
const IDLE_MS = 10 * 60_000;
/** What a driver decodes of one batch lives until the next: larger ones outlive its young generation and are copied about. */
export const BATCH_BYTES = 256_000;

export interface Source {
  /** Up to `wanted` more documents, fewer when they are large; `done` then says whether there may be more. */
  next(call: Call, wanted: number): Promise<Buffer[]>;
  done: boolean;
}
interface Batch {
  documents: Buffer[];
  encoded: Raw;
}

interface Cursor {
  namespace: string;
  source: Source;
  usedAt: number;
  snapshot: Snapshot | undefined;
  /** The next batch, fetched and encoded while the client works on the one before. */
  ahead?: () => Promise<Batch>;
  /** What was fetched and then not asked for, since a smaller batch was. */
  left?: Buffer[];
}

export const listSource = (documents: Buffer[]): Source => {
  let at = 0;
  return {
    done: documents.length === 0,
    async next(_call, wanted) {
      const from = at;
      for (let bytes = 0; at < documents.length && at - from < wanted && bytes < BATCH_BYTES; at++)
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
  const cursor = cursors.get(id, namespace);
  call.snapshot = cursor.snapshot;
  const batch = await nextBatch(call, cursor, call.whole('batchSize', 0) || Number.POSITIVE_INFINITY);
  const isDone = cursor.source.done && !cursor.left;
  if (isDone) cursors.close(id);
  return ok({ cursor: doc({ nextBatch: batch, id: isDone ? 0n : id, ns: namespace }) });
};

async function nextBatch(call: Call, cursor: Cursor, wanted: number): Promise<Raw> {
  const { source, ahead, left } = cursor;
  cursor.ahead = undefined;
  const { documents, encoded } = left ? encodedBatch(left) : await (ahead ? ahead() : fetch(call, source, wanted));
  cursor.left = documents.length > wanted ? documents.slice(wanted) : undefined;
  // One moment's reads, and those with a time limit, are done when they are asked for.
  if (
    !source.done &&
    !cursor.left &&
    !call.transaction &&
    !cursor.snapshot &&
    call.deadline === Number.POSITIVE_INFINITY
  )
    cursor.ahead = fetchAhead(call, source, wanted);
  return cursor.left ? encodeList(documents.slice(0, wanted)) : encoded;
}

const encodedBatch = (documents: Buffer[]): Batch => ({ documents, encoded: encodeList(documents) });
const fetch = async (call: Call, source: Source, wanted: number) => encodedBatch(await source.next(call, wanted));

/** Begins once the reply has left, lest the client wait for it; what goes wrong is said when the batch is asked for. */
function fetchAhead(call: Call, source: Source, wanted: number): () => Promise<Batch> {
  let begun: Promise<Batch> | undefined;
  const ahead = () => {
    begun ??= fetch(call, source, wanted);
    return begun;
  };
  call.connection.whenSent = () => void ahead().catch(() => undefined);
  return ahead;
}

export const killCursors: Handler = (call) => {
  call.allow('cursors');
  const killed: Value[] = [];
  const missing: Value[] = [];
  for (const id of call.list('cursors')) (call.engine.cursors.close(asId(id)) ? killed : missing).push(id);
  return ok({ cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [] });
};
