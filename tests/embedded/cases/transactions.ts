import type { Case } from './case.ts';

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 0,
    (error) => error.code,
  );

export const transactionCases: Case[] = [
  {
    name: 'a transaction sees its own writes, others do not until it commits',
    docs: [{ _id: 1, n: 1 }],
    under: [{ n: 1 }],
    run: ({ collection, withSession }) =>
      withSession(async (session) => {
        session.startTransaction();
        await collection.insertOne({ _id: 2, n: 2 } as never, { session });
        await collection.updateOne({ _id: 1 as never }, { $inc: { n: 10 } }, { session });
        const inside = await collection
          .find({ n: { $gte: 2 } }, { session })
          .sort({ _id: 1 })
          .toArray();
        const outside = await collection.find({}).toArray();
        await session.commitTransaction();
        return [
          inside,
          outside,
          await collection
            .find({ n: { $gte: 2 } })
            .sort({ _id: 1 })
            .toArray(),
        ];
      }),
    gives: [
      [
        { _id: 1, n: 11 },
        { _id: 2, n: 2 },
      ],
      [{ _id: 1, n: 1 }],
      [
        { _id: 1, n: 11 },
        { _id: 2, n: 2 },
      ],
    ],
  },
  {
    name: 'an aborted transaction leaves nothing',
    docs: [{ _id: 1, n: 1 }],
    run: ({ collection, withSession }) =>
      withSession(async (session) => {
        session.startTransaction();
        await collection.insertOne({ _id: 2 } as never, { session });
        await collection.deleteOne({ _id: 1 as never }, { session });
        const inside = await collection.countDocuments({}, { session });
        await session.abortTransaction();
        return [inside, await collection.find({}).toArray()];
      }),
    gives: [1, [{ _id: 1, n: 1 }]],
  },
  {
    name: 'an error ends the transaction on the server',
    docs: [{ _id: 1 }],
    run: ({ collection, withSession }) =>
      withSession(async (session) => {
        session.startTransaction();
        await collection.insertOne({ _id: 2 } as never, { session });
        const duplicate = await codeOf(collection.insertOne({ _id: 1 } as never, { session }));
        const next = await collection.insertOne({ _id: 3 } as never, { session }).catch((error) => error);
        await session.abortTransaction();
        return [
          duplicate,
          next.code,
          next.hasErrorLabel('TransientTransactionError'),
          await collection.countDocuments(),
        ];
      }),
    gives: [11000, 251, true, 1],
  },
  {
    name: 'withTransaction commits once and can be committed again',
    docs: [{ _id: 1, n: 0 }],
    run: ({ collection, withSession }) =>
      withSession(async (session) => {
        await session.withTransaction(() => collection.updateOne({ _id: 1 as never }, { $inc: { n: 1 } }, { session }));
        await session.commitTransaction();
        return collection.findOne({});
      }),
    gives: { _id: 1, n: 1 },
  },
  {
    name: 'a transaction that only reads commits',
    docs: [{ _id: 1 }],
    run: ({ collection, withSession }) =>
      withSession((session) =>
        session.withTransaction(async () => (await collection.find({}, { session }).toArray()).length),
      ),
    gives: 1,
  },
  {
    name: 'a collection may be made inside a transaction, and goes with it',
    run: ({ db, collection, withSession }) =>
      withSession(async (session) => {
        session.startTransaction();
        await collection.insertOne({ _id: 1 } as never, { session });
        await session.abortTransaction();
        return [
          (await db.listCollections({ name: collection.collectionName }).toArray()).length,
          await collection.countDocuments(),
        ];
      }),
    gives: [0, 0],
  },
  {
    name: 'a cursor inside a transaction goes over several batches',
    docs: Array.from({ length: 30 }, (_, i) => ({ _id: i })),
    run: ({ collection, withSession }) =>
      withSession(async (session) => {
        session.startTransaction();
        await collection.insertOne({ _id: 99 } as never, { session });
        const all = await collection.find({}, { session }).batchSize(4).toArray();
        await session.commitTransaction();
        return all.length;
      }),
    gives: 31,
  },
  {
    name: 'transactions beside each other keep a sum: money moved is neither made nor lost',
    docs: Array.from({ length: 5 }, (_, i) => ({ _id: i, balance: 100 })),
    async run({ collection, withSession }) {
      const move = (from: number, to: number) =>
        withSession((session) =>
          session.withTransaction(async () => {
            const source = await collection.findOne({ _id: from as never }, { session });
            const target = await collection.findOne({ _id: to as never }, { session });
            await collection.updateOne(
              { _id: from as never },
              { $set: { balance: Number(source?.balance) - 7 } },
              { session },
            );
            await collection.updateOne(
              { _id: to as never },
              { $set: { balance: Number(target?.balance) + 7 } },
              { session },
            );
          }),
        );
      await Promise.all(
        Array.from({ length: 20 }, (_, i) => move(i % 5, (i * 3 + 1) % 5 === i % 5 ? (i + 1) % 5 : (i * 3 + 1) % 5)),
      );
      const all = await collection.find({}).toArray();
      return all.reduce((sum, { balance }) => sum + Number(balance), 0);
    },
    gives: 500,
  },
  {
    name: 'increments from many connections all count',
    docs: [{ _id: 1, n: 0 }],
    async run({ collection }) {
      await Promise.all(
        Array.from({ length: 100 }, () => collection.updateOne({ _id: 1 as never }, { $inc: { n: 1 } })),
      );
      return collection.findOne({});
    },
    gives: { _id: 1, n: 100 },
  },
];
