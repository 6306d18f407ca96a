// lmdb's commits made trustworthy: one that could not be written is an error that says why, and nobody waits for ever.
import { dirname } from 'node:path';
import { CommandError } from '../errors.ts';
import { freeBytes } from './disk.ts';
import type { Environment } from './lmdb.ts';

const OUT_OF_DISK_SPACE = 14031;
/** ENOSPC, EFBIG, EDQUOT and lmdb's own "map full". */
const FULL = new Set([28, 27, 122, -30792]);
/** A write of several pages that only began to fit is reported as an input/output error. */
const EIO = 5;
const NEARLY_FULL_BYTES = 1 << 20;
const REASON_MS = 1_000;
const FLUSH_MS = 1_000;

const late = Symbol('late');

/** What the promise gives, or `late` when that takes too long. */
async function within<T>(promise: PromiseLike<T>, limitMs: number): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<typeof late>((resolve) => {
    timer = setTimeout(resolve, limitMs, late);
  });
  try {
    return await Promise.race([promise, patience]);
  } finally {
    clearTimeout(timer);
  }
}

export class Commits {
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Runs `work` within lmdb's next transaction. @throws when that could not be written: then nothing of it is stored */
  async run(work: () => void): Promise<void> {
    try {
      await this.#environment.database.transaction(work);
    } catch (error) {
      throw failureOf(this.#environment.file, await reasonOf(error));
    }
  }

  /**
   * Resolves when all that was committed before is on disk. lmdb forgets those who wait while a later commit fails, and a
   * slow disk takes its time: then lmdb is asked once more.
   */
  async flushed(): Promise<void> {
    const { database } = this.#environment;
    const outcome = await within(
      database.flushed.then(() => true),
      FLUSH_MS,
    );
    if (outcome === late) await synced(database);
  }

  async close(): Promise<void> {
    await this.flushed();
    await within(this.#environment.database.close(), FLUSH_MS);
  }
}

/**
 * Waits for the flush that is under way, if any, and for the note on disk that this state is whole: without the note a loss of
 * power takes lmdb back to the state before, though all of this one has been written.
 */
function synced(database: Environment['database']): Promise<void> {
  const { sync } = database as unknown as { sync(done: (error?: unknown) => void): void }; // not among lmdb's types
  return new Promise((resolve, reject) => {
    sync((error) => (error ? reject(error) : resolve()));
  });
}

/** lmdb hands the reason over as a promise that it may not keep. */
async function reasonOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error && 'commitError' in error)) return error;
  const reason = Promise.resolve(error.commitError).then(
    () => error,
    (why: unknown) => why,
  );
  const found = await within(reason, REASON_MS);
  return found === late ? error : found;
}

const codeOf = (reason: unknown) => (reason instanceof Error && 'code' in reason ? reason.code : undefined);

function failureOf(file: string, reason: unknown): CommandError {
  const code = codeOf(reason);
  const isFull = FULL.has(Number(code)) || (code === EIO && freeBytes(dirname(file)) < NEARLY_FULL_BYTES);
  if (isFull)
    return new CommandError(
      OUT_OF_DISK_SPACE,
      `The disk is full: nothing of this write was stored in ${file}. Free space there; writing then goes on by itself`,
    );
  const why = reason instanceof Error ? reason.message : String(reason);
  return new CommandError(1, `Nothing of this write was stored in ${file}, which could not be written: ${why}`);
}

/** Besides the promises that it gave out, lmdb rejects some that nobody can hold. */
export function isRejectedInside(reason: unknown): boolean {
  if (!(reason instanceof Error) || reason instanceof CommandError) return false;
  return 'commitError' in reason || typeof codeOf(reason) === 'number';
}
