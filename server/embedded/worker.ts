// The engine's thread: opens the store, listens on the socket, clears away what has expired, and closes when it is told to.
import { chmodSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { Engine } from './commands/call.ts';
import { Cursors } from './commands/cursors.ts';
import { dispatch } from './commands/dispatch.ts';
import { expire } from './expiry.ts';
import { Snapshots } from './snapshots.ts';
import { openEnvironment } from './storage/lmdb.ts';
import { Store } from './storage/store.ts';
import { Transactions } from './transactions.ts';
import { serve } from './wire.ts';

const { file, socketPath } = workerData as { file: string; socketPath: string };
const EXPIRY_MS = 60_000;

const store = new Store(openEnvironment(file));
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

async function close(): Promise<void> {
  clearInterval(expiry);
  server.close();
  const until = Date.now() + 5_000;
  while (running > 0 && Date.now() < until) await new Promise((resume) => setTimeout(resume, 10));
  for (const socket of sockets) socket.destroy();
  engine.snapshots.close();
  await store.close();
  parentPort?.postMessage('closed');
}

parentPort?.on('message', (message) => {
  if (message === 'close') void close();
});

server.listen(socketPath, () => {
  chmodSync(socketPath, 0o600);
  parentPort?.postMessage('ready');
  void expire(store).catch(() => undefined);
});
