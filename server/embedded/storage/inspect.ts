import { closeSync, existsSync, openSync, readSync } from 'node:fs';

const MAGIC = 0xbeefc0de;
const MAGIC_AT = 24;

/** lmdb takes the whole process with it when it meets a file that is not its own. */
export function checkFile(path: string): void {
  if (!existsSync(path)) return;
  const head = Buffer.alloc(MAGIC_AT + 4);
  const file = openSync(path, 'r');
  const read = readSync(file, head, 0, head.length, 0);
  closeSync(file);
  if (read > 0 && head.readUInt32LE(MAGIC_AT) !== MAGIC)
    throw new Error(`${path} is not a database of the embedded engine`);
}
