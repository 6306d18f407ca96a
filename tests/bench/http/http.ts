// Part http: submissions through the whole product, against the driver storing the same documents, and with more stored.
import { type Figure, inTurns, median, perSecondOf, ratio, type Scale } from '../measure.ts';
import { copyOf, fillTo } from './copies.ts';
import { lanes, openSite, type Site, type StoredResponse } from './site.ts';

const sampled = 64;
/** Submissions until the code is compiled as it is on any day but the first: of the first ones each costs twice as much. */
const warmingUpOf = ({ isQuick }: Scale) => (isQuick ? sampled : 20_000);

export async function* http(scale: Scale): AsyncIterable<Figure> {
  const small = await openSite();
  try {
    await small.submit(warmingUpOf(scale));
    const samples = await small.responses.find().limit(sampled).toArray();
    await fillTo(scale.few, small, samples);
    yield* await againstDriver(small, samples, scale);
    const large = await openSite();
    try {
      await large.submit(warmingUpOf(scale));
      await fillTo(scale.many, large, samples);
      yield* await againstMore(small, large, scale);
    } finally {
      await large.close();
    }
  } finally {
    await small.close();
  }
}

/** Submissions of one turn, two a millisecond. */
const turnOf = ({ turn }: Scale) => 2 * turn;

async function againstDriver(site: Site, samples: readonly StoredResponse[], scale: Scale): Promise<Figure[]> {
  const count = turnOf(scale);
  const { product, driver } = await inTurns(scale.rounds, {
    product: () => site.submit(count),
    driver: () => {
      const documents = Array.from({ length: count }, (_, at) => copyOf(samples[at % sampled] as StoredResponse));
      return perSecondOf(lanes, count, () => site.responses.insertOne(documents.pop() as StoredResponse));
    },
  });
  return [
    { what: `submissions of 20 questions at ${lanes} connections`, value: median(product), unit: '/s' },
    { what: 'the driver inserting the same documents', value: median(driver), unit: '/s' },
    {
      ...{ key: 'submitRatio', what: 'submissions ÷ driver', value: ratio(product, driver), unit: '' },
      goal: { atLeast: 0.4 },
    },
  ];
}

async function againstMore(small: Site, large: Site, scale: Scale): Promise<Figure[]> {
  const { few, many, rounds } = scale;
  const timeAt = (site: Site) => async () => 1e6 / (await site.submit(turnOf(scale)));
  const times = await inTurns(rounds, { few: timeAt(small), many: timeAt(large) });
  const what = (count: number) => `a submission with ${count.toLocaleString('en')} responses stored`;
  return [
    { what: what(few), value: median(times.few), unit: 'µs' },
    { what: what(many), value: median(times.many), unit: 'µs' },
    {
      ...{ key: 'growth', what: `with ${many.toLocaleString('en')} ÷ with ${few.toLocaleString('en')}` },
      ...{ value: ratio(times.many, times.few), unit: '', goal: { atMost: 1.3 } },
    },
  ];
}
