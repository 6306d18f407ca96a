// The database's thread dies in the running product, or somebody holds its writing.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MongoClient } from 'mongodb';
import { afterAll, expect, test } from 'vitest';
import { freePort, type Product, spawnProduct, startProduct } from '../support/product.ts';

const folder = mkdtempSync(join(tmpdir(), 'stegvis-lost-'));
let child: ReturnType<typeof spawnProduct> | undefined;
let product: Product | undefined;
afterAll(async () => {
  child?.kill('SIGKILL');
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const signIn = ({ address }: Product, account: object) =>
  fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });

test('while another process holds the writing for too long, as a command that was paused does, one is told to come back', async () => {
  const held = await startProduct({ DEMO: 'off', MONGODB_URI: '' });
  const other = await MongoClient.connect(readFileSync(join(held.folder, 'database.uri'), 'utf8').trim());
  try {
    const session = other.startSession();
    session.startTransaction();
    await other.db().collection('held').insertOne({}, { session });
    const refused = await signIn(held, held.administrator);
    expect([refused.status, (await refused.json()).code]).toEqual([503, 'database-away']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await session.abortTransaction();
    await session.endSession();
    expect((await signIn(held, held.administrator)).status).toBe(200);
  } finally {
    await other.close();
    await held.stop();
    await held.remove();
  }
}, 60_000);

test('when its database dies the product ends with 1 and one line, and starts again on the same data', async () => {
  const port = String(await freePort());
  const account = { email: 'admin@example.org', password: 'a long enough password' };
  const settings = {
    PORT: port,
    ADMIN_EMAIL: account.email,
    ADMIN_PASSWORD: account.password,
    LOG_LEVEL: 'warn',
    DEMO: 'off',
  };
  const preload = pathToFileURL(join(import.meta.dirname, '../support/fallingThread.mjs')).href;
  child = spawnProduct({ ...settings, DATA_DIR: folder, NODE_OPTIONS: `--import ${preload}` });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  child.kill('SIGUSR2');
  expect(await ended).toEqual([1, null]);
  expect(errors).toBe(
    'Stegvis stops: its database ended (The embedded database stopped unexpectedly). ' +
      'All that was acknowledged is on disk; start it again.\n',
  );
  product = await startProduct({ DEMO: 'off' }, folder);
  expect((await signIn(product, account)).status).toBe(200);
}, 90_000);
