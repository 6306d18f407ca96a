// The report as a tagged PDF: read back from its bytes, and by poppler where it can be had.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Source } from '../../../../server/transfer/report/model/making.ts';
import { reportPdf } from '../../../../server/transfer/report/pdf/pdf.ts';
import { allTags, type ReadPdf, readPdf, type Tag } from '../../../support/pdfTags.ts';
import { buildModel, buildSource } from './builders.ts';

const long = 'Det tog längre tid än planerat att få igång arbetet i orterna. '.repeat(300);
const texts = {
  language: 'sv' as const,
  introduction: 'Ett.\n\nTvå.',
  goals: {},
  reservations: 'Få svar.',
  closing: long,
};

let bytes: Buffer;
let pdf: ReadPdf;
let tags: Tag[];
beforeAll(async () => {
  bytes = await made({ texts });
  pdf = readPdf(bytes);
  tags = allTags(pdf.root);
});

async function made(overrides: Partial<Source>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of reportPdf(buildModel(overrides))) pieces.push(piece);
  return Buffer.concat(pieces);
}
const named = (...names: string[]) => tags.filter((tag) => names.includes(tag.name));

test('language, title and the claim of PDF/UA stand in the document, the title escaped in its XML', () => {
  expect(pdf.language).toBe('sv');
  expect(pdf.text).toContain('/DisplayDocTitle true');
  expect(pdf.text).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(pdf.text).toContain('/Marked true');
  const xml = Buffer.from(pdf.text, 'latin1').toString('utf8');
  expect(xml).toContain('Väg &amp; &lt;framåt&gt;: Slutrapport</rdf:li>');
});

test('headings begin with the only H1 and leave no level out', () => {
  const levels = named('H1', 'H2', 'H3').map((tag) => Number(tag.name.slice(1)));
  expect(levels[0]).toBe(1);
  expect(levels.filter((each) => each === 1)).toHaveLength(1);
  for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
  expect(levels.filter((each) => each === 2).length).toBeGreaterThan(5);
});

test('each table is made of rows of as many cells, headed by column and by row', () => {
  const tables = named('Table');
  expect(tables.length).toBeGreaterThan(5);
  for (const table of tables) {
    const rows = table.children.filter((tag) => tag.name !== 'Caption');
    expect(new Set(rows.map((row) => row.name))).toEqual(new Set(['TR']));
    expect(new Set(rows.map((row) => row.children.length)).size).toBe(1);
    const headed = rows.filter((row) => row.children.every((cell) => cell.scope === 'Column'));
    expect(headed.length).toBeLessThan(2);
    for (const row of rows.filter((each) => !headed.includes(each))) {
      expect(row.children.map((cell) => cell.name)).toEqual(['TH', ...row.children.slice(1).map(() => 'TD')]);
      expect(row.children[0]?.scope).toBe('Row');
    }
  }
});

test('a chart says every figure it shows, its target, and which group is hidden', () => {
  const [participants, better] = named('Figure').map((tag) => tag.alt ?? '');
  expect(participants).toContain('kvinnor 20');
  expect(participants).toContain('män dold');
  expect(participants).toContain('Målet är minst 10.');
  expect(better).toContain('Totalt 40,0\u00a0%');
  expect(named('Figure')).toHaveLength(2);
});

test('all that is drawn is either in the structure or an artifact, and what is opened is closed', () => {
  for (const page of pdf.pages) {
    let depth = 0;
    for (const line of page.split('\n')) {
      if (/ (BDC|BMC)$/.test(line)) depth += 1;
      else if (line === 'EMC') depth -= 1;
      else if (/(^| )(Tj|TJ|S|f|B|f\*)$/.test(line)) expect([depth, line]).toEqual([1, line]);
    }
    expect(depth).toBe(0);
    expect(page).toContain('/Artifact');
  }
  const leaves = tags.filter((tag) => tag.children.length === 0);
  expect(leaves.filter((tag) => tag.pieces === 0)).toEqual([]);
});

test('fonts are embedded, and letters can be read out of them', () => {
  const fonts = [...pdf.text.matchAll(/\/Type \/FontDescriptor/g)];
  expect(fonts).toHaveLength(2);
  expect([...pdf.text.matchAll(/\/FontFile[23] /g)]).toHaveLength(2);
  expect([...pdf.text.matchAll(/\/ToUnicode /g)]).toHaveLength(2);
});

test('a long text goes on over pages as one paragraph; each page is numbered', () => {
  const longest = named('P').toSorted((a, b) => b.pieces - a.pieces)[0];
  expect(longest?.pieces).toBeGreaterThan(2);
  expect(pdf.pages.length).toBe([...pdf.text.matchAll(/\/Type \/Page\n/g)].length);
});

test('in English the report is English, and texts written in Swedish are marked as such', async () => {
  const english = readPdf(await made({ texts, language: 'en' }));
  expect(english.language).toBe('en');
  expect(allTags(english.root).find((tag) => tag.alt)?.alt).toContain('women 20');
  const swedish = allTags(english.root).filter((tag) => tag.lang === 'sv');
  expect(swedish).toHaveLength(4);
});

test('a motivation longer than a page, a word longer than a line and letters that no font has do not stop it', async () => {
  const { content } = buildSource();
  const goal = content.results.goals[2]!;
  goal.verdict = {
    status: 'met',
    motivation: `${'Ord '.repeat(2500)}${'x'.repeat(400)} مرحبا 😀`,
    by: 'Eva',
    date: '2025-06-01',
  };
  const read = readPdf(await made({ content }));
  const cells = allTags(read.root).filter((tag) => tag.name === 'TD' && tag.pieces > 1);
  expect(cells).toHaveLength(1);
});

const dir = mkdtempSync(join(tmpdir(), 'stegvis-pdf-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('poppler reads the same structure and the same words', (context) => {
  const file = join(dir, 'report.pdf');
  writeFileSync(file, bytes);
  const { error, stdout, stderr } = spawnSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' });
  if (error) {
    console.log(`poppler's view of the report was not checked: pdfinfo can not be run (${error.message})`);
    return context.skip();
  }
  expect(stderr).toBe('');
  expect(stdout).toMatch(/H1 \(block\)\s+"Väg & <framåt>: Slutrapport"/);
  expect(stdout).toMatch(/TH:\s+\/Scope \/Row\s+"kvinnor"\s+TD\s+"20"/);
  expect(stdout).toContain('"inte uppnått"');
  expect(stdout.replace(/"\n\s+"/g, '').includes(long.trim())).toBe(true);
  expect(stdout).not.toContain('Sida 1 av');
});
