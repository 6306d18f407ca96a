import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '../../../server/domain/schedule/due.ts';
import { findInvitation } from '../../../server/store/invitations.ts';
import { listResponses } from '../../../server/store/responses.ts';
import { createTestApp, openTestApp, type TestApp } from '../../support/app.ts';
import { buildEnrolment, buildLink, buildProgramme, buildSurvey, buildUser } from '../../support/factories.ts';
import { publish } from '../../support/publishing.ts';

let app: TestApp;
let slug: string;
beforeAll(async () => {
  app = await openTestApp();
  slug = (await buildProgramme()).slug;
});
afterAll(() => app.close());

const submission = (overrides: object = {}) => ({
  submissionId: randomUUID(),
  answers: { feelsBetter: 'yes', activityHours: 12 },
  language: 'sv',
  ...overrides,
});
const send = (token: string, body: object) => app.call('post', `/respond/${token}`, { body });
const storedFor = async (programme: string, survey = 'exit') => listResponses(programme, survey);

test('a link shows its survey, who sees the answers, its site and no draft yet', async () => {
  const token = await buildLink(slug);
  const { status, body } = await app.call('get', `/respond/${token}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ survey: 'exit', version: 1, anonymous: false, language: 'sv' });
  expect(body.site).toEqual({ slug: 'ostad', title: 'Östad' });
  expect(body.whoSees.sv).toMatch(/frivilligt/);
  expect(body.draft).toEqual({ revision: 0, submissionId: null, answers: {}, language: null });
});

test('answers are stored once and acknowledged with the same receipt however often they are sent', async () => {
  const { slug: own } = await buildProgramme();
  const token = await buildLink(own);
  const body = submission();
  const first = await send(token, body);
  const again = await send(token, body);
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(first.body.receipt).toMatch(/^[A-Z2-9]{10}$/);
  expect(again.body).toEqual(first.body);
  const rows = await storedFor(own);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ survey: 'exit', version: 1, site: 'ostad', mode: 'link', answers: body.answers });
});

test('32 sendings of one submission at the same moment store one response and give one receipt', async () => {
  const { slug: own } = await buildProgramme();
  const token = await buildLink(own);
  const body = submission();
  const replies = await Promise.all(Array.from({ length: 32 }, () => send(token, body)));
  expect(new Set(replies.map((reply) => reply.body.receipt)).size).toBe(1);
  expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
  expect(replies.filter((reply) => reply.status === 200)).toHaveLength(31);
  expect(await storedFor(own)).toHaveLength(1);
});

test('of many submissions racing for one link exactly one is stored', async () => {
  const { slug: own } = await buildProgramme();
  const token = await buildLink(own);
  const replies = await Promise.all(Array.from({ length: 16 }, () => send(token, submission())));
  expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
  const refused = replies.filter((reply) => reply.status !== 201);
  expect(refused.map((reply) => [reply.status, reply.body.code])).toEqual(Array(15).fill([410, 'link-used']));
  expect(await storedFor(own)).toHaveLength(1);
});

test('the same submission id with other answers is refused and the first answers stay', async () => {
  const { slug: own } = await buildProgramme();
  const token = await buildLink(own);
  const body = submission();
  await send(token, body);
  const other = await send(token, { ...body, answers: { feelsBetter: 'no' } });
  expect([other.status, other.body.code]).toEqual([409, 'other-content']);
  const invalid = await send(token, { ...body, answers: { feelsBetter: 'perhaps' } });
  expect([invalid.status, invalid.body.code]).toEqual([409, 'other-content']);
  expect((await storedFor(own))[0]?.answers).toEqual(body.answers);
});

test('a submission id of another link uses up no link: one after the other, or both at once', async () => {
  const { slug: own } = await buildProgramme();
  const [first, later, ...atOnce] = await Promise.all(Array.from({ length: 4 }, () => buildLink(own)));
  const body = submission();
  await send(first ?? '', body);
  const refused = await send(later ?? '', { ...body, answers: { feelsBetter: 'no' } });
  expect([refused.status, refused.body.code]).toEqual([409, 'other-content']);
  const shared = submission();
  const replies = await Promise.all(atOnce.map((token) => send(token, shared)));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  const open = atOnce[replies.findIndex(({ status }) => status === 409)] ?? '';
  for (const token of [later ?? '', open]) expect((await send(token, submission())).status).toBe(201);
  expect(await storedFor(own)).toHaveLength(4);
});

test('answers to a matrix whose rows begin with a dollar are stored as they are', async () => {
  const { slug: own } = await buildProgramme();
  const survey = await buildSurvey('pay');
  const title = (sv: string) => ({ sv, en: sv });
  const matrix = {
    ...{ type: 'matrix', name: 'paid', title: title('Lön') },
    columns: [{ value: 'yes', text: title('Ja') }],
    rows: [
      { value: '$', text: title('I dollar') },
      { value: '$kr', text: title('I kronor') },
    ],
  };
  await publish(app, (await buildUser()).token, survey, (elements) => {
    const last = elements.at(-1) ?? {};
    for (const name of Object.keys(last)) Reflect.deleteProperty(last, name);
    Object.assign(last, matrix);
  });
  const token = await buildLink(own, { survey });
  const body = submission({ answers: { paid: { $: 'yes', $kr: 'yes' } } });
  expect([(await send(token, body)).status, (await send(token, body)).status]).toEqual([201, 200]);
  expect((await storedFor(own, survey))[0]?.answers).toEqual(body.answers);
});

test('a used link is closed to everyone else', async () => {
  const token = await buildLink(slug);
  await send(token, submission());
  const page = await app.call('get', `/respond/${token}`);
  expect([page.status, page.body.code]).toEqual([410, 'link-used']);
  const other = await send(token, submission());
  expect([other.status, other.body.code]).toEqual([410, 'link-used']);
  const draft = { ...submission(), revision: 0 };
  const late = await app.call('put', `/respond/${token}/draft`, { body: draft });
  expect([late.status, late.body.code]).toEqual([410, 'link-used']);
});

test('an unknown link is 404 for every call', async () => {
  const token = 'x'.repeat(32);
  const replies = [
    await app.call('get', `/respond/${token}`),
    await send(token, submission()),
    await app.call('put', `/respond/${token}/draft`, { body: { ...submission(), revision: 0 } }),
  ];
  expect(replies.map((reply) => [reply.status, reply.body.code])).toEqual(Array(3).fill([404, 'unknown-link']));
});

test('a wave that is over, or not begun, is closed', async () => {
  const tomorrow = dayOf(new Date(Date.now() + 2 * 86_400_000));
  const waves = [
    { slug: 'over', title: { sv: 'Förbi' }, survey: 'collaboration', closes: '2023-06-01' },
    { slug: 'later', title: { sv: 'Sedan' }, survey: 'collaboration', opens: tomorrow },
    { slug: 'last-day', title: { sv: 'Sista' }, survey: 'collaboration', closes: dayOf(new Date()) },
  ];
  const { slug: own } = await buildProgramme({ waves });
  const status = async (wave: string) => {
    const token = await buildLink(own, { survey: 'collaboration', wave });
    const page = await app.call('get', `/respond/${token}`);
    const sent = await send(token, submission({ answers: { incomeSupportAndCare: 3 } }));
    return [page.status, page.body.code, sent.status, sent.body.code];
  };
  expect(await status('over')).toEqual([410, 'closed', 410, 'closed']);
  expect(await status('later')).toEqual([410, 'closed', 410, 'closed']);
  expect(await status('last-day')).toEqual([200, undefined, 201, undefined]);
  expect((await storedFor(own, 'collaboration')).map((row) => row.wave)).toEqual(['last-day']);
});

test('the draft comes back with its revision, and a stale one is refused', async () => {
  const token = await buildLink(slug);
  const save = (revision: number, answers: object) =>
    app.call('put', `/respond/${token}/draft`, { body: { ...submission({ answers }), revision } });
  const id = randomUUID();
  const body = { ...submission({ answers: { feelsBetter: 'no' } }), submissionId: id, revision: 0 };
  expect((await app.call('put', `/respond/${token}/draft`, { body })).body).toEqual({ revision: 1 });
  const page = await app.call('get', `/respond/${token}`);
  expect(page.body.draft).toEqual({ revision: 1, submissionId: id, answers: { feelsBetter: 'no' }, language: 'sv' });
  const stale = await save(0, { feelsBetter: 'yes' });
  expect([stale.status, stale.body.code]).toEqual([409, 'stale-revision']);
  expect((await save(1, { feelsBetter: 'yes' })).body).toEqual({ revision: 2 });
});

test('the draft can not be read in the database, and is gone once the answers are in', async () => {
  const token = await buildLink(slug);
  const secret = 'only between us';
  const draft = { ...submission({ answers: { whatHelped: secret } }), revision: 0 };
  await app.call('put', `/respond/${token}/draft`, { body: draft });
  const raw = async () => JSON.stringify(await mongoose.connection.collection('invitations').find().toArray());
  expect(await raw()).not.toContain(secret);
  expect(await raw()).not.toContain(token);
  expect((await findInvitation(token))?.draft).toBeDefined();
  await send(token, submission());
  expect((await findInvitation(token))?.draft).toBeUndefined();
});

test('an anonymous response carries its site, a day and what the person answered, and nothing that leads back', async () => {
  const { slug: own } = await buildProgramme();
  const token = await buildLink(own, { survey: 'treatment' });
  const answers = { treatedByCoordinator: 'well', gender: 'woman', ageBand: 30, bornAbroad: 'no' };
  const body = submission({ answers });
  expect((await send(token, body)).status).toBe(201);
  const [row] = await storedFor(own, 'treatment');
  expect(row).toEqual({
    response: expect.any(String),
    survey: 'treatment',
    version: 1,
    site: 'ostad',
    gender: 'woman',
    ageBand: 30,
    bornAbroad: 'no',
    submittedAt: dayOf(new Date()),
    language: 'sv',
    mode: 'link',
    answers: { treatedByCoordinator: 'well' },
  });
  const kept = await mongoose.connection.collection('invitations').findOne({ programme: own });
  expect(kept).toMatchObject({ state: 'used', createdAt: expect.stringMatching(/^\d{4}-\d{2}$/) });
  expect(JSON.stringify(kept)).not.toContain(row?.response);
  expect(JSON.stringify([row, kept])).not.toContain(body.submissionId);
});

test('a personal link copies the background from the enrolment and speaks the person’s language', async () => {
  const { slug: own } = await buildProgramme();
  const background = { site: 'vastad', gender: 'man', birthYear: 1980, bornAbroad: 'yes', referrer: 'x' } as const;
  const { enrolment } = await buildEnrolment(own, { ...background, contact: { language: 'en' } });
  const token = await buildLink(own, { site: 'vastad', enrolment });
  expect((await app.call('get', `/respond/${token}`)).body.language).toBe('en');
  await send(token, submission());
  expect((await storedFor(own))[0]).toMatchObject({ enrolment, ...background });
});

test('too many calls with one link are put off, also when another process took the others', async () => {
  const token = await buildLink(slug);
  const second = createTestApp(app.database);
  const statuses: number[] = [];
  for (let at = 0; at < 160; at++) {
    const reply = at % 2 ? app.call('get', `/respond/${token}`) : request(second.app).get(`/api/respond/${token}`);
    statuses.push((await reply).status);
  }
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(144);
  expect(statuses.at(-1)).toBe(429);
});

test('trying unknown links is put off by address, while known links still work', async () => {
  const other = createTestApp(app.database);
  const known = await buildLink(slug);
  const statuses: number[] = [];
  let last: request.Response | undefined;
  for (let at = 0; at < 40; at++) {
    last = await request(other.app).get(`/api/respond/unknown-${at}`);
    statuses.push(last.status);
  }
  expect(statuses.at(-1)).toBe(429);
  expect(last?.body.code).toBe('too-many-requests');
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await request(other.app).get(`/api/respond/${known}`)).status).toBe(200);
});

test('the log has neither token nor address of a participant', async () => {
  const token = await buildLink(slug);
  await app.call('get', `/respond/${token}`);
  await send(token, submission());
  const lines = app.logged().split('\n');
  expect(app.logged()).not.toContain(token);
  const own = lines.filter((line) => line.includes('/api/respond/'));
  expect(own.length).toBeGreaterThan(1);
  for (const line of own)
    expect(JSON.parse(line).req).toEqual({
      id: expect.any(String),
      method: expect.any(String),
      url: expect.stringMatching(/^\/api\/respond\/-(\/draft)?$/),
    });
});

test('a survey that is written with nothing but what it must have is shown and answered', async () => {
  const { slug: programme } = await buildProgramme();
  const { token } = await buildUser();
  const text = (sv: string) => ({ sv });
  const survey = {
    ...{ name: 'plain', version: 1, anonymous: true, languages: ['sv'], title: text('Enkät') },
    ...{ whoSees: text('Utvärderaren'), information: text('Frivilligt'), thanks: text('Tack') },
    pages: [{ name: 'p', elements: [{ type: 'boolean', name: 'helped', title: text('Hjälpte det?') }] }],
  };
  const body = { name: survey.name, programme, source: JSON.stringify(survey) };
  const made = await app.call('post', '/surveys', { token, body });
  const order = { token, body: { revision: made.body.revision } };
  const published = await app.call('post', `/surveys/plain/publish?programme=${programme}`, order);
  expect(published.status, published.text).toBe(201);
  const link = await buildLink(programme, { survey: 'plain' });
  const page = await app.call('get', `/respond/${link}`);
  expect([page.status, page.body.machineTranslated]).toEqual([200, []]);
  expect((await send(link, submission({ answers: { helped: true } }))).status).toBe(201);
  expect(await storedFor(programme, 'plain')).toHaveLength(1);
});
