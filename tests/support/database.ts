// A fresh database for a test file: embedded in a temporary folder, or a new one on the server that TEST_DATABASE names.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getSecretKey } from '../../server/secretKey.ts';
import { connectDatabase, type Database, dropDatabase } from '../../server/store/database.ts';
import { newDatabaseOn, testServer } from './server.ts';

export interface TestDatabase {
  close(): Promise<void>;
  database: Database;
  uri: string;
  /** DATA_DIR */
  dir: string;
  /** Settings under which the product's commands reach the same database. */
  environment: Record<string, string>;
}

/** One at a time in a test file: the store has one connection. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const dir = mkdtempSync(join(tmpdir(), 'stegvis-db-'));
  const mongodbUri = testServer && newDatabaseOn(testServer);
  const settings = { dataDir: dir, ...(mongodbUri && { mongodbUri }) };
  const database = await connectDatabase(settings, getSecretKey(settings));
  const close = async () => {
    if (mongodbUri) await dropDatabase();
    await database.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return {
    close,
    database,
    uri: database.uri,
    dir,
    environment: { DATA_DIR: dir, ...(mongodbUri && { MONGODB_URI: mongodbUri }) },
  };
}
