// Workbooks as spreadsheet programs write them, made in the test.
import { type ZipEntry, zipped } from '../../server/transfer/zip.ts';

export type Cell = string | number | boolean | { formula: string };
export type Rows = readonly (readonly Cell[])[];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

/** Texts stand in shared strings, as Excel and LibreOffice write them. */
export async function buildWorkbook(sheets: Record<string, Rows>, extra: Record<string, string> = {}): Promise<Buffer> {
  const strings: string[] = [];
  const cell = (value: Cell, at: string) => {
    if (typeof value === 'object') return `<c r="${at}"><f>${escaped(value.formula)}</f><v>1</v></c>`;
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${Number(value)}</v></c>`;
    return value === '' ? '' : `<c r="${at}" t="s"><v>${strings.push(value) - 1}</v></c>`;
  };
  const row = (cells: readonly Cell[], at: number) =>
    `<row r="${at + 1}">${cells.map((value, column) => cell(value, `${letters(column)}${at + 1}`)).join('')}</row>`;
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names
      .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
      .join('')}<Relationship Id="rId99" Target="sharedStrings.xml"/></Relationships>`,
  };
  for (const [at, rows] of Object.values(sheets).entries())
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<?xml version="1.0"?><worksheet><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`;
  parts['xl/sharedStrings.xml'] = `<sst>${strings
    .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
    .join('')}</sst>`;
  return zipOf({ ...parts, ...extra });
}

export async function zipOf(parts: Record<string, string>): Promise<Buffer> {
  const entries = Object.entries(parts).map(([name, text]): ZipEntry => ({ name, content: once(text) }));
  const chunks: Buffer[] = [];
  for await (const chunk of zipped(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* once(text: string) {
  yield text;
}

const header = ['type', 'name', 'label'];

/** A form with the sheet survey alone: type, name and Swedish label of each question. */
export const buildXlsform = (rows: Rows, more: Record<string, Rows> = {}): Promise<Buffer> =>
  buildWorkbook({ survey: [header, ...rows], ...more });
