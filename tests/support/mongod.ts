// A real MongoDB replica set for `TEST_DATABASE=mongod npm test`. It is downloaded at first use; where that cannot be done,
// the run ends with one line and exit code 2, never as if it had passed.
import { MongoMemoryReplSet } from 'mongodb-memory-server';

export interface Mongod {
  uri: string;
  stop(): Promise<unknown>;
}

/** @throws with one line that says why there is no mongod */
export const startMongod = async (): Promise<Mongod> => {
  try {
    const set = await MongoMemoryReplSet.create({ replSet: { count: 1, storageEngine: 'wiredTiger' } });
    return { uri: set.getUri(), stop: () => set.stop() };
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new Error(`no MongoDB server could be started or downloaded: ${reason}`);
  }
};
