// The sheets of an .xlsx file (ECMA-376 part 1, SpreadsheetML) as rows of text.
import { refuse } from '../refusal.ts';
import { type SheetRow, sheetRows } from './sheetRows.ts';
import { type ReadPart, unzip } from './unzip.ts';
import { xmlEvents } from './xml.ts';

export interface Sheet {
  /** As written in the file. */
  name: string;
  rows: SheetRow[];
}
export interface Workbook {
  /** In lower case, in the file's order. */
  sheetNames: string[];
  /** By name, whatever its case. @throws Problem for formulas and too many rows */
  findSheet(name: string): Sheet | undefined;
}

/** @throws Problem `not-valid` naming what is wrong with the file */
export function openWorkbook(file: Buffer): Workbook {
  const read = unzip(file);
  const book = read('xl/workbook.xml');
  if (book === undefined) refuse('not-xlsx', 'the file is no .xlsx workbook: save it as Excel workbook (.xlsx)');
  const targets = relations(read('xl/_rels/workbook.xml.rels') ?? '');
  const sheets = new Map<string, { name: string; path: string }>();
  for (const event of xmlEvents(book)) {
    if (event.kind !== 'open' || event.name !== 'sheet') continue;
    const { name = '', id = '' } = event.attributes;
    sheets.set(name.trim().toLowerCase(), { name, path: targets.get(id) ?? '' });
  }
  let strings: string[] | undefined;
  return {
    sheetNames: [...sheets.keys()],
    findSheet: (wanted) => {
      const sheet = sheets.get(wanted);
      const xml = sheet && read(sheet.path);
      if (!sheet || xml === undefined) return undefined;
      strings ??= sharedStrings(read, targets);
      return { name: sheet.name, rows: sheetRows(sheet.name, xml, strings) };
    },
  };
}

/** Paths of parts by the id that the workbook gives them. */
function relations(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const event of xmlEvents(xml)) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue;
    const { Id = '', Target = '' } = event.attributes;
    targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  }
  return targets;
}

function sharedStrings(read: ReadPart, targets: ReadonlyMap<string, string>): string[] {
  const path = [...targets.values()].find((each) => /sharedstrings\.xml$/i.test(each));
  const strings: string[] = [];
  let [text, isText, isPhonetic] = ['', false, false];
  for (const event of xmlEvents((path && read(path)) ?? '')) {
    if (event.kind === 'text') text += isText && !isPhonetic ? event.text : '';
    else if (event.name === 't') isText = event.kind === 'open';
    else if (event.name === 'rPh') isPhonetic = event.kind === 'open';
    else if (event.name === 'si') {
      if (event.kind === 'close') strings.push(text);
      text = '';
    }
  }
  return strings;
}
