// backup beside a running product, and restore into another place: what goes in comes out.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BSON } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ItemComparison } from '../../../server/domain/surveys/items/item.ts';
import { putInBuiltInSurveys } from '../../../server/store/firstStart.ts';
import { currentVersion } from '../../../server/store/migrations/list.ts';
import { nativeDb } from '../../../server/store/native.ts';
import { keepMail } from '../../../server/store/outbox.ts';
import { insertPerson } from '../../../server/store/persons.ts';
import { readBackup } from '../../../server/transfer/backup/read.ts';
import { demonstrationProgrammes, putInProgramme } from '../../../server/transfer/demonstration.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { buildItem, buildQuestion, buildUser } from '../../support/factories.ts';
import { startProduct } from '../../support/product.ts';
import { type Ended, runCommand } from './command.ts';
import { makeFolder, removeFolders } from './exampleFolder.ts';
import { fileName, newDatabase, newFolder, removePlaces, type Settings } from './places.ts';

const other = process.env.TEST_DATABASE;
let database: TestDatabase;
const file = fileName('demonstration.backup');
/** Of a small programme, for what does not depend on what is in it. */
const small = fileName('small.backup');
let written: Ended;
let smallPlace: Settings & { DATA_DIR: string };

/** Every kind of value that is stored, and what JavaScript would lose of it. */
const awkward = [
  {
    _id: 'numbers',
    int: new BSON.Int32(1),
    long: new BSON.Long(1),
    double: new BSON.Double(1),
    zero: new BSON.Double(-0),
  },
  { _id: 'far', big: BSON.Long.fromString('9007199254740993'), none: new BSON.Double(Number.NaN), old: new Date(-1) },
  { _id: 'texts å 😀', empty: '', nothing: null, list: [[], [[1, 'a']], {}], object: {} },
  { _id: 'bytes', binary: new BSON.Binary(Buffer.from([0, 255])), uuid: new BSON.UUID(), id: new BSON.ObjectId() },
  new Map<string, unknown>([
    ['_id', 'order'],
    ['b', 1],
    [
      '2',
      new Map([
        ['y', 1],
        ['1', 2],
      ]),
    ],
    [
      '1',
      [
        new Map([
          ['a', 1],
          ['0', 2],
        ]),
      ],
    ],
  ]),
] as unknown as { _id: string }[];

/** Of the question bank: not one of those that a start puts in. */
const question = buildQuestion();
const reworded = buildQuestion({ title: { sv: 'Hur ofta ses ni? 😀', en: 'How often do you meet?' } });
const comparison: ItemComparison = { status: 'comparable', reasons: ['declared: Samma mening.'] };

const sealedText = 'sealed under the key that is lost';

beforeAll(async () => {
  database = await openTestDatabase();
  await putInBuiltInSurveys();
  for (const slug of demonstrationProgrammes) await putInProgramme(slug);
  await buildUser({ email: 'admin@example.org' });
  await buildItem({ name: 'own-meetings', source: { sv: 'Vår egen' }, question });
  await buildItem({ name: 'own-meetings', version: 2, note: 'Rakare.', question: reworded, comparison });
  await insertPerson('cresco-plus', 'p-sealed', { name: 'Namn Namnsson' });
  await keepMail({ to: 'someone@example.org', subject: 'Hej', text: 'Hej', language: 'sv' });
  // Sealed beside the answers; this text stands nowhere else.
  await nativeDb()
    .collection('responses')
    .updateOne({ survey: 'exit' }, { $set: { signatures: { consent: sealedText } } });
  await nativeDb().collection<{ _id: string }>('sampleTypes').insertMany(awkward, { forceServerObjectId: true });
  await nativeDb().collection<{ _id: string }>('limits').insertOne({ _id: 'counter' });
  await nativeDb().collection<{ _id: string }>('setupTokens').insertOne({ _id: 'token' });
  written = await backup(file);
  smallPlace = newFolder();
  expect(await runCommand('import', [makeFolder()], smallPlace)).toMatchObject({ code: 0, stderr: '' });
  expect(await backup(small, smallPlace)).toMatchObject({ code: 0, stderr: '' });
}, 240_000);
afterAll(async () => {
  await database.close();
  removeFolders();
  await removePlaces();
});

const backup = (to: string, settings: Settings = database.environment, ...more: string[]) =>
  runCommand('backup', [to, ...more], settings);
const restore = (from: string, settings: Settings, ...more: string[]) =>
  runCommand('restore', [from, ...more], settings);
const oneLine = (text: string) => {
  expect(text.trim().split('\n')).toHaveLength(1);
  return text;
};

/** Of the responses in a backup. */
async function signaturesIn(of: string): Promise<unknown[]> {
  const found: unknown[] = [];
  await readBackup(of, {
    documents: async (_name, documents) => {
      for (const each of documents) found.push(BSON.deserialize(each).signatures);
    },
  });
  return found.filter((each) => each !== undefined);
}

/** What `results` prints, but for the moment it was counted at. */
async function resultsOf(settings: Settings, slug = 'cresco-plus'): Promise<string> {
  const arguments_ = [slug, '--as', 'operator', '--by', 'gender,site,ageBand', '--format', 'json'];
  const { stdout, code } = await runCommand('results', arguments_, settings);
  expect(code).toBe(0);
  expect(stdout.match(/"computedAt": "[^"]+"/g)).toHaveLength(1);
  return stdout.replace(/"computedAt": "[^"]+"/, '');
}

test('a backup beside the running product is whole, for its owner alone, and says what is in it', async () => {
  const { code, stdout, stderr } = written;
  expect([code, stderr]).toEqual([0, '']);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ file, schemaVersion: currentVersion(), bytes: statSync(file).size });
  expect(report.collections).toMatchObject({
    enrolments: 971,
    sampleTypes: 5,
    users: 1,
    persons: 1,
    surveys: 4,
    items: 2,
  });
  const all = Object.values(report.collections as Record<string, number>).reduce((sum, each) => sum + each, 0);
  expect(report.documents).toBe(all);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(dirname(file)).filter((name) => name.endsWith('.part'))).toEqual([]);
}, 240_000);

test('sign-ins, set-up links, rate limits and the secret key are not in it, and no name can be read in it', async () => {
  const { stdout } = await backup(fileName('again.backup'));
  const carried = Object.keys(JSON.parse(stdout).collections);
  for (const name of ['sessions', 'setupTokens', 'limits', 'locks', 'instances', 'installation'])
    expect(carried).not.toContain(name);
  const { gunzipSync } = await import('node:zlib');
  const inside = gunzipSync(readFileSync(file).subarray(17, -32)).toString('latin1');
  expect(inside).toContain('p-sealed');
  expect(inside).not.toContain('Namnsson');
  expect(inside).not.toContain('someone@example.org');
  const key = join(database.dir, 'secret.key');
  expect(inside).not.toContain(readFileSync(key, 'latin1').trim());
}, 240_000);

test('restored into an empty folder the results are equal byte for byte, also of a backup of the restored', async () => {
  const place = newFolder(database.dir);
  const { code, stdout, stderr } = await restore(file, place);
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: currentVersion(), migratedTo: [], key: 'same' });
  for (const slug of demonstrationProgrammes)
    expect(await resultsOf(place, slug)).toBe(await resultsOf(database.environment, slug));
  await expectEqual(file, place);
}, 240_000);

/** Every document byte for byte: the sums that a backup ends with are of the bytes as they are stored. */
async function expectEqual(earlier: string, settings: Settings): Promise<void> {
  const later = fileName(`compare-${Math.random()}.backup`);
  expect((await backup(later, settings)).code).toBe(0);
  expect(await endOf(later)).toEqual(await endOf(earlier));
}
async function endOf(path: string): Promise<unknown> {
  const { gunzipSync } = await import('node:zlib');
  const inside = gunzipSync(readFileSync(path).subarray(17, -32));
  let last: Buffer = inside;
  for (let at = 0; at < inside.length; at += last.length + 1)
    last = inside.subarray(at + 1, at + 1 + inside.readInt32LE(at + 1));
  const { collections } = BSON.deserialize(last) as { collections: { name: string; documents: number }[] };
  expect(collections.length).toBeGreaterThan(5);
  return collections.filter(({ documents }) => documents > 0);
}

test.runIf(other)(
  'the same file goes into the other server and back, byte for byte (asked only where TEST_DATABASE names one)',
  async () => {
    const there = { ...newFolder(database.dir), MONGODB_URI: newDatabase(other ?? '') };
    expect(await restore(file, there)).toMatchObject({ code: 0, stderr: '' });
    expect(await resultsOf(there)).toBe(await resultsOf(database.environment));
    await expectEqual(file, there);
    const moved = fileName('moved.backup');
    expect((await backup(moved, there)).code).toBe(0);
    const back = newFolder(database.dir);
    expect(await restore(moved, back)).toMatchObject({ code: 0, stderr: '' });
    await expectEqual(file, back);
  },
  240_000,
);

test('an earlier file is not overwritten, and with --replace only by a whole one', async () => {
  const taken = fileName('taken.backup');
  writeFileSync(taken, 'precious');
  const refused = await backup(taken);
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(oneLine(refused.stderr)).toMatch(/taken\.backup is there already: .*--replace/);
  expect(readFileSync(taken, 'utf8')).toBe('precious');
  expect((await backup(taken, database.environment, '--replace')).code).toBe(0);
  expect(await endOf(taken)).toEqual(await endOf(file));
}, 240_000);

test('a place that can not be written, or a database with nothing in it, ends with one line and leaves nothing', async () => {
  const nowhere = await backup('/nowhere/at/all.backup');
  expect([nowhere.code, oneLine(nowhere.stderr)]).toEqual([
    1,
    expect.stringMatching(/all\.backup could not be written/),
  ]);
  const empty = await backup(fileName('empty.backup'), newFolder());
  expect([empty.code, oneLine(empty.stderr)]).toEqual([1, expect.stringMatching(/nothing to back up/)]);
  expect(readdirSync(dirname(file)).filter((name) => /empty|part/.test(name))).toEqual([]);
}, 240_000);

test('a restore needs an empty database or --replace, and changes nothing otherwise', async () => {
  const place = newFolder(smallPlace.DATA_DIR);
  expect((await restore(small, place)).code).toBe(0);
  const refused = await restore(file, place);
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(oneLine(refused.stderr)).toMatch(/another key/);
  const again = await restore(small, place);
  expect([again.code, again.stdout]).toEqual([1, '']);
  expect(oneLine(again.stderr)).toMatch(/not empty: add --replace .*Nothing was changed/);
  await expectEqual(small, place);
  expect(await restore(small, place, '--replace')).toMatchObject({ code: 0, stderr: '' });
  await expectEqual(small, place);
}, 240_000);

test('a restore is refused while a process works on the database, which is named', async () => {
  // The embedded database by its connection string is a server like any other.
  const settings = { ...newFolder(database.dir), MONGODB_URI: database.uri };
  const refused = await restore(file, settings, '--replace');
  expect(refused.code).toBe(1);
  expect(oneLine(refused.stderr)).toMatch(
    new RegExp(`in use by .* process ${process.pid}: stop it.*Nothing was changed`),
  );
  expect((await runCommand('results', ['cresco-plus'], settings)).code).toBe(0);
  if (other) return;
  const held = await restore(file, database.environment, '--replace');
  expect(held.code).toBe(1);
  expect(oneLine(held.stderr)).toMatch(new RegExp(`is in use by process ${process.pid}: stop it`));
}, 240_000);

test('a new place without a key is told to get it, and none is made', async () => {
  const place = newFolder();
  const { code, stdout, stderr } = await restore(small, place);
  expect([code, JSON.parse(stdout).key]).toEqual([0, 'absent']);
  expect(stderr).toMatch(/No secret key is here yet/);
  expect(existsSync(join(place.DATA_DIR, 'secret.key'))).toBe(false);
}, 240_000);

test('with another key the server does not start; results, which need no name, are counted', async () => {
  const place = { ...newFolder(), DEMO: 'off', LOG_LEVEL: 'silent' };
  expect((await restore(small, place)).code).toBe(0);
  const wrong = { ...place, SECRET_KEY: 'another key, of thirty-two characters and more' };
  const line =
    /SECRET_KEY \(or secret\.key in DATA_DIR\) is not the key that this database was sealed with: put that key back/;
  const refused = await startProduct({ ...wrong, MONGODB_URI: '' }, place.DATA_DIR).catch(
    (error: Error) => error.message,
  );
  expect(refused).toMatch(line);
  expect((await runCommand('results', ['example'], wrong)).code).toBe(0);
}, 240_000);

test('another key is refused before anything is changed; with --other-key all comes back but what only the key opens', async () => {
  const place = { ...newFolder(), SECRET_KEY: 'another key, of thirty-two characters and more' };
  const refused = await restore(file, place);
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(oneLine(refused.stderr)).toMatch(/sealed with another key than SECRET_KEY.*--other-key/);
  const { code, stdout } = await restore(file, place, '--other-key');
  expect([code, JSON.parse(stdout).key]).toEqual([0, 'lost']);
  const again = fileName('lost.backup');
  const { collections } = JSON.parse((await backup(again, place)).stdout);
  expect(collections).toMatchObject({ enrolments: 971, persons: 0, outbox: 0, users: 1 });
  expect(await signaturesIn(file)).toEqual([{ consent: sealedText }]);
  expect(await signaturesIn(again)).toEqual([]);
}, 240_000);

test('the question bank comes back with it: the restored product lists an own question and tells its history', async () => {
  const place = { ...newFolder(database.dir), DEMO: 'off', LOG_LEVEL: 'silent' };
  expect((await restore(file, place)).code).toBe(0);
  const product = await startProduct({ ...place, MONGODB_URI: '' }, place.DATA_DIR);
  try {
    const ask = async (path: string, init: RequestInit = {}) => {
      const reply = await fetch(`${product.address}/api${path}`, init);
      expect([path, reply.ok]).toEqual([path, true]);
      return reply.json();
    };
    const { email, password } = product.administrator;
    const headers = { 'content-type': 'application/json' };
    const { token } = await ask('/session', { method: 'POST', headers, body: JSON.stringify({ email, password }) });
    const signedIn = { headers: { authorization: `Bearer ${token}` } };
    const { items } = await ask('/items', signedIn);
    expect(items).toContainEqual(expect.objectContaining({ name: 'own-meetings', version: 2, question: reworded }));
    const { versions } = await ask('/items/own-meetings', signedIn);
    expect(versions).toMatchObject([
      { version: 1, source: { sv: 'Vår egen' }, question, comparison: null },
      { version: 2, note: 'Rakare.', question: reworded, comparison },
    ]);
  } finally {
    await product.stop();
  }
}, 240_000);

test.each(['backup', 'restore'])('%s --help says how it is used, and without a file it ends with 2', async (name) => {
  const help = await runCommand(name, ['--help'], newFolder());
  expect([help.code, help.stdout]).toEqual([0, expect.stringContaining(`npm run --silent ${name} -- FILE`)]);
  const missing = await runCommand(name, [], newFolder());
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringMatching(/^FILE is missing\n/)]);
});
