// Which processes of the product work on this database now: each renews its entry, so that a restore knows of them.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { instancesCollection } from './collectionKinds.ts';
import { databaseTime, type NativeDb } from './native.ts';

interface Instance {
  _id: string;
  /** Host and process number. */
  process: string;
  seenAt: Date;
}
const beatMs = 5_000;
/** A process that has said nothing for so long is taken for dead. */
export const silentMs = 20_000;
const forgottenMs = 3_600_000;
const instancesOf = (db: NativeDb) => db.collection<Instance>(instancesCollection);

/** Enters this process. @returns what takes it out again. */
export async function enterInstance(db: NativeDb): Promise<() => Promise<void>> {
  const _id = randomUUID();
  const seen = async () => {
    const seenAt = await databaseTime(db);
    const $set = { process: `${hostname()} process ${process.pid}`, seenAt };
    await instancesOf(db).updateOne({ _id }, { $set }, { upsert: true });
    return seenAt;
  };
  const now = await seen();
  await instancesOf(db).deleteMany({ seenAt: { $lt: new Date(now.getTime() - forgottenMs) } });
  // A database that is away has no use for the news either: the next beat tries again.
  let beating: Promise<unknown> = Promise.resolve();
  const beat = setInterval(() => (beating = seen().catch(() => undefined)), beatMs).unref();
  return async () => {
    clearInterval(beat);
    await beating;
    await instancesOf(db)
      .deleteOne({ _id })
      .catch(() => undefined);
  };
}

/** Host and process number of those that were seen lately. */
export async function listInstances(db: NativeDb): Promise<string[]> {
  const since = new Date((await databaseTime(db)).getTime() - silentMs);
  const found = await instancesOf(db)
    .find({ seenAt: { $gte: since } })
    .toArray();
  return found.map((each) => each.process);
}
