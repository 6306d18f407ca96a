// Databases on the server that TEST_DATABASE names: every test gets its own, all those of a run begin alike.
import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';

export const testServer: string | undefined = process.env.TEST_DATABASE || undefined;
/** Given by tests/run.ts, so that it can remove what a test that was cut off has left behind. */
const run = process.env.TEST_RUN ?? `${process.pid}`;

const prefixOf = (name: string) => `test_${name}_`;

/** The connection string of a database that nobody else uses. */
export const newDatabaseOn = (server: string): string =>
  nameDatabase(server, `${prefixOf(run)}${randomBytes(8).toString('hex')}`);

/** The same server, another database. */
export function nameDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export const dropDatabaseAt = (uri: string) => withClient(uri, (client) => client.db().dropDatabase());

/** All that a run has left. */
export const dropDatabasesOf = (server: string, name: string) =>
  withClient(server, async (client) => {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    const left = databases.filter((each) => each.name.startsWith(prefixOf(name)));
    for (const each of left) await client.db(each.name).dropDatabase();
  });

async function withClient(uri: string, work: (client: MongoClient) => Promise<unknown>): Promise<void> {
  const client = await MongoClient.connect(uri);
  try {
    await work(client);
  } finally {
    await client.close();
  }
}
