/**
 * Reads JSON and remembers where each value starts, so that an editor can point at it. JSON.parse gives neither
 * places nor repeated names.
 */
import { type DefinitionProblem, join } from './problem.ts';

export interface SourcePlaces {
  value: unknown;
  error: { offset: number; message: string } | undefined;
  duplicates: DefinitionProblem[];
  /** Of the value at the path, else of the nearest value around it. */
  offsetOf(path: string): number;
  place(offset: number): { line: number; column: number };
}

const token =
  /[ \t\n\r]*(?:([{}[\],:])|("[^"\\]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|)/y;
const mostDepth = 100;

class JsonSyntaxError extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

class Reader {
  readonly offsets = new Map<string, number>();
  readonly duplicates: DefinitionProblem[] = [];
  private at = 0;
  private start = 0;
  private text: string;
  private current = '';

  constructor(text: string) {
    this.text = text;
    this.next();
  }

  read(): unknown {
    const value = this.value('', 0);
    if (this.current !== '' || this.at < this.text.length) this.fail('after the end of the survey');
    return value;
  }

  private next(): void {
    token.lastIndex = this.at;
    const match = token.exec(this.text);
    this.current = match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
    this.at = match ? token.lastIndex : this.at;
    this.start = this.at - this.current.length;
  }

  private fail(where: string): never {
    const found = this.current || this.text.slice(this.at, this.at + 1);
    throw new JsonSyntaxError(
      this.start,
      found === '' ? `the text ends ${where}` : `unexpected ${JSON.stringify(found.slice(0, 20))} ${where}`,
    );
  }

  private value(path: string, depth: number): unknown {
    this.offsets.set(path, this.start);
    if (depth > mostDepth) this.fail(`nested more than ${mostDepth} deep`);
    const first = this.current;
    if (first === '{') return this.object(path, depth);
    if (first === '[') return this.array(path, depth);
    if (first === '' || '}],:'.includes(first)) this.fail('where a value should stand');
    const parsed = this.scalar();
    this.next();
    return parsed;
  }

  /** JSON.parse refuses line breaks and tabs inside a text. */
  private scalar(): unknown {
    try {
      return JSON.parse(this.current);
    } catch {
      return this.fail('with a line break or tab inside a text: write \\n or \\t');
    }
  }

  private object(path: string, depth: number): unknown {
    const entries: [string, unknown][] = [];
    const names = new Set<string>();
    this.next();
    while (this.current !== '}') {
      if (entries.length > 0) this.expect(',', 'between two properties');
      if (!this.current.startsWith('"')) this.fail('where a property name in double quotes should stand');
      const name = String(this.scalar());
      const place = join(path, name);
      const start = this.start;
      if (names.has(name))
        this.duplicates.push({
          severity: 'error',
          path: place,
          code: 'duplicate-property',
          message: `"${name}" stands twice in one object`,
        });
      names.add(name);
      this.next();
      this.expect(':', `after "${name.slice(0, 20)}"`);
      entries.push([name, this.value(place, depth + 1)]);
      this.offsets.set(place, start);
    }
    this.next();
    return Object.fromEntries(entries);
  }

  private array(path: string, depth: number): unknown[] {
    const values: unknown[] = [];
    this.next();
    while (this.current !== ']') {
      if (values.length > 0) this.expect(',', 'between two entries');
      values.push(this.value(join(path, values.length), depth + 1));
    }
    this.next();
    return values;
  }

  private expect(wanted: string, where: string): void {
    if (this.current !== wanted) this.fail(`${where}: "${wanted}" is missing`);
    this.next();
  }
}

export function positionsIn(text: string): SourcePlaces {
  const place = (offset: number) => {
    const before = text.slice(0, offset);
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
  };
  const reader = new Reader(text);
  const offsetOf = (path: string): number => {
    for (let at = path; at !== ''; at = at.replace(/(\.[^.[\]]*|\[\d+\]|^[^.[\]]*)$/, '')) {
      const offset = reader.offsets.get(at);
      if (offset !== undefined) return offset;
    }
    return reader.offsets.get('') ?? 0;
  };
  try {
    return { value: reader.read(), error: undefined, duplicates: reader.duplicates, offsetOf, place };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return { value: undefined, error, duplicates: [], offsetOf, place };
  }
}
