// Writes a backup beside its place and puts it there when it is whole, on disk and read back.
import { createHash, type Hash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Moment, readAtOneMoment } from '../../store/backupReading.ts';
import { documentSum } from '../../store/documentSum.ts';
import { encodeDocument } from '../../store/native.ts';
import type { CollectionSum } from '../../store/restoring.ts';
import { type BackupHeader, frame, magic } from './format.ts';
import { readBackup } from './read.ts';

export interface BackupReport {
  file: string;
  bytes: number;
  documents: number;
  collections: Record<string, number>;
  schemaVersion: number;
  consistency: BackupHeader['consistency'];
}
const chunkBytes = 65_536;

/** @throws one line when `file` is there and `replace` is not set, or it can't be written; an earlier file stays as it is. */
export async function writeBackup(file: string, productVersion: string, replace = false): Promise<BackupReport> {
  if (existsSync(file) && !replace) throw new Error(`${file} is there already: choose another name, or add --replace`);
  const part = `${file}.${process.pid}.part`;
  try {
    const { header, sums } = await readAtOneMoment((moment) => writeMoment(part, productVersion, moment));
    const verified = await readBackup(part, { documents: async () => {} });
    if (JSON.stringify(verified.sums) !== JSON.stringify(sums)) throw new Error(`${part} reads back differently`);
    await rename(part, file);
    await syncFolder(dirname(file));
    const collections = Object.fromEntries(sums.map(({ name, documents }) => [name, documents]));
    const documents = sums.reduce((all, each) => all + each.documents, 0);
    const { schemaVersion, consistency } = header;
    return { file, bytes: (await stat(file)).size, documents, collections, schemaVersion, consistency };
  } catch (error) {
    await rm(part, { force: true });
    throw error instanceof Error && 'syscall' in error
      ? new Error(`${file} could not be written: ${error.message}`)
      : error;
  }
}

async function writeMoment(part: string, productVersion: string, moment: Moment) {
  const { schemaVersion, keyFingerprint, consistency } = moment;
  const createdAt = new Date();
  const header = { productVersion, schemaVersion, createdAt, ...(keyFingerprint && { keyFingerprint }), consistency };
  const sums: CollectionSum[] = [];
  const checksum = createHash('sha256');
  await pipeline(
    () => inChunks(framesOf(moment, header, sums)),
    createGzip(),
    (compressed: AsyncIterable<Buffer>) => withChecksum(compressed, checksum),
    createWriteStream(part, { mode: 0o600, flush: true }),
  );
  return { header, sums };
}

async function* framesOf(moment: Moment, header: BackupHeader, sums: CollectionSum[]): AsyncIterable<Buffer> {
  yield frame('header', encodeDocument(header));
  for (const name of moment.collections) {
    yield frame('collection', encodeDocument({ name }));
    const sum = documentSum();
    for await (const bytes of moment.documents(name)) {
      sum.add(bytes);
      yield frame('document', bytes);
    }
    sums.push({ name, documents: sum.documents(), digest: sum.digest() });
  }
  yield frame('end', encodeDocument({ collections: sums }));
}

/** Many small frames as few large ones: each step of a stream costs. */
async function* inChunks(frames: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let chunk: Buffer[] = [];
  let bytes = 0;
  for await (const each of frames) {
    chunk.push(each);
    bytes += each.length;
    if (bytes < chunkBytes) continue;
    yield Buffer.concat(chunk);
    chunk = [];
    bytes = 0;
  }
  yield Buffer.concat(chunk);
}

async function* withChecksum(compressed: AsyncIterable<Buffer>, checksum: Hash): AsyncIterable<Buffer> {
  checksum.update(magic);
  yield magic;
  for await (const chunk of compressed) {
    checksum.update(chunk);
    yield chunk;
  }
  yield checksum.digest();
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  // Some file systems know no sync of folders; the file itself is on disk already.
  await handle.sync().catch(() => undefined);
  await handle.close();
}
