// Tables as files: one by one, or all of them with codebook and scripts.
import type { ZipEntry } from '../zip.ts';
import { codebookTable } from './codebookTable.ts';
import { csvText } from './csvText.ts';
import { savFile, widthsOf } from './sav/savFile.ts';
import { rScript } from './scripts/rScript.ts';
import { spssScript } from './scripts/spssScript.ts';
import type { Source } from './source.ts';
import { allTables } from './tables.ts';
import type { Table } from './variable.ts';
import { xlsxFile } from './xlsx/xlsxFile.ts';

export const dataFormats = ['csv', 'xlsx', 'sav'] as const;
export type DataFormat = (typeof dataFormats)[number];
type Content = ZipEntry['content'];

export const dataFile: Record<DataFormat, (table: Table, language: string) => Content> = {
  csv: (table) => csvText(table),
  xlsx: xlsxFile,
  sav: savFile,
};

/** Each reads `NAME.csv` from the folder that it lies in. */
export const scriptFile: Record<'R' | 'sps', (table: Table, language: string) => Content> = {
  R: (table, language) => text(() => rScript(table, `${table.name}.csv`, language)),
  sps: (table, language) => text(async () => spssScript(table, `${table.name}.csv`, await widthsOf(table), language)),
};

/** Every table in every format asked for, one after the other: keys are the same in all of them. */
export async function* bundle(
  source: Source,
  formats: readonly DataFormat[],
  language: string,
): AsyncIterable<ZipEntry> {
  const tables = await allTables(source);
  yield { name: 'codebook.csv', content: csvText(codebookTable(tables)) };
  for (const table of tables)
    for (const format of formats) {
      yield { name: `${table.name}.${format}`, content: dataFile[format](table, language) };
      if (format !== 'csv') continue;
      for (const script of ['R', 'sps'] as const)
        yield { name: `${table.name}.${script}`, content: scriptFile[script](table, language) };
    }
}

async function* text(write: () => string | Promise<string>): AsyncIterable<string> {
  yield await write();
}
