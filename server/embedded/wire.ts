// MongoDB's wire protocol: OP_MSG, and the OP_QUERY greeting older drivers begin with. One connection's commands run in order.
import type { Socket } from 'node:net';
import { type Doc, decode } from './bson/codec.ts';
import { encode } from './bson/encode.ts';
import { greeting } from './commands/admin.ts';
import type { Connection } from './commands/call.ts';
import { failed, type Message } from './commands/dispatch.ts';
import { CommandError } from './errors.ts';
import { decodeCommand } from './snapshots.ts';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const MAX_MESSAGE_BYTES = 48_000_000;
const CHECKSUM = 1;
const INVALID_BSON = 22;
const MORE_TO_COME = 2;

let lastReply = 0;

function frame(responseTo: number, opcode: number, ...parts: Buffer[]): Buffer[] {
  const head = Buffer.alloc(16);
  head.writeInt32LE(16 + parts.reduce((sum, part) => sum + part.length, 0), 0);
  lastReply = (lastReply + 1) & 0x7fffffff;
  head.writeInt32LE(lastReply, 4);
  head.writeInt32LE(responseTo, 8);
  head.writeInt32LE(opcode, 12);
  return [head, ...parts];
}

const opMsg = (responseTo: number, reply: Doc) => frame(responseTo, OP_MSG, Buffer.alloc(5), encode(reply));

function opReply(responseTo: number, reply: Doc): Buffer[] {
  const head = Buffer.alloc(20);
  head.writeInt32LE(8, 0);
  head.writeInt32LE(1, 16);
  return frame(responseTo, OP_REPLY, head, encode(reply));
}

const documentAt = (bytes: Buffer, at: number) => bytes.subarray(at, at + bytes.readInt32LE(at));

/** Reads the sections of an OP_MSG: the command, and sequences of documents that belong to it. */
function readSections(bytes: Buffer, end: number): Message {
  let body: Doc = new Map();
  const sequences = new Map<string, Buffer[]>();
  let at = 20;
  while (at < end) {
    const kind = bytes.readUInt8(at++);
    if (kind === 0) {
      const section = documentAt(bytes, at);
      body = decodeCommand(section);
      at += section.length;
    } else if (kind === 1) {
      const stop = at + bytes.readInt32LE(at);
      const nameEnd = bytes.indexOf(0, at + 4);
      const documents: Buffer[] = [];
      for (let next = nameEnd + 1; next < stop; ) {
        const document = documentAt(bytes, next);
        if (document.length < 5) throw new Error('empty document');
        documents.push(document);
        next += document.length;
      }
      sequences.set(bytes.toString('utf8', at + 4, nameEnd), documents);
      at = stop;
    } else throw new Error(`unknown section ${kind}`);
  }
  return { body, sequences };
}

function readQuery(bytes: Buffer): Doc {
  const nameEnd = bytes.indexOf(0, 20);
  return decode(documentAt(bytes, nameEnd + 9));
}

export interface Protocol {
  address: string;
  run(message: Message, connection: Connection): Promise<Doc>;
  closed(connection: Connection): void;
}

const reading = async (read: () => Message) => read();

/** A well-formed message that holds what the engine does not know is answered; broken bytes end the connection. */
function refused(error: unknown): Doc {
  if (error instanceof CommandError && error.code !== INVALID_BSON) return failed(error);
  throw error;
}

/** Answers one message; undefined when no answer is wanted. Throws when the connection makes no sense any more. */
async function answer(protocol: Protocol, bytes: Buffer, connection: Connection): Promise<Buffer[] | undefined> {
  const id = bytes.readInt32LE(4);
  const opcode = bytes.readInt32LE(12);
  if (opcode === OP_QUERY) {
    const name = readQuery(bytes).keys().next().value?.toLowerCase();
    if (name !== 'ismaster' && name !== 'hello') throw new Error('OP_QUERY is only for the greeting');
    return opReply(id, greeting(protocol.address));
  }
  if (opcode !== OP_MSG) throw new Error(`unknown opcode ${opcode}`);
  const flags = bytes.readUInt32LE(16);
  const end = flags & CHECKSUM ? bytes.length - 4 : bytes.length;
  const reply = await reading(() => readSections(bytes, end)).then(
    (message) => protocol.run(message, connection),
    refused,
  );
  return flags & MORE_TO_COME ? undefined : opMsg(id, reply);
}

/** Cuts a stream into messages; throws on an impossible length. */
class Framer {
  #chunks: Buffer[] = [];
  #size = 0;

  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
  }

  next(): Buffer | undefined {
    if (this.#size < 16) return undefined;
    if ((this.#chunks[0]?.length ?? 0) < 4) this.#chunks = [Buffer.concat(this.#chunks)];
    const length = this.#chunks[0]?.readInt32LE(0) ?? 0;
    if (length < 16 || length > MAX_MESSAGE_BYTES) throw new Error(`a message of ${length} bytes`);
    if (this.#size < length) return undefined;
    const all = this.#chunks.length === 1 ? (this.#chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#chunks);
    this.#chunks = all.length > length ? [all.subarray(length)] : [];
    this.#size -= length;
    return all.subarray(0, length);
  }
}

const SMALL_BYTES = 65_536;

/** A large reply is handed over as it lies, a small one in one piece. */
function send(socket: Socket, reply: Buffer[], sent: () => void): void {
  const size = reply.reduce((sum, part) => sum + part.length, 0);
  if (size <= SMALL_BYTES) {
    socket.write(Buffer.concat(reply, size), sent);
    return;
  }
  socket.cork();
  reply.forEach((part, at) => {
    socket.write(part, at === reply.length - 1 ? sent : undefined);
  });
  socket.uncork();
}

export function serve(socket: Socket, protocol: Protocol): void {
  const framer = new Framer();
  const connection: Connection = { whenSent: undefined, isGone: false };
  const sent = () => {
    const { whenSent } = connection;
    connection.whenSent = undefined;
    whenSent?.();
  };
  let working = false;
  const work = async () => {
    if (working) return;
    working = true;
    try {
      for (let bytes = framer.next(); bytes; bytes = framer.next()) {
        const reply = await answer(protocol, bytes, connection);
        if (reply && !socket.destroyed) send(socket, reply, sent);
      }
    } catch {
      socket.destroy(); // nothing sensible can be read from here on
    }
    working = false;
  };
  socket.on('data', (chunk: Buffer) => {
    framer.add(chunk);
    void work();
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    connection.isGone = true;
    protocol.closed(connection);
  });
}
