// All that a backup carries, read as of one moment while others write on.
import type { mongo } from 'mongoose';
import { isCarried } from './collectionKinds.ts';
import { findKeyFingerprint, refuseHalfRestored } from './installation.ts';
import { type NativeDb, nativeDb } from './native.ts';
import { findSchemaVersion, isEmptyDatabase, refuseNewer } from './schemaVersion.ts';

export interface Moment {
  schemaVersion: number;
  keyFingerprint: string | undefined;
  /** A snapshot of the server's; or, where the server gives none, one transaction that reads everything. */
  consistency: 'snapshot' | 'transaction';
  collections: readonly string[];
  /** BSON as stored, by key and not in the order of storage: the file does not tell which answer came when. */
  documents(collection: string): AsyncIterable<Uint8Array>;
}

const batchSize = 500;
/** SnapshotTooOld, SnapshotUnavailable, NoSuchTransaction */
const momentIsOver = [239, 246, 251];

/** @throws one line when there is nothing, half a restore, data of a newer program, or the moment could not be kept. */
export async function readAtOneMoment<Result>(work: (moment: Moment) => Promise<Result>): Promise<Result> {
  const db = nativeDb();
  await refuseHalfRestored(db);
  refuseNewer(await findSchemaVersion(db));
  if (await isEmptyDatabase(db)) throw new Error('There is nothing to back up: the database is empty');
  try {
    return (await inSnapshot(db, work)) ?? (await inTransaction(db, work));
  } catch (error) {
    if (error instanceof Error && 'code' in error && momentIsOver.includes(Number(error.code)))
      throw new Error(
        `The database did not keep one moment for as long as the backup took (${error.message}): back up when less is written, or raise minSnapshotHistoryWindowInSeconds`,
      );
    throw error;
  }
}

/** Undefined when the server does not say which moment it read: then it need not be one. */
async function inSnapshot<Result>(db: NativeDb, work: (moment: Moment) => Promise<Result>) {
  return db.client.withSession({ snapshot: true }, async (session) => {
    await findSchemaVersion(db, session);
    const { snapshotTime } = session as { snapshotTime?: unknown };
    return snapshotTime === undefined ? undefined : work(await momentOf(db, session, 'snapshot'));
  });
}

async function inTransaction<Result>(db: NativeDb, work: (moment: Moment) => Promise<Result>) {
  return db.client.withSession(async (session) => {
    session.startTransaction({ readConcern: { level: 'snapshot' } });
    try {
      return await work(await momentOf(db, session, 'transaction'));
    } finally {
      await session.abortTransaction().catch(() => undefined);
    }
  });
}

async function momentOf(
  db: NativeDb,
  session: mongo.ClientSession,
  consistency: Moment['consistency'],
): Promise<Moment> {
  const listed = await db.listCollections({}, { nameOnly: true }).toArray();
  return {
    schemaVersion: (await findSchemaVersion(db, session)) ?? 1,
    keyFingerprint: await findKeyFingerprint(db),
    consistency,
    collections: listed
      .map((each) => each.name)
      .filter(isCarried)
      .sort(),
    documents: (name) =>
      db
        .collection(name)
        .find({}, { session, raw: true, batchSize })
        .sort({ _id: 1 }) as unknown as AsyncIterable<Uint8Array>,
  };
}
