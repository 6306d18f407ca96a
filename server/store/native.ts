// The driver's own view of the open database, for what is no document of the product: versions, locks, backup.
import mongoose, { type mongo } from 'mongoose';

export type NativeDb = mongo.Db;

/** @throws before a database was connected. */
export function nativeDb(): NativeDb {
  const { db } = mongoose.connection;
  if (!db) throw new Error('no database: connectDatabase() comes first');
  return db;
}

/** The database's clock, so that processes on machines with other clocks agree on what has run out. */
export async function databaseTime(db: NativeDb): Promise<Date> {
  const { localTime } = await db.admin().command({ hello: 1 });
  return localTime instanceof Date ? localTime : new Date();
}

export function encodeDocument(fields: object): Uint8Array {
  return mongoose.mongo.BSON.serialize(fields, { ignoreUndefined: true });
}

/** For descriptions of our own, not for stored documents: numbers lose their kind. */
export function decodeDocument(bytes: Uint8Array): unknown {
  return mongoose.mongo.BSON.deserialize(bytes);
}
