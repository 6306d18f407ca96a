// Variables as SPSS has them: a number with labels, or a text of a fixed width.
import { notAskedText, plainText } from '../csvText.ts';
import { missing } from '../missing.ts';
import { type Cell, labelIn, notAsked, type Variable } from '../variable.ts';
import { spssNames } from './names.ts';

export const textMissing = notAskedText.padEnd(8);
/** SPSS's own limit is 32,767 bytes. */
const widest = 32_000;

export interface SavColumn {
  name: string;
  label: string;
  level: Variable['level'];
  /** Bytes of a text; undefined: a number. */
  width: number | undefined;
  format: 'number' | 'decimal' | 'day' | 'text';
  values: readonly { number: number; label: string }[];
  /** User-missing numbers. */
  missing: readonly number[];
  /** undefined: system-missing. */
  number(cell: Cell): number | undefined;
}

/** @param widths bytes of the longest text of each variable */
export function savColumns(variables: readonly Variable[], widths: readonly number[], language: string): SavColumn[] {
  const names = spssNames(variables.map((each) => each.name));
  return variables.map((variable, at) => column(variable, names[at] ?? '', widths[at] ?? 0, language));
}

export const isText = ({ kind }: Variable) => kind === 'text' || kind === 'key';

function column({ kind, level, label, codes }: Variable, name: string, width: number, language: string): SavColumn {
  const head = { name, label: labelIn(label, language), level, values: [], missing: [], width: undefined };
  if (kind === 'text' || kind === 'key')
    return { ...head, width: Math.min(widest, Math.max(9, width)), format: 'text', number: () => undefined };
  if (kind === 'day') return { ...head, format: 'day', number: secondsOf };
  const labels = [missing.notAsked, missing.notAnswered, ...codes.toSorted((one, other) => one.number - other.number)];
  const numbers = new Map(codes.map((each) => [each.code, each.number]));
  const read = (cell: Cell) => (kind === 'code' ? numbers.get(String(cell)) : finite(cell));
  return {
    ...head,
    format: kind === 'code' ? 'number' : 'decimal',
    values: labels.map((each) => ({ number: each.number, label: labelIn(each.label, language) })),
    missing: [missing.notAsked.number, missing.notAnswered.number],
    number: (cell) => {
      if (cell === notAsked) return missing.notAsked.number;
      return cell === undefined ? missing.notAnswered.number : read(cell);
    },
  };
}

const finite = (cell: Cell) => (typeof cell === 'number' && Number.isFinite(cell) ? cell : undefined);

/** Days as seconds since 14 October 1582, the beginning of the Gregorian calendar. */
const epoch = Date.UTC(1582, 9, 14);

function secondsOf(cell: Cell): number | undefined {
  if (typeof cell !== 'string') return undefined;
  const time = Date.parse(cell.slice(0, 10));
  return Number.isNaN(time) ? undefined : (time - epoch) / 1000;
}

/** A text as it is stored: not answered is blank. */
export const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell.replaceAll('\0', '') : plainText(cell));
