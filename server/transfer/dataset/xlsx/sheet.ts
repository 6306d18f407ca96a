// Rows as a worksheet of Office Open XML (ECMA-376, 18.3): texts stand in their cells, so that nothing has to be kept.

import { notAskedText } from '../csvText.ts';
import { type Cell, notAsked, type Variable } from '../variable.ts';

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Excel's own limits. */
const mostRows = 1_048_576;
const mostColumns = 16_384;
const longestText = 32_767;

/** Places in `styles.xml`. */
const headStyle = 1;
const dayStyle = 2;

export interface Sheet {
  name: string;
  variables: readonly Variable[];
  rows(): AsyncIterable<readonly (readonly Cell[])[]>;
}

/** @throws Error when there are more rows or columns than a sheet can hold */
export async function* sheetXml({ name, variables, rows }: Sheet): AsyncIterable<string> {
  if (variables.length > mostColumns)
    throw new Error(`${name} has more columns than a workbook can hold: take CSV or SAV`);
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield `<row>${variables.map((each) => textCell(each.name, headStyle)).join('')}</row>`;
  const areDays = variables.map((each) => each.kind === 'day');
  let count = 1;
  for await (const batch of rows()) {
    count += batch.length;
    if (count > mostRows) throw new Error(`${name} has more rows than a workbook can hold: take CSV or SAV`);
    yield batch.map((row) => rowXml(row, areDays)).join('');
  }
  yield '</sheetData></worksheet>';
}

function rowXml(row: readonly Cell[], areDays: readonly boolean[]): string {
  let xml = '<row>';
  for (let at = 0; at < row.length; at++) xml += cellXml(row[at], areDays[at] === true);
  return `${xml}</row>`;
}

function cellXml(cell: Cell, isDay: boolean): string {
  if (cell === undefined) return '<c/>';
  if (cell === notAsked) return textCell(notAskedText);
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c><v>${cell}</v></c>` : '<c/>';
  const day = isDay ? serialDay(cell) : undefined;
  return day === undefined ? textCell(cell) : `<c s="${dayStyle}"><v>${day}</v></c>`;
}

/** Excel counts days from 30 December 1899. */
function serialDay(text: string): number | undefined {
  const days = (Date.parse(text.slice(0, 10)) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return Number.isInteger(days) ? days : undefined;
}

/** An inline text is never a formula. */
function textCell(text: string, style?: number): string {
  const attribute = style === undefined ? '' : ` s="${style}"`;
  return `<c t="inlineStr"${attribute}><is><t xml:space="preserve">${escaped(text.slice(0, longestText))}</t></is></c>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML has no place for falls away. */
export function escaped(text: string): string {
  if (!/[&<>"\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text)) return text;
  return text
    .replace(/[&<>"]/g, (each) => entities[each] ?? '')
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '');
}
