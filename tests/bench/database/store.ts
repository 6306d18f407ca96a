// An engine in a folder of its own, and clients to it.
import { type Collection, MongoClient } from 'mongodb';
import { openEmbedded } from '../../../server/embedded/engine.ts';
import { temporaryFolder } from '../folder.ts';
import { type Kilobyte, kilobyte } from './documents.ts';

/** Every write waits for the disk. */
export const connect = (uri: string, connections: number): Promise<MongoClient> =>
  MongoClient.connect(uri, { maxPoolSize: connections, writeConcern: { w: 'majority', journal: true } });

export async function withEngine<T>(work: (uri: string, folder: string) => Promise<T>): Promise<T> {
  const { path, remove } = temporaryFolder();
  const engine = await openEmbedded({ dir: path });
  try {
    return await work(engine.uri, path);
  } finally {
    await engine.close();
    remove();
  }
}

const chunk = 1000;

/** Fills a collection with the documents numbered 0 to count-1. */
export async function fill(collection: Collection<Kilobyte>, count: number): Promise<void> {
  for (let from = 0; from < count; from += chunk)
    await collection.insertMany(
      Array.from({ length: Math.min(chunk, count - from) }, (_, at) => kilobyte(from + at)),
      { ordered: true },
    );
}
