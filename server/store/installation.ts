// What is true of a database as a whole: the key that its names are sealed with, and that a restore is not finished.
import { createHmac } from 'node:crypto';
import { installationCollection } from './collectionKinds.ts';
import type { NativeDb } from './native.ts';

interface Fact {
  _id: 'key' | 'restoring';
  fingerprint?: string;
  /** Name of the file that is being restored. */
  file?: string;
  at: Date;
}
const factsOf = (db: NativeDb) => db.collection<Fact>(installationCollection);

/** Tells keys apart, and nothing about them. */
export function keyFingerprint(key: Buffer): string {
  return createHmac('sha256', key).update('stegvis key fingerprint').digest('base64url').slice(0, 22);
}

/** Undefined in a database where no server has ever started. */
export async function findKeyFingerprint(db: NativeDb): Promise<string | undefined> {
  return (await factsOf(db).findOne({ _id: 'key' }))?.fingerprint;
}

export async function setKeyFingerprint(db: NativeDb, fingerprint: string): Promise<void> {
  await factsOf(db).updateOne({ _id: 'key' }, { $set: { fingerprint, at: new Date() } }, { upsert: true });
}

/** The next server's key is the database's. */
export async function forgetKeyFingerprint(db: NativeDb): Promise<void> {
  await factsOf(db).deleteOne({ _id: 'key' });
}

/** The first server's key stays the database's. @returns whether this key is it. */
export async function isKeyOf(db: NativeDb, key: Buffer): Promise<boolean> {
  const $setOnInsert = { fingerprint: keyFingerprint(key), at: new Date() };
  await factsOf(db).updateOne({ _id: 'key' }, { $setOnInsert }, { upsert: true });
  return (await findKeyFingerprint(db)) === keyFingerprint(key);
}

export async function markRestoring(db: NativeDb, file: string): Promise<void> {
  await factsOf(db).updateOne({ _id: 'restoring' }, { $set: { file, at: new Date() } }, { upsert: true });
}

export async function unmarkRestoring(db: NativeDb): Promise<void> {
  await factsOf(db).deleteOne({ _id: 'restoring' });
}

/** The name of the file whose restore was begun and not finished. */
export async function findHalfRestored(db: NativeDb): Promise<string | undefined> {
  return (await factsOf(db).findOne({ _id: 'restoring' }))?.file;
}

/** @throws one line when a restore was begun and not finished. */
export async function refuseHalfRestored(db: NativeDb): Promise<void> {
  const file = await findHalfRestored(db);
  if (file !== undefined)
    throw new Error(
      `The database is half restored: the restore of ${file} is under way or was cut off. Restore again: npm run restore -- FILE`,
    );
}
