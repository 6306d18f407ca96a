// A table as a workbook: codes, the same rows with the codes' titles, and the codebook. The smallest package that ECMA-376 allows.
import type { Title } from '../../codebook.ts';
import { type ZipEntry, zipped } from '../../zip.ts';
import { codebookTable } from '../codebookTable.ts';
import { missing } from '../missing.ts';
import { type Cell, labelIn, notAsked, type Table, type Variable } from '../variable.ts';
import { escaped, type Sheet, sheetXml } from './sheet.ts';

const sheetNames: Record<string, Title> = {
  codes: { sv: 'Koder', en: 'Codes' },
  titles: { sv: 'Klartext', en: 'Titles' },
  codebook: { sv: 'Kodbok', en: 'Codebook' },
};

/** In pieces. The rows are read once for each of the two sheets. @param language of the titles */
export function xlsxFile(table: Table, language: string): AsyncIterable<Buffer> {
  const name = (sheet: string) => labelIn(sheetNames[sheet] ?? {}, language);
  const { variables } = table;
  const codebook = codebookTable([table]);
  return zipped(
    workbook([
      { ...table, name: name('codes') },
      { name: name('titles'), variables, rows: () => inTitles(table, language) },
      { ...codebook, name: name('codebook') },
    ]),
  );
}

async function* inTitles({ variables, rows }: Table, language: string): AsyncIterable<Cell[][]> {
  const titles = variables.map((variable) => titlesOf(variable, language));
  const none = labelIn(missing.notAsked.label, language);
  const titled = (cell: Cell, at: number): Cell => {
    if (cell === undefined || cell === notAsked) return cell && none;
    return titles[at]?.get(String(cell)) ?? cell;
  };
  for await (const batch of rows()) yield batch.map((row) => row.map(titled));
}

/** A number that stands for itself (1 to 5) stays a number. */
function titlesOf({ codes }: Variable, language: string): Map<string, string> {
  const titled = codes.map(({ code, label }) => [code, labelIn(label, language)] as const);
  return new Map(titled.filter(([code, label]) => label !== '' && label !== code));
}

const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function* workbook(sheets: readonly Sheet[]): Iterable<ZipEntry> {
  const numbered = sheets.map((sheet, at) => ({ sheet, number: at + 1 }));
  const part = (name: string, body: string): ZipEntry => ({ name, content: once(xml(body)) });
  const each = (write: (number: number, sheet: Sheet) => string) =>
    numbered.map(({ sheet, number }) => write(number, sheet)).join('');
  yield part(
    '[Content_Types].xml',
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${contentType}.worksheet+xml"/>`)}</Types>`,
  );
  yield part(
    '_rels/.rels',
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  yield part(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((number, sheet) => `<sheet name="${escaped(sheet.name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
  );
  yield part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packages}/relationships">${each((number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  );
  yield part('xl/styles.xml', styles);
  for (const { sheet, number } of numbered)
    yield { name: `xl/worksheets/sheet${number}.xml`, content: sheetXml(sheet) };
}

/** Plain, bold, and a day as 2025-06-30. */
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;

async function* once(text: string): AsyncIterable<string> {
  yield text;
}
