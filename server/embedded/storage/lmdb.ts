// The ordered store of bytes: lmdb below, and overlays that hold a statement's or a transaction's changes until they are kept.
// What lies in lmdb is sealed: every value carries a checksum of its key and itself.
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { open, type RootDatabase, type Transaction } from 'lmdb';
import { FORMAT_KEY, sealedFormat } from './format.ts';
import { inspect } from './inspect/inspect.ts';
import { seal, unseal } from './seal.ts';

export interface Pair {
  key: Buffer;
  value: Buffer;
}
export interface View {
  get(key: Buffer): Buffer | undefined;
  /** Pairs with from <= key < to, in order or in reverse. */
  range(from: Buffer, to: Buffer, reverse?: boolean): Iterable<Pair>;
}

export interface Environment {
  /** Path of the data file, for messages. */
  file: string;
  database: RootDatabase<Buffer, Buffer>;
}

/** The stored state; reads throw error 301 where a checksum does not hold. Writes belong inside a transaction of lmdb. */
export class Base implements View {
  readonly #environment: Environment;
  readonly #moment: { transaction: Transaction } | undefined;

  /** `transaction`: the moment to read; without it the newest. */
  constructor(environment: Environment, transaction?: Transaction) {
    this.#environment = environment;
    this.#moment = transaction && { transaction };
  }

  get(key: Buffer): Buffer | undefined {
    const { database, file } = this.#environment;
    const sealed = database.get(key, this.#moment);
    return sealed && unseal(key, sealed, file);
  }

  put(key: Buffer, value: Buffer): void {
    this.#environment.database.put(key, seal(key, value));
  }

  remove(key: Buffer): void {
    this.#environment.database.remove(key);
  }

  *range(from: Buffer, to: Buffer, reverse = false): Iterable<Pair> {
    const { database, file } = this.#environment;
    const options = reverse ? { start: to, end: from, reverse, inclusiveEnd: true } : { start: from, end: to };
    for (const { key, value } of database.getRange({ ...options, ...this.#moment })) {
      if (reverse && key.compare(to) >= 0) continue;
      yield { key, value: unseal(key, value, file) };
    }
  }
}

/** Changes on top of another view; nothing below is touched until `applyTo`. */
export class Overlay implements View {
  readonly #below: View;
  readonly #changes = new Map<string, { key: Buffer; value: Buffer | undefined }>();
  #sorted: Buffer[] = [];
  #unsorted: Buffer[] = [];

  constructor(below: View) {
    this.#below = below;
  }

  get(key: Buffer): Buffer | undefined {
    const change = this.#changes.get(key.toString('latin1'));
    return change ? change.value : this.#below.get(key);
  }

  put(key: Buffer, value: Buffer): void {
    this.#change(key, value);
  }

  remove(key: Buffer): void {
    this.#change(key, undefined);
  }

  applyTo(target: { put(key: Buffer, value: Buffer): unknown; remove(key: Buffer): unknown }): void {
    for (const { key, value } of this.#changes.values()) {
      if (value === undefined) target.remove(key);
      else target.put(key, value);
    }
  }

  *range(from: Buffer, to: Buffer, reverse = false): Iterable<Pair> {
    const own = this.#keysBetween(from, to);
    if (reverse) own.reverse();
    let next = 0;
    for (const pair of this.#below.range(from, to, reverse)) {
      for (
        let key = own[next];
        key && (reverse ? key.compare(pair.key) > 0 : key.compare(pair.key) < 0);
        key = own[++next]
      )
        yield* this.#own(key);
      const key = own[next];
      if (key?.equals(pair.key)) {
        next++;
        yield* this.#own(key);
      } else yield pair;
    }
    for (let key = own[next]; key; key = own[++next]) yield* this.#own(key);
  }

  #change(key: Buffer, value: Buffer | undefined): void {
    const id = key.toString('latin1');
    if (!this.#changes.has(id)) this.#unsorted.push(key);
    this.#changes.set(id, { key, value });
  }

  *#own(key: Buffer): Iterable<Pair> {
    const value = this.#changes.get(key.toString('latin1'))?.value;
    if (value !== undefined) yield { key, value };
  }

  #keysBetween(from: Buffer, to: Buffer): Buffer[] {
    if (this.#unsorted.length > 0) {
      this.#sorted = [...this.#sorted, ...this.#unsorted].sort(Buffer.compare);
      this.#unsorted = [];
    }
    const at = (bound: Buffer) => {
      let low = 0;
      let high = this.#sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((this.#sorted[middle]?.compare(bound) ?? 0) < 0) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    return this.#sorted.slice(at(from), at(to));
  }
}

const MOST_READERS = 500;
/** lmdb's own lock file, mapped: a page for each 64 readers. Written out, for room that it must not want later. */
const LOCK_FILE_BYTES = 4096 + 64 * MOST_READERS;

function openFile(path: string): RootDatabase<Buffer, Buffer> {
  writeFileSync(`${path}-lock`, Buffer.alloc(LOCK_FILE_BYTES), { mode: 0o600 });
  return open<Buffer, Buffer>({
    path,
    keyEncoding: 'binary',
    encoding: 'binary',
    overlappingSync: true,
    noSubdir: true,
    maxReaders: MOST_READERS,
  });
}

/** Under another name until it is whole, so that a file that is empty or cut short is never one that was just being made. */
async function make(file: string): Promise<void> {
  const unfinished = `${file}.new`;
  const forget = () => {
    for (const path of [unfinished, `${unfinished}-lock`]) rmSync(path, { force: true });
  };
  forget();
  const database = openFile(unfinished);
  await database.put(FORMAT_KEY, sealedFormat());
  await database.flushed;
  await database.close();
  renameSync(unfinished, file);
  forget();
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** Opens (or makes) the file. Throws one line when it is damaged, something else, or of another format. */
export async function openEnvironment(file: string): Promise<Environment> {
  if (existsSync(file)) inspect(file);
  else await make(file);
  return { file, database: openFile(file) };
}
