// From a backup file to a database: the whole file is held to be good before anything is changed.
import { keyFingerprint } from '../../store/installation.ts';
import { currentVersion } from '../../store/migrations/list.ts';
import { restoreDatabase } from '../../store/restoring.ts';
import type { Contents } from './contents.ts';
import type { BackupHeader } from './format.ts';
import { readBackup } from './read.ts';

export interface RestoreReport {
  file: string;
  documents: number;
  collections: Record<string, number>;
  createdAt: string;
  /** Of the file, and the versions it was then migrated to. */
  schemaVersion: number;
  migratedTo: readonly number[];
  /** `same`; `absent`: there was none here to compare with; `lost`: what it sealed is left out. */
  key: 'same' | 'absent' | 'lost';
}

/** @throws one line unless all of the file is whole, of this product and not newer than the program. */
export async function checkBackup(file: string): Promise<Contents> {
  return readBackup(file, {
    header: async ({ schemaVersion, productVersion }) => {
      if (schemaVersion > currentVersion())
        throw new Error(
          `${file} comes from Stegvis ${productVersion} with schema version ${schemaVersion}, this program knows up to ${currentVersion()}: install the newer program`,
        );
    },
    documents: async () => {},
  });
}

/** @param key of the place it is restored to, if there is one. @throws one line when another one sealed the data. */
export function compareKey(
  file: string,
  header: BackupHeader,
  key: Buffer | undefined,
  isLost: boolean,
): RestoreReport['key'] {
  if (isLost) return 'lost';
  if (!key) return header.keyFingerprint ? 'absent' : 'same';
  if (!header.keyFingerprint || header.keyFingerprint === keyFingerprint(key)) return 'same';
  throw new Error(
    `${file} was sealed with another key than SECRET_KEY (or secret.key in DATA_DIR): put that key there, or, if it is lost, add --other-key to leave names, addresses and kept mail out`,
  );
}

/** Into the database that is open. */
export async function restoreBackup(
  file: string,
  { header, sums }: Contents,
  key: RestoreReport['key'],
  replace: boolean,
): Promise<RestoreReport> {
  const migratedTo = await restoreDatabase({
    ...{ file, replace, schemaVersion: header.schemaVersion, keyFingerprint: header.keyFingerprint },
    withoutSealed: key === 'lost',
    load: async (put) => {
      await readBackup(file, { documents: put });
      return sums;
    },
  });
  return {
    file,
    documents: sums.reduce((all, each) => all + each.documents, 0),
    collections: Object.fromEntries(sums.map(({ name, documents }) => [name, documents])),
    createdAt: header.createdAt.toISOString(),
    schemaVersion: header.schemaVersion,
    migratedTo,
    key,
  };
}
