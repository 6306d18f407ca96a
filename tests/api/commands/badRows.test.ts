import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { erase } from '../../../server/store/erasures.ts';
import { putInBuiltInSurveys } from '../../../server/store/firstStart.ts';
import { findProgramme } from '../../../server/store/programmes.ts';
import { loadRows } from '../../../server/store/rows.ts';
import { importFolder } from '../../../server/transfer/importFolder.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { exampleFiles, exampleProgramme, makeFolder, removeFolders } from './exampleFolder.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await putInBuiltInSurveys();
  await importFolder(makeFolder());
});
afterAll(async () => {
  removeFolders();
  await database.close();
});

/** Only these files; what they refer to is in the database already. */
const importing = async (files: Record<string, string>) => {
  const others = Object.fromEntries(Object.keys(exampleFiles).map((file) => [file, null]));
  const { files: reports } = await importFolder(makeFolder({ ...others, ...files }));
  return (file: string) => reports.find((each) => each.file === file);
};
const enrolment = (cells: string) =>
  `enrolment,person,site,gender,birthYear,bornAbroad,referrer,start,end,exitReason,exitStatus,track\n${cells}\n`;

test.each([
  [',p9,ostad,,,,,2023-01-10,,,,', /^enrolment: is empty/],
  ['e9,,ostad,,,,,2023-01-10,,,,', /^person: is empty/],
  ['e9,p9,,,,,,2023-01-10,,,,', /^site: is empty/],
  ['e9,p9,nowhere,,,,,2023-01-10,,,,', /^site: "nowhere" is not known; use one of ostad, alvik/],
  ['e9,p9,Ostad,,,,,2023-01-10,,,,', /^site: "Ostad"/],
  ['e9,p9,ostad,female,,,,2023-01-10,,,,', /^gender: "female".*woman, man, other, unknown/],
  ['e9,p9,ostad,,85,,,2023-01-10,,,,', /^birthYear: 85 is outside 1900/],
  ['e9,p9,ostad,,1985.5,,,2023-01-10,,,,', /^birthYear: .*whole number/],
  ['e9,p9,ostad,,2024,,,2023-01-10,,,,', /^birthYear: .*after the start/],
  ['e9,p9,ostad,,,maybe,,2023-01-10,,,,', /^bornAbroad: "maybe"/],
  ['e9,p9,ostad,,,,,,,,,', /^start: is empty/],
  ['e9,p9,ostad,,,,,2023-02-30,,,,', /^start: "2023-02-30" is not a day; write it as 2025-06-30$/],
  ['e9,p9,ostad,,,,,2023-01-10,2022-12-31,,,', /^end: 2022-12-31 is before the start/],
  ['e9,p9,ostad,,,,,2023-01-10,2023-05-01,fired,,', /^exitReason: "fired".*completed/],
  ['e9,p9,ostad,,,,,2023-01-10,2023-05-01,,rich,', /^exitStatus: "rich".*employed, looking/],
  ['e9,p9,ostad,,,,,2023-01-10,,,employed,', /^exitStatus: there is no end/],
  ['e9,p9,ostad,,,,,2023-01-10,,,,c', /^track: "c".*a, b/],
  ['e9,p9,ostad', /has 3 cells but the header has 12/],
  ['e9,p9,ostad,,,,,2023-01-10,,,,,surplus', /has 13 cells but the header has 12/],
  ['e9,p9,nowhere,female,,,,2023-01-10,,,,', /site: .*; gender: /],
])(
  'a bad enrolment is refused with its row and reason, the good one beside it is stored: %s',
  async (cells, reason) => {
    const report = await importing({ 'enrolments.csv': enrolment(`e8,p8,ostad,,,,,2023-01-10,,,,\n${cells}`) });
    const enrolments = report('enrolments.csv');
    expect(enrolments).toMatchObject({ read: 2, rejected: [{ row: 3, reason: expect.stringMatching(reason) }] });
    const { enrolments: stored } = await loadRows('example');
    expect(stored.map((each) => each.enrolment)).toContain('e8');
    expect(stored.map((each) => each.enrolment)).not.toContain('e9');
  },
);

test.each([
  [
    'interventions.csv',
    'enrolment,type,start,end,hoursPerWeek\n',
    'zz,practice,2023-01-01,,',
    /^enrolment: "zz" is not/,
  ],
  ['interventions.csv', 'enrolment,type,start,end,hoursPerWeek\n', 'e1,rest,2023-01-01,,', /^type: "rest".*practice/],
  ['interventions.csv', 'enrolment,type,start,end\n', 'e1,practice,2023-02-01,2023-01-31', /^end: .*before the start/],
  ['interventions.csv', 'enrolment,type,start,hoursPerWeek\n', 'e1,practice,2023-02-01,81', /^hoursPerWeek: 81/],
  ['activity.csv', 'enrolment,date,hoursPerWeek\n', 'e1,2023-01-11,', /^hoursPerWeek: is empty/],
  ['activity.csv', 'enrolment,date,hoursPerWeek\n', 'e1,yesterday,5', /^date: "yesterday"/],
  ['followups.csv', 'enrolment,date,outcome\n', 'e1,2024-03-02,better', /^outcome: .*forward, kept, back, declined/],
  ['followups.csv', 'enrolment,date,outcome\n', 'e1,2024-03-02,', /^outcome: is empty/],
  ['assessments.csv', 'enrolment,date,person.health\n', 'e1,2023-01-16,6', /^person\.health: /],
  ['assessments.csv', 'enrolment,date,person.health\n', 'e1,2023-01-16,2.5', /^person\.health: /],
  ['assessments.csv', 'enrolment,date,person.health\n', 'e1,2023-01-16,', /no answer at all/],
  [
    'responses/exit.csv',
    'response,version,submittedAt,feelsBetter\n',
    'r9,2,2023-01-01,yes',
    /^version: .*no version 2; it has 1/,
  ],
  ['responses/exit.csv', 'response,version,submittedAt,feelsBetter\n', 'r9,1,2023-01-01,YES', /^feelsBetter: /],
  ['responses/exit.csv', 'response,version,submittedAt,feelsBetter\n', 'r9,1,,yes', /^submittedAt: is empty/],
  [
    'responses/exit.csv',
    'response,version,submittedAt,feelsBetter\n',
    'r9,1,2023-01-01T25:00:00Z,yes',
    /^submittedAt: /,
  ],
  ['responses/exit.csv', 'response,enrolment,submittedAt\n', 'r9,zz,2023-01-01', /^enrolment: "zz" is not known/],
  [
    'responses/exit.csv',
    'response,enrolment,submittedAt,gender\n',
    'r9,e1,2023-01-01,woman',
    /^gender: .*enrolment.*leave it empty/,
  ],
  [
    'responses/exit.csv',
    'response,enrolment,submittedAt,ageBand\n',
    'r9,e1,2023-01-01,30',
    /^ageBand: .*leave it empty/,
  ],
  [
    'responses/exit.csv',
    'response,enrolment,submittedAt,site\n',
    'r9,e1,2023-01-01,alvik',
    /^site: the enrolment is at ostad/,
  ],
  ['responses/exit.csv', 'response,submittedAt,wave\n', 'r9,2023-01-01,w1', /^wave: "w1" is not known/],
  ['responses/exit.csv', 'response,submittedAt,language\n', 'r9,2023-01-01,Swedish', /^language: /],
  ['responses/treatment.csv', 'response,submittedAt,enrolment\n', 't9,2023-01-01,e1', /^enrolment: .*anonymous/],
  ['responses/treatment.csv', 'response,submittedAt,birthYear\n', 't9,2023-01-01,1985', /^birthYear: .*anonymous/],
  [
    'responses/treatment.csv',
    'response,submittedAt,ageBand\n',
    't9,2023-01-01,31',
    /^ageBand: "31".*16, 19, 25, 30, 45/,
  ],
  ['responses/treatment.csv', 'response,submittedAt,grounds\n', 't9,2023-01-01,sex|height', /^grounds: /],
  [
    'responses/collaboration.csv',
    'response,submittedAt,role\n',
    'c9,2023-01-01,boss',
    /^role: "boss".*region, coordinator/,
  ],
  ['responses/collaboration.csv', 'response,submittedAt,wave\n', 'c9,2023-01-01,w9', /^wave: "w9".*w1/],
  [
    'responses/collaboration.csv',
    'response,submittedAt,role,interventionsOffered.contact\n',
    'c9,2023-01-01,region,high',
    /^interventionsOffered: /,
  ],
])('%s: a row that breaks a rule is refused and named: %s%s', async (file, header, cells, reason) => {
  const before = await loadRows('example');
  const report = await importing({ [file]: `${header}\n${cells}\n` });
  expect(report(file)).toMatchObject({
    ...{ read: 1, stored: 0, updated: 0, unchanged: 0 },
    rejected: [{ row: 3, reason: expect.stringMatching(reason) }],
  });
  expect(await loadRows('example')).toEqual(before);
});

test('a key that stands twice in a file is refused the second time and names the first', async () => {
  const twice = 'enrolment,date,hoursPerWeek\ne2,2023-03-01,5\ne2,2023-03-01,6\n';
  const report = await importing({ 'activity.csv': twice });
  expect(report('activity.csv')).toMatchObject({
    ...{ read: 2, stored: 1 },
    rejected: [{ row: 3, reason: expect.stringMatching(/enrolment, date: the same as in row 2/) }],
  });
});

test.each([
  ['enrolments.csv', 'enrolment,person,site,start,sex\n', /unknown column "sex"; the columns are enrolment, person/],
  ['activity.csv', 'enrolment,date,hours,__proto__\n', /unknown columns "hours", "__proto__"/],
  ['assessments.csv', 'enrolment,date,person.happiness\n', /"person\.happiness"/],
  ['responses/exit.csv', 'response,version,submittedAt,treatedByCoordinator\n', /"treatedByCoordinator"/],
  ['enrolments.csv', 'person,site,start\n', /column "enrolment" missing/],
  ['responses/unheard-of.csv', 'response\n', /no survey "unheard-of"; there are .*exit/],
  ['responses/progression-card.csv', 'response\n', /no survey "progression-card"/],
  ['enrolment.csv', 'enrolment\n', /unknown file/],
])('%s with columns or a name that is not known is refused as a whole: %s', async (file, text, reason) => {
  const report = await importing({ [file]: `${text}x,y,z\n` });
  expect(report(file)).toMatchObject({
    read: 0,
    stored: 0,
    rejected: [{ row: 1, reason: expect.stringMatching(reason) }],
  });
});

test.each([
  [
    'a goal with a name that nobody has',
    {
      goals: [
        {
          ...exampleProgramme.goals?.[0],
          indicator: { population: 'exits', measure: 'share', of: "{exitStat} = 'x'" },
        },
      ],
    },
    /^goals\.work\.indicator\.of: .*exitStat/,
  ],
  [
    'a target at a site that is not there',
    { goals: [{ ...exampleProgramme.goals?.[0], siteTargets: { nowhere: { atLeast: 1 } } }] },
    /^goals\.work\.siteTargets\.nowhere/,
  ],
  ['a wave of no survey', { waves: [{ slug: 'w1', title: { sv: 'x' }, survey: 'unheard-of' }] }, /^waves\.w1\.survey/],
  ['a site removed where people are enrolled', { sites: [{ slug: 'ostad', title: 'Östad' }] }, /^sites: .*"alvik"/],
  ['a property that is not known', { budget: 5 }, /budget/],
  ['no title', { title: {} }, /^title\.sv/],
])('programme.json with %s is refused, and nothing else is read', async (_, change, reason) => {
  const before = await findProgramme('example');
  const reconciliation = await importFolder(makeFolder({}, change as object));
  expect(reconciliation).toMatchObject({
    programme: null,
    files: [{ file: 'programme.json', stored: 0, rejected: [{ reason: expect.stringMatching(reason) }] }],
  });
  expect(reconciliation.files).toHaveLength(1);
  expect(await findProgramme('example')).toEqual(before);
});

test('a published version of a survey is not changed by another file, and a broken survey is refused', async () => {
  const exit = JSON.parse(readFileSync('surveys/exit/v1.json', 'utf8'));
  const own = { ...exit, version: 2, title: { sv: 'Egen', en: 'Own' } };
  const first = await importing({ 'surveys/exit/v2.json': JSON.stringify(own) });
  expect(first('surveys/exit/v2.json')).toMatchObject({ stored: 1, rejected: [] });
  const changed = { ...own, title: { sv: 'Annan', en: 'Other' } };
  const second = await importing({
    'surveys/exit/v2.json': JSON.stringify(changed),
    'surveys/exit/v3.json': '{ "name": "exit", ',
    'surveys/broken/v1.json': JSON.stringify({
      ...exit,
      name: 'broken',
      pages: [{ name: 'p', elements: [{ type: 'rating' }] }],
    }),
  });
  expect(second('surveys/exit/v2.json')?.rejected[0]?.reason).toMatch(/never changes/);
  expect(second('surveys/exit/v3.json')?.rejected).toHaveLength(1);
  expect(second('surveys/broken/v1.json')?.rejected[0]?.reason).toMatch(/pages\[0\]/);
});

test('what is stored is what the cells say, with the background of the enrolment', async () => {
  const report = await importing(exampleFiles);
  for (const file of Object.keys(exampleFiles)) expect(report(file)?.rejected).toEqual([]);
  const { responses, assessments, activities } = await loadRows('example');
  expect(responses.find((each) => each.response === 'r1')).toEqual({
    ...{ response: 'r1', survey: 'exit', version: 1, enrolment: 'e1', submittedAt: '2023-09-01T10:00:00Z' },
    ...{ site: 'ostad', gender: 'woman', birthYear: 1985, bornAbroad: 'no', referrer: 'benefits office' },
    ...{ language: 'sv', mode: 'web' },
    answers: { feelsBetter: 'yes', activityHours: 7.5, whatHelped: 'Han sa "bra",\noch lyssnade; |mycket|' },
  });
  expect(responses.find((each) => each.response === 't2')).toEqual({
    ...{ response: 't2', survey: 'treatment', version: 1, submittedAt: '2023-09-02', site: 'ostad' },
    answers: { treatedByCoordinator: 'badly', grounds: ['sex', 'age'] },
  });
  expect(assessments.find((each) => each.date === '2023-08-15')).toEqual({
    ...{ enrolment: 'e1', date: '2023-08-15', person: { health: 4, jobIdea: 3 }, coordinator: {} },
  });
  expect(activities).toContainEqual({ enrolment: 'e1', date: '2023-08-30', hoursPerWeek: 7.5 });
});

test('a row of somebody who was erased is refused, and so is what hangs on it', async () => {
  await importing({ 'enrolments.csv': enrolment('e-gone,p-gone,ostad,,,,,2023-01-10,,,,') });
  const who = { person: 'p-gone', enrolments: ['e-gone'], isLast: true, user: 'u', day: '2024-05-06' };
  expect(await erase('example', who)).toBe(1);
  const reports = await importing({
    'enrolments.csv': enrolment('e-gone,p-gone,ostad,,,,,2023-01-10,,,,'),
    'activity.csv': 'enrolment,date,hoursPerWeek\ne-gone,2023-02-01,4\n',
  });
  expect(reports('enrolments.csv')?.rejected).toEqual([
    { row: 2, reason: 'enrolment: e-gone was erased on 2024-05-06; leave the row out' },
  ]);
  expect(reports('activity.csv')?.rejected).toHaveLength(1);
});
