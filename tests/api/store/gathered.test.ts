// A programme with more answers than are kept in memory: the database gathers them, and every goal comes out the same.
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bytesOfTables, getTable, limitTables, listKeptTables } from '../../../server/access/tables.ts';
import { buildTable } from '../../../server/domain/answers/table.ts';
import { computeResults } from '../../../server/domain/indicators/compute.ts';
import type { Response } from '../../../server/domain/programme/records.ts';
import type { Programme } from '../../../server/domain/programme/schema.ts';
import { upsertEnrolments } from '../../../server/store/enrolments.ts';
import { upsertResponses } from '../../../server/store/responses.ts';
import { loadRows } from '../../../server/store/rows.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  buildEnrolment,
  buildProgramme,
  buildResponse,
  surveys,
  times,
  today,
} from '../../unit/indicators/builders.ts';

const usual = 512 * 2 ** 20;
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(() => limitTables(usual));
afterAll(() => database.close());

const treatment = { population: 'responses', survey: 'treatment' } as const;
const exit = { population: 'responses', survey: 'exit' } as const;
const together = { population: 'responses', survey: 'collaboration' } as const;
const programmeOf = (slug: string): Programme =>
  buildProgramme(
    [
      { indicator: { ...treatment, measure: 'count' } },
      { indicator: { ...treatment, measure: 'share', of: "{grounds} contains 'gender'" } },
      { indicator: { ...exit, measure: 'share', of: "{feelsBetter} = 'yes'", where: "{gender} = 'woman'" } },
      { indicator: { ...exit, measure: 'share', of: "{feelsBetter} = 'yes'", base: 'all' } },
      { indicator: { ...exit, measure: 'mean', of: 'activityHours' } },
      { indicator: { ...exit, measure: 'people' } },
      { indicator: { ...exit, measure: 'count', of: '{age} >= 30' } },
      { indicator: { ...together, measure: 'mean', of: ['incomeSupportAndCare', 'labourMarketAndCare'], wave: 'w1' } },
      {
        indicator: {
          ...{ ...treatment, measure: 'shareOfSites' },
          reach: { measure: 'share', of: "{treatedByCoordinator} = 'well'", target: { atLeast: 0.5 } },
        },
      },
      { indicator: { population: 'enrolments', measure: 'share', of: "{gender} = 'woman'" } },
    ],
    { slug },
  );
const by = [['gender'], ['site'], ['ageBand'], ['gender', 'site'], ['cohort']];

const maybe = <Value>(...values: Value[]) => fc.constantFrom(undefined, ...values);
const aResponse = fc.record({
  survey: fc.constantFrom('exit', 'treatment', 'collaboration'),
  enrolment: maybe('e0', 'e1', 'e2', 'gone'),
  site: maybe('norra', 'sodra'),
  gender: maybe('woman' as const, 'man' as const),
  birthYear: maybe(1970, 1999),
  ageBand: maybe(16, 30),
  wave: maybe('w1', 'w2'),
  day: fc.constantFrom('2023-12-31', '2024-01-01', '2024-05-01'),
  answers: fc.record(
    {
      feelsBetter: fc.constantFrom('yes', 'no'),
      activityHours: fc.constantFrom(0, 7.5, 40),
      grounds: fc.constantFrom(['gender'], ['gender', 'age'], []),
      treatedByCoordinator: fc.constantFrom('well', 'badly'),
      incomeSupportAndCare: fc.integer({ min: 1, max: 5 }),
      labourMarketAndCare: fc.integer({ min: 1, max: 5 }),
      comment: fc.constantFrom('Tack', 'Åter'),
    },
    { requiredKeys: [] },
  ),
});
/** Said by one to four, or nothing would be gathered. */
const repeated = fc.tuple(aResponse, fc.integer({ min: 1, max: 4 })).map(([each, n]) => times(n, () => each));
type Drawn = typeof aResponse extends fc.Arbitrary<infer Each> ? Each : never;

/** As stored: nothing of a person in what is anonymous, and no name without a value. */
function responseOf({ survey, enrolment, day, birthYear, ...rest }: Drawn): Response {
  const known = survey === 'exit' ? { enrolment, birthYear } : {};
  const all = buildResponse({ ...rest, ...known, survey, submittedAt: day } as Partial<Response>);
  return JSON.parse(JSON.stringify(all)) as Response;
}

async function store(slug: string, drawn: readonly Drawn[]): Promise<void> {
  await upsertEnrolments(
    slug,
    times(3, (at) => buildEnrolment({ enrolment: `e${at}`, person: `p${at % 2}`, gender: at ? 'man' : 'woman' })),
  );
  await upsertResponses(slug, drawn.map(responseOf));
}

test('gathered by the database or read row by row: every measure, group and filter comes out the same', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(repeated, { minLength: 1, maxLength: 20 }), async (several) => {
      const drawn = several.flat();
      const programme = programmeOf(`gathered-${run++}`);
      await store(programme.slug, drawn);
      limitTables(1);
      const gathered = await getTable(programme, surveys, today, ['{language}']);
      expect(gathered.isGathered).toBe(true);
      const fresh = buildTable(programme, surveys, await loadRows(programme.slug), today);
      for (const filters of [{}, { sites: ['norra'] }, { minDays: 90 }, { where: "{gender} = 'woman'" }]) {
        const [theirs, ours] = [gathered, fresh].map((table) =>
          computeResults({ programme, surveys, table, by, ...filters }),
        );
        expect(theirs?.map(sorted)).toEqual(ours?.map(sorted));
      }
    }),
    { seed: 20_261_123, numRuns: 25 },
  );
});

/** Which group comes first follows from the rows' order, and a sum's last digit does. */
function sorted(goal: ReturnType<typeof computeResults>[number]) {
  const round = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value);
  const { groups, basis, ...rest } = JSON.parse(JSON.stringify(goal, round)) as typeof goal;
  const text = (each: unknown) => JSON.stringify(each);
  return { rest, groups: groups.map(text).sort(), total: basis.total, lists: basis.lists.length };
}

test('gathered answers take the room of what differs in them, and follow what is written', async () => {
  const programme = programmeOf('large');
  const same = { survey: 'treatment', site: 'norra', answers: { grounds: ['gender'], comment: 'Tack' } };
  await upsertResponses(
    'large',
    times(2_000, (at) => buildResponse({ ...same, response: `same-${at}` })),
  );
  limitTables(20_000);
  const before = await getTable(programme, surveys, today);
  expect(before.rowsOf('responses', 'treatment').size).toBe(1);
  expect(listKeptTables()).toEqual(['large']);
  expect(bytesOfTables()).toBeLessThan(20_000);
  expect(await getTable(programme, surveys, today)).toBe(before);
  await upsertResponses('large', [buildResponse({ ...same, site: 'sodra' })]);
  const [counted] = computeResults({ programme, surveys, table: await getTable(programme, surveys, today), by });
  expect(counted?.value).toBe(2_001);
});

test('the same programme within the limit is kept row by row', async () => {
  const programme = programmeOf('small');
  await store('small', []);
  expect((await getTable(programme, surveys, today)).isGathered).toBe(false);
});
