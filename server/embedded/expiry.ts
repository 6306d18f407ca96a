// TTL indexes and old sessions: what has had its time is removed, a thousand documents at a turn.
import { doc } from './bson/codec.ts';
import { matching } from './query/find.ts';
import { catalogueOf, findCollection } from './storage/catalogue.ts';
import { removeRecord } from './storage/records.ts';
import type { Store } from './storage/store.ts';
import { forgetOld } from './transactions.ts';

const AT_A_TURN = 1000;

/** Removes documents whose date in `path` is older than `seconds`; true when there may be more. */
async function expireSome(store: Store, namespace: string, path: string, seconds: number): Promise<boolean> {
  const filter = doc({ [path]: doc({ $lte: new Date(Date.now() - seconds * 1000) }) });
  return store.write((view) => {
    const collection = findCollection(view, namespace);
    if (!collection) return false;
    const old = [];
    for (const record of matching(view, collection, filter)) if (old.push(record) >= AT_A_TURN) break;
    for (const record of old) removeRecord(view, collection, record);
    return old.length >= AT_A_TURN;
  });
}

export async function expire(store: Store): Promise<void> {
  for (const { namespace, indexes } of catalogueOf(store.latest()).values())
    for (const { expireAfterSeconds, parts } of indexes) {
      if (expireAfterSeconds === undefined) continue;
      const path = parts[0]?.path.join('.') ?? '';
      while (await expireSome(store, namespace, path, expireAfterSeconds));
    }
  await store.write(forgetOld);
}
