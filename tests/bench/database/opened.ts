// Opens the engine on a folder and prints two lines: seconds to the first answer, then megabytes after a second of rest.
import { readFileSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbedded } from '../../../server/embedded/engine.ts';

const rest = 1000;
const begun = performance.now();
const engine = await openEmbedded({ dir: process.argv[2] ?? '' });
const socketPath = decodeURIComponent(/^mongodb:\/\/([^/]+)/.exec(engine.uri)?.[1] ?? '');
await firstAnswer(socketPath);
console.log((performance.now() - begun) / 1000);
await pause(rest);
global.gc?.();
await pause(rest);
const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status())?.[1] ?? process.memoryUsage.rss() / 1024);
console.log(kilobytes / 1024);
await engine.close();

function status(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return '';
  }
}

/** By hand: the driver would be measured along otherwise. */
async function firstAnswer(path: string): Promise<void> {
  const body = Buffer.from('\x10ping\0\x01\0\0\0\x02$db\0\x06\0\0\0bench\0\0', 'latin1');
  const message = Buffer.alloc(16 + 5 + 4 + body.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(1, 4);
  message.writeInt32LE(2013, 12);
  message.writeInt32LE(4 + body.length, 21);
  body.copy(message, 25);
  const socket = connectSocket(path);
  socket.write(message);
  await new Promise((resolve, reject) => socket.once('data', resolve).once('error', reject));
  socket.destroy();
}
