// What a connection must find before the product may work on the database.
import { ensureIndexes } from './collection.ts';
import { isKeyOf, refuseHalfRestored } from './installation.ts';
import { enterInstance } from './instances.ts';
import { currentVersion } from './migrations/list.ts';
import { migrate } from './migrations/migrate.ts';
import { nativeDb } from './native.ts';
import { findSchemaVersion, isEmptyDatabase, refuseNewer } from './schemaVersion.ts';
import { refuseSealing, setSecretKey } from './sealing.ts';

const otherKey =
  'SECRET_KEY (or secret.key in DATA_DIR) is not the key that this database was sealed with: put that key back. ' +
  'If it is lost, restore a backup with --replace --other-key, which leaves names and addresses out';

/**
 * Migrates, and holds the key to be the database's own.
 * @returns what says goodbye. @throws one line with the reason and the remedy.
 */
export const admitServer = (secretKey: Buffer) =>
  entered(async () => {
    await migrate();
    if (!(await isKeyOf(nativeDb(), secretKey))) throw new Error(otherKey);
    setSecretKey(secretKey);
  });

/** Never migrates: a server of another version may be at work. With another key all works but what needs it. */
export const admitCommand = (secretKey: Buffer) =>
  entered(async () => {
    const db = nativeDb();
    const found = await findSchemaVersion(db);
    refuseNewer(found);
    if (found === undefined && (await isEmptyDatabase(db))) await migrate();
    else if (found === undefined || found < currentVersion())
      throw new Error(
        `The database has schema version ${found ?? 1}, this program needs ${currentVersion()}: start the server once, which upgrades it (back up first: npm run backup -- FILE)`,
      );
    if (await isKeyOf(db, secretKey)) setSecretKey(secretKey);
    else refuseSealing(otherKey);
  });

/** Entered first and checked then, as a restore marks first and looks for instances then: one of the two sees the other. */
async function entered(prepare: () => Promise<void>): Promise<() => Promise<void>> {
  const leave = await enterInstance(nativeDb());
  try {
    await refuseHalfRestored(nativeDb());
    await prepare();
    await ensureIndexes();
    return leave;
  } catch (error) {
    await leave();
    throw error;
  }
}
