// Repeating panels and signatures, from the link to the figures, the files and the person's page.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getResults } from '../../../server/access/results.ts';
import { listResponses } from '../../../server/store/responses.ts';
import { findSurveyVersion, insertSurveyVersion } from '../../../server/store/surveys.ts';
import { readCsv } from '../../../server/transfer/csv.ts';
import { exportFolder } from '../../../server/transfer/exportFolder.ts';
import { importFolder } from '../../../server/transfer/importFolder.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildLink, buildProgramme } from '../../support/factories.ts';
import { readSav } from '../../unit/transfer/dataset/savReader.ts';

/** A single point, with the rest of a PNG. */
const picture = (last = 'YII=') =>
  `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5C${last}`;
const goal = (id: string, indicator: object) => ({ id, title: { sv: id }, indicator, target: { atLeast: 0 } });
const responses = { population: 'responses' as const, survey: 'own' };

let app: TestApp;
let slug: string;
let coordinator: Awaited<ReturnType<typeof buildCoordinator>>;
const out = mkdtempSync(join(tmpdir(), 'stegvis-repeated-'));

beforeAll(async () => {
  app = await openTestApp();
  const goals = [
    goal('signed', { ...responses, measure: 'share', of: '{consent} notempty', base: 'all' }),
    goal('jobs', { ...responses, measure: 'mean', of: 'jobs.length' }),
  ];
  const programme = await buildProgramme({ goals: [] });
  slug = programme.slug;
  coordinator = await buildCoordinator(slug, 'ostad');
  await buildEnrolment(slug, { enrolment: 'E1', person: 'P1' });
  await buildEnrolment(slug, { enrolment: 'E2', person: 'P2' });
  await publish();
  await mongoose.connection
    .collection('programmes')
    .updateOne({ 'definition.slug': slug }, { $set: { 'definition.goals': goals } });
}, 60_000);
afterAll(async () => {
  rmSync(out, { recursive: true, force: true });
  await app.close();
});

async function publish(): Promise<void> {
  const exit = await findSurveyVersion(null, 'exit');
  if (!exit || !('pages' in exit.definition)) throw new Error('there is no exit survey');
  const jobs = {
    ...{ type: 'paneldynamic', name: 'jobs', title: { sv: 'Arbeten' }, maxPanelCount: 5 },
    templateElements: [
      { type: 'text', name: 'employer', title: { sv: 'Var' }, isRequired: true },
      {
        ...{ type: 'checkbox', name: 'tasks', title: { sv: 'Vad' }, choices: ['a', 'b'] },
        visibleIf: "{panel.employer} <> 'ingen'",
      },
    ],
  };
  const consent = {
    type: 'signaturepad',
    name: 'consent',
    title: { sv: 'Samtycke' },
    description: { sv: 'Jag går med på det.' },
  };
  const pages = [{ name: 'p', elements: [jobs, consent] }];
  await insertSurveyVersion({
    ...{ programme: slug, name: 'own', version: 1, publishedAt: '2024-01-01', publishedBy: 'Test', comparison: [] },
    definition: { ...exit.definition, name: 'own', version: 1, pages },
  } as never);
}

const send = (token: string, answers: object, submissionId: string = randomUUID()) =>
  app.call('post', `/respond/${token}`, { body: { submissionId, answers, language: 'sv' } });
const linkOf = (enrolment: string) => buildLink(slug, { survey: 'own', enrolment });
const stored = () => listResponses(slug, 'own');
const get = (path: string) => app.call('get', `/programmes/${slug}/${path}`, { token: coordinator.token });

test('entries and a signature are stored, the picture sealed and apart; sent again it is known, another one refused', async () => {
  const token = await linkOf('E1');
  const id = randomUUID();
  const jobs = [{ employer: 'Bageriet', tasks: ['a', 'b'] }, { employer: 'ingen' }];
  const sent = await send(token, { jobs, consent: picture() }, id);
  expect(sent.status).toBe(201);
  expect((await send(token, { jobs, consent: picture() }, id)).body).toEqual(sent.body);
  const other = await send(token, { jobs, consent: picture('YIA=') }, id);
  expect([other.status, other.body.code]).toEqual([409, 'other-content']);
  const [row] = await stored();
  expect(row?.answers).toEqual({ jobs, consent: true });
  const raw = JSON.stringify(await mongoose.connection.collection('responses').find({ programme: slug }).toArray());
  expect(raw).toContain('signatures');
  expect(raw).not.toContain('iVBOR');
});

test('what is wrong in an entry is said with its number, and a signature that is no small PNG is refused', async () => {
  const token = await linkOf('E2');
  const errors = async (answers: object) =>
    ((await send(token, answers)).body.errors as { question: string; code: string }[]).map(
      (each) => `${each.question} ${each.code}`,
    );
  expect(await errors({ jobs: [{ employer: 'x' }, { tasks: ['c'] }] })).toEqual(['jobs.2.tasks not-a-choice']);
  expect(await errors({ jobs: [{ employer: 'x' }, {}] })).toEqual(['jobs.2.employer required']);
  expect(await errors({ consent: 'Anna' })).toEqual(['consent invalid-format']);
  expect(await errors({ consent: `data:image/svg+xml;base64,${'A'.repeat(80)}` })).toEqual(['consent invalid-format']);
  expect(await errors({ consent: `data:image/png;base64,${'A'.repeat(80)}` })).toEqual(['consent invalid-format']);
  expect(await errors({ consent: `${picture()}${'A'.repeat(70_000)}` })).toEqual(['consent too-long']);
  expect((await send(token, { jobs: [{ employer: 'Kyrkan', tasks: ['b'] }] })).status).toBe(201);
});

test('counted are that somebody signed, and the number of entries', async () => {
  const { goals } = await getResults(slug, { kind: 'operator' }, {});
  expect(goals.find(({ id }) => id === 'signed')).toMatchObject({ numerator: 1, denominator: 2 });
  expect(goals.find(({ id }) => id === 'jobs')).toMatchObject({ value: 1.5 });
});

test('a file has columns up to the largest number of entries, and of a signature only that it is there', async () => {
  const { columns, records } = readCsv(Buffer.from((await get('export/own.csv')).text));
  const own = columns.filter((name) => name.startsWith('jobs') || name === 'consent');
  expect(own).toEqual([
    ...[1, 2].flatMap((at) => ['employer', 'tasks', 'tasks.a', 'tasks.b'].map((name) => `jobs.${at}.${name}`)),
    'consent',
  ]);
  const cells = records.map((record) => own.map((name) => record.cells[columns.indexOf(name)]));
  expect(cells.toSorted((one, other) => String(one[0]).localeCompare(String(other[0])))).toEqual([
    ['Bageriet', 'a|b', '1', '1', 'ingen', 'NA', 'NA', 'NA', 'yes'],
    ['Kyrkan', 'b', '0', '1', 'NA', 'NA', 'NA', 'NA', ''],
  ]);
  const sav = await get('export/own.sav')
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  const names = readSav(sav.body as Buffer)
    .extensions.get(13)
    ?.toString();
  for (const name of ['=jobs.2.tasks.a', '=consent']) expect(names).toContain(name);
});

test('the person’s page shows what was signed to the own coordinator', async () => {
  const { body } = await get('enrolments/E1');
  expect(body.signatures).toEqual([
    {
      ...{ survey: 'own', version: 1, date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      ...{ title: { sv: 'Samtycke' }, text: { sv: 'Jag går med på det.' }, picture: picture() },
    },
  ]);
  expect((await get('enrolments/E2')).body.signatures).toEqual([]);
});

test('a programme folder holds entries and no picture; read again it changes nothing, and the picture stays', async () => {
  const before = await stored();
  const programme = (await mongoose.connection.collection('programmes').findOne({ 'definition.slug': slug }))
    ?.definition;
  await exportFolder(programme, out);
  const text = readFileSync(join(out, 'responses/own.csv'), 'utf8');
  expect(text.split('\n')[0]).toContain('jobs.1.employer,jobs.1.tasks,jobs.2.employer,jobs.2.tasks,consent');
  expect(text).not.toContain('iVBOR');
  expect(readFileSync(join(out, 'codebook.csv'), 'utf8')).toContain('jobs.N.employer');
  const { files } = await importFolder(out);
  expect(files.find(({ file }) => file === 'responses/own.csv')).toMatchObject({ read: 2, unchanged: 2, rejected: [] });
  expect(await stored()).toEqual(before);
});

test('erasing the person takes the signature along', async () => {
  const token = coordinator.token;
  expect((await app.call('delete', `/programmes/${slug}/enrolments/E1/person`, { token })).status).toBe(200);
  expect((await stored()).map(({ enrolment, signatures }) => [enrolment, signatures])).toEqual([['E2', undefined]]);
});
