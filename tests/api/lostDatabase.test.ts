// The database's thread dies in the running product.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
  const reply = await fetch(`${product.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  expect(reply.status).toBe(200);
}, 90_000);
