// Brings the stored data to this program's version, once, however many processes start and wherever they are cut off.
import { type NativeDb, nativeDb } from '../native.ts';
import { findSchemaVersion, isEmptyDatabase, recordVersion, refuseNewer } from '../schemaVersion.ts';
import { type Lease, type LeaseTimes, takeLease } from './lease.ts';
import { base, currentVersion, type Migration, migrations } from './list.ts';

interface MigrateOptions extends Partial<LeaseTimes> {
  list?: readonly Migration[];
}

/**
 * At the start of a server, and at the end of a restore. An empty database gets the current version at once; one with data and
 * without a version is of the base version. Waits for another process that is at it, and then goes on.
 * @returns the versions that were applied now.
 * @throws one line when the data is of a newer version, or when another process takes more than `patienceMs`.
 */
export async function migrate(options: MigrateOptions = {}): Promise<number[]> {
  const { list = migrations, leaseMs = 15_000, patienceMs = 600_000 } = options;
  const db = nativeDb();
  const current = currentVersion(list);
  const found = await findSchemaVersion(db);
  refuseNewer(found, current);
  if (found === current) return [];
  const lease = await takeLease(db, 'schema', { leaseMs, patienceMs });
  try {
    return await applyMissing(db, list, lease);
  } finally {
    await lease.release();
  }
}

async function applyMissing(db: NativeDb, list: readonly Migration[], lease: Lease): Promise<number[]> {
  const from = (await findSchemaVersion(db)) ?? (await stamp(db, list, lease));
  refuseNewer(from, list.length);
  const applied: number[] = [];
  for (const migration of list.filter(({ version }) => version > from)) {
    await migration.run(db, lease);
    await lease.whileHeld((session) => recordVersion(db, migration, session));
    applied.push(migration.version);
  }
  return applied;
}

/** The version of data that has none. */
async function stamp(db: NativeDb, list: readonly Migration[], lease: Lease): Promise<number> {
  const version = (await isEmptyDatabase(db)) ? (list.at(-1) ?? base) : base;
  await lease.whileHeld((session) => recordVersion(db, version, session));
  return version.version;
}
