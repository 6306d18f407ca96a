import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedDatabase, findOpenEmbedded, openEmbedded } from '../../server/embedded/engine.ts';

let dir: string;
const opened: EmbeddedDatabase[] = [];
const children: ChildProcess[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'durable-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const engine of opened.splice(0)) await engine.close();
  await rm(dir, { recursive: true, force: true });
});

async function open(): Promise<EmbeddedDatabase> {
  const engine = await openEmbedded({ dir });
  opened.push(engine);
  return engine;
}

async function withCollection<T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await new MongoClient(uri).connect();
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

const rows = (client: MongoClient) => client.db().collection<{ _id: number; a?: unknown }>('rows');

function startWriter(round: number): {
  child: ChildProcess;
  acknowledged: string[];
  reached(count: number): Promise<void>;
} {
  const script = join(import.meta.dirname, 'writer.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dir, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const acknowledged: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const reached = (count: number) =>
    new Promise<void>((resolve, reject) => {
      child.once('exit', () => reject(new Error('the writer ended by itself')));
      lines.on('line', (line) => {
        acknowledged.push(line);
        if (acknowledged.length >= count) resolve();
      });
    });
  return { child, acknowledged, reached };
}

test('documents, indexes and order survive closing and opening', async () => {
  const first = await open();
  await withCollection(first.uri, async (client) => {
    await rows(client).createIndex({ a: 1 }, { unique: true });
    await rows(client).insertMany([{ _id: 3, a: 'å' }, { _id: 1, a: [1, 2] }, { _id: 2 }]);
  });
  await first.close();
  const second = await open();
  await withCollection(second.uri, async (client) => {
    expect(await rows(client).find({}).toArray()).toEqual([{ _id: 3, a: 'å' }, { _id: 1, a: [1, 2] }, { _id: 2 }]);
    await expect(rows(client).insertOne({ _id: 9, a: 'å' })).rejects.toMatchObject({ code: 11000 });
    await expect(rows(client).insertOne({ _id: 9, a: 2 })).rejects.toMatchObject({ code: 11000 });
    await rows(client).insertOne({ _id: 0, a: 5 });
    expect((await rows(client).find({}).toArray()).map(({ _id }) => _id)).toEqual([3, 1, 2, 0]);
  });
});

test('every acknowledged insert is there after kill -9 under eight writers, and none is half there', {
  timeout: 60_000,
}, async () => {
  const acknowledged: string[] = [];
  for (const round of [1, 2]) {
    const writer = startWriter(round);
    await writer.reached(150);
    const ended = once(writer.child, 'exit');
    writer.child.kill('SIGKILL');
    await ended;
    acknowledged.push(...writer.acknowledged);
  }
  const engine = await open();
  await withCollection(engine.uri, async (client) => {
    const collection = client.db('stegvis').collection<{ _id: string; payload: string }>('acknowledged');
    const stored = new Set((await collection.find({}).toArray()).map(({ _id }) => _id));
    expect(acknowledged.length).toBeGreaterThanOrEqual(300);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    const byIndex = await collection
      .find({ payload: { $gt: '' } })
      .sort({ payload: 1 })
      .toArray();
    expect(byIndex.length).toBe(stored.size);
    expect(byIndex.every(({ _id, payload }) => payload === `${_id}:${'x'.repeat(500)}`)).toBe(true);
  });
});

test('a folder in use is refused with one line that names the folder and the holder', async () => {
  await open();
  await expect(openEmbedded({ dir })).rejects.toThrow(
    new RegExp(`^The data folder ${dir} is in use by process ${process.pid}: .+$`),
  );
});

test('another process finds the open engine, writes through it, and cannot open the folder itself', async () => {
  const writer = startWriter(0);
  await writer.reached(1);
  await expect(openEmbedded({ dir })).rejects.toThrow(`process ${writer.child.pid}`);
  const uri = await findOpenEmbedded(dir);
  expect(uri).toMatch(/^mongodb:\/\//);
  await withCollection(uri ?? '', async (client) => {
    await rows(client).insertOne({ _id: 1 });
    expect(await rows(client).countDocuments()).toBe(1);
  });
});

test('the lock and address of a dead process are taken over', async () => {
  const writer = startWriter(0);
  await writer.reached(1);
  const ended = once(writer.child, 'exit');
  writer.child.kill('SIGKILL');
  await ended;
  expect(existsSync(join(dir, 'database.lock'))).toBe(true);
  expect(await findOpenEmbedded(dir)).toBeUndefined();
  const engine = await open();
  expect(await findOpenEmbedded(dir)).toBe(engine.uri);
});

test('a lock whose process number now belongs to another process is taken over', async () => {
  writeFileSync(
    join(dir, 'database.lock'),
    JSON.stringify({ pid: process.ppid, began: '1', socketPath: join(dir, 'none.sock') }),
  );
  await expect(open()).resolves.toBeDefined();
});

test('folder, socket and address are for this user alone, and gone after closing', async () => {
  const engine = await open();
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
  expect([
    mode(dir),
    mode(join(dir, 'database.uri')),
    mode(join(dir, 'database.sock')),
    mode(join(dir, 'database.lock')),
  ]).toEqual(['700', '600', '600', '600']);
  expect((await readFile(join(dir, 'database.uri'), 'utf8')).trim()).toBe(engine.uri);
  await engine.close();
  expect(['database.uri', 'database.sock', 'database.lock'].filter((name) => existsSync(join(dir, name)))).toEqual([]);
});

test('a folder too deep for a socket path works all the same', async () => {
  const deep = join(dir, 'd'.repeat(60), 'e'.repeat(60));
  const engine = await openEmbedded({ dir: deep });
  opened.push(engine);
  expect(await findOpenEmbedded(deep)).toBe(engine.uri);
  await withCollection(engine.uri, async (client) => expect(await rows(client).countDocuments()).toBe(0));
});

test('a folder that cannot be made is one clear line', async () => {
  writeFileSync(join(dir, 'file'), '');
  await expect(openEmbedded({ dir: join(dir, 'file', 'data') })).rejects.toThrow(/^[^\n]*file[^\n]*$/);
});

test('a file that is no database is one clear line', async () => {
  writeFileSync(join(dir, 'database.mdb'), 'this is not a database'.repeat(1000));
  await expect(openEmbedded({ dir })).rejects.toThrow(/^[^\n]*database\.mdb[^\n]*$/);
  expect(existsSync(join(dir, 'database.lock'))).toBe(false);
});
