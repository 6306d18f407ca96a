// Puts the documents of a backup in place of what is there. From the first change to the last the database says of itself that
// it is half restored, so that nobody starts on half of it.
import { ensureIndexes } from './collection.ts';
import { installationCollection, locksCollection } from './collectionKinds.ts';
import { documentSum } from './documentSum.ts';
import { exactDocument } from './exactDocument.ts';
import {
  findHalfRestored,
  forgetKeyFingerprint,
  markRestoring,
  setKeyFingerprint,
  unmarkRestoring,
} from './installation.ts';
import { listInstances, silentMs } from './instances.ts';
import { takeLease } from './migrations/lease.ts';
import { currentVersion } from './migrations/list.ts';
import { migrate } from './migrations/migrate.ts';
import { type NativeDb, nativeDb } from './native.ts';
import { isEmptyDatabase } from './schemaVersion.ts';

export interface CollectionSum {
  name: string;
  documents: number;
  digest: string;
}
export type Put = (collection: string, documents: readonly Uint8Array[]) => Promise<void>;
export interface RestoreOptions {
  /** Shown to whoever starts on a half restored database. */
  file: string;
  schemaVersion: number;
  keyFingerprint: string | undefined;
  replace: boolean;
  /** The key that names were sealed with is lost: what only it opens is left out. */
  withoutSealed: boolean;
  /** Hands every document to `put`. @returns what must then be there. */
  load(put: Put): Promise<readonly CollectionSum[]>;
}

/** @returns the versions that the data was migrated to. @throws one line that says whether something was changed. */
export async function restoreDatabase(options: RestoreOptions): Promise<number[]> {
  const db = nativeDb();
  const lease = await takeLease(db, 'restore', { leaseMs: 15_000, patienceMs: 20_000 });
  try {
    const isHalf = (await findHalfRestored(db)) !== undefined;
    await markRestoring(db, options.file);
    try {
      await refuseInUse(db);
      if (!isHalf && !options.replace) await refuseData(db);
    } catch (error) {
      if (!isHalf) await unmarkRestoring(db);
      throw error;
    }
    await clear(db);
    const applied = await fill(db, options, () => lease.check());
    await unmarkRestoring(db);
    return applied;
  } finally {
    await lease.release();
  }
}

/** Marked first and looked for then, as those who come in do it the other way round. */
async function refuseInUse(db: NativeDb): Promise<void> {
  const [one] = await listInstances(db);
  if (one !== undefined)
    throw new Error(
      `The database is in use by ${one}: stop it; if it was killed, wait ${silentMs / 1000} s. Nothing was changed`,
    );
}

async function refuseData(db: NativeDb): Promise<void> {
  if (!(await isEmptyDatabase(db)))
    throw new Error('The database is not empty: add --replace to put the backup in its place. Nothing was changed');
}

async function clear(db: NativeDb): Promise<void> {
  const kept = [installationCollection, locksCollection];
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    if (!kept.includes(name) && !name.startsWith('system.')) await db.collection(name).drop();
}

async function fill(db: NativeDb, options: RestoreOptions, check: () => void): Promise<number[]> {
  const { load, withoutSealed, schemaVersion, keyFingerprint } = options;
  // Before the data, so that memory does not grow with it; but today's need not suit data of an earlier version.
  if (schemaVersion === currentVersion()) await ensureIndexes();
  const sums = await load(async (name, documents) => {
    check();
    await db.collection(name).insertMany(documents.map(exactDocument), { ordered: false, forceServerObjectId: true });
  });
  for (const sum of sums) await compare(db, sum);
  if (withoutSealed) await leaveSealedOut(db);
  if (keyFingerprint && !withoutSealed) await setKeyFingerprint(db, keyFingerprint);
  else await forgetKeyFingerprint(db);
  const applied = await migrate();
  await ensureIndexes();
  return applied;
}

/** What is stored now, read back, is what stood in the file. */
async function compare(db: NativeDb, expected: CollectionSum): Promise<void> {
  const sum = documentSum();
  const all = db.collection(expected.name).find({}, { raw: true, batchSize: 500 });
  for await (const bytes of all as unknown as AsyncIterable<Uint8Array>) sum.add(bytes);
  if (sum.documents() !== expected.documents || sum.digest() !== expected.digest)
    throw new Error(
      `${expected.name} reads back differently than it stands in the file (${sum.documents()} of ${expected.documents} documents): restore again`,
    );
}

/** Names, addresses and kept mail: with the key, all that can be read of them is lost. */
async function leaveSealedOut(db: NativeDb): Promise<void> {
  for (const name of ['persons', 'outbox']) await db.collection(name).deleteMany({});
  await db.collection('responses').updateMany({ signatures: { $exists: true } }, { $unset: { signatures: '' } });
}
