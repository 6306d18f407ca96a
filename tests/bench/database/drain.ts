// A cursor over all documents, emptied batch by batch as the store reads rows, against decoding the same bytes with nothing else:
// as the driver's cursors decode. For comparison one document at a time, and bson alone, which the driver's decoding exceeds.
import { createRequire } from 'node:module';
import { deserialize } from 'bson';
import type { Collection } from 'mongodb';
import { batchesOf } from '../../../server/store/batches.ts';
import { type Figure, inTurns, median, ratio, type Scale, seconds } from '../measure.ts';
import type { Kilobyte } from './documents.ts';
import { connect, fill, withEngine } from './store.ts';

export async function* drain(scale: Scale): AsyncIterable<Figure> {
  yield* await withEngine(async (uri) => {
    const client = await connect(uri, 1);
    try {
      return await measure(client.db('bench').collection<Kilobyte>('kilobytes'), scale);
    } finally {
      await client.close();
    }
  });
}

/** What the driver's cursors make documents with; it has no public name. */
const { OnDemandDocument } = createRequire(import.meta.url)('mongodb/lib/cmap/wire_protocol/on_demand/document.js') as {
  OnDemandDocument: new (bytes: Uint8Array) => { toObject(): { number: number } };
};

async function measure(collection: Collection<Kilobyte>, { some, rounds }: Scale): Promise<Figure[]> {
  await fill(collection, some);
  const bytes: Uint8Array[] = [];
  for await (const each of collection.find({}, { raw: true })) bytes.push(each as unknown as Uint8Array);
  const { cursor, single, driver, bson } = await inTurns(rounds, {
    cursor: async () => some / (await seconds(() => drainBatches(collection, some))),
    single: async () => some / (await seconds(() => drainSingly(collection, some))),
    driver: async () => some / (await seconds(() => decodeAll(bytes, (each) => new OnDemandDocument(each).toObject()))),
    bson: async () => some / (await seconds(() => decodeAll(bytes, deserialize))),
  });
  return [
    { what: `a cursor over ${some.toLocaleString('en')} documents of 1 KB`, value: median(cursor), unit: '/s' },
    { what: 'the same, one document at a time', value: median(single), unit: '/s' },
    { what: "the driver's decoding of the same bytes alone", value: median(driver), unit: '/s' },
    { what: "bson's decoding of the same bytes alone", value: median(bson), unit: '/s' },
    {
      ...{ key: 'drainRatio', what: "cursor ÷ the driver's decoding", value: ratio(cursor, driver), unit: '' },
      goal: { atLeast: 0.6 },
    },
    { what: "one document at a time ÷ the driver's decoding", value: ratio(single, driver), unit: '' },
    { what: "cursor ÷ bson's decoding", value: ratio(cursor, bson), unit: '' },
  ];
}

async function drainBatches(collection: Collection<Kilobyte>, expected: number): Promise<void> {
  let count = 0;
  for await (const batch of batchesOf<Kilobyte>(collection.find({}, { raw: true }) as never))
    for (const each of batch) count += each.number >= 0 ? 1 : 0;
  refuseFewer(count, expected);
}

async function drainSingly(collection: Collection<Kilobyte>, expected: number): Promise<void> {
  let count = 0;
  for await (const each of collection.find()) count += each.number >= 0 ? 1 : 0;
  refuseFewer(count, expected);
}

function refuseFewer(count: number, expected: number): void {
  if (count !== expected) throw new Error(`the cursor gave ${count} of ${expected} documents`);
}

function decodeAll(bytes: readonly Uint8Array[], decode: (bytes: Uint8Array) => { number?: number }): void {
  for (const each of bytes) if (!((decode(each).number ?? -1) >= 0)) throw new Error('a document without its number');
}
