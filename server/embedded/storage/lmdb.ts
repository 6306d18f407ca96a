// The ordered store of bytes: lmdb below, and overlays that hold a statement's or a transaction's changes until they are kept.
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { type Database, open, type RootDatabase, type Transaction } from 'lmdb';

export interface Pair {
  key: Buffer;
  value: Buffer;
}
export interface View {
  get(key: Buffer): Buffer | undefined;
  /** Pairs with from <= key < to, in order or in reverse. */
  range(from: Buffer, to: Buffer, reverse?: boolean): Iterable<Pair>;
}

export class Base implements View {
  readonly #database: Database<Buffer, Buffer>;
  readonly #moment: { transaction: Transaction } | undefined;

  /** `transaction`: the moment to read; without it the newest. */
  constructor(database: Database<Buffer, Buffer>, transaction?: Transaction) {
    this.#database = database;
    this.#moment = transaction && { transaction };
  }

  get(key: Buffer): Buffer | undefined {
    return this.#database.get(key, this.#moment);
  }

  *range(from: Buffer, to: Buffer, reverse = false): Iterable<Pair> {
    const options = reverse ? { start: to, end: from, reverse, inclusiveEnd: true } : { start: from, end: to };
    for (const pair of this.#database.getRange({ ...options, ...this.#moment })) {
      if (reverse && pair.key.compare(to) >= 0) continue;
      yield pair;
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

export type Environment = RootDatabase<Buffer, Buffer>;

const MAGIC = 0xbeefc0de;
const MAGIC_AT = 24;

/** lmdb takes the whole process with it when it meets a file that is not its own. */
function checkFile(path: string): void {
  if (!existsSync(path)) return;
  const head = Buffer.alloc(MAGIC_AT + 4);
  const file = openSync(path, 'r');
  const read = readSync(file, head, 0, head.length, 0);
  closeSync(file);
  if (read > 0 && head.readUInt32LE(MAGIC_AT) !== MAGIC)
    throw new Error(`${path} is not a database of the embedded engine`);
}

/** Opens (or makes) the file. Throws one line when it is something else. */
export function openEnvironment(path: string): Environment {
  checkFile(path);
  return open<Buffer, Buffer>({
    path,
    keyEncoding: 'binary',
    encoding: 'binary',
    overlappingSync: true,
    noSubdir: true,
    maxReaders: 500,
  });
}
