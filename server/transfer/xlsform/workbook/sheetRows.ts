import { refuse } from '../refusal.ts';
import { xmlEvents } from './xml.ts';

export interface SheetRow {
  /** Counts from 1, as the spreadsheet program shows it. */
  number: number;
  /** Text without space around it by column, counted from 0; empty cells are not there. */
  cells: Map<number, string>;
}

const mostRows = 2000;
/** As many characters as Excel takes in a cell. */
const longestCell = 32_767;

interface OpenCell {
  column: number;
  type: string;
  text: string;
  hasFormula: boolean;
}

/** Rows with anything in them, the header among them. @throws Problem for a formula, or more rows than are read */
export function sheetRows(sheet: string, xml: string, strings: readonly string[]): SheetRow[] {
  const rows: SheetRow[] = [];
  let row: SheetRow = { number: 0, cells: new Map() };
  let cell: OpenCell | undefined;
  let [column, isValue] = [-1, false];
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') {
      if (cell && isValue) cell.text += event.text;
    } else if (event.name === 'row') {
      if (event.kind === 'open') row = { number: Number(event.attributes.r) || row.number + 1, cells: new Map() };
      else if (row.cells.size > 0 && rows.push(row) > mostRows + 1) tooMany(sheet);
      column = -1;
    } else if (event.name === 'c' && event.kind === 'open') {
      column = columnOf(event.attributes.r) ?? column + 1;
      cell = { column, type: event.attributes.t ?? 'n', text: '', hasFormula: false };
    } else if (event.name === 'c' && cell) {
      if (cell.hasFormula) formula(sheet, cell.column, row.number);
      const text = textOf(cell, strings);
      if (text.length > longestCell) tooLong(sheet, cell.column, row.number);
      if (text !== '') row.cells.set(cell.column, text);
      cell = undefined;
    } else if (event.name === 'f' && cell) cell.hasFormula = true;
    else if (event.name === 'v' || event.name === 't') isValue = event.kind === 'open';
  }
  return rows;
}

function textOf({ type, text }: OpenCell, strings: readonly string[]): string {
  if (type === 's') return tidy(strings[Number(text)] ?? '');
  if (type === 'b') return text.trim() === '1' ? 'true' : 'false';
  if (type === 'n' && text !== '' && Number.isFinite(Number(text))) return String(Number(text));
  return tidy(text);
}

/** Without the spaces and line ends that spreadsheet programs put in unseen. */
const tidy = (text: string) =>
  text
    .replace(/_x000D_/gi, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .trim();

/** `C4` is column 2; undefined where the cell does not say. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The letters of a column, counted from 0: 27 is AB. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

function tooLong(sheet: string, column: number, row: number): never {
  const place = `sheet "${sheet}", cell ${columnLetters(column)}${row}`;
  return refuse('too-large', `${place}: holds more than ${longestCell} characters; shorten it`);
}

function formula(sheet: string, column: number, row: number): never {
  const place = `sheet "${sheet}", cell ${columnLetters(column)}${row}`;
  return refuse('formula', `${place}: holds a formula; copy the cells and paste them as values, then save the file`);
}

function tooMany(sheet: string): never {
  return refuse('too-many-rows', `sheet "${sheet}": has more than ${mostRows} rows; split the form in several files`);
}
