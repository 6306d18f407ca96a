// How much room there is where the data lies.
import { statfsSync } from 'node:fs';

const LEAST_BYTES = 1 << 20;

/** Bytes that this user may still write; without end where the file system does not tell. */
export function freeBytes(dir: string): number {
  const { blocks, bavail, bsize } = statfsSync(dir);
  return blocks === 0 ? Number.POSITIVE_INFINITY : bavail * bsize;
}

/** lmdb maps its lock file, and a process that touches a mapped page for which there is no room is ended by the system. */
export function refuseFullDisk(dir: string): void {
  const free = freeBytes(dir);
  if (free < LEAST_BYTES)
    throw new Error(
      `The disk that holds ${dir} is full (${Math.floor(free / 1024)} KB are free): free at least ${LEAST_BYTES >> 20} MB and start again`,
    );
}
