// @vitest-environment jsdom
// The report as a Word file: its XML, as Word and screen readers take it.
import { beforeAll, expect, test } from 'vitest';
import { reportDocx } from '../../../../server/transfer/report/docx/docx.ts';
import type { Source } from '../../../../server/transfer/report/model/making.ts';
import { unzip } from '../dataset/unzip.ts';
import { buildModel } from './builders.ts';

const texts = { language: 'sv' as const, introduction: 'Ett.\nTvå.', goals: {}, reservations: '', closing: '' };
let parts: Map<string, string>;
let body: Document;
beforeAll(async () => {
  parts = await made({ texts });
  body = xml('word/document.xml');
});

async function made(overrides: Partial<Source>) {
  const pieces: Uint8Array[] = [];
  for await (const piece of reportDocx(buildModel(overrides))) pieces.push(piece);
  return unzip(Buffer.concat(pieces));
}
const xml = (name: string, from = parts) => new DOMParser().parseFromString(from.get(name)!, 'application/xml');
const all = (node: Document | Element, name: string) => [...node.getElementsByTagName(name)];
const styleOf = (paragraph: Element) => all(paragraph, 'w:pStyle')[0]?.getAttribute('w:val');
const textOf = (node: Element) =>
  all(node, 'w:t')
    .map((each) => each.textContent)
    .join('');

test('headings have the styles that Word makes its outline of, the title first and once', () => {
  const headings = all(body, 'w:p').filter((each) => styleOf(each)?.startsWith('Heading'));
  expect(textOf(headings[0]!)).toBe('Väg & <framåt>: Slutrapport');
  expect(headings.map(styleOf).filter((each) => each === 'Heading1')).toHaveLength(1);
  expect(headings.filter((each) => styleOf(each) === 'Heading2').map(textOf)).toEqual([
    ...['Inledning', 'Målen i korthet', 'Deltagare', 'Mår bättre', 'Anpassat material', 'Metod och källor'],
  ]);
});

test('each table says that its first row and its first column are heads; the row comes again on each page', () => {
  const tables = all(body, 'w:tbl');
  const headed = tables.filter((each) => all(each, 'w:tblHeader').length > 0);
  expect(headed.length).toBeGreaterThan(4);
  for (const table of tables) {
    const look = all(table, 'w:tblLook')[0]!;
    expect(look.getAttribute('w:firstColumn')).toBe('true');
    expect(look.getAttribute('w:firstRow')).toBe(String(headed.includes(table)));
    const [first] = all(table, 'w:tr');
    expect(all(table, 'w:tblHeader').length).toBe(all(first!, 'w:tblHeader').length);
    const cells = all(table, 'w:tr').map((row) => all(row, 'w:tc').length);
    expect(new Set(cells)).toEqual(new Set([all(table, 'w:gridCol').length]));
  }
});

test('each picture has a text instead and a number of its own', () => {
  const pictures = all(body, 'wp:docPr');
  expect(pictures.map((each) => each.getAttribute('descr'))).toEqual([
    expect.stringContaining('kvinnor 20, män dold'),
    expect.stringContaining('Totalt 40,0'),
  ]);
  expect(new Set(pictures.map((each) => each.getAttribute('id'))).size).toBe(2);
  const images = [...parts].filter(([name]) => name.endsWith('.png'));
  expect(images.map(([, data]) => data.slice(1, 4))).toEqual(['PNG', 'PNG']);
});

test('the language is set, and another one where somebody has written in it', async () => {
  expect(all(xml('word/styles.xml'), 'w:lang').map((each) => each.getAttribute('w:val'))).toContain('sv-SE');
  expect(all(body, 'w:lang')).toHaveLength(0);
  const english = await made({ texts, language: 'en' });
  expect(all(xml('word/styles.xml', english), 'w:lang').map((each) => each.getAttribute('w:val'))).toContain('en-GB');
  const marked = all(xml('word/document.xml', english), 'w:lang');
  expect(marked.map((each) => each.getAttribute('w:val'))).toEqual(['sv-SE', 'sv-SE']);
});

test('a status is word and sign; a hidden group has no number; single line ends stay', () => {
  const text = all(body, 'w:tbl').map(textOf).join('\n');
  expect(text).toContain('✓ uppnått');
  expect(text).toContain('✕ inte uppnått');
  expect(text).toMatch(/mändold/);
  const introduction = all(body, 'w:p').find((each) => textOf(each) === 'Ett.Två.');
  expect(all(introduction!, 'w:br')).toHaveLength(1);
});

test('title and author stand in the file, the snapshot and the page number on each page', () => {
  const core = xml('docProps/core.xml');
  expect(all(core, 'dc:title')[0]?.textContent).toBe('Väg & <framåt>: Slutrapport');
  expect(all(core, 'dc:creator')[0]?.textContent).toBe('Eva');
  const footer = xml('word/footer1.xml').documentElement;
  expect(textOf(footer)).toContain('Slutrapport');
  expect(all(footer, 'w:instrText').map((each) => each.textContent)).toEqual(['PAGE', 'NUMPAGES']);
});
