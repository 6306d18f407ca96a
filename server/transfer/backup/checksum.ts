// Before anything in a file is believed: what the file calls itself, and its checksum.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { damaged } from './broken.ts';
import { checksumBytes, magic, magicOfAny } from './format.ts';

/** Its size in bytes. @throws one line unless it is a backup and its checksum matches. */
export async function checkedSize(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Error(`${file} can not be read: name a file that npm run backup has written`);
  const { size } = found;
  const head = await partOf(file, 0, magic.length);
  if (!head.equals(magic)) {
    if (magicOfAny.test(head.toString('latin1')))
      throw new Error(`${file} is in the format of another release: restore it with the program that wrote it`);
    throw new Error(
      `${file} is no backup of Stegvis, or its beginning is damaged: name a file that npm run backup has written`,
    );
  }
  if (size < magic.length + checksumBytes) throw damaged(file, 'it has no checksum');
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { end: size - checksumBytes - 1 })) hash.update(chunk as Buffer);
  const expected = await partOf(file, size - checksumBytes, checksumBytes);
  if (!hash.digest().equals(expected)) throw damaged(file, 'its checksum does not match');
  return size;
}

async function partOf(file: string, at: number, length: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
