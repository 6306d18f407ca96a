// Which version the stored data has. Applied versions stand one a document, for ever.
import type { mongo } from 'mongoose';
import { isCarried, versionsCollection } from './collectionKinds.ts';
import { type Migration, migrations } from './migrations/list.ts';
import type { NativeDb } from './native.ts';

interface AppliedVersion {
  _id: string;
  version: number;
  name: string;
  at: Date;
}
const versionsOf = (db: NativeDb) => db.collection<AppliedVersion>(versionsCollection);

/** Undefined when nothing was ever recorded. */
export async function findSchemaVersion(db: NativeDb, session?: mongo.ClientSession): Promise<number | undefined> {
  const [newest] = await versionsOf(db)
    .find({}, { ...(session && { session }) })
    .sort({ version: -1 })
    .limit(1)
    .toArray();
  return newest?.version;
}

/** In order. */
export async function listAppliedVersions(db: NativeDb): Promise<Omit<AppliedVersion, '_id'>[]> {
  return versionsOf(db)
    .find({}, { projection: { _id: 0 } })
    .sort({ version: 1 })
    .toArray();
}

export async function recordVersion(
  db: NativeDb,
  { version, name }: Pick<Migration, 'version' | 'name'>,
  session: mongo.ClientSession,
): Promise<void> {
  await versionsOf(db).insertOne({ _id: String(version), version, name, at: new Date() }, { session });
}

/** Whether no document is in it that a backup would carry, but for the versions. */
export async function isEmptyDatabase(db: NativeDb): Promise<boolean> {
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  for (const { name } of collections)
    if (
      isCarried(name) &&
      name !== versionsCollection &&
      (await db.collection(name).findOne({}, { projection: { _id: 1 } }))
    )
      return false;
  return true;
}

/** @throws one line with both versions and what to do. */
export function refuseNewer(found: number | undefined, known: number = migrations.length): void {
  if (found !== undefined && found > known)
    throw new Error(
      `The database has schema version ${found}, this program knows up to ${known}: install the newer program, or restore a backup from before the upgrade (npm run restore -- FILE --replace)`,
    );
}
