import { resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { readProductVersion } from '../productVersion.ts';
import { joinDatabaseAsItIs } from '../store/database.ts';
import { writeBackup } from '../transfer/backup/write.ts';
import { runCommand } from './command.ts';

const usage = `Usage: npm run --silent backup -- FILE [--replace]

Writes the whole database to FILE as it is at one moment, also while the product runs: compressed, with a checksum and
the version of the data inside, readable by its owner alone. It is read back before it gets its name, so that a FILE
that is there is a whole one. The same FILE restores into the embedded database and into MongoDB.

  --replace   put it in the place of an earlier FILE

Not in it: the secret key (secret.key in DATA_DIR, or SECRET_KEY), without which names and addresses can't be read
again: keep it apart. Sign-ins, set-up links and rate limits are left out too. Prints what it wrote as JSON.`;

await runCommand({
  usage,
  arguments: ['FILE'],
  flags: ['replace'],
  run: async ([file = ''], { replace }) => {
    const began = Date.now();
    const database = await joinDatabaseAsItIs(readConfig());
    try {
      const report = await writeBackup(resolve(file), readProductVersion(), replace !== undefined);
      const seconds = (Date.now() - began) / 1000;
      process.stdout.write(`${JSON.stringify({ ...report, seconds }, null, 2)}\n`);
    } finally {
      await database.close();
    }
    return 0;
  },
});
