// What restore makes of files that are not whole, and what is left when it is killed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BSON, MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkBackup } from '../../../server/transfer/backup/restore.ts';
import { seededRandom } from '../../soak/random.ts';
import { startProduct } from '../../support/product.ts';
import { runCommand } from './command.ts';
import { makeFolder, removeFolders } from './exampleFolder.ts';
import { fileName, newFolder, removePlaces, type Settings } from './places.ts';

const seed = 7;
const file = fileName('whole.backup');
const place = newFolder();
let whole: Buffer;
beforeAll(async () => {
  expect(await runCommand('import', [makeFolder()], place)).toMatchObject({ code: 0, stderr: '' });
  expect(await runCommand('backup', [file], place)).toMatchObject({ code: 0, stderr: '' });
  whole = readFileSync(file);
}, 240_000);
afterAll(async () => {
  removeFolders();
  await removePlaces();
});

/** What is said of these bytes as a backup; undefined when they are taken for a whole one. */
async function saidOf(bytes: Uint8Array): Promise<string | undefined> {
  const path = fileName('changed.backup');
  writeFileSync(path, bytes);
  return checkBackup(path).then(
    () => undefined,
    (error: Error) => error.message,
  );
}
const damageLine =
  /^\S*changed\.backup is (damaged or cut short \([^\n]+\): restore another backup|no backup of Stegvis, [^\n]+|in the format of another release: [^\n]+)$/;

test('the whole file is taken, and each of 150 files with one bit turned is refused by name', async () => {
  expect(await saidOf(whole)).toBeUndefined();
  const random = seededRandom(seed);
  for (let tries = 0; tries < 150; tries++) {
    const bytes = Buffer.from(whole);
    // The first tries go through the beginning and the end, which are read otherwise than the rest.
    const at = tries < 20 ? tries : tries < 40 ? bytes.length - 1 - (tries - 20) : Math.floor(random() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    expect([at, await saidOf(bytes)]).toEqual([at, expect.stringMatching(damageLine)]);
  }
}, 240_000);

test('a file cut anywhere, with something added, empty, or of another kind is refused by name', async () => {
  const random = seededRandom(seed);
  const lengths = [0, 1, 16, 17, 18, 48, 49, 50, whole.length - 33, whole.length - 32, whole.length - 1];
  for (let tries = 0; tries < 30; tries++) lengths.push(Math.floor(random() * whole.length));
  for (const length of lengths)
    expect([length, await saidOf(whole.subarray(0, length))]).toEqual([length, expect.stringMatching(damageLine)]);
  for (const other of [Buffer.concat([whole, Buffer.from('x')]), readFileSync('package.json'), gzipSync('something')])
    expect(await saidOf(other)).toMatch(damageLine);
  await expect(checkBackup(fileName('absent.backup'))).rejects.toThrow(/absent\.backup can not be read/);
  await expect(checkBackup(place.DATA_DIR)).rejects.toThrow(/can not be read/);
});

interface Part {
  kind: string;
  fields: Record<string, unknown>;
  bytes: Buffer;
}
function partsOf(bytes: Buffer): Part[] {
  const inside = gunzipSync(bytes.subarray(17, -32));
  const parts: Part[] = [];
  for (let at = 0; at < inside.length; ) {
    const end = at + 1 + inside.readInt32LE(at + 1);
    const document = inside.subarray(at + 1, end);
    parts.push({ kind: String.fromCharCode(inside[at] ?? 0), fields: BSON.deserialize(document), bytes: document });
    at = end;
  }
  return parts;
}
/** A file with these parts whose checksum is right. */
function fileOf(parts: readonly Part[]): Buffer {
  const inside = Buffer.concat(parts.flatMap(({ kind, bytes }) => [Buffer.from(kind), bytes]));
  const body = Buffer.concat([whole.subarray(0, 17), gzipSync(inside)]);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}
const changed = (part: Part, fields: object): Part => {
  const all = { ...part.fields, ...fields };
  return { ...part, fields: all, bytes: Buffer.from(BSON.serialize(all)) };
};

test('a file with a right checksum and wrong contents is refused all the same', async () => {
  const parts = partsOf(whole);
  const [header, collection] = parts;
  const document = parts.find(({ kind }) => kind === 'D');
  const end = parts.at(-1);
  if (!header || !collection || !document || !end) throw new Error('parts are missing');
  expect(await saidOf(fileOf(parts))).toBeUndefined();
  const without = (gone: Part) => parts.filter((each) => each !== gone);
  const wrong: Record<string, Part[]> = {
    'no end': without(end),
    'no header': without(header),
    'a document less': without(document),
    'a document twice': parts.flatMap((each) => (each === document ? [each, each] : [each])),
    'a document changed': parts.map((each) => (each === document ? changed(each, { more: 1 }) : each)),
    'something after the end': [...parts, document],
    'two headers': [header, ...parts],
    'a document of no collection': [header, document, ...parts.slice(1)],
    'a collection of the server': parts.map((each) =>
      each === collection ? changed(each, { name: 'system.users' }) : each,
    ),
    'a header without a version': [changed(header, { schemaVersion: 'x' }), ...parts.slice(1)],
    'a part of an unknown kind': parts.map((each) => (each === document ? { ...each, kind: 'Z' } : each)),
    'an impossible length': parts.map((each) => (each === document ? { ...each, bytes: Buffer.alloc(9, 0xff) } : each)),
    nothing: [],
  };
  for (const [name, changedParts] of Object.entries(wrong))
    expect([name, await saidOf(fileOf(changedParts))]).toEqual([name, expect.stringMatching(damageLine)]);
});

const run = (name: string, arguments_: string[], settings: Settings = place) => runCommand(name, arguments_, settings);
const count = async (settings: Settings) =>
  JSON.parse((await run('backup', [fileName(`count-${Math.random()}.backup`)], settings)).stdout).documents as number;

test('the command refuses a damaged and a newer file with one line, and the database stays as it was', async () => {
  const before = await count(place);
  const parts = partsOf(whole);
  const [header] = parts;
  if (!header) throw new Error('no header');
  const damaged = Buffer.from(whole);
  damaged[100] = (damaged[100] ?? 0) ^ 1;
  const newer = fileOf([changed(header, { schemaVersion: 99, productVersion: '9.9.9' }), ...parts.slice(1)]);
  for (const [bytes, line] of [
    [damaged, /damaged or cut short \(its checksum does not match\)/],
    [
      newer,
      /comes from Stegvis 9\.9\.9 with schema version 99, this program knows up to \d+: install the newer program/,
    ],
  ] as const) {
    const path = fileName('refused.backup');
    writeFileSync(path, bytes);
    const { code, stdout, stderr } = await run('restore', [path, '--replace']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(line)]);
    expect(stderr).toContain(path);
  }
  expect(await count(place)).toBe(before);
}, 240_000);

/** Kills a restore a while after it began to change something. */
async function killedRestore(settings: Settings & { DATA_DIR: string }, wait: number): Promise<void> {
  const child = spawn(process.execPath, ['server/run.mjs', 'restore', file, '--replace'], {
    env: { PATH: process.env.PATH ?? '', ...settings },
    stdio: 'ignore',
  });
  const ended = once(child, 'close');
  await changing(settings.DATA_DIR, child);
  await new Promise((resolve) => setTimeout(resolve, wait));
  child.kill('SIGKILL');
  await ended;
}

/** Resolves when the database says of itself that it is being restored, or the process has ended. */
async function changing(folder: string, child: { exitCode: number | null }): Promise<void> {
  let client: MongoClient | undefined;
  while (child.exitCode === null) {
    try {
      client ??= await MongoClient.connect(readFileSync(join(folder, 'database.uri'), 'utf8').trim(), {
        serverSelectionTimeoutMS: 300,
      });
      if (await client.db('stegvis').collection<{ _id: string }>('installation').findOne({ _id: 'restoring' })) break;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  // The one that is killed can answer no more.
  void client?.close(true).catch(() => undefined);
}

test('after kill -9 in a restore a start and every command say so in one line, and restoring again heals', async () => {
  const random = seededRandom(seed);
  const settings = newFolder(place.DATA_DIR);
  const expected = await count(place);
  expect((await run('restore', [file], settings)).code).toBe(0);
  let half = 0;
  for (let tries = 0; tries < 4; tries++) {
    await killedRestore(settings, random() * 120);
    const { code, stdout, stderr } = await run('results', ['example'], settings);
    if (code === 0) {
      // It was killed when all was done already.
      expect(stdout).toContain('Exempel');
      expect(await count(settings)).toBe(expected);
      continue;
    }
    half++;
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/half restored: the restore of \S+whole\.backup .*Restore again: npm run restore -- FILE/),
    ]);
  }
  expect(half).toBeGreaterThanOrEqual(2);
  await killedRestore(settings, 0);
  const refused = await startProduct({ DEMO: 'off', MONGODB_URI: '' }, settings.DATA_DIR).catch(
    (error: Error) => error.message,
  );
  expect(refused).toMatch(/Stegvis did not start\. The database is half restored/);
  const backup = await run('backup', [fileName('half.backup')], settings);
  expect([backup.code, backup.stderr]).toEqual([1, expect.stringMatching(/half restored/)]);
  // Without --replace: there is nothing whole that could be lost.
  expect(await run('restore', [file], settings)).toMatchObject({ code: 0, stderr: '' });
  expect(await count(settings)).toBe(expected);
  expect((await run('results', ['example'], settings)).code).toBe(0);
}, 240_000);
