import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { getResults } from '../../../server/access/results.ts';
import { judgeDraft } from '../../../server/domain/surveys/comparability/judgeDraft.ts';
import { insertAssessment, putHalf } from '../../../server/store/assessments.ts';
import { putInBuiltInSurveys } from '../../../server/store/firstStart.ts';
import { findProgramme, setVerdict } from '../../../server/store/programmes.ts';
import { loadRows } from '../../../server/store/rows.ts';
import { listVersions } from '../../../server/store/surveys.ts';
import { exportFolder } from '../../../server/transfer/exportFolder.ts';
import { importFolder } from '../../../server/transfer/importFolder.ts';
import { openTestDatabase } from '../../support/database.ts';
import { exampleFiles, makeFolder, removeFolders } from './exampleFolder.ts';

const out = mkdtempSync(join(tmpdir(), 'stegvis-out-'));
afterAll(() => {
  removeFolders();
  rmSync(out, { recursive: true, force: true });
});

const definitionOf = async (slug: string) => {
  const found = await findProgramme(slug);
  if (!found) throw new Error(`no ${slug}`);
  return found.definition;
};
const everything = async (slug: string) => {
  const { goals } = await getResults(slug, { kind: 'operator' }, { by: 'gender,site,ageBand,track,gender*site' });
  const rows = await loadRows(slug);
  const sorted = Object.fromEntries(
    Object.entries(rows).map(([kind, list]) => [
      kind,
      list.map((row: object) => JSON.stringify(row, keysInOrder)).sort(),
    ]),
  );
  // When a goal's definition came in is each database's own.
  const told = goals.map(({ definition: _, ...goal }) => goal);
  return { goals: told, rows: sorted, definition: await definitionOf(slug) };
};
const keysInOrder = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
const countsOf = async (folder: string) =>
  (await importFolder(folder)).files.map(({ file, read, stored, updated, unchanged, rejected }) => ({
    ...{ file, read, stored, updated, unchanged, rejected: rejected.length },
  }));

test('the same folder again changes nothing, and an export read into an empty database gives the same rows and results', async () => {
  const exit = JSON.parse(readFileSync('surveys/exit/v1.json', 'utf8'));
  const version2 = JSON.stringify({ ...exit, version: 2 });
  const folder = makeFolder({ 'surveys/exit/v2.json': version2 });

  const first = await openTestDatabase();
  await putInBuiltInSurveys();
  for (const each of await countsOf(folder)) expect(each).toMatchObject({ stored: each.read, rejected: 0 });
  for (const each of await countsOf(folder)) expect(each).toMatchObject({ unchanged: each.read, rejected: 0 });
  await setVerdict('example', 'work', { status: 'near', motivation: 'Nearly.', by: 'evaluator', date: '2025-01-01' });
  for (const each of await countsOf(folder)) expect(each).toMatchObject({ unchanged: each.read });
  const before = await everything('example');
  expect(before.goals.find((goal) => goal.id === 'work')).toMatchObject({
    ...{ value: 2 / 3, numerator: 2, denominator: 3, status: 'met', verdict: { status: 'near' } },
  });
  const exported = await exportFolder(await definitionOf('example'), join(out, 'one'));
  expect(exported.files.map((each) => each.file)).toEqual(
    expect.arrayContaining(['programme.json', 'surveys/exit/v2.json', 'codebook.csv', ...Object.keys(exampleFiles)]),
  );
  for (const each of await countsOf(join(out, 'one'))) expect(each).toMatchObject({ unchanged: each.read });
  await first.close();

  const second = await openTestDatabase();
  await putInBuiltInSurveys();
  for (const each of await countsOf(join(out, 'one'))) expect(each).toMatchObject({ stored: each.read, rejected: 0 });
  expect(await everything('example')).toEqual(before);
  await exportFolder(await definitionOf('example'), join(out, 'two'));
  for (const { file } of exported.files)
    expect(readFileSync(join(out, 'two', file), 'utf8')).toBe(readFileSync(join(out, 'one', file), 'utf8'));
  await second.close();
});

test('what was said of a changed question goes along with its version: it is as comparable where it is read in', async () => {
  const exit = JSON.parse(readFileSync('surveys/exit/v1.json', 'utf8'));
  const next = structuredClone({ ...exit, version: 2 });
  const [first] = next.pages[0].elements;
  first.title.sv = 'Mår du bättre i dag?';
  const judged = judgeDraft(next, [exit]).find(({ question }) => question === first.name)?.judged;
  first.comparableWith = { version: 1, comparable: true, reason: 'Samma fråga', judged };
  const comparedIn = async () => {
    const versions = await listVersions('example', 'exit');
    return versions.find(({ version }) => version === 2)?.comparison.find(({ question }) => question === first.name);
  };
  const comparable = { status: 'comparable', reasons: ['the Swedish wording changed', 'declared: Samma fråga'] };

  const database = await openTestDatabase();
  await putInBuiltInSurveys();
  await importFolder(makeFolder({ 'surveys/exit/v2.json': JSON.stringify(next) }));
  expect(await comparedIn()).toMatchObject(comparable);
  await exportFolder(await definitionOf('example'), join(out, 'said'));
  await database.close();

  const other = await openTestDatabase();
  await putInBuiltInSurveys();
  await importFolder(join(out, 'said'));
  expect(await comparedIn()).toMatchObject(comparable);
  first.title.sv = 'Har du arbete?';
  first.comparableWith.reason = 'Om en annan ordalydelse';
  await importFolder(makeFolder({ 'surveys/exit/v3.json': JSON.stringify({ ...next, version: 3 }) }));
  const [, third] = await listVersions('example', 'exit');
  expect(third?.comparison.find(({ question }) => question === first.name)?.status).toBe('notComparable');
  await other.close();
});

test('an export leaves out cards with one half, says so, and never touches a folder with anything else in it', async () => {
  const database = await openTestDatabase();
  await putInBuiltInSurveys();
  await importFolder(makeFolder());
  await insertAssessment('example', 'e3', '2024-01-01');
  const folder = join(out, 'three');
  expect((await exportFolder(await definitionOf('example'), folder)).leftOut).toEqual([
    { file: 'assessments.csv', rows: 1, reason: expect.stringMatching(/half/) },
  ]);
  await exportFolder(await definitionOf('example'), folder);
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  await expect(exportFolder(await definitionOf('example'), folder)).rejects.toThrow(/not empty/);
  expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  expect(readFileSync(join(folder, 'enrolments.csv'), 'utf8')).toContain('e1,p1,ostad');
  await database.close();
});

test('a changed row updates it, and rows that are absent stay', async () => {
  const database = await openTestDatabase();
  await putInBuiltInSurveys();
  await importFolder(makeFolder());
  const header = exampleFiles['enrolments.csv']?.split('\n')[0];
  const counts = await countsOf(makeFolder({ 'enrolments.csv': `${header}\ne3,p3,alvik,man,,,,2023-03-10,,,,\n` }));
  expect(counts.find((each) => each.file === 'enrolments.csv')).toMatchObject({ read: 1, updated: 1 });
  const { enrolments } = await loadRows('example');
  expect(enrolments).toHaveLength(4);
  expect(enrolments.find((each) => each.enrolment === 'e3')?.gender).toBe('man');
  await database.close();
});

test('cards of the only version there is are exported without it, and come back unchanged', async () => {
  const database = await openTestDatabase();
  await putInBuiltInSurveys();
  await importFolder(makeFolder());
  const later = { enrolment: 'e3', date: '2024-06-01' };
  await insertAssessment('example', later.enrolment, later.date, 1);
  await putHalf('example', later, 'person', { health: 4 });
  await putHalf('example', later, 'coordinator', { jobSearch: 3 });
  await exportFolder(await definitionOf('example'), join(out, 'one-card'));
  const text = readFileSync(join(out, 'one-card', 'assessments.csv'), 'utf8');
  expect(text.split('\n')[0]).toMatch(/^enrolment,date,person\./);
  for (const each of await countsOf(join(out, 'one-card'))) expect(each).toMatchObject({ unchanged: each.read });
  await database.close();
});

test('cards of two versions that ask different questions are exported each by its own, and come back the same', async () => {
  const card = JSON.parse(readFileSync('surveys/progression-card/v1.json', 'utf8'));
  const next = structuredClone({ ...card, version: 2 });
  for (const page of next.halves.person.pages)
    for (const each of page.elements)
      if (each.name === 'health') Object.assign(each, { name: 'sleep', title: { sv: 'Hur sover du?', en: 'Sleep?' } });
  const first = await openTestDatabase();
  await putInBuiltInSurveys();
  await importFolder(makeFolder({ 'surveys/progression-card/v2.json': JSON.stringify(next) }));
  const later = { enrolment: 'e3', date: '2024-06-01' };
  await insertAssessment('example', later.enrolment, later.date, 2);
  await putHalf('example', later, 'person', { sleep: 4 });
  await putHalf('example', later, 'coordinator', { jobSearch: 3 });
  const before = await everything('example');
  await exportFolder(await definitionOf('example'), join(out, 'cards'));
  const text = readFileSync(join(out, 'cards', 'assessments.csv'), 'utf8');
  expect(text.split('\n')[0]).toMatch(/^enrolment,date,version,.*person\.sleep/);
  for (const each of await countsOf(join(out, 'cards'))) expect(each).toMatchObject({ unchanged: each.read });
  await first.close();

  const second = await openTestDatabase();
  await putInBuiltInSurveys();
  for (const each of await countsOf(join(out, 'cards'))) expect(each).toMatchObject({ rejected: 0 });
  expect((await everything('example')).rows).toEqual(before.rows);
  const row = (version: string, health: string, sleep: string) =>
    makeFolder({
      'assessments.csv': `enrolment,date,version,person.health,person.sleep\ne1,2024-09-01,${version},${health},${sleep}\n`,
    });
  for (const [folder, reason] of [
    [row('2', '3', ''), /^person\.health: version 2 has no such question/],
    [row('7', '3', ''), /^version: .*it has 1, 2/],
    [row('', '3', '4'), /^version: .*it has 1, 2/],
  ] as const) {
    const { files } = await importFolder(folder);
    const [rejection] = files.find(({ file }) => file === 'assessments.csv')?.rejected ?? [];
    expect(rejection?.reason).toMatch(reason);
  }
  await second.close();
});
