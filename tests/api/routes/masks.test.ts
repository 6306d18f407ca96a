// Answers to questions with masks, from the draft of a survey to the figures and the files.
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getResults } from '../../../server/access/results.ts';
import { listResponses } from '../../../server/store/responses.ts';
import { readCsv } from '../../../server/transfer/csv.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildLink, buildProgramme, buildUser } from '../../support/factories.ts';
import { readSav } from '../../unit/transfer/dataset/savReader.ts';
import { unzip } from '../../unit/transfer/dataset/unzip.ts';

const title = (sv: string) => ({ title: { sv, en: sv } });
const pattern = { maskType: 'pattern', maskSettings: { pattern: '999 99', saveMaskedValue: true } };
const amount = { suffix: ' kr', min: 500, max: 30_000 };
const elements = [
  { type: 'text', name: 'zip', ...title('Postnummer'), ...pattern },
  {
    ...{ type: 'text', name: 'rent', ...title('Hyra'), maskType: 'currency' },
    maskSettings: amount,
  },
  { type: 'text', name: 'begun', ...title('Började'), maskType: 'datetime', maskSettings: { pattern: 'dd/mm/yyyy' } },
  { type: 'comment', name: 'near', ...title('Varför just där?'), visibleIf: "{zip} = '41123'" },
];
const goal = (id: string, indicator: object) => ({
  ...{ id, title: { sv: id }, target: { atLeast: 0 } },
  indicator: { population: 'responses', survey: 'hem', ...indicator },
});

let app: TestApp;
let slug: string;
let administrator: string;
let coordinator: string;

beforeAll(async () => {
  app = await openTestApp();
  slug = (await buildProgramme({ goals: [] })).slug;
  administrator = (await buildUser()).token;
  coordinator = (await buildCoordinator(slug, 'ostad')).token;
  for (const enrolment of ['E1', 'E2']) await buildEnrolment(slug, { enrolment, person: enrolment });
  const { body } = await app.call('post', '/surveys', { token: administrator, body: { name: 'hem', programme: slug } });
  expect(body.name).toBe('hem');
}, 60_000);
afterAll(() => app.close());

const draft = `/surveys/hem/draft?programme=`;
/** Saves the survey with these questions, and asks to publish it. */
const publish = async (questions: object[]) => {
  const token = administrator;
  const { source, revision } = (await app.call('get', `${draft}${slug}`, { token })).body;
  const survey = {
    ...JSON.parse(source),
    anonymous: false,
    pages: [{ name: 'p', title: { sv: 'Sida', en: 'Page' }, elements: questions }],
  };
  const saved = await app.call('put', `${draft}${slug}`, { token, body: { source: JSON.stringify(survey), revision } });
  return app.call('post', `/surveys/hem/publish?programme=${slug}`, {
    token,
    body: { revision: saved.body.revision, declared: {} },
  });
};
const send = async (enrolment: string, answers: object) => {
  const token = await buildLink(slug, { survey: 'hem', enrolment });
  return app.call('post', `/respond/${token}`, { body: { submissionId: randomUUID(), answers, language: 'sv' } });
};
const get = (path: string) => app.call('get', `/programmes/${slug}/export/${path}`, { token: coordinator });
const bytesOf = async (path: string): Promise<Buffer> => {
  const reply = await get(path)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  return reply.body as Buffer;
};

test('a mask that cannot be kept to is refused where it stands, and the survey is not published', async () => {
  const broken = { ...elements[0], maskSettings: { pattern: 'SE' } };
  const reply = await publish([broken, ...elements.slice(1)]);
  expect(reply.status).toBe(422);
  expect(reply.text).toContain('nothing can be filled in');
  expect((await publish(elements)).status).toBe(201);
});

test('stored is what survey-core stores: with the signs where they are kept, a number, a day', async () => {
  const errors = async (answers: object) =>
    ((await send('E1', answers)).body.errors as { question: string; code: string; detail: string }[]).map(
      (each) => each.detail,
    );
  expect(await errors({ zip: '41123' })).toEqual([
    'zip: write it in the form "999 99" (9 is a digit), for example "123 45"',
  ]);
  expect(await errors({ rent: '7 250 kr' })).toEqual([
    'rent: answer with a number with at most 2 decimals, not with text',
  ]);
  expect(await errors({ rent: 499 })).toEqual(['rent: answer with 500 or more']);
  expect(await errors({ begun: '31/12/2024' })).toEqual(['begun: write a date as 2025-06-30']);
  expect(await errors({ zip: '411 24', near: 'Havet' })).toEqual([expect.stringContaining('is not asked')]);
  const answers = { zip: '411 23', rent: 7250.5, begun: '2024-12-31', near: 'Havet' };
  expect((await send('E1', answers)).status).toBe(201);
  expect((await send('E2', { zip: '411 24', rent: 6750 })).status).toBe(201);
  expect((await listResponses(slug, 'hem')).map((each) => each.answers)).toEqual(expect.arrayContaining([answers]));
});

test('an amount is a number to goals, a day can be compared, and a pattern is a text', async () => {
  const goals = [
    goal('rent', { measure: 'mean', of: 'rent' }),
    goal('dear', { measure: 'share', of: '{rent} > 7000' }),
    goal('late', { measure: 'share', of: "{begun} >= '2024-12-01'" }),
    goal('zip', { measure: 'share', of: "{zip} = '411 23'" }),
  ];
  await mongoose.connection
    .collection('programmes')
    .updateOne({ 'definition.slug': slug }, { $set: { 'definition.goals': goals } });
  const { goals: found } = await getResults(slug, { kind: 'operator' }, {});
  const of = (id: string) => found.find((each) => each.id === id);
  expect(of('rent')).toMatchObject({ value: 7000.25, n: 2 });
  expect(of('dear')).toMatchObject({ numerator: 1, denominator: 2 });
  expect(of('late')).toMatchObject({ numerator: 1, denominator: 1 });
  expect(of('zip')).toMatchObject({ numerator: 1, denominator: 2 });
});

test('in the files an amount is a number with a place for decimals, a pattern and a day are texts', async () => {
  const { columns, records } = readCsv(Buffer.from((await get('hem.csv')).text));
  const own = ['zip', 'rent', 'begun'].map((name) => columns.indexOf(name));
  expect(records.map(({ cells }) => own.map((at) => cells[at])).sort()).toEqual([
    ['411 23', '7250.5', '2024-12-31'],
    ['411 24', '6750', ''],
  ]);
  const book = readCsv(Buffer.from((await get('codebook.csv')).text));
  const [column, kind] = [book.columns.indexOf('column'), book.columns.indexOf('kind')];
  const kinds = new Map(book.records.map(({ cells }) => [cells[column], cells[kind]]));
  expect(['zip', 'rent', 'begun'].map((name) => kinds.get(name))).toEqual(['text', 'number', 'text']);
  const sheet = unzip(await bytesOf('hem.xlsx')).get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toMatch(/<v>7250\.5<\/v>/);
  expect(sheet).toContain('411 23');
  const sav = readSav(await bytesOf('hem.sav'));
  const widths = new Map(sav.variables.map(({ label, width }) => [label, width]));
  expect(widths.get('Hyra')).toBe(0);
  expect(widths.get('Postnummer')).toBeGreaterThan(0);
});

test('another form breaks the series when the next version is published, another look does not', async () => {
  const [zip, rent, ...others] = elements;
  const signs = { thousandsSeparator: ' ', decimalSeparator: ',' };
  const next = [
    { ...zip, maskSettings: { pattern: '99999' } },
    { ...rent, maskSettings: { ...amount, ...signs } },
    ...others,
  ];
  expect((await publish(next)).status).toBe(201);
  const { surveys } = (await app.call('get', `/surveys?programme=${slug}`, { token: administrator })).body;
  const versions = surveys.find(
    ({ name, programme }: { name: string; programme: string }) => name === 'hem' && programme === slug,
  ).versions;
  const compared = versions.find(({ version }: { version: number }) => version === 2).comparison;
  const of = (name: string) => compared.find(({ question }: { question: string }) => question === name);
  expect(of('zip')).toMatchObject({ status: 'notComparable', reasons: ['the form asked for changed'] });
  expect(of('rent')).toMatchObject({ status: 'comparable' });
  expect(of('begun')).toMatchObject({ status: 'unchanged' });
});
