// Commands without a server: the first to come opens the data folder, others work through it, whoever ends first.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from './command.ts';
import { makeFolder, removeFolders } from './exampleFolder.ts';

const environment = { DATA_DIR: mkdtempSync(join(tmpdir(), 'stegvis-together-')) };
const results = () => runCommand('results', ['example', '--as', 'operator', '--format', 'csv'], environment);

beforeAll(async () => {
  expect((await runCommand('import', [makeFolder()], environment)).code).toBe(0);
});
afterAll(() => {
  removeFolders();
  rmSync(environment.DATA_DIR, { recursive: true, force: true });
});

test('results asked for by three commands at once are what one alone gives', async () => {
  const alone = await results();
  expect(alone).toMatchObject({ code: 0, stderr: '' });
  for (const { code, stdout } of await Promise.all([results(), results(), results()]))
    expect({ code, stdout }).toEqual({ code: 0, stdout: alone.stdout });
});

test('two imports and a backup at once all do their work', async () => {
  const rows = (name: string) => `enrolment,person,site,start\n${name},person-${name},ostad,2024-01-01\n`;
  const ended = await Promise.all([
    ...['one', 'other'].map((name) =>
      runCommand('import', [makeFolder({ 'enrolments.csv': rows(name) })], environment),
    ),
    runCommand('backup', [join(environment.DATA_DIR, 'together.backup')], environment),
  ]);
  expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
  const again = await runCommand('import', [makeFolder({ 'enrolments.csv': rows('one') })], environment);
  expect(JSON.parse(again.stdout).files).toContainEqual(
    expect.objectContaining({ file: 'enrolments.csv', read: 1, stored: 0, unchanged: 1 }),
  );
});
