// The product with the demonstration in it. It is put in once for each state of the sources, and its first results counted;
// every test then starts on a copy. That putting it in works is shown by tests/api/routes/start.test.ts.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Product, startProduct } from './product.ts';
import { testServer } from './server.ts';

const root = join(import.meta.dirname, '../..');
const settings = { DEMO: 'on' };
/** Milliseconds. Whoever began earlier has died. */
const givenUpAfter = 180_000;

/** On the server that TEST_DATABASE names, from the beginning. */
export const startDemonstration = async (): Promise<Product> => {
  if (testServer) return startProduct(settings);
  const folder = mkdtempSync(join(tmpdir(), 'stegvis-'));
  cpSync(await preparedFolder(), folder, { recursive: true });
  return startProduct(settings, folder);
};

function stateOfSources(): string {
  const hash = createHash('sha256');
  for (const part of ['server', 'surveys'])
    for (const name of readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }).toSorted()) {
      const file = join(root, part, name);
      if (statSync(file).isFile()) hash.update(`${part}/${name}\0`).update(readFileSync(file));
    }
  return hash.digest('hex').slice(0, 24);
}

/** Several files of tests may ask at the same moment: one makes it, the others wait. */
async function preparedFolder(): Promise<string> {
  const folder = join(root, '.build/demonstration', stateOfSources());
  const lock = `${folder}.making`;
  while (!existsSync(folder)) {
    if (isTaken(lock)) await pause(100);
    else
      try {
        await prepare(folder);
      } finally {
        rmSync(lock, { recursive: true });
      }
  }
  return folder;
}

function isTaken(lock: string): boolean {
  mkdirSync(dirname(lock), { recursive: true });
  if (existsSync(lock) && statSync(lock).mtimeMs < Date.now() - givenUpAfter) rmSync(lock, { recursive: true });
  try {
    mkdirSync(lock);
    return false;
  } catch {
    return true;
  }
}

async function prepare(folder: string): Promise<void> {
  for (const earlier of readdirSync(dirname(folder)))
    if (!earlier.endsWith('.making')) rmSync(join(dirname(folder), earlier), { recursive: true, force: true });
  const product = await startProduct(settings);
  try {
    await readResults(product);
    await product.stop();
    cpSync(product.folder, `${folder}.making/data`, { recursive: true });
    renameSync(`${folder}.making/data`, folder);
  } finally {
    await product.stop();
    await product.remove();
  }
}

async function readResults({ address, printed }: Product): Promise<void> {
  const [, email, password] = /evaluator\s+(\S+@\S+)\s+(\S+)/.exec(printed()) ?? [];
  const session = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { token } = (await session.json()) as { token: string };
  const results = await fetch(`${address}/api/programmes/cresco-plus/results`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!results.ok) throw new Error(`the demonstration has no results: ${results.status}`);
  await results.text();
}
