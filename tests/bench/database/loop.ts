// The engine's thread with storage left out: the same wire protocol and decoding of commands, and every insert is answered
// as done. What it reaches is what the driver and the protocol allow.
import { createServer } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { greeting } from '../../../server/embedded/commands/admin.ts';
import { ok } from '../../../server/embedded/commands/call.ts';
import type { Message } from '../../../server/embedded/commands/dispatch.ts';
import { serve } from '../../../server/embedded/wire.ts';

const { socketPath } = workerData as { socketPath: string };

async function run({ body, sequences }: Message) {
  const name = body.keys().next().value;
  if (name === 'hello' || name === 'ismaster') return greeting(socketPath);
  return name === 'insert' ? ok({ n: sequences.get('documents')?.length ?? 1 }) : ok();
}

createServer((socket) => serve(socket, { address: socketPath, run, closed: () => undefined })).listen(socketPath, () =>
  parentPort?.postMessage('ready'),
);
