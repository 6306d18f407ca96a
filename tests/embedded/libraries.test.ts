// The libraries the product builds on, each as it is used there.
import { MongoClient } from 'mongodb';
import { type Connection, createConnection, Schema } from 'mongoose';
import { RateLimiterMongo } from 'rate-limiter-flexible';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbedded, type TestEngine } from '../support/embedded.ts';

let engine: TestEngine;
let client: MongoClient;
let mongoose: Connection;
beforeAll(async () => {
  engine = await startEmbedded();
  client = await new MongoClient(engine.uri).connect();
  mongoose = await createConnection(engine.uri).asPromise();
});
afterAll(async () => {
  await mongoose.close();
  await client.close();
  await engine.close();
});

test('rate-limiter-flexible counts points, blocks, and counts anew when the time is over', async () => {
  const limiter = new RateLimiterMongo({
    storeClient: client,
    dbName: 'limits',
    points: 3,
    duration: 60,
    disableIndexesCreation: true,
  });
  await limiter.createIndexes();
  const points = await Promise.all([limiter.consume('a'), limiter.consume('a'), limiter.consume('a')]);
  expect(points.map(({ consumedPoints }) => consumedPoints).sort()).toEqual([1, 2, 3]);
  await expect(limiter.consume('a')).rejects.toMatchObject({ remainingPoints: 0, consumedPoints: 4 });
  expect((await limiter.get('a'))?.consumedPoints).toBe(4);
  await client
    .db('limits')
    .collection('rlflx')
    .updateOne({ key: 'rlflx:a' }, { $set: { expire: new Date(Date.now() - 1) } });
  expect((await limiter.consume('a')).consumedPoints).toBe(1);
  await limiter.block('b', 60);
  await expect(limiter.consume('b')).rejects.toMatchObject({ remainingPoints: 0 });
  expect(await limiter.delete('b')).toBe(true);
  expect(await limiter.get('b')).toBeNull();
});

const personSchema = new Schema(
  {
    email: { type: String, unique: true },
    age: Number,
    tags: [String],
    visits: [{ at: Date, note: String }],
    site: { type: Schema.Types.ObjectId, ref: 'Site' },
  },
  { timestamps: true, optimisticConcurrency: true },
);

test('mongoose: indexes, saving of parts, bulk writes, populate, lean, aggregate, transactions', async () => {
  const Site = mongoose.model('Site', new Schema({ name: String }));
  const Person = mongoose.model('Person', personSchema);
  await Person.init();
  const site = await Site.create({ name: 'Östad' });
  const person = await Person.create({
    email: 'a@example.org',
    age: 30,
    tags: ['x'],
    visits: [{ at: new Date(0), note: 'first' }],
    site: site._id,
  });
  const stale = await Person.findById(person.id);
  person.tags.push('y');
  person.visits[0]?.set('note', 'changed');
  person.visits.push({ at: new Date(1), note: 'second' });
  (person.tags as unknown as { pull(tag: string): void }).pull('x');
  await person.save();
  stale?.set('age', 31);
  await expect(stale?.save()).rejects.toThrow(/version/i);
  expect(await Person.findOne({ email: 'a@example.org' }).populate('site').lean()).toMatchObject({
    age: 30,
    tags: ['y'],
    visits: [{ note: 'changed' }, { note: 'second' }],
    site: { name: 'Östad' },
  });
  await expect(Person.create({ email: 'a@example.org' })).rejects.toMatchObject({
    code: 11000,
    keyPattern: { email: 1 },
  });
  await Person.insertMany(Array.from({ length: 20 }, (_, i) => ({ email: `${i}@example.org`, age: i })));
  await Person.bulkWrite([
    { updateMany: { filter: { age: { $lt: 5 } }, update: { $set: { age: 100 } } } },
    { deleteOne: { filter: { email: '19@example.org' } } },
  ]);
  expect(await Person.countDocuments({ age: 100 })).toBe(5);
  expect(await Person.exists({ email: '19@example.org' })).toBeNull();
  expect(await Person.aggregate([{ $match: { age: 100 } }, { $group: { _id: '$age', n: { $sum: 1 } } }])).toEqual([
    { _id: 100, n: 5 },
  ]);
  const failed = mongoose.transaction(async (session) => {
    await Person.deleteMany({}, { session });
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  expect(await Person.estimatedDocumentCount()).toBe(20);
  expect((await Person.find().sort({ age: -1, email: 1 }).limit(2)).map(({ email }) => email)).toEqual([
    '0@example.org',
    '1@example.org',
  ]);
  let seen = 0;
  for await (const _one of Person.find().cursor({ batchSize: 3 })) seen++;
  expect(seen).toBe(20);
});
