// A cursor over all documents, against the driver's own decoding of the same bytes with nothing else.
import { deserialize } from 'bson';
import type { Collection } from 'mongodb';
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

async function measure(collection: Collection<Kilobyte>, { some, rounds }: Scale): Promise<Figure[]> {
  await fill(collection, some);
  const bytes: Uint8Array[] = [];
  for await (const each of collection.find({}, { raw: true })) bytes.push(each as unknown as Uint8Array);
  const { cursor, decoding } = await inTurns(rounds, {
    cursor: async () => some / (await seconds(() => countAll(collection, some))),
    decoding: async () => some / (await seconds(() => decodeAll(bytes))),
  });
  return [
    { what: `a cursor over ${some.toLocaleString('en')} documents of 1 KB`, value: median(cursor), unit: '/s' },
    { what: 'decoding the same bytes alone', value: median(decoding), unit: '/s' },
    {
      ...{ key: 'drainRatio', what: 'cursor ÷ decoding', value: ratio(cursor, decoding), unit: '' },
      goal: { atLeast: 0.6 },
    },
  ];
}

async function countAll(collection: Collection<Kilobyte>, expected: number): Promise<void> {
  let count = 0;
  for await (const each of collection.find()) count += each.number >= 0 ? 1 : 0;
  if (count !== expected) throw new Error(`the cursor gave ${count} of ${expected} documents`);
}

function decodeAll(bytes: readonly Uint8Array[]): void {
  for (const each of bytes) if (!(deserialize(each).number >= 0)) throw new Error('a document without its number');
}
