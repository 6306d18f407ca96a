// Two processes of the product on one database: an embedded one that both reach by its connection string, or a new one on
// the server that TEST_DATABASE names.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { openEmbedded } from '../../server/embedded/engine.ts';
import { nameDatabase } from './database.ts';
import { type Product, startProduct } from './product.ts';

export interface Pair {
  one: Product;
  other: Product;
  uri: string;
  stop(): Promise<void>;
}

/** Both start at the same moment on an empty database; `one` with the demonstration. */
export const startPair = async (): Promise<Pair> => {
  const place = process.env.TEST_DATABASE ? onServer(process.env.TEST_DATABASE) : await onEmbedded();
  const settings = { MONGODB_URI: place.uri, SECRET_KEY: randomBytes(32).toString('base64') };
  try {
    const [one, other] = await Promise.all([startProduct({ ...settings, DEMO: 'on' }), startProduct(settings)]);
    const stop = async () => {
      for (const product of [one, other]) {
        await product.stop();
        product.remove();
      }
      await place.leave();
    };
    return { one, other, uri: place.uri, stop };
  } catch (error) {
    await place.leave();
    throw error;
  }
};

const onEmbedded = async () => {
  const dir = mkdtempSync(join(tmpdir(), 'stegvis-pair-'));
  const engine = await openEmbedded({ dir });
  const leave = async () => {
    await engine.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { uri: engine.uri, leave };
};

const onServer = (server: string) => {
  const uri = nameDatabase(server, `test_${randomBytes(8).toString('hex')}`);
  const leave = async () => {
    const client = await MongoClient.connect(uri);
    await client.db().dropDatabase();
    await client.close();
  };
  return { uri, leave };
};
