// Schema versions: applied once, whatever is killed and however many start, and never backwards.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { currentVersion } from '../../../server/store/migrations/list.ts';
import { migrate } from '../../../server/store/migrations/migrate.ts';
import { type NativeDb, nativeDb } from '../../../server/store/native.ts';
import { findSchemaVersion, listAppliedVersions } from '../../../server/store/schemaVersion.ts';
import { seededRandom } from '../../soak/random.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startProduct } from '../../support/product.ts';
import { runCommand } from '../commands/command.ts';
import { rowCount, testMigrations } from './testMigrations.ts';

const seed = 20261122;
/** A short run; KILLS=10 for a longer one. */
const kills = Number(process.env.KILLS ?? 3);
let database: TestDatabase;
let db: NativeDb;
beforeAll(async () => {
  database = await openTestDatabase();
  db = nativeDb();
});
afterAll(() => database.close());

/** Data of the base version, as a database before the first migration has it. */
beforeEach(async () => {
  for (const name of ['sampleRows', 'sampleTotals', 'schemaVersions', 'locks']) await db.collection(name).drop();
  const rows = Array.from({ length: rowCount }, (_, at) => ({ _id: `row-${at}`, minutes: at * 30 }));
  await db.collection<{ _id: string }>('sampleRows').insertMany(rows);
});

/** A server of MongoDB's kind may keep the open transaction of a process that died for a minute. */
const migrateHere = () => migrate({ list: testMigrations, leaseMs: 800, patienceMs: 90_000 });
const countDone = () => db.collection('sampleRows').countDocuments({ hours: { $exists: true } });
const versions = async () => (await listAppliedVersions(db)).map((each) => each.version);

async function expectMigrated(): Promise<void> {
  const applied = await listAppliedVersions(db);
  expect(applied.map(({ version, name }) => [version, name])).toEqual([
    [1, 'base'],
    [2, 'hours'],
    [3, 'total'],
  ]);
  for (const { at } of applied) expect(Math.abs(Date.now() - at.getTime())).toBeLessThan(600_000);
  const rows = await db.collection('sampleRows').find().toArray();
  expect(rows.filter((row) => row.hours !== row.minutes / 60)).toEqual([]);
  expect(await db.collection('sampleTotals').find().toArray()).toEqual([
    { _id: 'all', hours: ((rowCount - 1) * rowCount) / 4 },
  ]);
}

interface Migrating {
  child: ChildProcess;
  printed(): string;
  began: Promise<void>;
  ended: Promise<unknown>;
}
function startMigrating(): Migrating {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/api/store/migratingProcess.ts'], {
    env: { PATH: process.env.PATH ?? '', MONGODB_URI: database.uri },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const began = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('begins')) resolve();
    });
  });
  return { child, printed: () => printed, began, ended: once(child, 'close') };
}
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('an empty database has the current version at once, and no migration runs on it', async () => {
  await db.collection('sampleRows').drop();
  expect(await migrateHere()).toEqual([]);
  expect((await listAppliedVersions(db)).map(({ version, name }) => [version, name])).toEqual([[3, 'total']]);
  expect(await db.collection('sampleTotals').find().toArray()).toEqual([]);
});

test('data without a version is of the base version; each migration runs once, and a second start runs none', async () => {
  expect(await migrateHere()).toEqual([2, 3]);
  await expectMigrated();
  expect(await migrateHere()).toEqual([]);
  await expectMigrated();
});

test('kill -9 in the middle of a migration, anywhere: the next start finishes it, applied once', async () => {
  const random = seededRandom(seed);
  let inTheMiddle = 0;
  for (let tries = 0; tries < kills; tries++) {
    await db.collection('sampleRows').updateMany({}, { $unset: { hours: 1 } });
    for (const name of ['sampleTotals', 'schemaVersions', 'locks']) await db.collection(name).drop();
    const { child, began, ended } = startMigrating();
    await began;
    const enough = random() * 0.6 * rowCount;
    while ((await countDone()) < enough) await pause(5);
    child.kill('SIGKILL');
    await ended;
    const done = await countDone();
    if (done > 0 && done < rowCount) inTheMiddle++;
    await migrateHere();
    await expectMigrated();
  }
  // Were the kills before or after the work, nothing would be shown.
  expect(inTheMiddle).toBeGreaterThanOrEqual(1);
}, 600_000);

test('of two processes that start at once one migrates; the other waits for it and goes on', async () => {
  const two = [startMigrating(), startMigrating()];
  await Promise.all(two.map(({ ended }) => ended));
  const said = two.map(({ printed }) => printed().split('\n')[1]).sort();
  expect(said).toEqual(['applied [2,3]', 'applied []']);
  await expectMigrated();
}, 60_000);

test('a process that was paused for longer than its lease finds that another has taken over', async () => {
  const { child, began, ended, printed } = startMigrating();
  await began;
  while ((await countDone()) === 0) await pause(5);
  child.kill('SIGSTOP');
  expect(await migrateHere()).toEqual([2, 3]);
  child.kill('SIGCONT');
  await ended;
  expect(printed()).toMatch(/failed The work on the database \(schema\) was interrupted.*: start it again/);
  await expectMigrated();
}, 60_000);

test('a process that waits too long for another ends with one line that names it', async () => {
  const later = new Date(Date.now() + 60_000);
  await db
    .collection<{ _id: string; holder: string; until: Date }>('locks')
    .insertOne({ _id: 'schema', holder: 'host process 7 x', until: later });
  const waiting = migrate({ list: testMigrations, leaseMs: 800, patienceMs: 500 });
  await expect(waiting).rejects.toThrow(/^The database is held by host process 7 \(schema\).*try again/);
  expect(await versions()).toEqual([]);
});

test('a database newer than the program stops a start and every command with one line, and is not touched', async () => {
  await db.collection<{ _id: string }>('schemaVersions').insertOne({ _id: '99', version: 99, name: 'later' } as never);
  const line =
    /The database has schema version 99, this program knows up to \d+: install the newer program, or restore a backup/;
  const settings = { ...database.environment, MONGODB_URI: database.uri };
  const refused = await startProduct({ ...settings, DEMO: 'off' }, database.dir).catch((error: Error) => error.message);
  expect(refused).toMatch(line);
  for (const [name, ...rest] of [
    ['results', 'any'],
    ['import', 'surveys/programmes/cresco-plus'],
    ['backup', '/tmp/never.backup'],
  ]) {
    const { code, stdout, stderr } = await runCommand(name ?? '', rest, settings);
    expect([name, code, stdout]).toEqual([name, 1, '']);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(line)]);
  }
  expect(await versions()).toEqual([99]);
  expect(await countDone()).toBe(0);
}, 90_000);

test('what was started on is recorded: this program stamps a new database with its version', async () => {
  await db.collection('sampleRows').drop();
  await migrate();
  expect(await findSchemaVersion(db)).toBe(currentVersion());
});
