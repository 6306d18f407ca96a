// Rows of individuals as files: for whom, which rows, and what is never in them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { upsertActivity } from '../../../server/store/activities.ts';
import { upsertAssessments } from '../../../server/store/assessments.ts';
import { upsertFollowUp } from '../../../server/store/followUps.ts';
import { listLooks } from '../../../server/store/looks.ts';
import { upsertResponses } from '../../../server/store/responses.ts';
import { findSurveyVersion, insertSurveyVersion } from '../../../server/store/surveys.ts';
import { readCsv } from '../../../server/transfer/csv.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildProgramme, buildUser } from '../../support/factories.ts';
import { readSav } from '../../unit/transfer/dataset/savReader.ts';
import { unzip } from '../../unit/transfer/dataset/unzip.ts';

let app: TestApp;
let slug: string;
let coordinator: Awaited<ReturnType<typeof buildCoordinator>>;

beforeAll(async () => {
  app = await openTestApp();
  slug = (await buildProgramme()).slug;
  coordinator = await buildCoordinator(slug, 'ostad');
  const contact = { name: 'Hemliga Hedda', email: 'hedda@hemlig.example' };
  const common = { gender: 'woman' as const, birthYear: 1985, contact };
  await buildEnrolment(slug, { ...common, enrolment: 'E1', person: 'P1', fields: { qualification: 'a' } });
  await buildEnrolment(slug, { enrolment: 'E2', person: 'P1', start: '2024-05-01', referrer: '=cmd|calc' });
  await buildEnrolment(slug, { enrolment: 'E3', person: 'P3', site: 'vastad' });
  await upsertAssessments(slug, [
    { enrolment: 'E1', date: '2024-07-01', person: { health: 4 }, coordinator: { jobSearch: 2 } },
    { enrolment: 'E1', date: '2024-02-01', person: { health: 2, jobIdea: 3 }, coordinator: { jobSearch: 1 } },
    { enrolment: 'E1', date: '2024-10-01', person: { jobIdea: 5 } },
    { enrolment: 'E3', date: '2024-02-01', person: { health: 1 }, coordinator: { jobSearch: 1 } },
  ]);
  await upsertActivity(slug, { enrolment: 'E1', date: '2024-03-01', hoursPerWeek: 7.5 });
  await upsertFollowUp(slug, { enrolment: 'E3', date: '2024-03-01', outcome: 'kept' });
  await addResponses();
}, 60_000);
afterAll(() => app.close());

/** Version 2 of a survey asks one question more, and one of its questions only after an answer. */
async function addResponses(): Promise<void> {
  const exit = await findSurveyVersion(null, 'exit');
  if (!exit || !('pages' in exit.definition)) throw new Error('there is no exit survey');
  const question = (name: string, extra: object = {}) => ({
    type: 'radiogroup',
    name,
    title: { sv: name },
    choices: ['yes', 'no'],
    ...extra,
  });
  const version = (number: number, ...elements: object[]) => ({
    ...{
      programme: slug,
      name: 'own',
      version: number,
      publishedAt: '2024-01-01',
      publishedBy: 'Test',
      comparison: [],
    },
    definition: { ...exit.definition, name: 'own', version: number, pages: [{ name: 'p', elements }] },
  });
  const several = { type: 'checkbox', name: 'helped', title: { sv: 'Hjälpte' }, choices: ['a', 'b'] };
  const first = version(1, question('better'), several);
  const second = version(
    2,
    question('better'),
    several,
    question('added'),
    question('why', { visibleIf: "{better} = 'no'" }),
  );
  await insertSurveyVersion(first as never);
  await insertSurveyVersion(second as never);
  const row = (response: string, number: number, answers: Record<string, string | string[]>, site = 'ostad') => ({
    ...{ response, survey: 'own', version: number, enrolment: site === 'ostad' ? 'E1' : 'E3', answers, site },
    ...{ submittedAt: '2024-08-01T10:11:12.123Z', mode: 'web', language: 'sv' },
  });
  await upsertResponses(slug, [
    row('r1', 1, { better: 'yes', helped: ['a', 'b'] }),
    row('r2', 2, { better: 'no', added: 'yes' }),
    row('r3', 2, { better: 'yes' }),
    row('r4', 2, { better: 'yes' }, 'vastad'),
    {
      ...{ response: 't1', survey: 'treatment', version: 1, submittedAt: '2024-08-01' },
      ...{ site: 'ostad', answers: {} },
    },
  ]);
}

const get = (file: string, token = coordinator.token) =>
  app.call('get', `/programmes/${slug}/export/${file}`, { token });
const bytesOf = async (file: string): Promise<Buffer> =>
  (
    await get(file)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      })
  ).body as Buffer;
const recordsOf = (bytes: Buffer | string) => {
  const { columns, records } = readCsv(Buffer.from(bytes));
  return records.map(({ cells }) => Object.fromEntries(columns.map((name, at) => [name, cells[at]])));
};

test('administrators and evaluators see no individual answers: they export none', async () => {
  const administrator = await buildUser();
  const evaluator = await buildUser({ role: 'evaluator', access: [{ programme: slug }] });
  for (const { token } of [administrator, evaluator])
    for (const file of ['own.csv', 'enrolments.sav', 'codebook.csv', 'all.zip'])
      expect([file, (await get(file, token)).status]).toEqual([file, 403]);
});

test('a coordinator gets the own site’s rows, under keys of the export and without names', async () => {
  const reply = await get('enrolments.csv');
  expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(reply.headers['content-disposition']).toMatch(/^attachment; filename="?enrolments.csv/);
  const rows = recordsOf(reply.text);
  expect(rows).toHaveLength(2);
  expect(rows.map((each) => each.site)).toEqual(['ostad', 'ostad']);
  expect(rows[0]).toMatchObject({ gender: 'woman', birthYear: '1985', qualification: 'a', end: '' });
  expect(rows[1]?.referrer).toBe("'=cmd|calc");
  expect(rows[0]?.person).toBe(rows[1]?.person);
  for (const secret of ['Hedda', 'hedda', 'vastad']) expect(reply.text).not.toContain(secret);
  // Keys are random text, in which two letters of a key may stand by chance: no cell may be one.
  const cells = rows.flatMap((each) => Object.values(each));
  expect(cells.filter((cell) => ['P1', 'E1', 'E2'].includes(`${cell}`))).toEqual([]);
  expect(recordsOf((await get('enrolments.csv')).text)[0]?.person).not.toBe(rows[0]?.person);
});

test('every enrolment in an export is written in the log of looks; the codebook and scripts look at nobody', async () => {
  const before = (await listLooks(slug, 'E1')).length;
  await get('enrolments.csv');
  const looks = await listLooks(slug, 'E1');
  expect(looks.length).toBe(before + 1);
  expect(looks.at(-1)?.user).toBe(coordinator.id);
  for (const file of ['codebook.csv', 'enrolments.R', 'enrolments.sps']) expect((await get(file)).status).toBe(200);
  expect((await listLooks(slug, 'E1')).length).toBe(before + 1);
  expect(await listLooks(slug, 'E3')).toEqual([]);
});

test('a survey over its versions: version and mode, what was not asked, one column a choice, days instead of times', async () => {
  const rows = recordsOf((await get('own.csv')).text);
  const own = rows.map(({ version, mode, better, added, why, helped }) => ({
    version,
    mode,
    better,
    added,
    why,
    helped,
  }));
  expect(own).toHaveLength(3);
  expect(own).toContainEqual({ version: '1', mode: 'web', better: 'yes', added: 'NA', why: 'NA', helped: 'a|b' });
  expect(own).toContainEqual({ version: '2', mode: 'web', better: 'no', added: 'yes', why: '', helped: '' });
  expect(own).toContainEqual({ version: '2', mode: 'web', better: 'yes', added: '', why: 'NA', helped: '' });
  expect(rows.find((each) => each.version === '1')).toMatchObject({ 'helped.a': '1', 'helped.b': '1' });
  expect(rows.map((each) => each.submittedAt)).toEqual(['2024-08-01', '2024-08-01', '2024-08-01']);
});

test('cards long and wide: each card in order, then first, last and change of what was answered', async () => {
  const long = recordsOf((await get('assessments.csv')).text);
  expect(long.map((each) => [each.date, each.card, each['person.health'], each['person.jobIdea']])).toEqual([
    ['2024-02-01', '1', '2', '3'],
    ['2024-07-01', '2', '4', ''],
  ]);
  const wide = recordsOf((await get('assessments-wide.csv')).text);
  expect(wide).toHaveLength(1);
  expect(wide[0]).toMatchObject({
    ...{ cards: '2', 'date.1': '2024-02-01', 'date.2': '2024-07-01', 'person.health.1': '2', 'person.health.2': '4' },
    ...{ 'person.health.first': '2', 'person.health.last': '4', 'person.health.change': '2' },
    ...{ 'person.jobIdea.2': '', 'person.jobIdea.last': '3', 'person.jobIdea.change': '0' },
  });
});

test('anonymous surveys are listed for nobody, and their rows refused', async () => {
  const { body } = await app.call('get', `/programmes/${slug}/export`, { token: coordinator.token });
  const names = body.tables.map((each: { name: string }) => each.name);
  expect(names).toEqual(
    expect.arrayContaining(['enrolments', 'activity', 'interventions', 'follow-ups', 'assessments', 'own']),
  );
  expect(names).not.toContain('treatment');
  const refused = await get('treatment.csv');
  expect([refused.status, refused.body.code]).toEqual([403, 'not-allowed']);
  expect(refused.body.detail).toContain('treatment');
  expect((await get('nothing.csv')).status).toBe(404);
  expect((await get('enrolments.pdf')).status).toBe(404);
});

test('all.zip has every table under one set of keys, with codebook and scripts', async () => {
  const files = unzip(await bytesOf('all.zip?format=csv,sav'));
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['codebook.csv', 'own.csv', 'own.R', 'own.sps', 'own.sav', 'follow-ups.csv']),
  );
  const person = recordsOf(files.get('enrolments.csv') ?? '')[0]?.person;
  expect(recordsOf(files.get('activity.csv') ?? '')[0]).toMatchObject({ person, hoursPerWeek: '7.5' });
  expect(recordsOf(files.get('follow-ups.csv') ?? '')).toEqual([]);
  expect((await get('all.zip?format=doc')).status).toBe(422);
});

test('the system file and the workbook have the rows of the CSV', async () => {
  const sav = readSav(await bytesOf('own.sav?language=en'));
  expect(sav.cases).toHaveLength(3);
  expect(sav.extensions.get(13)?.toString()).toContain('=helped.a');
  expect(sav.variables.find((each) => each.label === 'Site')).toBeDefined();
  const sheet = unzip(await bytesOf('own.xlsx')).get('xl/worksheets/sheet1.xml') ?? '';
  expect((sheet.match(/<row>/g) ?? []).length).toBe(4);
});
