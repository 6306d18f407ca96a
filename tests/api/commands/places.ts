// Where a test restores to: data folders of their own, and databases on the server that TEST_DATABASE names.
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';

export type Settings = Record<string, string>;
/** Of one test file after another. */
let root: string | undefined;
const databases: string[] = [];
let count = 0;

export const fileName = (name: string): string => {
  root ??= mkdtempSync(join(tmpdir(), 'stegvis-backup-'));
  return join(root, name);
};

/** An empty data folder, with the secret key of another one if that is given. */
export function newFolder(keyOf?: string): Settings & { DATA_DIR: string } {
  const folder = fileName(`data-${++count}`);
  mkdirSync(folder);
  const key = keyOf && join(keyOf, 'secret.key');
  if (key && existsSync(key)) copyFileSync(key, join(folder, 'secret.key'));
  return { DATA_DIR: folder };
}

/** An empty database on another server. */
export function newDatabase(server: string): string {
  const url = new URL(server);
  url.pathname = `/test_${randomBytes(8).toString('hex')}`;
  databases.push(url.href);
  return url.href;
}

export async function removePlaces(): Promise<void> {
  if (root !== undefined) rmSync(root, { recursive: true, force: true });
  root = undefined;
  for (const uri of databases.splice(0)) {
    const client = await MongoClient.connect(uri);
    await client.db().dropDatabase();
    await client.close();
  }
}
