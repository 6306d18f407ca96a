// The responses of one survey as they are kept in memory: columns that grow, and are written over when a response changes.
import type { Response } from '../programme/records.ts';
import { type Column, GrowingColumn } from './columns.ts';
import { hashOf } from './hash.ts';
import type { Question } from './questions.ts';
import { answerReader, type Read } from './reading.ts';

/** What a response carries itself, beside its answers. */
const own = {
  enrolment: { kind: 'code', read: (each) => each.enrolment },
  day: { kind: 'code', read: (each) => each.submittedAt.slice(0, 10) },
  version: { kind: 'number', read: (each) => each.version },
  site: { kind: 'code', read: (each) => each.site },
  gender: { kind: 'code', read: (each) => each.gender },
  bornAbroad: { kind: 'code', read: (each) => each.bornAbroad },
  referrer: { kind: 'code', read: (each) => each.referrer },
  role: { kind: 'code', read: (each) => each.role },
  wave: { kind: 'code', read: (each) => each.wave },
  language: { kind: 'code', read: (each) => each.language },
  mode: { kind: 'code', read: (each) => each.mode },
  birthYear: { kind: 'number', read: (each) => each.birthYear },
  ageBand: { kind: 'number', read: (each) => each.ageBand },
} as const satisfies Record<string, Read>;
export type OwnName = keyof typeof own;

interface Writing {
  read: Read['read'];
  column: GrowingColumn<Column['kind']>;
}

const write = ({ read, column }: Writing, row: number, response: Response): void => {
  const value = read(response);
  column.set(row, value === '' || Number.isNaN(value) ? undefined : value);
};

/** Responses that say the same in all that is kept of them. */
export interface GatheredResponses {
  response: Response;
  count: number;
}

export class KeptResponses {
  #size = 0;
  #weights: Int32Array | undefined;
  /** Of each row's key two halves of a hash: twice 32 bits, so that two of a billion keys hardly ever meet. */
  #keys = new Uint32Array(0);
  readonly #own = new Map<string, Writing>();
  readonly #answers = new Map<string, Writing>();

  /** @param questions those whose answers are kept, by name */
  constructor(questions: ReadonlyMap<string, Question>) {
    const writing = ({ kind, read }: Read): Writing => ({ read, column: new GrowingColumn(kind) });
    for (const [name, read] of Object.entries(own)) this.#own.set(name, writing(read));
    for (const [name, question] of questions) this.#answers.set(name, writing(answerReader(question)));
  }

  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    const columns = [...this.#own.values(), ...this.#answers.values()];
    return columns.reduce(
      (sum, { column }) => sum + column.bytes,
      this.#keys.byteLength + (this.#weights?.byteLength ?? 0),
    );
  }

  /** Responses none of which is kept already. */
  add(responses: readonly Response[]): void {
    for (const response of responses) {
      const [high, low] = hashOf(response.response);
      this.#put(this.#size++, response, high, low);
    }
  }

  /** How many responses each row stands for; undefined where each stands for one. */
  get weights(): Int32Array | undefined {
    return this.#weights;
  }

  /** Of each row two halves of its key's hash; nothing where rows are gathered. */
  get keys(): Uint32Array {
    return this.#keys.subarray(0, 2 * this.#size);
  }

  /** Nothing can be taken up after them: which response is in which row is not known any more. */
  addGathered(groups: readonly GatheredResponses[]): void {
    const weights = new Int32Array(this.#size + groups.length);
    weights.set(this.#weights ?? []);
    for (const { response, count } of groups) {
      weights[this.#size] = count;
      this.#put(this.#size++, response, 0, 0);
    }
    this.#weights = weights;
  }

  /** New ones and changed ones: what is kept under the same key is written over. */
  takeUp(responses: readonly Response[]): void {
    const wanted = new Map(responses.map((response) => [joined(...hashOf(response.response)), response]));
    const places = this.#placesOf(wanted);
    for (const [hash, response] of wanted) {
      const [high, low] = hashOf(response.response);
      this.#put(places.get(hash) ?? this.#size++, response, high, low);
    }
  }

  find(name: OwnName): Column {
    return this.#over(this.#own, name) as Column;
  }

  findAnswer(question: string): Column | undefined {
    return this.#over(this.#answers, question);
  }

  #over(from: ReadonlyMap<string, Writing>, name: string): Column | undefined {
    return from.get(name)?.column.over(this.#size) as Column | undefined;
  }

  #put(row: number, response: Response, high: number, low: number): void {
    if (2 * row >= this.#keys.length) {
      const more = new Uint32Array(2 * Math.ceil((row + 1) * 1.125));
      more.set(this.#keys);
      this.#keys = more;
    }
    this.#keys[2 * row] = high;
    this.#keys[2 * row + 1] = low;
    for (const writing of this.#own.values()) write(writing, row, response);
    for (const writing of this.#answers.values()) write(writing, row, response);
  }

  /** The rows of keys. One pass over all: it is asked once for many, and an index would take more room than the answers. */
  #placesOf(wanted: ReadonlyMap<bigint, unknown>): Map<bigint, number> {
    const places = new Map<bigint, number>();
    const halves = new Uint8Array(65_536);
    for (const hash of wanted.keys()) halves[Number(hash & 0xffffn)] = 1;
    for (let row = 0; row < this.#size; row++) {
      const low = this.#keys[2 * row + 1] as number;
      if (halves[low & 0xffff] === 0) continue;
      const hash = joined(this.#keys[2 * row] as number, low);
      if (wanted.has(hash)) places.set(hash, row);
    }
    return places;
  }
}

const joined = (high: number, low: number): bigint => (BigInt(high) << 32n) | BigInt(low);
