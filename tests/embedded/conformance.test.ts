// The conformance table: every case runs on the embedded engine, and unchanged on the server TEST_DATABASE names.
import { EJSON } from 'bson';
import { type CreateIndexesOptions, type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmbedded } from '../support/embedded.ts';
import type { Case, Room } from './cases/case.ts';
import { commandCases } from './cases/commands.ts';
import { filterCases } from './cases/filters.ts';
import { ladderCases } from './cases/ladder.ts';
import { pipelineCases } from './cases/pipelines.ts';
import { readCases } from './cases/reads.ts';
import { refusalCases } from './cases/refusals.ts';
import { transactionCases } from './cases/transactions.ts';
import { updateCases } from './cases/updates.ts';
import { exemptions } from './exemptions.ts';

const table = {
  filters: filterCases,
  updates: updateCases,
  pipelines: pipelineCases,
  reads: readCases,
  commands: commandCases,
  transactions: transactionCases,
  refusals: refusalCases,
  ladder: ladderCases,
};
const other = process.env.TEST_DATABASE;

/** Int32, double and long apart; a bare number of the test counts as what the driver would send for it. */
const canonical = (value: unknown): string => EJSON.stringify({ value }, { relaxed: false });

async function fresh(client: MongoClient, ordinary: MongoClient, name: string): Promise<Room> {
  const db = client.db('conformance');
  const collection = db.collection(name);
  const plain = ordinary.db('conformance').collection(name);
  return { client, db, collection, plain, withSession: (work) => client.withSession(work) };
}

async function outcome(one: Case, room: Room, index?: Document): Promise<unknown> {
  await room.collection.drop().catch(() => undefined);
  if (one.docs) await room.collection.insertMany(one.docs.map((document) => ({ ...document })));
  if (index) await room.collection.createIndex(index as Record<string, 1>, {} as CreateIndexesOptions);
  if (one.fails === undefined) return one.run(room);
  return one.run(room).then(
    () => 'no error',
    (error) => error.code,
  );
}

async function check(one: Case, room: Room): Promise<void> {
  const wanted = canonical(one.fails ?? one.gives);
  expect(canonical(await outcome(one, room))).toBe(wanted);
  for (const index of one.under ?? [])
    expect(canonical(await outcome(one, room, index)), `with an index on ${JSON.stringify(index)}`).toBe(wanted);
  await room.collection.drop();
}

function runTable(engine: string, uri: () => string, exempt: typeof exemptions): void {
  describe.each(Object.entries(table))(`${engine}: %s`, (group, cases) => {
    let client: MongoClient;
    let ordinary: MongoClient;
    beforeAll(async () => {
      client = await new MongoClient(uri(), { promoteValues: false, promoteLongs: false }).connect();
      ordinary = await new MongoClient(uri()).connect();
    });
    afterAll(async () => {
      await client.close();
      await ordinary.close();
    });
    for (const [i, one] of cases.entries()) {
      const run = exempt.some(([pattern]) => pattern.test(one.name)) ? test.skip : test;
      run(one.name, async () => check(one, await fresh(client, ordinary, `${group}-${i}`)));
    }
  });
}

let engine: Awaited<ReturnType<typeof startEmbedded>>;
beforeAll(async () => {
  engine = await startEmbedded();
});
afterAll(() => engine.close());

runTable('embedded', () => engine.uri, []);
if (other) runTable('other server', () => other, exemptions);
