// A data file read page by page with plain reads: lmdb maps it, and a damaged page would take the process with it.
import { fstatSync, readSync } from 'node:fs';
import { damaged } from '../damage.ts';

export const HEADER_BYTES = 24;
export const BRANCH = 1;
export const LEAF = 2;
export const OVERFLOW = 4;
export const META = 8;
const WORD = 2 ** 32;

/** An unsigned number of eight bytes; beyond 2^53 only roughly, which is out of every range asked about. */
export const number64 = (bytes: Buffer, at: number): number =>
  bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * WORD;

export class Pages {
  readonly file: string;
  readonly size: number;
  /** Whole pages in the file. */
  readonly count: number;
  readonly #descriptor: number;
  readonly #bytes: number;

  constructor(file: string, descriptor: number, size: number) {
    this.file = file;
    this.size = size;
    this.#descriptor = descriptor;
    this.#bytes = fstatSync(descriptor).size;
    this.count = Math.floor(this.#bytes / size);
  }

  wrong(why: string): Error {
    return damaged(this.file, why);
  }

  /** Fills `into` with what begins at a page. */
  read(page: number, into: Buffer): void {
    const at = page * this.size;
    if (at + into.length > this.#bytes || readSync(this.#descriptor, into, 0, into.length, at) < into.length)
      throw this.wrong(`it ends before page ${page}: ${this.#bytes} bytes are left of it`);
  }
}
