// Durable single inserts through the driver: against the protocol loop without storage, and against lmdb alone.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { serialize } from 'bson';
import { open } from 'lmdb';
import type { MongoClient } from 'mongodb';
import { temporaryFolder } from '../folder.ts';
import { type Figure, inTurns, median, perSecond, ratio, type Scale } from '../measure.ts';
import { kilobyte } from './documents.ts';
import { connect, withEngine } from './store.ts';

const connections = [1, 8, 64];
const most = 64;

/** The documents are made beforehand: making them is no part of storing them. */
const documents = Array.from({ length: 1000 }, (_, number) => kilobyte(number));
let next = 0;
const document = () => ({ ...documents[next++ % documents.length] });

export async function* inserts(scale: Scale): AsyncIterable<Figure> {
  const { path, remove } = temporaryFolder();
  const loop = await startLoop(path);
  const alone = openAlone(path);
  try {
    for (const lanes of connections) yield* await withEngine((uri) => compare(uri, loop.uri, alone, lanes, scale));
  } finally {
    await loop.stop();
    await alone.close();
    remove();
  }
}

async function compare(uri: string, loopUri: string, alone: Alone, lanes: number, { rounds, turn }: Scale) {
  const engine = await connect(uri, most);
  const loop = await connect(loopUri, most);
  const into = (client: MongoClient) => () =>
    perSecond(lanes, turn, () => client.db('bench').collection('kilobytes').insertOne(document()));
  const measured = await inTurns(rounds, {
    engine: into(engine),
    loop: into(loop),
    alone: () => perSecond(lanes, turn, alone.insert),
  });
  await engine.close();
  await loop.close();
  return figures(lanes, measured);
}

function figures(lanes: number, { engine, loop, alone }: Record<'engine' | 'loop' | 'alone', number[]>): Figure[] {
  const at = `at ${lanes} connection${lanes > 1 ? 's' : ''}`;
  const keyed = (key: string) => (lanes === most ? { key } : {});
  return [
    { what: `durable inserts of 1 KB ${at}`, value: median(engine), unit: '/s' },
    { what: `the protocol loop without storage ${at}`, value: median(loop), unit: '/s' },
    { what: `lmdb alone ${at}`, value: median(alone), unit: '/s' },
    {
      ...{
        ...keyed('insertRatio'),
        what: `inserts ÷ loop without storage ${at}`,
        value: ratio(engine, loop),
        unit: '',
      },
      ...(lanes === most && { goal: { atLeast: 0.7 } }),
    },
    { ...keyed('lmdbRatio'), what: `inserts ÷ lmdb alone ${at}`, value: ratio(engine, alone), unit: '' },
  ];
}

async function startLoop(folder: string) {
  const socketPath = join(folder, 'loop.sock');
  const worker = new Worker(new URL('./loop.mjs', import.meta.url), { workerData: { socketPath }, execArgv: [] });
  await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  return {
    uri: `mongodb://${encodeURIComponent(socketPath)}/?directConnection=true`,
    stop: () => worker.terminate(),
  };
}

interface Alone {
  insert(): Promise<unknown>;
  close(): Promise<void>;
}

/** As durable as the engine: what is written counts once the disk has it. */
function openAlone(folder: string): Alone {
  const environment = open<Buffer, Buffer>({
    ...{ path: join(folder, 'alone.mdb'), noSubdir: true, overlappingSync: true },
    ...{ keyEncoding: 'binary', encoding: 'binary' },
  });
  const bytes = documents.map((each) => Buffer.from(serialize(each)));
  let record = 0;
  return {
    insert: async () => {
      const key = Buffer.alloc(12);
      key.writeDoubleBE(++record, 4);
      await environment.put(key, bytes[record % bytes.length] as Buffer);
      await environment.flushed;
    },
    close: () => environment.close(),
  };
}
