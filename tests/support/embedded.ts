// An engine in a folder of its own, for tests; close() removes both.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../server/embedded/engine.ts';

export interface TestEngine {
  uri: string;
  dir: string;
  close(): Promise<void>;
}

export async function startEmbedded(): Promise<TestEngine> {
  const dir = await mkdtemp(join(tmpdir(), 'engine-'));
  const engine = await openEmbedded({ dir });
  return {
    uri: engine.uri,
    dir,
    async close() {
      await engine.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
