// Greets as a MongoDB that is no member of a replica set, and knows nothing else.
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { deserialize, serialize } from 'bson';

const greeting = { helloOk: true, ismaster: true, isWritablePrimary: true, maxBsonObjectSize: 16_777_216 };
const limits = { maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000, minWireVersion: 0, maxWireVersion: 21 };
const reply = () => serialize({ ...greeting, ...limits, localTime: new Date(), readOnly: false, ok: 1 });
const opQuery = 2004;

/** One message as it came, with its length, request number and kind in front. */
function answer(message: Buffer): Buffer {
  const isQuery = message.readInt32LE(12) === opQuery;
  const command = isQuery ? {} : deserialize(message.subarray(21));
  const isGreeting = isQuery || 'hello' in command || 'ismaster' in command || 'isMaster' in command;
  const body = isGreeting ? reply() : serialize({ ok: 0, code: 59, errmsg: 'no such command' });
  const head = Buffer.alloc(isQuery ? 36 : 21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(message.readInt32LE(4), 8);
  head.writeInt32LE(isQuery ? 1 : 2013, 12);
  if (isQuery) head.writeInt32LE(1, 32);
  return Buffer.concat([head, body]);
}

export const startStandalone = async () => {
  const server = createServer((socket) => {
    let waiting = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk]);
      while (waiting.length >= 4 && waiting.length >= waiting.readInt32LE(0)) {
        const length = waiting.readInt32LE(0);
        socket.write(answer(waiting.subarray(0, length)));
        waiting = waiting.subarray(length);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `127.0.0.1:${port}`, close: () => server.close() };
};
