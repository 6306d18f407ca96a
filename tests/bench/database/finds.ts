// A look-up by a secondary index, in collections of three sizes side by side in one database.
import type { Collection } from 'mongodb';
import { type Figure, inTurns, median, perSecond, ratio, type Scale } from '../measure.ts';
import type { Kilobyte } from './documents.ts';
import { connect, fill, withEngine } from './store.ts';

const lanes = 8;

export async function* finds(scale: Scale): AsyncIterable<Figure> {
  yield* await withEngine(async (uri) => {
    const client = await connect(uri, lanes);
    try {
      return await measure((size) => client.db('bench').collection<Kilobyte>(`size${size}`), scale);
    } finally {
      await client.close();
    }
  });
}

async function measure(collectionOf: (size: number) => Collection<Kilobyte>, scale: Scale): Promise<Figure[]> {
  const { few, some, many, rounds, turn } = scale;
  for (const size of [few, some, many]) {
    await collectionOf(size).createIndex({ key: 1 });
    await fill(collectionOf(size), size);
  }
  const find = (size: number) => async () =>
    1e6 / (await perSecond(lanes, turn, () => findOne(collectionOf(size), size)));
  const times = await inTurns(rounds, { few: find(few), some: find(some), many: find(many) });
  const what = (size: number) => `an indexed find among ${size.toLocaleString('en')}`;
  return [
    { what: what(few), value: median(times.few), unit: 'µs' },
    { what: what(some), value: median(times.some), unit: 'µs' },
    { what: what(many), value: median(times.many), unit: 'µs' },
    {
      ...{ key: 'findGrowth', what: `among ${many.toLocaleString('en')} ÷ among ${few.toLocaleString('en')}` },
      ...{ value: ratio(times.many, times.few), unit: '', goal: { atMost: 1.5 } },
    },
  ];
}

async function findOne(collection: Collection<Kilobyte>, size: number): Promise<void> {
  const number = Math.floor(Math.random() * size);
  const found = await collection.findOne({ key: `K${String(number).padStart(9, '0')}` });
  if (found?.number !== number) throw new Error(`found ${found?.number} instead of ${number}`);
}
