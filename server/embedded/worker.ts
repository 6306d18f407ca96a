// The engine's thread: opens the store, listens on the socket, clears away what has expired, and closes when it is told to.
import { chmodSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { Engine } from './commands/call.ts';
import { Cursors } from './commands/cursors.ts';
import { dispatch } from './commands/dispatch.ts';
import { expire } from './expiry.ts';
import { Snapshots } from './snapshots.ts';
import { isRejectedInside } from './storage/commits.ts';
import { openEnvironment } from './storage/lmdb.ts';
import { Store } from './storage/store.ts';
import { Transactions } from './transactions.ts';
import { serve } from './wire.ts';

const { file, socketPath } = workerData as { file: string; socketPath: string };
const EXPIRY_MS = 60_000;
const FINISH_MS = 5_000;

process.on('unhandledRejection', (reason) => {
  if (!isRejectedInside(reason)) throw reason;
});

const store = new Store(await openEnvironment(file));
const engine: Engine = {
  store,
  transactions: new Transactions(store),
  cursors: new Cursors(),
  snapshots: new Snapshots(store),
  address: socketPath,
};
const sockets = new Set<Socket>();
let running = 0;

const server = createServer((socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  serve(socket, {
    address: socketPath,
    async run(message, connection) {
      running++;
      try {
        return await dispatch(engine, message, connection);
      } finally {
        running--;
      }
    },
    closed: (connection) => engine.transactions.connectionClosed(connection),
  });
});

const expiry = setInterval(() => void expire(store).catch(() => undefined), EXPIRY_MS);

/** Waits on a condition, at most so long. */
async function until(isSo: () => boolean, limitMs: number): Promise<void> {
  const end = Date.now() + limitMs;
  while (!isSo() && Date.now() < end) await new Promise((resume) => setTimeout(resume, 10));
}

/** A guest's driver opens connections as it needs them: so the socket listens until the last guest has gone. */
async function close(guestsMs: number): Promise<void> {
  clearInterval(expiry);
  await until(() => sockets.size === 0, guestsMs);
  server.close();
  await until(() => running === 0, FINISH_MS);
  for (const socket of sockets) socket.destroy();
  engine.snapshots.close();
  await store.close();
  parentPort?.postMessage('closed');
}

parentPort?.on('message', (message) => {
  if (typeof message?.close === 'number') void close(message.close);
});

server.listen(socketPath, () => {
  chmodSync(socketPath, 0o600);
  parentPort?.postMessage('ready');
  void expire(store).catch(() => undefined);
});
