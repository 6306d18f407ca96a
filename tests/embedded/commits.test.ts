// A transaction's number is spent once it is committed, and whoever asks again hears the same.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Document, Long, UUID } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbedded, type TestEngine } from '../support/embedded.ts';
import { message, sendCommand, socketOf } from '../support/wire.ts';

let engine: TestEngine;
const sockets: Socket[] = [];
beforeAll(async () => {
  engine = await startEmbedded();
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await engine.close();
});

const inTransaction = (id: UUID, command: Document): Document => ({
  ...command,
  ...{ lsid: { id }, txnNumber: Long.fromNumber(1), autocommit: false },
});
const commitOf = (id: UUID) => ({ ...inTransaction(id, { commitTransaction: 1 }), $db: 'admin' });
const insertOf = (id: UUID, _id: number) =>
  inTransaction(id, { insert: 'rows', documents: [{ _id }], startTransaction: true, $db: 'stegvis' });

/** On a connection that stays: when it goes, so does the transaction. */
const begin = async (id: UUID, _id: number) => {
  const socket = connect(socketOf(engine.uri));
  sockets.push(socket);
  socket.write(message(insertOf(id, _id)));
  await once(socket, 'data');
};
const found = async (_id: number) =>
  (await sendCommand(engine.uri, { find: 'rows', filter: { _id }, $db: 'stegvis' })).cursor.firstBatch.length;

test('a committed number cannot begin again, and holds up nobody who writes after', async () => {
  const id = new UUID();
  await begin(id, 1);
  expect(await sendCommand(engine.uri, commitOf(id))).toMatchObject({ ok: 1 });
  expect(await sendCommand(engine.uri, insertOf(id, 2))).toMatchObject({ ok: 0, code: 225 });
  const plain = { insert: 'rows', documents: [{ _id: 3 }], $db: 'stegvis' };
  expect(await sendCommand(engine.uri, plain)).toMatchObject({ n: 1 });
  expect([await found(1), await found(2), await found(3)]).toEqual([1, 0, 1]);
});

test('commits of one number that arrive together are all answered with ok', async () => {
  const id = new UUID();
  await begin(id, 4);
  const replies = await Promise.all(Array.from({ length: 8 }, () => sendCommand(engine.uri, commitOf(id))));
  expect(replies.map(({ ok }) => ok)).toEqual(Array(8).fill(1));
  expect(await found(4)).toBe(1);
});
