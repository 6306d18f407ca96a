// Starts the whole product as a user does (its own process, its own data folder, a free port) and waits for its block.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { dropDatabaseAt, newDatabaseOn, testServer } from './server.ts';

export interface Product {
  address: string;
  /** Of its process. */
  pid: number;
  folder: string;
  environment: Record<string, string>;
  administrator: { email: string; password: string };
  /** All that it has printed so far. */
  printed(): string;
  /** As `kill -9` does; resolves when the process is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Its folder, and the database that it was given on the server that TEST_DATABASE names. */
  remove(): Promise<void>;
}

const administrator = {
  email: 'admin@example.org',
  password: 'a long enough password',
};

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
let asked = 0;

/**
 * Each test process has a hundred of its own, below those that the system hands out: two that ask at the same moment
 * never get the same one.
 */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < 100; tries++) {
    const port = 10_000 + (process.pid % 200) * 100 + (asked++ % 100);
    if (await isFree(port)) return port;
  }
  throw new Error('no port is free');
};

/** What follows `exec node` in `npm start`; without the exec a shell would stand between npm's signals and the server. */
const startArguments = manifest.scripts.start.split(' ').slice(2);

/** The product's process, in an environment of nothing but what is given. */
export const spawnProduct = (environment: Record<string, string>) =>
  spawn(process.execPath, startArguments, {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/**
 * On the embedded database, or on a new one of the server that TEST_DATABASE names; MONGODB_URI '' keeps it embedded.
 * `folder` given: starts again on the same data (hand in its `environment`, too). @throws with what was printed when it ends before it
 * listens.
 */
export const startProduct = async (
  settings: Record<string, string> = {},
  folder = mkdtempSync(join(tmpdir(), 'stegvis-')),
): Promise<Product> => {
  const port = settings.PORT ?? String(await freePort());
  const given = settings.MONGODB_URI === undefined && testServer ? newDatabaseOn(testServer) : undefined;
  const environment = {
    ...(given && { MONGODB_URI: given }),
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    LOG_LEVEL: 'warn',
    ...settings,
    PORT: port,
    DATA_DIR: folder,
  };
  const child = spawnProduct(environment);
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = `http://127.0.0.1:${port}`;
  await Promise.race([
    listening(address),
    ended.then(() => {
      throw new Error(`the product ended before it listened:\n${printed}`);
    }),
  ]);
  return {
    address,
    pid: child.pid ?? -1,
    folder,
    environment,
    administrator,
    printed: () => printed,
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
    remove: async () => {
      rmSync(folder, { recursive: true, force: true });
      if (given) await dropDatabaseAt(given);
    },
  };
};

const listening = async (address: string) => {
  for (let tries = 0; tries < 2200; tries++) {
    const healthy = await fetch(`${address}/api/health`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing answers at ${address}`);
};
