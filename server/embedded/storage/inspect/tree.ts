// Walks one of lmdb's trees in our own code: every page is what its parent says, every key in its place, all counted.
import type { TreeNote } from './metas.ts';
import { BRANCH, HEADER_BYTES, LEAF, number64, OVERFLOW, type Pages } from './pages.ts';

const NODE_BYTES = 8;
const BIG = 1;
const DEEPEST = 32;
const OVERFLOW_NOTE_BYTES = 24;

interface Span {
  bytes: Buffer;
  from: number;
  to: number;
}
/** One entry, valid until the next is visited; `value` of an entry with a long value is read from its own pages. */
export interface Entry {
  key: Span;
  value: Span;
}
export interface TreeRules {
  compare(one: Span, other: Span): number;
  visit(entry: Entry): void;
  /** Notes that pages are in use. Throws when they cannot be. */
  use(first: number, count: number): void;
  /** No page may be newer. */
  transaction: number;
}

export const compareBytes = (one: Span, other: Span): number =>
  one.bytes.compare(other.bytes, other.from, other.to, one.from, one.to);

export class TreeWalk {
  readonly #pages: Pages;
  readonly #rules: TreeRules;
  readonly #note: TreeNote;
  readonly #buffers: Buffer[] = [];
  readonly #seen = { branches: 0, leaves: 0, overflows: 0, entries: 0 };

  constructor(pages: Pages, note: TreeNote, rules: TreeRules) {
    this.#pages = pages;
    this.#note = note;
    this.#rules = rules;
  }

  walk(): void {
    const { root, depth, branches, leaves, overflows, entries } = this.#note;
    if (depth > DEEPEST) throw this.#pages.wrong('a tree is deeper than can be');
    if (root !== undefined) this.#walkPage(root, 1, undefined, undefined);
    const seen = this.#seen;
    if (
      seen.branches !== branches ||
      seen.leaves !== leaves ||
      seen.overflows !== overflows ||
      seen.entries !== entries ||
      (root === undefined) !== (depth === 0)
    )
      throw this.#pages.wrong(`a tree holds ${seen.entries} entries where ${entries} were noted, or other pages`);
  }

  #walkPage(number: number, level: number, low: Span | undefined, high: Span | undefined): void {
    this.#rules.use(number, 1);
    this.#buffers[level] ??= Buffer.alloc(this.#pages.size);
    const page = this.#buffers[level] ?? Buffer.alloc(this.#pages.size);
    this.#pages.read(number, page);
    const isLeaf = level === this.#note.depth;
    this.#checkHeader(page, number, isLeaf ? LEAF : BRANCH);
    const count = page.readUInt16LE(20) >> 1;
    if (count < (isLeaf ? 1 : 2)) throw this.#misshapen(number);
    if (isLeaf) this.#visitEntries(page, number, count, low, high);
    else this.#visitChildren(page, number, count, level, low, high);
  }

  #checkHeader(page: Buffer, number: number, kind: number): void {
    const lower = page.readUInt16LE(20);
    const upper = page.readUInt16LE(22);
    const fits = lower % 2 === 0 && lower <= upper && upper <= this.#pages.size - HEADER_BYTES;
    if (!fits || !this.#isPage(page, number, kind)) throw this.#misshapen(number);
  }

  #isPage(page: Buffer, number: number, kind: number): boolean {
    return (
      number64(page, 0) === number && page.readUInt16LE(18) === kind && number64(page, 8) <= this.#rules.transaction
    );
  }

  #visitEntries(page: Buffer, number: number, count: number, low: Span | undefined, high: Span | undefined): void {
    let before: Span | undefined;
    for (let i = 0; i < count; i++) {
      const node = this.#nodeAt(page, number, i);
      const flags = page.readUInt16LE(node + 4);
      const key = this.#keyAt(page, number, node);
      const size = page.readUInt32LE(node);
      const isBig = flags === BIG;
      if ((flags !== 0 && !isBig) || key.to + (isBig ? OVERFLOW_NOTE_BYTES : size) > this.#pages.size)
        throw this.#misshapen(number);
      if (before ? this.#rules.compare(before, key) >= 0 : low && this.#rules.compare(low, key) > 0)
        throw this.#disordered(number);
      this.#seen.entries++;
      const value = isBig
        ? this.#bigValue(page, number, key.to, size)
        : { bytes: page, from: key.to, to: key.to + size };
      this.#rules.visit({ key, value });
      before = key;
    }
    if (high && before && this.#rules.compare(before, high) >= 0) throw this.#disordered(number);
    this.#seen.leaves++;
  }

  #visitChildren(
    page: Buffer,
    number: number,
    count: number,
    level: number,
    low: Span | undefined,
    high: Span | undefined,
  ): void {
    let from = low;
    this.#seen.branches++;
    for (let i = 0; i < count; i++) {
      const node = this.#nodeAt(page, number, i);
      const to = i + 1 < count ? this.#keyAt(page, number, this.#nodeAt(page, number, i + 1)) : high;
      if (from && to && this.#rules.compare(from, to) >= 0) throw this.#disordered(number);
      this.#walkPage(page.readUInt32LE(node) + page.readUInt16LE(node + 4) * 2 ** 32, level + 1, from, to);
      from = to;
    }
  }

  #nodeAt(page: Buffer, number: number, i: number): number {
    const offset = page.readUInt16LE(HEADER_BYTES + 2 * i);
    const node = offset + HEADER_BYTES;
    if (offset % 2 !== 0 || offset < page.readUInt16LE(22) || node + NODE_BYTES > this.#pages.size)
      throw this.#misshapen(number);
    return node;
  }

  #keyAt(page: Buffer, number: number, node: number): Span {
    const from = node + NODE_BYTES;
    const to = from + page.readUInt16LE(node + 6);
    if (to === from || to > this.#pages.size) throw this.#misshapen(number);
    return { bytes: page, from, to };
  }

  #bigValue(page: Buffer, number: number, at: number, size: number): Span {
    const first = number64(page, at);
    const count = Math.floor((HEADER_BYTES - 1 + size) / this.#pages.size) + 1;
    if (number64(page, at + 16) !== count) throw this.#misshapen(number);
    this.#rules.use(first, count);
    const bytes = Buffer.allocUnsafe(HEADER_BYTES + size);
    this.#pages.read(first, bytes);
    if (!this.#isPage(bytes, first, OVERFLOW) || bytes.readUInt32LE(20) !== count) throw this.#misshapen(first);
    this.#seen.overflows += count;
    return { bytes, from: HEADER_BYTES, to: bytes.length };
  }

  #misshapen(number: number): Error {
    return this.#pages.wrong(`page ${number} is misshapen`);
  }

  #disordered(number: number): Error {
    return this.#pages.wrong(`page ${number} has keys out of order`);
  }
}
