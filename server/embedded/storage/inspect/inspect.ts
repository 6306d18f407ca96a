// Looks a data file over before lmdb maps it: which state lmdb will take, both its trees, the list of free pages, and the
// checksum of every value. Whatever is wrong stops the start with one line.
import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { damaged } from '../damage.ts';
import { checkFormat } from '../format.ts';
import { SEAL_BYTES } from '../seal.ts';
import { chosenMeta, type Meta } from './metas.ts';
import { number64, Pages } from './pages.ts';
import { compareBytes, type Entry, type TreeRules, TreeWalk } from './tree.ts';

const PAGE_SIZE_AT = 48;
/** A file may end before its last pages if these are free; more than so many are not believed. */
const FREE_AT_END = 65_536;
const FIRST_PAGE = 2;
const ID_BYTES = 8;

/** @throws error 301 naming the file and what is wrong with it. */
export function inspect(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    const pages = new Pages(file, descriptor, pageSize(file, descriptor));
    const meta = chosenMeta(pages);
    const use = pageTally(pages, meta);
    new TreeWalk(pages, meta.main, dataRules(pages, meta, use)).walk();
    new TreeWalk(pages, meta.free, freeRules(pages, meta, use)).walk();
  } finally {
    closeSync(descriptor);
  }
}

function pageSize(file: string, descriptor: number): number {
  const head = Buffer.alloc(PAGE_SIZE_AT + 4);
  const read = readSync(descriptor, head, 0, head.length, 0);
  const size = head.readUInt32LE(PAGE_SIZE_AT);
  if (read === 0) throw damaged(file, 'it is empty');
  if (read < head.length || ![4096, 8192, 16384, 32768, 65536].includes(size))
    throw damaged(file, 'it does not begin as a data file does');
  return size;
}

type Use = (first: number, count: number, free?: boolean) => void;

/** Each page serves one purpose. */
function pageTally(pages: Pages, { lastPage }: Meta): Use {
  if (lastPage >= pages.count + FREE_AT_END)
    throw pages.wrong(`it should have ${lastPage + 1} pages and has ${pages.count}`);
  const taken = new Uint8Array(lastPage + 1);
  return (first, count, free = false) => {
    if (!(first >= FIRST_PAGE && count >= 1 && first + count - 1 <= lastPage))
      throw pages.wrong(`page ${first} is asked for, and there is no such page`);
    for (let page = first; page < first + count; page++) {
      if (taken[page]) throw pages.wrong(`page ${page} serves two purposes${free ? ', one of them as free' : ''}`);
      taken[page] = 1;
    }
  };
}

function dataRules(pages: Pages, { transaction }: Meta, use: Use): TreeRules {
  let isFirst = true;
  const visit = ({ key, value }: Entry) => {
    if (isFirst) {
      checkFormat(pages.file, key.bytes.subarray(key.from, key.to), value.bytes.subarray(value.from, value.to));
      isFirst = false;
    }
    if (!holds({ key, value })) throw pages.wrong('a stored value does not match its checksum');
  };
  return { compare: compareBytes, visit, use, transaction };
}

function holds({ key, value }: Entry): boolean {
  const end = value.to - SEAL_BYTES;
  if (end < value.from) return false;
  const sum =
    key.bytes === value.bytes
      ? crc32(key.bytes.subarray(key.from, end)) // a value within the page follows its key
      : crc32(value.bytes.subarray(value.from, end), crc32(key.bytes.subarray(key.from, key.to)));
  return sum === value.bytes.readUInt32LE(end);
}

function freeRules(pages: Pages, { transaction }: Meta, use: Use): TreeRules {
  const visit = ({ key, value }: Entry) => {
    if (key.to - key.from !== ID_BYTES || number64(key.bytes, key.from) > transaction)
      throw pages.wrong('the list of free pages has an impossible entry');
    freePages(pages, value, use);
  };
  return {
    compare: (one, other) => number64(one.bytes, one.from) - number64(other.bytes, other.from),
    visit,
    use,
    transaction,
  };
}

/** lmdb-js's list: how many words; then a word is a page, nothing (0), or, negative, how many pages begin at the next word. */
function freePages(pages: Pages, { bytes, from, to }: Entry['value'], use: Use): void {
  const words = (to - from) / ID_BYTES;
  const count = to - from >= ID_BYTES ? number64(bytes, from) : -1;
  if (!Number.isInteger(words) || count < 0 || count >= words)
    throw pages.wrong('the list of free pages has an impossible length');
  for (let i = 1; i <= count; i++) {
    const word = Number(bytes.readBigInt64LE(from + i * ID_BYTES));
    if (word > 0) use(word, 1, true);
    else if (word < 0 && ++i <= count) use(Number(bytes.readBigInt64LE(from + i * ID_BYTES)), -word, true);
  }
}
