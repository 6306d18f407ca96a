// Walks a plan's records and can be left and taken up again, so that a long read does not hold up other connections.
import type { Collection } from './catalogue.ts';
import type { View } from './lmdb.ts';
import type { Plan } from './planner.ts';
import { recordKey, recordOf, type StoredRecord } from './records.ts';

export class Scan {
  readonly #plan: Plan;
  readonly #seen: Set<number> | undefined;
  #interval = 0;
  #last: Buffer | undefined;
  keysExamined = 0;
  documentsExamined = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#seen = plan.index?.multikey ? new Set() : undefined;
  }

  /** Records from where the last walk stopped. */
  *walk(view: View, collection: Collection): Iterable<StoredRecord> {
    const { intervals, reverse, index } = this.#plan;
    const ordered = reverse ? [...intervals].reverse() : intervals;
    for (; this.#interval < ordered.length; this.#interval++, this.#last = undefined) {
      const { from, to } = ordered[this.#interval] ?? { from: Buffer.alloc(0), to: Buffer.alloc(0) };
      const start = !reverse && this.#last ? Buffer.concat([this.#last, Buffer.from([0])]) : from;
      const end = reverse && this.#last ? this.#last : to;
      for (const { key, value } of view.range(start, end, reverse)) {
        this.#last = key;
        if (index) this.keysExamined++;
        const record = recordOf(index?.unique ? value : key);
        if (this.#seen?.has(record)) continue;
        this.#seen?.add(record);
        const bytes = index ? view.get(recordKey(collection, record)) : value;
        if (!bytes) continue;
        this.documentsExamined++;
        yield { record, bytes };
      }
    }
  }
}
