// The three places where lmdb notes its newest state, and which of them it will go by. Layout: MDB_meta in lmdb's mdb.c.
import { readFileSync } from 'node:fs';
import { META, number64, type Pages } from './pages.ts';

const MAGIC = 0xbeefc0de;
const VERSION = 2;
/** Keys of the list of free pages are numbers; the file stands without a folder of its own. */
const ALWAYS = 0x08 | 0x4000;
const OVERLAPPING_SYNC = 0x1000;
/** Beyond 32 TB no address space is asked for. */
const LARGEST_MAP = 2 ** 45;

export interface TreeNote {
  flags: number;
  depth: number;
  branches: number;
  leaves: number;
  overflows: number;
  entries: number;
  /** Undefined for a tree without entries. */
  root: number | undefined;
}
export interface Meta {
  mapSize: number;
  free: TreeNote;
  main: TreeNote;
  lastPage: number;
  transaction: number;
  boot: bigint;
}

function readTree(bytes: Buffer, at: number): TreeNote {
  const hasRoot = bytes.readBigUInt64LE(at + 40) !== 0xffffffffffffffffn;
  return {
    flags: bytes.readUInt16LE(at + 4),
    depth: bytes.readUInt16LE(at + 6),
    branches: number64(bytes, at + 8),
    leaves: number64(bytes, at + 16),
    overflows: number64(bytes, at + 24),
    entries: number64(bytes, at + 32),
    root: hasRoot ? number64(bytes, at + 40) : undefined,
  };
}

const readMeta = (bytes: Buffer, at: number): Meta => ({
  mapSize: number64(bytes, at + 16),
  free: readTree(bytes, at + 24),
  main: readTree(bytes, at + 72),
  lastPage: number64(bytes, at + 120),
  transaction: number64(bytes, at + 128),
  boot: bytes.readBigInt64LE(at + 136),
});

/** As lmdb takes it: the first eight hexadecimal digits; 0 where the system does not tell. */
function bootNow(): bigint {
  try {
    return BigInt(`0x${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)}`);
  } catch {
    return 0n;
  }
}

/** mdb_pick_meta: after the machine itself has been down, only what is known to have reached the disk counts. */
function pick(one: Meta, other: Meta, boot: bigint): Meta {
  const latest = one.transaction >= other.transaction ? one : other;
  if (other.transaction === 0) return one;
  const isFlushed = !(latest.free.flags & OVERLAPPING_SYNC);
  if ((latest.boot !== 0n && latest.boot === boot) || isFlushed) return latest;
  return latest === one ? other : one;
}

function checkMetaPage(pages: Pages, page: Buffer, number: number): Meta {
  const meta = readMeta(page, 24);
  const fine =
    number64(page, 0) === number &&
    page.readUInt16LE(18) === META &&
    page.readUInt32LE(24) === MAGIC &&
    page.readUInt32LE(28) === VERSION &&
    page.readUInt32LE(48) === pages.size &&
    meta.transaction % 2 === (meta.transaction === 0 ? 0 : number);
  if (!fine) throw pages.wrong(`page ${number}, which tells its newest state, makes no sense`);
  return meta;
}

function checkNote(pages: Pages, meta: Meta): void {
  const { free, main, mapSize } = meta;
  const fine =
    (free.flags & ~OVERLAPPING_SYNC) === ALWAYS &&
    main.flags === 0 &&
    mapSize % pages.size === 0 &&
    mapSize <= LARGEST_MAP;
  if (!fine) throw pages.wrong('the note of its newest state makes no sense');
}

/** The state lmdb will start from. */
export function chosenMeta(pages: Pages): Meta {
  const page = Buffer.alloc(pages.size);
  pages.read(0, page);
  const first = checkMetaPage(pages, page, 0);
  const flushed = readMeta(page, 24 + pages.size / 2);
  pages.read(1, page);
  const second = checkMetaPage(pages, page, 1);
  const boot = bootNow();
  const latest = pick(first, second, boot);
  const newest = Math.max(first.transaction, second.transaction);
  if (flushed.transaction > newest) throw pages.wrong('its newest state is older than what was written');
  const isOfThisBoot = latest.boot === boot && boot !== 0n;
  if (isOfThisBoot && Math.abs(first.transaction - second.transaction) > 1)
    throw pages.wrong('its two newest states do not follow each other');
  const chosen = pick(latest, flushed, boot);
  checkNote(pages, chosen);
  for (const meta of [first, second]) if (meta.transaction > 0) checkNote(pages, meta);
  return chosen;
}
