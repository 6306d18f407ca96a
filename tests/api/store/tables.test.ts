// The tables that are kept in memory say what the database says, whoever wrote it and however.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesOfTables, getTable, limitTables, listKeptTables } from '../../../server/access/tables.ts';
import { buildTable } from '../../../server/domain/answers/table.ts';
import { computeResults } from '../../../server/domain/indicators/compute.ts';
import type { Programme } from '../../../server/domain/programme/schema.ts';
import { deleteActivity, upsertActivity } from '../../../server/store/activities.ts';
import { changeEnrolment, upsertEnrolments } from '../../../server/store/enrolments.ts';
import { nativeDb } from '../../../server/store/native.ts';
import { upsertResponses } from '../../../server/store/responses.ts';
import { loadRows } from '../../../server/store/rows.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { buildEnrolment, buildProgramme, buildResponse, surveys, today } from '../../unit/indicators/builders.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const goals: Programme['goals'] = [
  { id: 'people', title: { sv: 'P' }, indicator: { population: 'enrolments', measure: 'people' } },
  {
    ...{ id: 'women', title: { sv: 'K' } },
    indicator: { population: 'enrolments', measure: 'share', of: "{gender} = 'woman'" },
  },
  {
    ...{ id: 'active', title: { sv: 'A' } },
    indicator: { population: 'enrolments', measure: 'mean', of: '{activity.last}' },
  },
  {
    ...{ id: 'better', title: { sv: 'B' } },
    indicator: { population: 'responses', survey: 'exit', measure: 'share', of: "{feelsBetter} = 'yes'" },
  },
];
const programmeOf = (slug: string): Programme => ({ ...buildProgramme(goals), slug });
const by = [['gender'], ['site'], ['gender', 'ageBand']];

/** What the kept table gives, and what all rows read anew give. */
async function bothWays(programme: Programme) {
  const kept = await getTable(programme, surveys, today);
  const fresh = buildTable(programme, surveys, await loadRows(programme.slug), today);
  return [kept, fresh].map((table) => computeResults({ programme, surveys, table, by }));
}

const keys = ['a', 'b', 'c', 'd', 'e'];
const change = fc.oneof(
  fc.record({
    do: fc.constant('enrol' as const),
    key: fc.constantFrom(...keys),
    site: fc.constantFrom('ostad', 'vasted'),
  }),
  fc.record({
    do: fc.constant('gender' as const),
    key: fc.constantFrom(...keys),
    gender: fc.constantFrom('woman' as const, 'man' as const, null),
  }),
  fc.record({
    do: fc.constant('active' as const),
    key: fc.constantFrom(...keys),
    hours: fc.integer({ min: 0, max: 40 }),
  }),
  fc.record({ do: fc.constant('inactive' as const), key: fc.constantFrom(...keys) }),
  fc.record({ do: fc.constant('answer' as const), key: fc.constantFrom(...keys), said: fc.constantFrom('yes', 'no') }),
  fc.record({ do: fc.constant('look' as const) }),
);
type Change = typeof change extends fc.Arbitrary<infer Each> ? Each : never;

async function make(programme: string, each: Change): Promise<void> {
  switch (each.do) {
    case 'enrol':
      await upsertEnrolments(programme, [buildEnrolment({ enrolment: each.key, person: each.key, site: each.site })]);
      return;
    case 'gender':
      return changeEnrolment(programme, each.key, { gender: each.gender });
    case 'active':
      await upsertActivity(programme, { enrolment: each.key, date: '2024-03-01', hoursPerWeek: each.hours });
      return;
    case 'inactive':
      await deleteActivity(programme, each.key, '2024-03-01');
      return;
    case 'answer':
      await upsertResponses(programme, [
        buildResponse({ response: each.key, survey: 'exit', enrolment: each.key, answers: { feelsBetter: each.said } }),
      ]);
  }
}

test('after any changes the kept table gives what reading everything gives', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      const programme = programmeOf(`run-${run++}`);
      for (const each of changes) {
        if (each.do === 'look') await getTable(programme, surveys, today);
        else await make(programme.slug, each);
      }
      const [kept, fresh] = await bothWays(programme);
      expect(kept).toEqual(fresh);
    }),
    { seed: 20_261_123, numRuns: 25 },
  );
});

test('what another process writes is there at the next reading', async () => {
  const programme = programmeOf('shared');
  await upsertEnrolments('shared', [buildEnrolment({ enrolment: 'x' })]);
  await getTable(programme, surveys, today);
  // As another process does it: a row with its stamp, and the lane it took it from, without this one hearing of it.
  const lane = { _id: 'of another', programme: 'shared', lane: 99, seq: 1, rows: 1 };
  await nativeDb().collection<{ _id: string }>('changes').insertOne(lane);
  const row = buildEnrolment({ enrolment: 'y' });
  await nativeDb()
    .collection<{ _id: string }>('enrolments')
    .insertOne({ ...row, _id: 'y of another', programme: 'shared', change: { lane: 99, seq: 1 } } as never);
  expect((await getTable(programme, surveys, today)).rowsOf('enrolments').size).toBe(2);
});

test('an unchanged programme is not read again', async () => {
  const programme = programmeOf('same');
  await upsertEnrolments('same', [buildEnrolment({ enrolment: 'x' })]);
  expect(await getTable(programme, surveys, today)).toBe(await getTable(programme, surveys, today));
});

test('beyond the limit the table that was not used for longest is dropped', async () => {
  const slugs = ['first', 'second', 'third'];
  for (const slug of slugs) {
    await upsertEnrolments(
      slug,
      Array.from({ length: 100 }, (_, at) => buildEnrolment({ enrolment: `${at}` })),
    );
    await getTable(programmeOf(slug), surveys, today);
  }
  await getTable(programmeOf('first'), surveys, today);
  limitTables(bytesOfTables() - 1);
  await getTable(programmeOf('first'), surveys, today);
  try {
    expect(listKeptTables().at(-1)).toBe('first');
    limitTables(120_000);
    await getTable(programmeOf('first'), surveys, today);
    expect(listKeptTables()).toEqual(['third', 'first']);
    limitTables(1);
    expect((await getTable(programmeOf('second'), surveys, today)).rowsOf('enrolments').size).toBe(100);
    expect(listKeptTables()).toEqual([]);
  } finally {
    limitTables(512 * 2 ** 20);
  }
});
