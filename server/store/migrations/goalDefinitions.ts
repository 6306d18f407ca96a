// Every goal that stands in a programme gets definition version 1, as it is at that moment.
import type { NativeDb } from '../native.ts';
import type { Lease } from './lease.ts';

interface StoredGoal {
  id: string;
  [part: string]: unknown;
}
interface StoredProgramme {
  _id: string;
  definition: { goals?: StoredGoal[] };
}
const parts = ['indicator', 'target', 'near', 'siteTargets', 'groupTargets'];

/** A goal that has a version already, from the start that was cut off or from a newer program, keeps it. */
export async function giveFirstDefinitions(db: NativeDb, lease: Lease): Promise<void> {
  const since = new Date().toISOString();
  const versions = db.collection<{ _id: string }>('goalDefinitions');
  for await (const { _id: programme, definition } of db.collection<StoredProgramme>('programmes').find()) {
    lease.check();
    for (const goal of definition.goals ?? []) {
      const own = Object.fromEntries(parts.flatMap((part) => (goal[part] === undefined ? [] : [[part, goal[part]]])));
      const first = { programme, goal: goal.id, version: 1, definition: own, since, by: null, changed: [] };
      const key = { _id: JSON.stringify([programme, goal.id, 1]) };
      await versions.updateOne(key, { $setOnInsert: first }, { upsert: true });
    }
  }
}
