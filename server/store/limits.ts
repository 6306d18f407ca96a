// Rate limits, counted in the database so that they hold across processes and restarts.
import mongoose from 'mongoose';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { collection, required } from './collection.ts';

interface Stored {
  _id: string;
}

const counters = collection<Stored>('limits', { key: required(String), points: required(Number), expire: Date }, [
  [{ key: 1 }, { unique: true }],
  [{ expire: 1 }, { expireAfterSeconds: 0 }],
]);

export interface Limit {
  /** Counts one more. @returns seconds to wait when there were too many, else undefined */
  take(key: string): Promise<number | undefined>;
  forget(key: string): Promise<void>;
}

/** `points` in `seconds`. Keys must not tell who is behind them: hand in hashes. */
export function limit(name: string, points: number, seconds: number): Limit {
  const limiter = new RateLimiterMongo({
    storeClient: mongoose.connection.db,
    tableName: counters.collection.collectionName,
    keyPrefix: name,
    points,
    duration: seconds,
    disableIndexesCreation: true,
  });
  const wait = (state: RateLimiterRes) => Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  return {
    take: async (key) => {
      try {
        await limiter.consume(key);
        return undefined;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return wait(refused);
        throw refused;
      }
    },
    forget: async (key) => void (await limiter.delete(key)),
  };
}
