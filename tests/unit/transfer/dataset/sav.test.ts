import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataFile, scriptFile } from '../../../../server/transfer/dataset/files.ts';
import { spssNames } from '../../../../server/transfer/dataset/sav/names.ts';
import { savFile } from '../../../../server/transfer/dataset/sav/savFile.ts';
import { type Read, readSav } from './savReader.ts';
import { bytesOf, hasPspp, longText, runPspp, wellness } from './wellness.ts';

const folder = mkdtempSync(join(tmpdir(), 'stegvis-sav-'));
let read: Read;
beforeAll(async () => {
  const bytes = await bytesOf(savFile(wellness, 'sv', new Date('2026-11-23T01:02:03Z')));
  writeFileSync(join(folder, 'wellness.sav'), bytes);
  writeFileSync(join(folder, 'wellness.csv'), await bytesOf(dataFile.csv(wellness, 'sv')));
  writeFileSync(join(folder, 'wellness.sps'), await bytesOf(scriptFile.sps(wellness, 'sv')));
  read = readSav(bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const numberOf = (bytes: Buffer | undefined) => bytes?.readDoubleLE();

test('the header says what it is: compressed by bytecode, UTF-8, cases counted by reading', () => {
  expect(read.header).toMatchObject({ compression: 1, cases: -1, label: 'Mående' });
  expect(read.extensions.get(20)?.toString()).toBe('UTF-8');
  expect(read.header.eights).toBe(read.cases[0]?.length);
});

test('long names, labels of variables and values, measure levels', () => {
  expect(read.extensions.get(13)?.toString().split('\t')).toEqual([
    ...['V1=enrolment', 'V2=gender', 'V3=person.health', 'V4=activityHours'],
    ...['V5=start', 'V6=what_Comment', 'V7=not_1'],
  ]);
  expect(read.variables.find((each) => each.short === 'V3')).toEqual({
    ...{ short: 'V3', width: 0, label: "Hur mår du, 'egentligen'?", missing: [-9999, -9998] },
  });
  expect(read.valueLabels.get('V2')).toEqual([
    [-9999, 'Inte ställd'],
    [-9998, 'Inte besvarad'],
    [1, 'Kvinna'],
    [2, 'Man'],
  ]);
  const display = read.extensions.get(11);
  const levels = read.variables.map((_, at) => display?.readInt32LE(12 * at));
  expect(levels.slice(0, 5)).toEqual([1, 1, 2, 3, 3]);
});

test('not asked and not answered are two numbers, an unknown day is system-missing', () => {
  const [gender, health, hours, start] = [2, 3, 4, 5];
  const cells = (place: number) => read.cases.map((one) => numberOf(one[place]));
  expect(cells(gender)).toEqual([1, 2, 1, -9998, 1]);
  expect(cells(health)).toEqual([1, 5, -9998, -9999, 3]);
  expect(cells(hours)).toEqual([7.5, 400, -9998, -9999, -2]);
  expect(cells(start)[2]).toBeUndefined();
  expect(cells(start)[0]).toBe((Date.UTC(2024, 1, 29) - Date.UTC(1582, 9, 14)) / 1000);
});

test('a text of more than 255 bytes is kept in segments and comes back whole', () => {
  const width = Number(/V6=(\d+)/.exec(read.extensions.get(14)?.toString() ?? '')?.[1]);
  expect(width).toBe(Buffer.byteLength(longText));
  const segments = read.variables.filter((each) => each.label === 'Kommentar' || each.short.startsWith('V6_'));
  expect(segments.map((each) => each.width)).toEqual([255, 255, 255, width - 3 * 252]);
  const bytes = Buffer.concat(read.cases[0]!.slice(6, 6 + 4 * 32).map((each) => each ?? Buffer.alloc(0)));
  const text = Buffer.concat([0, 1, 2, 3].map((at) => bytes.subarray(256 * at, 256 * at + 255))).toString('utf8');
  expect(text.startsWith(longText)).toBe(true);
});

test('names become what SPSS takes, and stay apart whatever the case', () => {
  expect(spssNames(['a-b', 'A_B', '1st', 'with', 'åsikt.', 'x'.repeat(80)])).toEqual([
    ...['a_b', 'A_B_2', 'v_1st', 'with_1', 'åsikt', 'x'.repeat(62)],
  ]);
});

const frequencies = 'FREQUENCIES gender person.health activityHours.';

test.runIf(hasPspp)('PSPP opens it with the labels and counts what we count', () => {
  const said = runPspp(folder, `GET FILE='wellness.sav'.\nDISPLAY DICTIONARY.\n${frequencies}`);
  for (const line of ['gender,2,Kön,Nominal,', 'person.health,3,"Hur mår du, \'egentligen\'?",Ordinal,'])
    expect(said).toContain(line);
  expect(said).toMatch(/^what_Comment,.*"NA /m);
  expect(said).toContain('Valid,Kvinna,3,60.0%,75.0%');
  expect(said).toContain('Missing,Inte ställd,1,20.0%');
  expect(said).toContain('Valid,-2.00,1,20.0%');
});

test.runIf(hasPspp)('PSPP runs the syntax on the CSV and finds what stands in the system file', () => {
  const asks = 'DISPLAY DICTIONARY.\nDISPLAY LABELS.';
  const both = `${frequencies}\nLIST gender person.health activityHours start.`;
  const script = runPspp(folder, `INSERT FILE='wellness.sps'.\n${both}`);
  expect(script).toBe(runPspp(folder, `GET FILE='wellness.sav'.\n${both}`));
  const labels = runPspp(folder, `INSERT FILE='wellness.sps'.\n${asks}`);
  for (const text of ['Mycket dålig', 'Inte besvarad', 'Kommentar', 'Ordinal']) expect(labels).toContain(text);
});
