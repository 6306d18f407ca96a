// One record's cells as typed values. Each reader notes what is wrong, so that a bad row is told all its faults at once.
import { isValid, parseISO } from 'date-fns';

/** Keys are names that people write: no control characters, and short enough to index. */
const keyPattern = /^[^\p{Cc}]{1,100}$/u;
const numberPattern = /^-?\d{1,15}([.,]\d{1,15})?$/;

export interface Range {
  min?: number;
  max?: number;
  whole?: boolean;
}

export class Cells {
  readonly reasons: string[] = [];

  constructor(
    private readonly places: ReadonlyMap<string, number>,
    private readonly cells: readonly string[],
  ) {}

  /** As it stands; undefined when the cell is empty or the file has no such column. */
  raw(column: string): string | undefined {
    const place = this.places.get(column);
    const cell = place === undefined ? undefined : this.cells[place];
    return cell === undefined || cell.trim() === '' ? undefined : cell;
  }

  refuse(column: string, reason: string): undefined {
    this.reasons.push(`${column}: ${reason}`);
  }

  /** What is refused becomes '', and the row is not stored. */
  required(column: string, value: string | undefined): string {
    const hasReason = this.reasons.some((reason) => reason.startsWith(`${column}:`));
    if (value === undefined && !hasReason) this.refuse(column, 'is empty; fill it in');
    return value ?? '';
  }

  key(column: string): string | undefined {
    const cell = this.raw(column)?.trim();
    if (cell === undefined || keyPattern.test(cell)) return cell;
    return this.refuse(column, 'must be at most 100 characters on one line');
  }

  day(column: string): string | undefined {
    const cell = this.raw(column)?.trim();
    if (cell === undefined || isDay(cell)) return cell;
    return this.refuse(column, `"${cut(cell)}" is not a day; write it as 2025-06-30`);
  }

  /** A day, or a day and a time as in 2025-06-30T12:00:00Z. */
  moment(column: string): string | undefined {
    const cell = this.raw(column)?.trim();
    if (cell === undefined || isDay(cell)) return cell;
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/.test(cell) && isDay(cell.slice(0, 10)))
      if (isValid(parseISO(cell))) return cell;
    return this.refuse(column, `"${cut(cell)}" is not a day or time; write 2025-06-30 or 2025-06-30T12:00:00Z`);
  }

  /** Decimal point or comma. */
  number(column: string, { min = -Infinity, max = Infinity, whole = false }: Range = {}): number | undefined {
    const cell = this.raw(column)?.trim();
    if (cell === undefined) return undefined;
    const value = numberIn(cell);
    const kind = whole ? 'a whole number' : 'a number';
    if (value === undefined || (whole && !Number.isInteger(value)))
      return this.refuse(column, `"${cut(cell)}" is not ${kind}`);
    if (value < min || value > max) return this.refuse(column, `${value} is outside ${min} to ${max}`);
    return value;
  }

  /** One of a list, to the letter. */
  code<Code extends string>(column: string, codes: readonly Code[]): Code | undefined {
    const cell = this.raw(column)?.trim();
    if (cell === undefined) return undefined;
    const found = codes.find((code) => code === cell);
    if (found !== undefined) return found;
    const known =
      codes.length > 0 ? `use one of ${listed(codes)}` : 'the programme has no such codes; add it to programme.json';
    return this.refuse(column, `"${cut(cell)}" is not known; ${known}`);
  }
}

/** undefined for what is no number. */
export function numberIn(text: string): number | undefined {
  const trimmed = text.trim();
  return numberPattern.test(trimmed) ? Number(trimmed.replace(',', '.')) : undefined;
}

export function isDay(text: string): boolean {
  return /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && isValid(parseISO(text));
}

export function listed(names: readonly string[]): string {
  return names.length > 30 ? `${names.slice(0, 30).join(', ')} ...` : names.join(', ');
}

/** Long cells do not belong in a message. */
export function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
