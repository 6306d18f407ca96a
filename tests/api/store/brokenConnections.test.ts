// A connection breaks at the very moment in which something is asked over it.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDatabaseAway } from '../../../server/store/away.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
const sockets = new Set<Socket>();
const remember = (message: unknown) => {
  if (message instanceof Object && 'socket' in message && message.socket instanceof Socket) sockets.add(message.socket);
};
const rows = () => mongoose.connection.collection<{ number: number; isNew?: boolean }>('broken');
/** As when the server's end was heard of, but not yet by the driver. */
const breakAll = () => {
  const open = [...sockets].filter(({ destroyed }) => !destroyed);
  for (const socket of open) socket.destroy();
  return open.length;
};

beforeAll(async () => {
  subscribe('net.client.socket', remember);
  database = await openTestDatabase();
});
afterAll(async () => {
  unsubscribe('net.client.socket', remember);
  await database.close();
});

test('what is asked in that moment is asked again, or fails as a database that is away: nothing waits for ever', async () => {
  await rows().insertMany([{ number: 1 }, { number: 2 }]);
  const ways = [
    () => rows().countDocuments(),
    () => rows().find().toArray(),
    () => rows().insertOne({ number: 3 }),
    () => rows().updateMany({}, { $set: { isNew: true } }),
    () => mongoose.connection.transaction((session) => rows().insertOne({ number: 4 }, { session })),
  ];
  for (const ask of ways) {
    await rows().countDocuments();
    expect(breakAll()).toBeGreaterThan(0);
    await ask().catch((error: unknown) => expect(isDatabaseAway(error)).toBe(true));
  }
  expect(await rows().distinct('number')).toEqual([1, 2, 3, 4]);
});
