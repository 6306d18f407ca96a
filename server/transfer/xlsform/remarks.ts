/** What of a form could not be carried over, each with its place in the file. */
export type RemarkCode =
  | 'appearance'
  | 'calculation'
  | 'check'
  | 'choices'
  | 'column'
  | 'constraint'
  | 'default'
  | 'device'
  | 'expression'
  | 'formatting'
  | 'language'
  | 'name'
  | 'parameters'
  | 'read-only'
  | 'repeat'
  | 'setting'
  | 'sheet'
  | 'shown'
  | 'text'
  | 'type';

export interface Place {
  sheet: string;
  /** Counts from 1, as the spreadsheet program shows it. */
  row: number;
  /** As the header names it. */
  column: string;
}
export interface NotCarried extends Place {
  /** What stands in the cell, at most 300 characters of it. */
  value: string;
  code: RemarkCode;
  /** English: why, and what was done instead. */
  reason: string;
}

const longestValue = 300;

export class Remarks {
  /** What is told twice in the same words is told once. */
  private readonly list = new Map<string, NotCarried>();

  add(place: Place, value: string, code: RemarkCode, reason: string): void {
    const short = value.length > longestValue ? `${value.slice(0, longestValue - 1)}…` : value;
    const remark = { sheet: place.sheet, row: place.row, column: place.column, value: short, code, reason };
    this.list.set(Object.values(remark).join('\n'), remark);
  }

  /** Sheet by sheet, from the first row to the last. */
  inOrder(): NotCarried[] {
    return [...this.list.values()].toSorted((a, b) => b.sheet.localeCompare(a.sheet, 'en') || a.row - b.row);
  }
}
