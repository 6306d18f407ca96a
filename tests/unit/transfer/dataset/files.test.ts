import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { readCsv } from '../../../../server/transfer/csv.ts';
import { codebookTable } from '../../../../server/transfer/dataset/codebookTable.ts';
import { csvText } from '../../../../server/transfer/dataset/csvText.ts';
import { dataFile, scriptFile } from '../../../../server/transfer/dataset/files.ts';
import { newPseudonyms } from '../../../../server/transfer/dataset/pseudonyms.ts';
import { numbered } from '../../../../server/transfer/dataset/variable.ts';
import { zipped } from '../../../../server/transfer/zip.ts';
import { unzip } from './unzip.ts';
import { bytesOf, longText, rows, variables, wellness } from './wellness.ts';

test('CSV: codes as stored, NA for not asked, empty for not answered, a line a row, no formula', async () => {
  const { columns, records } = readCsv(await bytesOf(dataFile.csv(wellness, 'sv')));
  expect(columns).toEqual(variables.map((each) => each.name));
  expect(records.map((each) => each.line)).toEqual([2, 3, 4, 5, 6]);
  expect(records.map((each) => each.cells)).toEqual([
    ['k1', 'woman', '1', '7.5', '2024-02-29', longText, 'a'],
    ['k2', 'man', '5', '400', '2023-12-31', "'=1+1", 'NOT'],
    ['k3', 'woman', '', '', '', '', 'rad ett rad "två", slut'],
    ['k4', '', 'NA', 'NA', '1999-01-01', 'NA', '-5'],
    ['k5', 'woman', '3', '-2', '2024-03-01', "'@SUM(A1)", 'x'],
  ]);
});

test('a text that a spreadsheet would run is kept a text, a number stays a number', async () => {
  const risky = ['=1', '+1+1', '-1+1', '@A1', '\t=1', '\r=1', '-1', '-1,5', 'a=1'];
  const table = { ...wellness, variables: variables.slice(5, 6), rows: () => once(risky.map((text) => [text])) };
  const lines = (await bytesOf(csvText(table))).toString().split('\n').slice(1, -1);
  expect(lines).toEqual(["'=1", "'+1+1", "'-1+1", "'@A1", "' =1", "' =1", '-1', '"-1,5"', 'a=1']);
});

test('the workbook has codes, titles and the codebook, days as days and numbers as numbers', async () => {
  const parts = unzip(await bytesOf(dataFile.xlsx(wellness, 'sv')));
  expect([...parts.keys()].filter((name) => name.includes('sheet'))).toHaveLength(3);
  expect(parts.get('xl/workbook.xml')).toContain('<sheet name="Klartext"');
  const [codes, titles, book] = [1, 2, 3].map((number) => parts.get(`xl/worksheets/sheet${number}.xml`) ?? '');
  expect(codes).toContain('>woman<');
  expect(codes).toContain('<c s="2"><v>45351</v></c>');
  expect(codes).toContain('<c><v>7.5</v></c>');
  expect(codes).toContain('>=1+1<');
  expect(codes).not.toContain('<f>');
  expect(titles).toContain('>Kvinna<');
  expect(titles).toContain('>Mycket dålig<');
  expect(titles).toContain('>Inte ställd<');
  expect(book).toContain('>Inskrivning<');
  expect((codes?.match(/<row>/g) ?? []).length).toBe(rows.length + 1);
});

test('the codebook says which number stands for which code, and that keys join no other export', async () => {
  const { records } = readCsv(await bytesOf(csvText(codebookTable([wellness]))));
  const cells = records.map((each) => each.cells);
  expect(cells).toContainEqual(['wellness', 'gender', '', 'value', 'nominal', 'woman', '1', 'Kvinna', 'Woman', '']);
  expect(cells).toContainEqual(expect.arrayContaining(['wellness', 'person.health', '1 2', 'code', 'ordinal']));
  expect(cells.flat().join(' ')).toMatch(/två exporter kan inte kopplas ihop/);
});

test('the R script names every column, its levels and labels', async () => {
  const script = (await bytesOf(scriptFile.R(wellness, 'sv'))).toString();
  expect(script).toContain('read.csv("wellness.csv"');
  expect(script).toContain('factor(data[["gender"]], levels = c("woman", "man"), labels = c("Kvinna", "Man"))');
  expect(script).toContain('as.Date(data[["start"]])');
  expect(script).toMatch(/person.health.*ordered = TRUE/);
});

test('a key is the same within one export, and another in the next', () => {
  const [one, other] = [newPseudonyms(), newPseudonyms()];
  expect(one('person', 'p1')).toBe(one('person', 'p1'));
  expect(one('person', 'p1')).not.toBe(one('enrolment', 'p1'));
  expect(one('person', 'p1')).not.toBe(other('person', 'p1'));
  expect(one('person', 'p1')).toMatch(/^[\w-]{16}$/);
});

test('a key is the HMAC that node counts', () => {
  const secret = 'Nycklar-gäller-inte-här'.replace(/[^\w-]/g, '').padEnd(64, 'x');
  const expected = createHmac('sha256', secret).update('person:Åsa 1').digest('base64url').slice(0, 16);
  expect(newPseudonyms(secret)('person', 'Åsa 1')).toBe(expected);
});

test('codes that are whole numbers keep them, others are numbered as offered', () => {
  const codes = (...texts: string[]) => numbered(texts.map((code) => ({ code, title: {} }))).map((each) => each.number);
  expect(codes('1', '5', '-3')).toEqual([1, 5, -3]);
  expect(codes('a', '5')).toEqual([1, 2]);
});

test('a failure while rows are read ends the zip with it', async () => {
  const broken = { name: 'a.csv', content: failing() };
  await expect(bytesOf(zipped([broken]))).rejects.toThrow('the database went away');
});

async function* failing(): AsyncIterable<string> {
  yield 'a,b\n';
  throw new Error('the database went away');
}

async function* once<Value>(value: Value): AsyncIterable<Value> {
  yield value;
}
