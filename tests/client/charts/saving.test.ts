import { expect, test } from 'vitest';
import { cellsOf, csvText } from '../../../client/charts/saving/csv.ts';
import { fileName } from '../../../client/charts/saving/fileName.ts';
import { lines, pictureOf } from '../../../client/charts/saving/svg.ts';

test("a file's name says programme, goal and day in letters that every system takes", () => {
  const parts = ['cresco-plus', 'Arbete, studier & hälsa: född utomlands'];
  expect(fileName(parts, '2026-01-31', 'svg')).toBe('cresco-plus_arbete-studier-halsa-fodd-utomlands_2026-01-31.svg');
  expect(fileName(['الهدف'], '2026-01-31', 'csv')).toBe('stegvis_2026-01-31.csv');
  expect(fileName(['x'.repeat(300)], '2026-01-31', 'png').length).toBeLessThan(120);
});

test('numbers are written as the reader’s spreadsheet reads them, texts are quoted, and no text becomes a formula', () => {
  const rows = [
    ['grupp; med "semikolon"', 0.155, null],
    ['=1+1', '16,1 %', '−0,12'],
    ['-2; nej', '1 234', 'n = 12'],
  ];
  expect(csvText(rows, 'sv')).toBe(
    '\ufeff"grupp; med ""semikolon""";0,155;\r\n\'=1+1;16,1%;-0,12\r\n"\'-2; nej";1234;n = 12\r\n',
  );
  expect(csvText([['a, b', 0.155]], 'en')).toBe('\ufeff"a, b",0.155\r\n');
});

test('a table is read cell by cell: what spans columns leaves empty ones, and two lines in a cell stay apart', () => {
  const frame = document.createElement('div');
  frame.innerHTML =
    '<table><tr><th>Grupp</th><th>n</th><th>%</th></tr><tr><th>män</th><td colspan="2">dold</td></tr>' +
    '<tr><th>kvinnor</th><td>31 av 200<p>3 saknas</p></td><td><span>1</span></td></tr></table>';
  expect(cellsOf(frame.querySelector('table')!)).toEqual([
    ['Grupp', 'n', '%'],
    ['män', 'dold', null],
    ['kvinnor', '31 av 200, 3 saknas', '1'],
  ]);
});

test('a picture stands by itself: styles written in, fonts named, title above, source below, and room for both', () => {
  document.body.innerHTML =
    '<style>.bar { fill: rgb(1, 2, 3) }</style>' +
    '<svg class="recharts-surface" width="300" height="100"><rect class="bar" width="10" height="10"></rect></svg>';
  const chart = document.querySelector('svg')!;
  const caption = { title: 'Arbete <efter kön>', source: 'Cresco+ · räknat 2026-01-31', language: 'sv' };
  const { text, width, height } = pictureOf(chart, caption);
  const drawn = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  expect(drawn.querySelector('title')?.textContent).toBe('Arbete <efter kön>');
  expect([...drawn.querySelectorAll('text')].map((each) => each.textContent)).toEqual([caption.title, caption.source]);
  expect(drawn.getAttribute('font-family')).toContain('Noto Sans');
  expect(text).toContain('rgb(1, 2, 3)');
  expect(text).not.toContain('class=');
  expect([width, height > 100 + 40]).toEqual([332, true]);
  expect(chart.getAttribute('class')).toBe('recharts-surface');
});

test('a long title is broken into lines', () => {
  const rows = lines('ett mycket långt mål om arbete och studier för unga i hela Skaraborg', 200, 16);
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.join(' ')).toBe('ett mycket långt mål om arbete och studier för unga i hela Skaraborg');
});
