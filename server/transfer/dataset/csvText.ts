// CSV of a table: comma, decimal point, UTF-8, a line a row. Codes as they are in the database.
import { type Cell, notAsked, type Table } from './variable.ts';

/** In place of an answer to a question that was not asked; an empty cell was not answered. */
export const notAskedText = 'NA';
const number = /^-?\d+([.,]\d+)?$/;
const special = /[",\n\r\t]/;

/** A spreadsheet takes a text that begins so for a formula (OWASP, "CSV Injection"): an apostrophe keeps it a text. */
function guarded(text: string): string {
  const first = text.charCodeAt(0);
  // = + - @, tab, line feed, carriage return
  const isRisky =
    first === 61 || first === 43 || first === 45 || first === 64 || first === 9 || first === 10 || first === 13;
  return isRisky && !number.test(text) ? `'${text}` : text;
}

/** As a program reads it back: line breaks are spaces, since SPSS ends a case at the end of a line whatever the quotes. */
export function plainText(cell: Cell): string {
  if (typeof cell === 'number') return `${cell}`;
  if (cell === undefined) return '';
  if (cell === notAsked) return notAskedText;
  const text = guarded(cell);
  return special.test(text) ? text.replace(/[\r\n\t]+/g, ' ') : text;
}

export function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return `${cell}`;
  const text = plainText(cell);
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvLine(cells: readonly Cell[]): string {
  let line = '';
  for (let at = 0; at < cells.length; at++) line += at === 0 ? csvCell(cells[at]) : `,${csvCell(cells[at])}`;
  return `${line}\n`;
}

/** In pieces, the header first. */
export async function* csvText({ variables, rows }: Table): AsyncIterable<string> {
  yield csvLine(variables.map((each) => each.name));
  for await (const batch of rows()) {
    let text = '';
    for (const row of batch) text += csvLine(row);
    if (text !== '') yield text;
  }
}
