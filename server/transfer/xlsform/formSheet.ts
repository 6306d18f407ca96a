import { type Column, parseHeader } from './columns.ts';
import { refuse } from './refusal.ts';
import type { Place, RemarkCode, Remarks } from './remarks.ts';
import type { Sheet } from './workbook/workbook.ts';

/** Texts of one cell by language as the header writes it; '' where it names none. */
export type CellTexts = ReadonlyMap<string, string>;

export interface FormRow {
  sheet: string;
  row: number;
  /** The cell of a column without languages; '' when empty. */
  get(column: string): string;
  texts(column: string): CellTexts;
  /** @param language as the header writes it, of a column that has several */
  place(column: string, language?: string): Place;
  /** By the name of its column; '' when empty, undefined when the sheet has no such column. */
  cells: Cells;
}
export type Cells = Pick<ReadonlyMap<string, string>, 'get'>;
export interface FormSheet {
  name: string;
  headerRow: number;
  columns: readonly Column[];
  rows: FormRow[];
}

/** @throws Problem when a column that must be there is missing */
export function readFormSheet(sheet: Sheet, needed: readonly string[]): FormSheet {
  const [header, ...rows] = sheet.rows;
  const isChoices = needed.includes('list_name');
  const columns = new Map([...(header?.cells ?? [])].map(([at, text]) => [at, parseHeader(text, isChoices)] as const));
  const list = [...columns.values()];
  const names = new Set(list.map(({ name }) => name));
  const missing = needed.find((name) => !names.has(name));
  if (missing !== undefined)
    refuse('missing-column', `sheet "${sheet.name}": the first row has no column "${missing}"; add it`);
  return {
    name: sheet.name,
    headerRow: header?.number ?? 1,
    columns: list,
    rows: rows.map((row) => formRow(sheet.name, row.number, row.cells, { columns, list, names })),
  };
}

interface Header {
  columns: ReadonlyMap<number, Column>;
  list: readonly Column[];
  names: ReadonlySet<string>;
}

function formRow(
  sheet: string,
  row: number,
  filled: ReadonlyMap<number, string>,
  { columns, list, names }: Header,
): FormRow {
  const texts = new Map<string, Map<string, string>>();
  for (const [at, text] of filled) {
    const column = columns.get(at);
    if (!column) continue;
    const own = texts.get(column.name) ?? new Map<string, string>();
    texts.set(column.name, own.set(column.language ?? '', text));
  }
  const header = (name: string, language: string | undefined) => {
    const named = list.filter((column) => column.name === name);
    return (named.find((column) => (column.language ?? '') === language) ?? named[0])?.header ?? name;
  };
  return {
    sheet,
    row,
    get: (column) => texts.get(column)?.get('') ?? '',
    texts: (column) => texts.get(column) ?? new Map(),
    place: (column, language) => ({ sheet, row, column: header(column, language) }),
    cells: { get: (name) => (names.has(name) ? (texts.get(name)?.get('') ?? '') : undefined) },
  };
}

/** Columns that nothing is made of, once each with how many cells they fill. */
export function remarkColumns(
  sheet: FormSheet,
  understood: readonly string[],
  reasonFor: (name: string) => [RemarkCode, string],
  remarks: Remarks,
): void {
  for (const { name, header } of sheet.columns) {
    const filled = sheet.rows.filter((row) => row.texts(name).size > 0).length;
    if (understood.includes(name) || filled === 0) continue;
    const place = { sheet: sheet.name, row: sheet.headerRow, column: header };
    const [code, reason] = reasonFor(name);
    remarks.add(place, `${filled} ${filled === 1 ? 'cell' : 'cells'}`, code, reason);
  }
}
