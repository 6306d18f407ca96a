// Reading much: batch by batch, the next one on its way while one is decoded and worked on.
import mongoose, { type mongo } from 'mongoose';

const { deserialize } = mongoose.mongo.BSON;
/** A turn of the event loop, in which a command that was given goes out. */
const sent = () => new Promise((resume) => setImmediate(resume));

/** All that a cursor gives; memory holds two batches of it. @param cursor one of `find(..., { raw: true })`; closed in the end */
export async function* batchesOf<Row>(cursor: mongo.FindCursor): AsyncGenerator<Row[]> {
  let hasMore = cursor.hasNext();
  try {
    while (await hasMore) {
      const documents = cursor.readBufferedDocuments() as unknown as Uint8Array[];
      hasMore = cursor.hasNext();
      hasMore.catch(() => undefined); // thrown where it is awaited
      await sent();
      yield documents.map((bytes) => deserialize(bytes) as Row);
    }
  } finally {
    await hasMore.catch(() => undefined);
    await cursor.close();
  }
}
