// Run as a process of its own: a client that begins a transaction, writes, says so, and then waits to be killed.
import { MongoClient } from 'mongodb';

const [uri = ''] = process.argv.slice(2);
const client = await new MongoClient(uri).connect();
const rows = client.db().collection<{ _id: string; n: number }>('rows');
const session = client.startSession();
session.startTransaction();
await rows.updateOne({ _id: 'kept' }, { $inc: { n: 1 } }, { session });
await rows.insertMany([{ _id: 'a', n: 1 } as const, { _id: 'b', n: 1 } as const], { session });
await client.db().collection('others').insertOne({ of: 'the transaction' }, { session });
process.stdout.write('written\n');
setInterval(() => {}, 1000);
