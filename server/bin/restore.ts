import { resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { findSecretKey } from '../secretKey.ts';
import { openDatabaseAsItIs } from '../store/database.ts';
import { checkBackup, compareKey, restoreBackup } from '../transfer/backup/restore.ts';
import { runCommand } from './command.ts';

const usage = `Usage: npm run --silent restore -- FILE [--replace] [--other-key]

Puts a backup into an empty database: the embedded one in DATA_DIR, or the one that MONGODB_URI names. All of FILE is
checked before anything is changed: a damaged file, or one of a newer program, changes nothing. What is stored is then
read back and compared. Data of an earlier version is migrated. Stop the product first.

  --replace     put it in the place of what is in the database
  --other-key   the secret key of the data is lost: leave names, addresses and kept mail out

The secret key is not in FILE. Put the one of the installation that the data comes from in DATA_DIR (secret.key), or
set SECRET_KEY. Everybody signs in anew. Prints what it did as JSON.`;

const withoutKey = `No secret key is here yet. Before the first start put the one that the data was sealed with in DATA_DIR
(secret.key, from the installation that was backed up), or set SECRET_KEY: without it names can't be read.\n`;

await runCommand({
  usage,
  arguments: ['FILE'],
  flags: ['replace', 'other-key'],
  run: async ([name = ''], { replace, 'other-key': otherKey }) => {
    const began = Date.now();
    const file = resolve(name);
    const config = readConfig();
    const contents = await checkBackup(file);
    const key = compareKey(file, contents.header, findSecretKey(config), otherKey !== undefined);
    const database = await openDatabaseAsItIs(config);
    try {
      const report = await restoreBackup(file, contents, key, replace !== undefined);
      const seconds = (Date.now() - began) / 1000;
      process.stdout.write(`${JSON.stringify({ ...report, seconds }, null, 2)}\n`);
      if (key === 'absent') process.stderr.write(withoutKey);
    } finally {
      await database.close();
    }
    return 0;
  },
});
