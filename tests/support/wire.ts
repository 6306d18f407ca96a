// One command as bytes over the engine's socket, for what a driver would not let a test send.
import { once } from 'node:events';
import { connect } from 'node:net';
import { type Document, deserialize, serialize } from 'bson';

const HEAD = 21;

export const socketOf = (uri: string): string => decodeURIComponent(uri.slice('mongodb://'.length).split('/')[0] ?? '');

/** A command as OP_MSG. */
export function message(command: Document): Buffer {
  const body = serialize(command);
  const head = Buffer.alloc(HEAD);
  head.writeInt32LE(HEAD + body.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(2013, 12);
  return Buffer.concat([head, body]);
}

/** Sends an OP_MSG and gives its reply. */
export async function sendCommand(uri: string, command: Document): Promise<Document> {
  const reply = await sendBytes(uri, message(command));
  if (!reply) throw new Error('the connection was closed without a reply');
  return deserialize(reply.subarray(HEAD));
}

/** Sends any bytes; undefined when the engine closes the connection instead of answering. */
export async function sendBytes(uri: string, bytes: Buffer): Promise<Buffer | undefined> {
  const socket = connect(socketOf(uri));
  await once(socket, 'connect');
  socket.write(bytes);
  let received = Buffer.alloc(0);
  for await (const chunk of socket) {
    received = Buffer.concat([received, chunk]);
    if (received.length >= 4 && received.length >= received.readInt32LE(0)) break;
  }
  socket.destroy();
  return received.length >= 16 ? received : undefined;
}
