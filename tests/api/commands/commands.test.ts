import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { results as resultsShape } from '../../../server/contract/results.ts';
import { findEnrolment } from '../../../server/store/enrolments.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { runCommand } from './command.ts';
import { exampleFiles, makeFolder, removeFolders } from './exampleFolder.ts';

// The database is open in this process, as it is in a running server: the commands work beside it.
let database: TestDatabase;
const out = mkdtempSync(join(tmpdir(), 'stegvis-out-'));
beforeAll(async () => {
  database = await openTestDatabase();
  const imported = await runCommand('import', [makeFolder()], database.environment);
  expect(imported).toMatchObject({ code: 0, stderr: '' });
});
afterAll(async () => {
  removeFolders();
  rmSync(out, { recursive: true, force: true });
  await database.close();
});
const run = (name: string, ...arguments_: string[]) => runCommand(name, arguments_, database.environment);

test('import prints what became of each file and ends with 1 when a row was refused', async () => {
  const bad = `${exampleFiles['activity.csv']}e1,2023-02-31,5\n`;
  const { code, stdout } = await run('import', makeFolder({ 'activity.csv': bad }));
  const reconciliation = JSON.parse(stdout);
  expect(code).toBe(1);
  expect(reconciliation.programme).toBe('example');
  expect(reconciliation.files.find((each: { file: string }) => each.file === 'activity.csv')).toEqual({
    ...{ file: 'activity.csv', read: 3, stored: 0, updated: 0, unchanged: 2 },
    rejected: [{ row: 4, reason: 'date: "2023-02-31" is not a day; write it as 2025-06-30' }],
  });
});

test('what a command stores beside the server is there for the server at once', async () => {
  const folder = makeFolder({ 'enrolments.csv': 'enrolment,person,site,start\nbeside,p7,ostad,2024-01-01\n' });
  expect((await run('import', folder)).code).toBe(0);
  expect(await findEnrolment('example', 'beside')).toMatchObject({ person: 'p7' });
});

test('results as JSON have the shape of the route, unrounded', async () => {
  const { code, stdout } = await run('results', 'example', '--as', 'operator', '--by', 'gender', '--format', 'json');
  const results = resultsShape.parse(JSON.parse(stdout));
  expect(code).toBe(0);
  expect(results).toMatchObject({ programme: 'example', as: 'operator' });
  expect(results.goals[0]).toMatchObject({ id: 'work', value: 2 / 3, numerator: 2, denominator: 3, status: 'met' });
  expect(results.goals[0]?.groups).toContainEqual(expect.objectContaining({ by: { gender: 'man' }, value: 0 }));
});

test('results for people are in Swedish, rounded, with sites by their titles', async () => {
  const { stdout } = await run('results', 'example', '--as', 'operator', '--by', 'site');
  const text = stdout.replaceAll('\u00a0', ' ');
  expect(text).toContain('# Exempel');
  expect(text).toMatch(/\| I arbete \| minst 50 % \| 66,7 % \| 2 av 3 \| {2}\| 20,8 % till 93,9 % \| ✓ uppnått \|/);
  expect(text).toMatch(/\| Progression \| över 0 \| 1,00 \| 2 \|/);
  expect(text).toMatch(/\| Material \| ja \| – \|.*✎ bedömt \| uppnått \(evaluator, 2025-06-01\) \|/);
  expect(text).toMatch(/\| Östad \|.*50,0 % \| 1 av 2/);
  expect(text.indexOf('| Älvik')).toBeLessThan(text.indexOf('| Östad'));
});

test('results as CSV have one line a goal and group', async () => {
  const { stdout } = await run('results', 'example', '--as', 'operator', '--by', 'gender', '--format', 'csv');
  const lines: Record<string, string>[] = parse(stdout, { columns: true });
  expect(
    lines.filter((line) => line.goal === 'work').map((line) => [line.group, line.numerator, line.denominator]),
  ).toEqual([
    ['', '2', '3'],
    ['gender=woman', '2', '2'],
    ['gender=man', '0', '1'],
  ]);
});

test('without --as the small groups are hidden, in every format', async () => {
  const { stdout } = await run('results', 'example', '--by', 'gender', '--format', 'json');
  const { as, goals } = resultsShape.parse(JSON.parse(stdout));
  expect(as).toBe('evaluator');
  expect(goals[0]).toEqual(expect.objectContaining({ id: 'work', suppressed: true, status: null }));
  expect(goals[0]).not.toHaveProperty('value');
  expect((await run('results', 'example')).stdout).toMatch(/\| I arbete \| {2}\| dolt \|/);
});

test('a coordinator sees the own site alone; an operator may filter', async () => {
  const own = await run('results', 'example', '--as', 'coordinator:ostad', '--format', 'json');
  expect(JSON.parse(own.stdout)).toMatchObject({
    as: 'coordinator:ostad',
    goals: [{ id: 'work', numerator: 1, denominator: 2 }, {}, {}, {}, {}],
  });
  const women = await run(
    'results',
    'example',
    '--as',
    'operator',
    '--where',
    "{gender} = 'woman'",
    '--format',
    'json',
  );
  expect(JSON.parse(women.stdout).goals[0]).toMatchObject({ numerator: 2, denominator: 2 });
});

test('export writes the folder and import takes it back unchanged', async () => {
  const folder = join(out, 'exported');
  expect(JSON.parse((await run('export', 'example', folder)).stdout)).toMatchObject({ programme: 'example', folder });
  const again = JSON.parse((await run('import', folder)).stdout);
  for (const { file, read, unchanged } of again.files) expect({ file, unchanged }).toEqual({ file, unchanged: read });
});

test('export --format writes tables for statisticians, under keys of their own, and again in place of the former', async () => {
  const folder = join(out, 'data');
  const { files } = JSON.parse((await run('export', 'example', folder, '--format', 'all')).stdout);
  const names = files.map((each: { file: string }) => each.file);
  for (const name of ['codebook.csv', 'exit.csv', 'exit.xlsx', 'exit.sav', 'exit.R', 'exit.sps', 'treatment.csv'])
    expect(names).toContain(name);
  const first = readFileSync(join(folder, 'enrolments.csv'), 'utf8');
  expect(first).not.toMatch(/\be1\b|\bp1\b/);
  expect((await run('export', 'example', folder, '--format', 'csv')).code).toBe(0);
  expect(readdirSync(folder)).not.toContain('exit.sav');
  expect(readFileSync(join(folder, 'enrolments.csv'), 'utf8')).not.toBe(first);
  const folderFormat = await run('export', 'example', folder);
  expect([folderFormat.code, folderFormat.stderr]).toEqual([1, expect.stringMatching(/is not empty/)]);
});

test.each([
  ['results', ['nowhere'], 1, /no programme "nowhere"; there are example/],
  ['results', ['example', '--as', 'boss'], 2, /--as is "boss"/],
  ['results', ['example', '--as', 'coordinator:nowhere'], 2, /sites are ostad, alvik/],
  ['results', ['example', '--format', 'pdf'], 2, /--format is "pdf"/],
  ['results', ['example', '--by', 'shoeSize'], 1, /"shoeSize" is not one of gender/],
  ['results', ['example', '--as', 'operator', '--where', '{gender} ='], 1, /where/],
  ['results', ['example', '--as', 'operator', '--where', "{gendr} = 'x'"], 1, /gendr/],
  ['results', ['example', '--where', "{gender} = 'woman'"], 1, /those who may see individuals/],
  ['results', [], 2, /PROGRAMME is missing/],
  ['results', ['example', '--colour'], 2, /--colour/],
  ['import', ['/nowhere'], 2, /no programme\.json/],
  ['export', ['example'], 2, /FOLDER is missing/],
  ['export', ['example', '/tmp/never', '--format', 'doc'], 2, /--format doc: use csv, xlsx, sav or all/],
  ['export', ['example', '/tmp/never', '--language', 'fi'], 2, /--language fi: use sv or en/],
  ['export', ['nowhere', '/tmp/never'], 1, /no programme "nowhere"/],
])('%s %j ends with %i and says why, on one line before the usage', async (name, arguments_, code, message) => {
  const ended = await run(name, ...arguments_);
  expect(ended).toMatchObject({ code, stdout: '' });
  expect(ended.stderr.split('\n')[0]).toMatch(message);
});

test.each(['import', 'results', 'export'])('%s --help says how it is used', async (name) => {
  const ended = await run(name, '--help');
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toMatch(new RegExp(`^Usage: npm run --silent ${name} -- `));
});

test('a wrong setting stops a command with one line that names it', async () => {
  const ended = await runCommand('results', ['example'], { ...database.environment, LOG_LEVEL: 'loud' });
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/^LOG_LEVEL is "loud".*\n$/);
});

test('a database that does not answer stops a command with one line that names MONGODB_URI', async () => {
  const environment = { ...database.environment, MONGODB_URI: 'mongodb://127.0.0.1:1/none?replicaSet=rs0' };
  const ended = await runCommand('results', ['example'], environment);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/^MONGODB_URI: no database answers there .*\n$/);
});

test('the commands also work when no server runs', async () => {
  const alone = { DATA_DIR: join(out, 'alone') };
  expect((await runCommand('import', [makeFolder()], alone)).code).toBe(0);
  const { stdout } = await runCommand('results', ['example', '--as', 'operator', '--format', 'json'], alone);
  expect(JSON.parse(stdout).goals[0]).toMatchObject({ numerator: 2, denominator: 3 });
});
