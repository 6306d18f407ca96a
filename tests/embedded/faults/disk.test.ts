// A disk that is full: a file system of eight megabytes, in memory, which only root may make.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedDatabase, openEmbedded } from '../../../server/embedded/engine.ts';

interface Row {
  _id: string;
  filler?: string;
}

const megabyte = 1 << 20;
const full = { code: 14031, codeName: 'OutOfDiskSpace', message: expect.stringMatching(/^The disk is full: [^\n]+$/) };
const filler = (bytes: number) => 'x'.repeat(bytes);
const disk = mkdtempSync(join(tmpdir(), 'disk-'));
const dir = join(disk, 'data');
const ballast = join(disk, 'ballast');
const mount = () => spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]).status === 0;
const unmount = () => spawnSync('umount', [disk]).status === 0;
const isPossible = mount() && unmount();
/** The name of one that is not run says why. */
const onSmallDisk = (name: string, run: () => Promise<void>) =>
  isPossible ? test(name, run) : test.skip(`${name} (asked only of root: a small file system is mounted)`, run);

let engine: EmbeddedDatabase;
let client: MongoClient;
const rows = () => client.db().collection<Row>('rows');
const ids = async () => (await rows().find({}).toArray()).map(({ _id }) => _id).toSorted();

async function open(): Promise<void> {
  engine = await openEmbedded({ dir });
  client = await new MongoClient(engine.uri, { maxPoolSize: 16 }).connect();
}

async function close(): Promise<void> {
  await client.close();
  await engine.close();
}

beforeEach(async () => {
  if (!isPossible) return;
  expect(mount()).toBe(true);
  await open();
});
afterEach(async () => {
  if (!isPossible) return;
  await close();
  unmount();
});
afterAll(() => rmSync(disk, { recursive: true, force: true }));

/** Writes from 16 connections until each has been refused. */
async function fill(): Promise<{ acknowledged: string[]; refused: unknown[] }> {
  const acknowledged: string[] = [];
  const refused: unknown[] = [];
  const writer = async (number: number) => {
    for (let i = 0; ; i++) {
      const _id = `${number}-${i}`;
      try {
        await rows().insertOne({ _id, filler: filler(1000 + ((number * 7919 + i * 104_729) % 60_000)) });
        acknowledged.push(_id);
      } catch (error) {
        refused.push(error);
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, number) => writer(number)));
  return { acknowledged, refused };
}

onSmallDisk(
  'writes to a full disk are refused, all acknowledged ones are there, no other, also after a restart',
  async () => {
    const { acknowledged, refused } = await fill();
    for (const error of refused) expect(error).toMatchObject(full);
    expect(refused).toHaveLength(16);
    expect(acknowledged.length).toBeGreaterThan(16);
    expect(await ids()).toEqual(acknowledged.toSorted());
    await client.close();
    await engine.close();
    rmSync(ballast, { force: true });
    spawnSync('mount', ['-o', 'remount,size=16m', disk]);
    await open();
    expect(await ids()).toEqual(acknowledged.toSorted());
    for (const _id of acknowledged) expect(await rows().countDocuments({ _id })).toBe(1);
  },
);

onSmallDisk('when there is room again, writing goes on in the same process', async () => {
  await rows().createIndex({ filler: 1 });
  await rows().insertOne({ _id: 'first', filler: 'small' });
  writeFileSync(ballast, Buffer.alloc(6 * megabyte));
  await expect(rows().insertOne({ _id: 'large', filler: filler(4 * megabyte) })).rejects.toMatchObject(full);
  expect(await ids()).toEqual(['first']);
  rmSync(ballast);
  await rows().insertOne({ _id: 'large', filler: filler(4 * megabyte) });
  await rows().updateOne({ _id: 'first' }, { $set: { filler: 'changed' } });
  expect(await ids()).toEqual(['first', 'large']);
  expect(await rows().findOne({ filler: 'changed' })).toMatchObject({ _id: 'first' });
});

onSmallDisk('a transaction that finds the disk full at its commit leaves nothing, and others may write', async () => {
  await rows().insertOne({ _id: 'first' });
  writeFileSync(ballast, Buffer.alloc(6 * megabyte));
  const session = client.startSession();
  session.startTransaction();
  await rows().updateOne({ _id: 'first' }, { $set: { filler: 'in vain' } }, { session });
  await rows().insertOne({ _id: 'large', filler: filler(4 * megabyte) }, { session });
  await expect(session.commitTransaction()).rejects.toMatchObject(full);
  await session.endSession();
  expect(await rows().find({}).toArray()).toEqual([{ _id: 'first' }]);
  rmSync(ballast);
  await rows().insertOne({ _id: 'later' });
  expect(await ids()).toEqual(['first', 'later']);
});

onSmallDisk('a start on a full disk is one line that names the folder', async () => {
  await close();
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(ballast, Buffer.alloc(Math.min(bavail * bsize, 8 * megabyte)));
  await expect(openEmbedded({ dir })).rejects.toThrow(
    new RegExp(`^The disk that holds ${dir} is full \\(0 KB are free\\): free at least 1 MB and start again$`),
  );
  rmSync(ballast);
  await open();
});
