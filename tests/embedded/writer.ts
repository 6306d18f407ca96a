// Run as a process of its own by durability.test.ts: opens the folder, writes from several connections, and prints each
// acknowledged insert, until it is killed. Every document also counts itself in one retryable update.
import { MongoClient } from 'mongodb';
import { openEmbedded } from '../../server/embedded/engine.ts';

const [dir = '', round = '0'] = process.argv.slice(2);
const engine = await openEmbedded({ dir });
const client = await new MongoClient(engine.uri).connect();
const collection = client.db('stegvis').collection<{ _id: string; payload: string }>('acknowledged');
await collection.createIndex({ payload: 1 });

async function write(writer: number): Promise<never> {
  for (let i = 0; ; i++) {
    const _id = `${round}-${writer}-${i}`;
    await collection.insertOne({ _id, payload: `${_id}:${'x'.repeat(500)}` });
    process.stdout.write(`${_id}\n`);
  }
}
await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
