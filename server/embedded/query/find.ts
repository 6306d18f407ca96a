// A filter with sort, skip, limit and projection over one collection, taken in chunks so that other connections get their turn.
import { type Doc, decode } from '../bson/codec.ts';
import { type KeyPart, sortKey } from '../bson/key.ts';
import type { Call } from '../commands/call.ts';
import { BATCH_BYTES, type Source } from '../commands/cursors.ts';
import { CommandError } from '../errors.ts';
import { type Collection, findCollection } from '../storage/catalogue.ts';
import type { View } from '../storage/lmdb.ts';
import { choosePlan, type Plan } from '../storage/planner.ts';
import type { StoredRecord } from '../storage/records.ts';
import { Scan } from '../storage/scan.ts';
import { compileFilter, type Predicate } from './match.ts';
import type { ByteTransform } from './project.ts';
import { Sorter } from './sort.ts';

const TURN_MS = 20;

export interface FindOptions {
  filter: Doc;
  sort: KeyPart[];
  skip: number;
  /** Infinity for all. */
  limit: number;
  project?: ByteTransform;
}

/** The top-level fields a filter looks at: only these are decoded to test it. */
export function fieldsOf(filter: Doc, into = new Set<string>()): Set<string> {
  for (const [name, value] of filter) {
    if (!name.startsWith('$')) into.add(name.split('.')[0] ?? '');
    else if (Array.isArray(value)) for (const one of value) if (one instanceof Map) fieldsOf(one, into);
  }
  return into;
}

/** A filter's test on bytes. */
function byteTest(filter: Doc): (bytes: Buffer) => boolean {
  if (filter.size === 0) return () => true;
  const predicate: Predicate = compileFilter(filter);
  const fields = fieldsOf(filter);
  return (bytes) => predicate(decode(bytes, fields));
}

/** All records of one moment that match, in the plan's order; for writes, which run in one go. */
export function* matching(
  view: View,
  collection: Collection,
  filter: Doc,
  sort: KeyPart[] = [],
): Iterable<StoredRecord> {
  const plan = choosePlan(collection, filter, sort);
  const test = byteTest(filter);
  const found: Iterable<StoredRecord> = new Scan(plan).walk(view, collection);
  if (plan.ordered) {
    for (const record of found) if (test(record.bytes)) yield record;
    return;
  }
  const sorter = new Sorter<StoredRecord>(Number.POSITIVE_INFINITY, ({ bytes }) => bytes.length);
  for (const record of found) if (test(record.bytes)) sorter.add(sortKey(decode(record.bytes), sort), record);
  yield* sorter.result();
}

export class FindSource implements Source {
  done = false;
  readonly #namespace: string;
  readonly #options: FindOptions;
  readonly #test: (bytes: Buffer) => boolean;
  readonly #sortFields: Set<string>;
  #collection: Collection | undefined;
  #plan: Plan | undefined;
  #scan: Scan | undefined;
  #skip: number;
  #left: number;
  #sorted: Buffer[] | undefined;

  constructor(namespace: string, options: FindOptions) {
    this.#namespace = namespace;
    this.#options = options;
    this.#test = byteTest(options.filter);
    this.#sortFields = new Set(options.sort.map(({ path }) => path[0] ?? ''));
    this.#skip = options.skip;
    this.#left = options.limit;
  }

  get keysExamined(): number {
    return this.#scan?.keysExamined ?? 0;
  }

  get documentsExamined(): number {
    return this.#scan?.documentsExamined ?? 0;
  }

  async next(call: Call, wanted: number): Promise<Buffer[]> {
    this.#begin(call.view());
    if (this.#plan && !this.#plan.ordered && !this.#sorted) this.#sorted = await this.#sort(call);
    const batch: Buffer[] = [];
    let bytes = 0;
    const take = (found: Buffer) => {
      if (this.#skip > 0) {
        this.#skip--;
        return true;
      }
      const shown = this.#options.project ? this.#options.project(found) : found;
      batch.push(shown);
      bytes += shown.length;
      this.#left--;
      return this.#left > 0 && batch.length < wanted && bytes < BATCH_BYTES;
    };
    if (this.#left > 0) this.done = this.#sorted ? this.#takeSorted(take) : await this.#each(call, take);
    this.done ||= this.#left <= 0;
    return batch;
  }

  /** Plans at the first call; later ones check that what was planned still exists. */
  #begin(view: View): void {
    const { filter, sort } = this.#options;
    const now = findCollection(view, this.#namespace);
    if (!this.#scan) {
      this.#collection = now;
      this.#plan = now ? choosePlan(now, filter, sort) : { intervals: [], reverse: false, ordered: true };
      this.#scan = new Scan(this.#plan);
      return;
    }
    const index = this.#plan?.index;
    const gone =
      this.#collection?.tree !== now?.tree || (index && !now?.indexes.some(({ tree }) => tree === index.tree));
    if (gone)
      throw new CommandError(175, `The collection ${this.#namespace} or its index was dropped while a cursor was open`);
  }

  #takeSorted(take: (found: Buffer) => boolean): boolean {
    const sorted = this.#sorted ?? [];
    let at = 0;
    while (at < sorted.length && take(sorted[at] as Buffer)) at++;
    this.#sorted = sorted.slice(at + 1);
    return this.#sorted.length === 0;
  }

  /** Hands every match to `take` until it says stop; true when all have been seen. */
  async #each(call: Call, take: (bytes: Buffer) => boolean): Promise<boolean> {
    for (;;) {
      const outcome = this.#turn(call, take);
      if (outcome !== 'pause') return outcome === 'end';
      await new Promise((resume) => setImmediate(resume));
    }
  }

  #turn(call: Call, take: (bytes: Buffer) => boolean): 'end' | 'full' | 'pause' {
    const view = call.view();
    this.#begin(view);
    if (!this.#collection || !this.#scan) return 'end';
    const until = Date.now() + TURN_MS;
    let seen = 0;
    for (const { bytes } of this.#scan.walk(view, this.#collection)) {
      if (this.#test(bytes) && !take(bytes)) return 'full';
      if (++seen % 256 === 0 && Date.now() > until) {
        if (Date.now() > call.deadline) throw new CommandError(50, 'operation exceeded time limit');
        return 'pause';
      }
    }
    return 'end';
  }

  async #sort(call: Call): Promise<Buffer[]> {
    const { sort, skip, limit } = this.#options;
    const sorter = new Sorter<Buffer>(skip + limit, (bytes) => bytes.length);
    await this.#each(call, (bytes) => {
      sorter.add(sortKey(decode(bytes, this.#sortFields), sort), bytes);
      return true;
    });
    return sorter.result();
  }
}
