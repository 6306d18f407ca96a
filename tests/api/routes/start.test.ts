// Starting and stopping the whole product, as its own process.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort, spawnProduct, startProduct } from '../../support/product.ts';
import { startStandalone } from '../../support/standaloneServer.ts';

const start = (settings: Record<string, string>) => {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LOG_LEVEL: 'silent', ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/run.mjs', 'main'], {
    env,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, lines: stderr.trim().split('\n') };
};

test('a taken port stops the start with one line that names it', async () => {
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'stegvis-start-'));
  const holder = createServer().listen(port, '127.0.0.1');
  await once(holder, 'listening');
  const { status, stdout, lines } = start({ PORT: String(port), DATA_DIR: dir });
  holder.close();
  rmSync(dir, { recursive: true, force: true });
  expect([status, stdout]).toEqual([1, '']);
  expect(lines).toEqual([expect.stringMatching(new RegExp(`^Stegvis did not start\\. PORT ${port} is taken`))]);
}, 60_000);

test.each([
  ['a wrong setting', { PORT: 'many' }, /PORT is "many"/],
  ['a data folder that is a file', { DATA_DIR: '/dev/null/data' }, /DATA_DIR/],
  ['a database that is not there', { MONGODB_URI: 'mongodb://127.0.0.1:1/x' }, /MONGODB_URI: no database answers/],
])(
  '%s stops the start with one line',
  async (_name, settings, line) => {
    const dir = mkdtempSync(join(tmpdir(), 'stegvis-start-'));
    const { status, lines } = start({ PORT: String(await freePort()), DATA_DIR: dir, DEMO: 'off', ...settings });
    rmSync(dir, { recursive: true, force: true });
    expect([status, lines]).toEqual([1, [expect.stringMatching(line)]]);
  },
  60_000,
);

test.each(['', '?replicaSet=rs0'])(
  'a MongoDB without transactions is refused with the line that makes it a replica set (%s)',
  async (query) => {
    const standalone = await startStandalone();
    const dir = mkdtempSync(join(tmpdir(), 'stegvis-start-'));
    const uri = `mongodb://${standalone.address}/stegvis${query}`;
    const child = spawnProduct({ PORT: String(await freePort()), DATA_DIR: dir, MONGODB_URI: uri });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = await once(child, 'close');
    standalone.close();
    rmSync(dir, { recursive: true, force: true });
    expect(said.trim().split('\n')).toEqual([
      expect.stringMatching(/^Stegvis did not start\. MONGODB_URI: .*no transactions.*--replSet rs0.*rs\.initiate\(\)/),
    ]);
    expect(code).toBe(1);
  },
  60_000,
);

test('a database that takes the connection and says nothing stops the start with one line, soon', async () => {
  const silent = createServer((socket) => void socket.on('error', () => socket.destroy()));
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const dir = mkdtempSync(join(tmpdir(), 'stegvis-start-'));
  const uri = `mongodb://127.0.0.1:${port}/stegvis`;
  const child = spawnProduct({ PORT: String(await freePort()), DATA_DIR: dir, MONGODB_URI: uri });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = await once(child, 'close');
  silent.close();
  rmSync(dir, { recursive: true, force: true });
  expect(said.trim().split('\n')).toEqual([expect.stringMatching(/MONGODB_URI: no database answers there/)]);
  expect(code).toBe(1);
}, 30_000);

test('a first start prints address, accounts and two links that work, and keeps the passwords for its owner', async () => {
  const product = await startProduct({ DEMO: 'on', LOG_LEVEL: 'silent' });
  try {
    for (let tries = 0; tries < 100 && !/treatment/.test(product.printed()); tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const block = product.printed();
    expect(block).toContain(`Stegvis is running at ${product.address}`);
    const accounts = [...block.matchAll(/^ {2}(administrator|coordinator|evaluator) +(\S+) +(\S+)$/gm)];
    expect(accounts.map((each) => each[1])).toEqual(['administrator', 'coordinator', 'evaluator']);
    for (const [, role, email, password] of accounts) {
      const reply = await fetch(`${product.address}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
      expect([reply.status, ((await reply.json()) as { role: string }).role]).toEqual([200, role]);
    }
    const links = [...block.matchAll(/^ {2}(exit|treatment) +\S+\/s\/(\S+)$/gm)];
    for (const [, survey, token] of links) {
      const page = await fetch(`${product.address}/api/respond/${token}`);
      expect(((await page.json()) as { survey: string }).survey).toBe(survey);
    }
    expect(links).toHaveLength(2);
    const kept = join(product.folder, 'demonstration.json');
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect(readFileSync(kept, 'utf8')).toContain(accounts[0]?.[3]);
  } finally {
    await product.stop();
    await product.remove();
  }
}, 120_000);

test('without any administrator a one-time link makes the first, and a folder in use refuses a second start', async () => {
  const settings = { MONGODB_URI: '', DEMO: 'off', LOG_LEVEL: 'silent', ADMIN_EMAIL: '', ADMIN_PASSWORD: '' };
  const product = await startProduct(settings);
  try {
    for (let tries = 0; tries < 100 && !/setup/.test(product.printed()); tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const token = /\/setup\/(\S+)/.exec(product.printed())?.[1];
    const setup = await fetch(`${product.address}/api/setup/${token}`);
    expect(await setup.json()).toEqual({ kind: 'first-administrator' });
    const second = start({ PORT: String(await freePort()), DATA_DIR: product.folder, DEMO: 'off' });
    expect([second.status, second.lines.length]).toEqual([1, 1]);
  } finally {
    await product.stop();
    await product.remove();
  }
}, 120_000);

test('a signal to npm start ends the server with it, and its port and data folder are free again', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'stegvis-start-'));
  const port = await freePort();
  const settings = { PORT: String(port), DATA_DIR: dir, DEMO: 'off', LOG_LEVEL: 'silent' };
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings };
  const child = spawn('npm', ['start'], { env, detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    for await (const chunk of child.stdout) if (`${chunk}`.includes('is running at')) break;
    child.kill('SIGTERM');
    await once(child, 'exit');
    await expect.poll(() => existsSync(join(dir, 'database.lock')), { timeout: 15_000 }).toBe(false);
    await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow();
  } finally {
    // Its whole group, in which nothing is left where all went well.
    spawnSync('kill', ['-9', '--', `-${child.pid}`]);
    rmSync(dir, { recursive: true, force: true });
  }
}, 60_000);
