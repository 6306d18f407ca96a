// A database that processes reach by its connection string: an embedded one held by the test, or a new one on the server
// that TEST_DATABASE names.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../server/embedded/engine.ts';
import { dropDatabaseAt, newDatabaseOn, testServer } from './server.ts';

export interface Place {
  uri: string;
  /** Of the database. */
  name: string;
  leave(): Promise<void>;
}

export const startPlace = async (): Promise<Place> => {
  const { uri, leave } = testServer ? onServer(testServer) : await onEmbedded();
  return { uri, name: /\/(\w+)(\?|$)/.exec(uri)?.[1] ?? '', leave };
};

const onEmbedded = async () => {
  const dir = mkdtempSync(join(tmpdir(), 'stegvis-place-'));
  const engine = await openEmbedded({ dir });
  const leave = async () => {
    await engine.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { uri: engine.uri, leave };
};

const onServer = (server: string) => {
  const uri = newDatabaseOn(server);
  return { uri, leave: () => dropDatabaseAt(uri) };
};
