// A zip file as a stream: each file in it is read only when its turn has come.
import { Readable } from 'node:stream';
import ZipStream from 'zip-stream';

export interface ZipEntry {
  name: string;
  content: AsyncIterable<string | Uint8Array>;
}

/** @throws whatever a content throws: then the zip has no end, and no program takes it for whole */
export async function* zipped(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): AsyncIterable<Buffer> {
  const zip = new ZipStream({ level: 6 });
  const filling = fill(zip, entries).catch((error: unknown) => void zip.destroy(asError(error)));
  try {
    for await (const chunk of zip) yield chunk as Buffer;
    await filling;
  } finally {
    zip.destroy();
  }
}

async function fill(zip: ZipStream, entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): Promise<void> {
  const abandoned = new Promise<never>((_, reject) => {
    zip.once('close', () => reject(new Error('nobody reads the zip file any more')));
  });
  abandoned.catch(() => {});
  for await (const { name, content } of entries) await Promise.race([add(zip, name, content), abandoned]);
  zip.finalize();
}

function add(zip: ZipStream, name: string, content: ZipEntry['content']): Promise<void> {
  return new Promise((resolve, reject) => {
    const source = Readable.from(content, { objectMode: false });
    source.once('error', reject);
    zip.entry(source, { name, date: new Date() }, (error) => (error ? reject(error) : resolve()));
  });
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));
