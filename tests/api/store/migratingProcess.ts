// A process that brings a database to the version of the test migrations, as a start does. Says when it begins and what it applied.
import { openDatabaseAsItIs } from '../../../server/store/database.ts';
import { migrate } from '../../../server/store/migrations/migrate.ts';
import { testMigrations } from './testMigrations.ts';

const database = await openDatabaseAsItIs({ dataDir: '/nowhere', mongodbUri: process.env.MONGODB_URI ?? '' });
process.stdout.write('begins\n');
try {
  const applied = await migrate({ list: testMigrations, leaseMs: 800, patienceMs: 20_000 });
  process.stdout.write(`applied ${JSON.stringify(applied)}\n`);
} catch (error) {
  process.stdout.write(`failed ${(error as Error).message}\n`);
} finally {
  await database.close();
}
