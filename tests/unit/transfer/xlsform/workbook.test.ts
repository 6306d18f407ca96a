import { expect, test } from 'vitest';
import { Problem } from '../../../../server/problems.ts';
import { readXlsform } from '../../../../server/transfer/xlsform/readXlsform.ts';
import { openWorkbook } from '../../../../server/transfer/xlsform/workbook/workbook.ts';
import { buildWorkbook, buildXlsform, zipOf } from '../../../support/xlsform.ts';

const question = ['text', 'first', 'Fråga'];

function refusal(file: Buffer): string {
  try {
    readXlsform(file);
  } catch (error) {
    if (error instanceof Problem) return JSON.stringify([error.extra.errors?.map((each) => each.code), error.detail]);
    throw error;
  }
  return 'taken in';
}

test('cells are read as they stand: shared and inline texts, numbers, yes and no, gaps, entities, rich text', () => {
  const sheet =
    '<?xml version="1.0"?><!-- one --><x:worksheet xmlns:x="m"><x:sheetData>' +
    '<x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="AB2"><x:v>1.50</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row>' +
    '<x:row r="3"/><x:row><x:c t="inlineStr"><x:is><x:t>a &lt;b&gt; &#229;&#x41; </x:t></x:is></x:c><x:c s="1"/></x:row>' +
    '</x:sheetData></x:worksheet>';
  const strings = '<sst><si><r><t>Rich </t></r><rPh><t>ruby</t></rPh><r><t><![CDATA[<text>]]></t></r></si></sst>';
  return buildWorkbook({ One: [] }, { 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': strings }).then(
    (file) => {
      const rows = openWorkbook(file).findSheet('one')?.rows;
      expect(rows?.map(({ number, cells }) => [number, [...cells]])).toEqual([
        [
          2,
          [
            [0, 'Rich <text>'],
            [27, '1.5'],
            [28, 'true'],
          ],
        ],
        [4, [[0, 'a <b> åA']]],
      ]);
    },
  );
});

test('what is no workbook is refused with the way out', async () => {
  expect(refusal(Buffer.from('type,name,label\ntext,a,b\n'))).toMatch(/not-xlsx.*save it as Excel workbook/);
  expect(refusal(Buffer.alloc(0))).toMatch(/not-xlsx/);
  expect(refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]))).toMatch(/not-xlsx.*protected by a password/);
  expect(refusal(await zipOf({ 'word/document.xml': '<a/>' }))).toMatch(/not-xlsx/);
  const file = await buildXlsform([question]);
  expect(refusal(file.subarray(0, file.length - 30))).toMatch(/not-xlsx/);
  const bent = Buffer.from(file);
  bent.fill(0xff, 40, 90);
  expect(refusal(bent)).toMatch(/not-xlsx.*damaged/);
});

test('a file that unpacks to far more than it should is refused', async () => {
  const zeros = await buildWorkbook({ survey: [] }, { 'xl/worksheets/sheet1.xml': ' '.repeat(21_000_000) });
  expect(zeros.length).toBeLessThan(100_000);
  expect(refusal(zeros)).toMatch(/too-large.*sheet1\.xml/);
});

test('a document type, which could stand for more than it is, is refused', async () => {
  const sheet = '<!DOCTYPE a [<!ENTITY b "bbb">]><worksheet>&b;</worksheet>';
  expect(refusal(await buildWorkbook({ survey: [] }, { 'xl/worksheets/sheet1.xml': sheet }))).toMatch(/not-xlsx/);
});

test('a missing sheet, column, end of a group and an empty form are named', async () => {
  expect(refusal(await buildWorkbook({ Blad1: [['type', 'name']] }))).toMatch(/missing-sheet.*among \\"blad1\\"/);
  expect(refusal(await buildWorkbook({ survey: [['type', 'label'], question] }))).toMatch(/missing-column.*\\"name\\"/);
  expect(refusal(await buildXlsform([]))).toMatch(/no-questions.*sheet \\"survey\\"/);
  expect(refusal(await buildXlsform([['image', 'photo', 'Bild']]))).toMatch(/no-questions/);
  expect(refusal(await buildXlsform([['begin group', 'g'], question]))).toMatch(/unbalanced.*row 2/);
  expect(refusal(await buildXlsform([question, ['end group']]))).toMatch(/unbalanced.*row 3/);
  expect(refusal(await buildXlsform([question, ['end repeat']]))).toMatch(/unbalanced.*row 3/);
  expect(refusal(await buildXlsform([question, ['begin repeat', 'r']]))).toMatch(/unbalanced/);
});

test('a formula is refused with its cell; of rows there are at most 2000', async () => {
  const formula = await buildXlsform([question, ['text', 'b', { formula: 'A1&"x"' }]]);
  expect(refusal(formula)).toMatch(/formula.*sheet \\"survey\\", cell C3.*paste them as values/);
  const rows = (count: number) => Array.from({ length: count }, (_, at) => ['text', `q${at}`, `Fråga ${at}`]);
  expect(refusal(await buildXlsform(rows(2001)))).toMatch(/too-many-rows.*sheet \\"survey\\"/);
  expect(readXlsform(await buildXlsform(rows(1000))).questions).toBe(1000);
});
