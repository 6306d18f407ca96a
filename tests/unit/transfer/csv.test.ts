import { expect, test } from 'vitest';
import { readCsv, UnreadableCsv } from '../../../server/transfer/csv.ts';

const read = (text: string) => readCsv(Buffer.from(text));

test('comma or semicolon, with or without BOM, comes to the same', () => {
  const plain = read('a,b\n1,2\n');
  expect(plain).toEqual({ columns: ['a', 'b'], records: [{ line: 2, cells: ['1', '2'] }] });
  expect(read('a;b\r\n1;2\r\n')).toEqual(plain);
  expect(read('\uFEFFa,b\n1,2')).toEqual(plain);
  expect(read('"a";"b"\n"1";"2"\n')).toEqual(plain);
});

test('a separator, a quote and a line end inside quotes belong to the cell', () => {
  expect(read('a;b\n"1;x";"say ""hej""\r\nand more"\n').records).toEqual([
    { line: 2, cells: ['1;x', 'say "hej"\r\nand more'] },
  ]);
  expect(read('"a,b;c;d",e\n1,2').columns).toEqual(['a,b;c;d', 'e']);
});

test.each([
  ['line feeds', '\n'],
  ['carriage return and line feed', '\r\n'],
  ['carriage returns', '\r'],
])('the row number is the line where the record begins, with %s', (_, end) => {
  const text = ['a,b', '1,"x', 'y"', '', ' , ', '2,z', ''].join(end);
  expect(read(text).records.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [2, '1'],
    [6, '2'],
  ]);
});

test.each([
  ['a,a\n1,2', /"a" stands twice/],
  ['', /is empty/],
  ['a,b\n1,"2\n3,4\n', /quotes up to line \d do not match/],
  ['a,b\n1,"2"3\n', /quotes up to line 2 do not match/],
])('what can not be read says why: %j', (text, reason) => {
  expect(() => read(text)).toThrow(reason);
  expect(() => read(text)).toThrow(UnreadableCsv);
});

test('a file in Latin 1 is refused rather than read with wrong letters', () => {
  expect(() => readCsv(Buffer.from('ort\nÖstad\n', 'latin1'))).toThrow(/UTF-8/);
});
