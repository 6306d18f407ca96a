// Reads a backup and holds it against its checksum, its structure and its sums.
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BrokenBackup, damaged } from './broken.ts';
import { checkedSize } from './checksum.ts';
import { type Contents, contentsOf, type Taker } from './contents.ts';
import { checksumBytes, magic } from './format.ts';
import { framesIn } from './frames.ts';

/** Reads all of it, or throws one line that names the file and what is wrong with it. */
export async function readBackup(file: string, taker: Taker): Promise<Contents> {
  const size = await checkedSize(file);
  const inside = createReadStream(file, { start: magic.length, end: size - checksumBytes - 1 });
  const unzipped = createGunzip({ chunkSize: 262_144 });
  inside.on('error', (error) => unzipped.destroy(error));
  try {
    return await contentsOf(framesIn(inside.pipe(unzipped)), taker);
  } catch (error) {
    throw isBroken(error) ? damaged(file, (error as Error).message) : error;
  } finally {
    inside.destroy();
    unzipped.destroy();
  }
}

/** Also what zlib and the BSON parser say. */
const isBroken = (error: unknown) =>
  error instanceof BrokenBackup ||
  (error instanceof Error && (error.name.startsWith('BSON') || ('code' in error && `${error.code}`.startsWith('Z_'))));
