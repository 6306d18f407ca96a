// The report as files: who gets them, in which language, under which name.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildProgramme, buildUser } from '../../support/factories.ts';
import { allTags, readPdf } from '../../support/pdfTags.ts';

let app: TestApp;
let slug: string;
let token: string;
let path: string;

beforeAll(async () => {
  app = await openTestApp();
  slug = (await buildProgramme()).slug;
  token = (await buildUser({ role: 'evaluator', access: [{ programme: slug }] })).token;
  for (let at = 0; at < 23; at++) await buildEnrolment(slug, { gender: at < 12 ? 'woman' : at < 14 ? 'man' : 'other' });
  const { body } = await app.call('post', `/programmes/${slug}/snapshots`, { token, body: { title: 'Slutrapport' } });
  path = `/programmes/${slug}/snapshots/${body.id}`;
});
afterAll(() => app.close());

const file = (name: string, as = token) => app.call('get', `${path}/${name}`, { token: as }).responseType('blob');

test('the PDF is sent as a file, with the figures of the snapshot and no small group', async () => {
  const reply = await file('report.pdf');
  expect([reply.status, reply.type]).toEqual([200, 'application/pdf']);
  expect(reply.headers['content-disposition']).toMatch(
    new RegExp(`^attachment; filename=rapport-${slug}-\\d{4}-\\d\\d-\\d\\d\\.pdf$`),
  );
  const figure = allTags(readPdf(reply.body).root).find((tag) => tag.name === 'Figure');
  expect(figure?.alt).toContain('Totalt 23');
  expect(figure?.alt).toContain('män dold');
});

test('the Word file is sent as one', async () => {
  const reply = await file('report.docx');
  expect([reply.status, reply.headers['content-type']]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ]);
  expect(reply.headers['content-disposition']).toMatch(/^attachment; filename=rapport-.*\.docx$/);
  expect((reply.body as Buffer).subarray(0, 2).toString()).toBe('PK');
});

test('it is in the language of its texts unless asked otherwise; another language is refused', async () => {
  const written = { language: 'en', introduction: 'One.', goals: {}, reservations: '', closing: '' };
  await app.call('put', `${path}/report`, { token, body: { ...written, revision: 0 } });
  const language = async (name: string) => readPdf((await file(name)).body).language;
  expect(await language('report.pdf')).toBe('en');
  expect(await language('report.pdf?language=sv')).toBe('sv');
  const refused = await app.call('get', `${path}/report.pdf?language=fi`, { token });
  expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'language']);
});

test('a goal can be had as picture and as table; a judged one has no picture', async () => {
  const svg = ((await file('goals/participants/chart.svg?by=gender&language=sv')).body as Buffer).toString('utf8');
  expect(/<desc.*desc>/.exec(svg)?.[0]).toBe(
    '<desc id="d">Deltagare: stapeldiagram. Totalt 23, kvinnor 12, män dold, annat dold. Målet är minst 10.</desc>',
  );
  expect(((await file('goals/participants/chart.png')).body as Buffer).subarray(1, 4).toString()).toBe('PNG');
  const table = ((await file('goals/participants/table.csv?language=sv')).body as Buffer).toString('utf8');
  expect(table).toMatch(/participants;Deltagare;count;gender=woman;12;/);
  expect(table).toMatch(/participants;Deltagare;count;gender=man;;.*;true\r?\n/);
  for (const name of ['goals/material/chart.svg', 'goals/nothing/table.csv'])
    expect((await app.call('get', `${path}/${name}`, { token })).status).toBe(404);
});

test('coordinators and evaluators of other programmes get none', async () => {
  const coordinator = await buildCoordinator(slug, 'ostad');
  expect((await file('report.pdf', coordinator.token)).status).toBe(403);
  const other = await buildUser({ role: 'evaluator', access: [{ programme: (await buildProgramme()).slug }] });
  expect((await file('report.pdf', other.token)).status).toBe(404);
});

test('of a snapshot that is not there, no file is begun', async () => {
  const reply = await app.call('get', `/programmes/${slug}/snapshots/none/report.pdf`, { token });
  expect([reply.status, reply.body.code]).toEqual([404, 'not-found']);
});
