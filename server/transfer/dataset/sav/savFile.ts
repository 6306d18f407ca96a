// A table as SPSS system file (.sav). The rows are read twice: texts have a fixed width, which must be known before the first.
import { type Cell, labelIn, type Table } from '../variable.ts';
import { compressor } from './bytecode.ts';
import { isText, type SavColumn, savColumns, textOf } from './columns.ts';
import { dictionary } from './dictionary.ts';
import { cutBytes } from './names.ts';
import { segmentBytes } from './segments.ts';

/**
 * In pieces. A text that comes in while the file is written and is longer than all before is cut to their width.
 * @param language of the labels
 */
export async function* savFile(table: Table, language: string, created = new Date()): AsyncIterable<Buffer> {
  const columns = savColumns(table.variables, await widthsOf(table), language);
  yield dictionary(columns, labelIn(table.label, language), created);
  const cases = compressor();
  for await (const batch of table.rows()) {
    for (const row of batch) for (const [at, column] of columns.entries()) writeCell(cases, column, row[at]);
    yield cases.take();
  }
  yield cases.finish();
}

function writeCell(cases: ReturnType<typeof compressor>, column: SavColumn, cell: Cell): void {
  const { width } = column;
  if (width === undefined) cases.number(column.number(cell));
  else cases.text(segmentBytes(Buffer.from(cutBytes(textOf(cell), width)), width));
}

/** Bytes of the longest text of each variable. */
export async function widthsOf({ variables, rows }: Table): Promise<number[]> {
  const widths = variables.map(() => 0);
  const texts = variables.flatMap((each, at) => (isText(each) ? [at] : []));
  for await (const batch of rows())
    for (const row of batch)
      for (const at of texts) widths[at] = Math.max(widths[at] ?? 0, Buffer.byteLength(textOf(row[at])));
  return widths;
}
