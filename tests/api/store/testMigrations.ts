// Migrations as a later release would have them: over some hundred rows in small batches, so that a kill finds them in the middle.
import type { Lease } from '../../../server/store/migrations/lease.ts';
import { base, type Migration } from '../../../server/store/migrations/list.ts';
import type { NativeDb } from '../../../server/store/native.ts';

export const rowCount = 300;
const batch = 20;

/** `hours` from `minutes` where it is absent, as a step that expands does it. */
async function addHours(db: NativeDb, lease: Lease): Promise<void> {
  const rows = db.collection<{ _id: string; minutes: number; hours?: number }>('sampleRows');
  for (;;) {
    lease.check();
    const some = await rows
      .find({ hours: { $exists: false } })
      .limit(batch)
      .toArray();
    if (some.length === 0) return;
    for (const { _id, minutes } of some)
      await rows.updateOne({ _id, hours: { $exists: false } }, { $set: { hours: minutes / 60 } });
  }
}

async function addTotal(db: NativeDb): Promise<void> {
  let hours = 0;
  for await (const row of db.collection('sampleRows').find()) hours += row.hours as number;
  await db.collection<{ _id: string }>('sampleTotals').replaceOne({ _id: 'all' }, { hours }, { upsert: true });
}

export const testMigrations: readonly Migration[] = [
  base,
  { version: 2, name: 'hours', run: addHours },
  { version: 3, name: 'total', run: addTotal },
];
