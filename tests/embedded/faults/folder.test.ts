// One data folder, several processes.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { FolderInUse, findOpenEmbedded, openEmbedded } from '../../../server/embedded/engine.ts';
import { takeLock } from '../../../server/embedded/storage/lock.ts';
import { endWaitingOnBrokenConnections } from '../../../server/store/brokenConnections.ts';
import { type Child, killChildren, startChild } from './child.ts';

/** A short run; STARTS=20 for a longer one. */
const starts = Number(process.env.STARTS ?? 5);
let dir: string;

beforeAll(endWaitingOnBrokenConnections);
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'folder-'));
});
afterEach(() => {
  killChildren();
  rmSync(dir, { recursive: true, force: true });
});

const lockFiles = () => readdirSync(dir).filter((name) => name.startsWith('database.lock'));

/** As a process leaves it that died, or that died in the middle of writing it. */
const leaveStaleLock = (round: number) =>
  writeFileSync(
    join(dir, 'database.lock'),
    round % 2 ? JSON.stringify({ pid: 2 ** 22 + round, began: '1', socketPath: join(dir, 'none.sock') }) : '',
  );

test('of two starts at the same moment exactly one gets the folder, and the other is told who has it', async () => {
  const both = await Promise.all([startChild('opener.ts', dir), startChild('opener.ts', dir)]);
  for (let round = 0; round < starts; round++) {
    if (round % 3 > 0) leaveStaleLock(round);
    const said = await Promise.all(both.map((child) => child.ask('open')));
    expect(said.toSorted()[0]).toBe('opened');
    const holder = both[said.indexOf('opened')] as Child;
    expect(said.toSorted()[1]).toBe(
      `refused: The data folder ${dir} is in use by process ${holder.pid}: stop it, or choose another DATA_DIR`,
    );
    await Promise.all(both.map((child) => child.ask('close')));
    expect(lockFiles()).toEqual([]);
  }
}, 60_000);

test('of eight that find the lock of a dead process, one takes it over', async () => {
  for (let round = 0; round < 50; round++) {
    leaveStaleLock(round);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(dir, join(dir, 'none.sock'))));
    const taken = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(taken).toHaveLength(1);
    expect(refused.every((error) => error instanceof FolderInUse)).toBe(true);
    expect(lockFiles()).toEqual(['database.lock']);
    taken[0]?.();
    expect(lockFiles()).toEqual([]);
  }
});

test('the folder of a killed process opens at once, and a lock is given back only by the one whose it is', async () => {
  const child = await startChild('opener.ts', dir);
  expect(await child.ask('open')).toBe('opened');
  await child.kill();
  const release = await takeLock(dir, join(dir, 'none.sock'));
  writeFileSync(join(dir, 'database.lock'), 'of somebody else');
  release();
  expect(lockFiles()).toEqual(['database.lock']);
});

test('closing waits for guests, who go on writing, over new connections too; nobody joins any more', async () => {
  const engine = await openEmbedded({ dir });
  const guest = await new MongoClient(engine.uri).connect();
  await guest.db().collection('rows').insertOne({ before: 1 });
  let isClosed = false;
  const closed = engine.close(30_000).then(() => {
    isClosed = true;
  });
  expect(await findOpenEmbedded(dir)).toBeUndefined();
  await Promise.all(
    Array.from({ length: 8 }, (_, after) => guest.db().collection<{ after: number }>('rows').insertOne({ after })),
  );
  expect(await guest.db().collection('rows').countDocuments()).toBe(9);
  expect(isClosed).toBe(false);
  await guest.close();
  await closed;
  expect(lockFiles()).toEqual([]);
});

test('a guest who stays does not hold up the closing for longer than allowed', async () => {
  const engine = await openEmbedded({ dir });
  const guest = await new MongoClient(engine.uri, { serverSelectionTimeoutMS: 500 }).connect();
  const began = Date.now();
  await engine.close(300);
  expect(Date.now() - began).toBeLessThan(10_000);
  await expect(guest.db().collection('rows').countDocuments()).rejects.toThrow();
  await guest.close();
});
