// CSV as people's programs write it: UTF-8 with or without BOM, comma or semicolon, RFC 4180 quoting.
import { CsvError, parse } from 'csv-parse/sync';

export interface CsvTable {
  columns: string[];
  records: CsvRecord[];
}
export interface CsvRecord {
  /** Where it begins in the file; the header is line 1. */
  line: number;
  cells: string[];
}

/** The file as a whole can't be read. */
export class UnreadableCsv extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

interface Parsed {
  record: string[];
  info: { bytes: number };
}

/** Records without any value are left out, as spreadsheets write them below the last row. @throws UnreadableCsv */
export function readCsv(bytes: Uint8Array): CsvTable {
  const text = decode(bytes);
  const [header, ...records] = withLines(text, split(text));
  if (!header) throw new UnreadableCsv(1, 'the file is empty; give it a header with the names of the columns');
  const columns = header.cells.map((name) => name.trim());
  while (columns.at(-1) === '') columns.pop();
  const twice = columns.find((name, at) => columns.indexOf(name) !== at);
  if (twice !== undefined) throw new UnreadableCsv(1, `column "${twice}" stands twice; keep one of them`);
  return { columns, records: records.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableCsv(1, 'the file is not UTF-8; save it as "CSV UTF-8"');
  }
}

function split(text: string): Parsed[] {
  const delimiter = delimiterOf(text);
  try {
    const newlines = ['\r\n', '\n', '\r'];
    const options = {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: newlines,
    } as const;
    return parse(text, options) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 1);
    throw new UnreadableCsv(line, `the quotes up to line ${line} do not match; write a quote within a cell as ""`);
  }
}

/** Whichever of the two the header has more of, outside quotes. */
function delimiterOf(text: string): ',' | ';' {
  const header = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

const [lineFeed, carriageReturn] = [10, 13];

/** The parser counts lines wrongly where line ends are mixed, so they are counted here: from where each record begins. */
function withLines(text: string, parsed: readonly Parsed[]): CsvRecord[] {
  const bytes = Buffer.from(text);
  let [at, line] = [0, 1];
  const next = () => {
    const byte = bytes[at++];
    if (byte === lineFeed || (byte === carriageReturn && bytes[at] !== lineFeed)) line++;
  };
  return parsed.map(({ record, info }) => {
    while (bytes[at] === lineFeed || bytes[at] === carriageReturn) next();
    const start = line;
    while (at < info.bytes) next();
    return { line: start, cells: record };
  });
}
