// Two processes of the product on one database: an embedded one that both reach by its connection string, or a new one on
// the server that TEST_DATABASE names.
import { randomBytes } from 'node:crypto';
import { startPlace } from './place.ts';
import { type Product, startProduct } from './product.ts';

export interface Pair {
  one: Product;
  other: Product;
  uri: string;
  stop(): Promise<void>;
}

/** Both start at the same moment on an empty database; `one` with the demonstration. */
export const startPair = async (): Promise<Pair> => {
  const place = await startPlace();
  const settings = { MONGODB_URI: place.uri, SECRET_KEY: randomBytes(32).toString('base64') };
  try {
    const [one, other] = await Promise.all([startProduct({ ...settings, DEMO: 'on' }), startProduct(settings)]);
    const stop = async () => {
      for (const product of [one, other]) {
        await product.stop();
        await product.remove();
      }
      await place.leave();
    };
    return { one, other, uri: place.uri, stop };
  } catch (error) {
    await place.leave();
    throw error;
  }
};
