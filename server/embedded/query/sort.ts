// Sorting whole documents by the keys of bson/key.ts; equal keys keep their order.
import type { Doc } from '../bson/codec.ts';
import { isNumber, numeric } from '../bson/compare.ts';
import type { Direction, KeyPart } from '../bson/key.ts';
import { CommandError } from '../errors.ts';
import { splitPath } from './paths.ts';

const MAX_BYTES = 256 * 1024 * 1024;

/** Error 56 on an empty path, 15975 on a direction other than 1 and -1. */
export function compileSort(spec: Doc): KeyPart[] {
  return [...spec].map(([path, value]) => {
    const direction = isNumber(value) ? Number(numeric(value)) : 0;
    if (direction !== 1 && direction !== -1)
      throw new CommandError(15975, `$sort key ordering of '${path}' must be 1 (for ascending) or -1 (for descending)`);
    if (path.startsWith('$')) throw new CommandError(16410, `FieldPath field names may not start with '$': ${path}`);
    return { path: splitPath(path), direction: direction as Direction };
  });
}

/** Collects and sorts, keeping only the first `keep`; error 292 when that needs more than 256 MB. */
export class Sorter<T> {
  readonly #keep: number;
  readonly #sizeOf: (item: T) => number;
  #held: { key: Buffer; item: T }[] = [];
  #bytes = 0;

  constructor(keep: number, sizeOf: (item: T) => number) {
    this.#keep = keep;
    this.#sizeOf = sizeOf;
  }

  add(key: Buffer, item: T): void {
    this.#held.push({ key, item });
    this.#bytes += key.length + this.#sizeOf(item);
    if (this.#held.length >= 2 * this.#keep + 1000) this.#trim();
    if (this.#bytes > MAX_BYTES)
      throw new CommandError(
        292,
        'Sorting this needs more memory than the embedded database grants; add an index or a limit',
      );
  }

  #trim(): void {
    this.#held.sort((a, b) => a.key.compare(b.key));
    if (this.#held.length <= this.#keep) return;
    this.#held.length = this.#keep;
    this.#bytes = this.#held.reduce((sum, { key, item }) => sum + key.length + this.#sizeOf(item), 0);
  }

  result(): T[] {
    this.#trim();
    return this.#held.map(({ item }) => item);
  }
}
