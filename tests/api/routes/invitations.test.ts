import { SMTPServer } from 'smtp-server';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invitationLetter } from '../../../server/mail/letters.ts';
import { createMailer } from '../../../server/mail/mailer.ts';
import { baseUrl, createTestApp, openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildProgramme, buildUser } from '../../support/factories.ts';

let app: TestApp;
let slug: string;
let coordinator: string;
let administrator: string;
beforeAll(async () => {
  app = await openTestApp();
  slug = (await buildProgramme()).slug;
  coordinator = (await buildCoordinator(slug, 'ostad')).token;
  administrator = (await buildUser()).token;
});
afterAll(() => app.close());

const path = () => `/programmes/${slug}/invitations`;
const make = (token: string, body: object) => app.call('post', path(), { token, body });
const tokenOf = (link: string) => link.replace(`${baseUrl}/s/`, '');
const answer = (link: string, answers: object) =>
  app.call('post', `/respond/${tokenOf(link)}`, {
    body: { submissionId: crypto.randomUUID(), answers, language: 'sv' },
  });

test('links for a site are as many as asked for, all different, and open the survey', async () => {
  const { status, body } = await make(administrator, {
    survey: 'collaboration',
    site: 'vastad',
    wave: 'w2',
    count: 25,
  });
  expect([status, body.sent, body.withoutAddress]).toEqual([201, 0, []]);
  expect(new Set(body.links).size).toBe(25);
  expect(body.links[0]).toMatch(/^http:\/\/stegvis\.test\/s\/[\w-]{27,}$/);
  const page = await app.call('get', `/respond/${tokenOf(body.links[0])}`);
  expect(page.body).toMatchObject({ survey: 'collaboration', site: { slug: 'vastad', title: 'Västad' } });
});

test.each([
  ['an unknown survey', { survey: 'nope', site: 'ostad', count: 1 }, 'survey'],
  ['the card, which is not answered by link', { survey: 'progression-card', site: 'ostad', count: 1 }, 'survey'],
  ['an unknown site', { survey: 'exit', site: 'nowhere', count: 1 }, 'site'],
  ['an unknown wave', { survey: 'collaboration', site: 'ostad', wave: 'w9', count: 1 }, 'wave'],
  ['a wave that is over', { survey: 'collaboration', site: 'ostad', wave: 'w1', count: 1 }, 'wave'],
  ['too many', { survey: 'exit', site: 'ostad', count: 10_001 }, 'count'],
  ['none', { survey: 'exit', site: 'ostad', count: 0 }, 'count'],
  ['neither count nor enrolments', { survey: 'exit', site: 'ostad' }, 'count'],
])('links with %s are refused by name and none is made', async (_name, body, field) => {
  const before = (await app.call('get', path(), { token: administrator })).body;
  const reply = await make(administrator, body);
  expect([reply.status, reply.body.errors[0].field]).toEqual([422, field]);
  expect((await app.call('get', path(), { token: administrator })).body).toEqual(before);
});

test('a personal link is mailed in the person’s language, and lands in the outbox without a mail server', async () => {
  const { enrolment } = await buildEnrolment(slug, { contact: { email: 'amal@example.org', language: 'ar' } });
  const silent = await buildEnrolment(slug);
  const enrolments = [enrolment, silent.enrolment];
  const { body } = await make(coordinator, { survey: 'exit', enrolments, send: true });
  expect(body).toMatchObject({ sent: 1, kept: true, withoutAddress: [silent.enrolment] });
  const { kept, mails } = (await app.call('get', '/outbox', { token: administrator })).body;
  expect(kept).toBe(true);
  expect(mails[0]).toMatchObject({
    to: 'amal@example.org',
    language: 'ar',
    subject: expect.stringContaining('Exempel'),
  });
  expect(mails[0].text).toContain(body.links[0]);
  expect(mails[0].text).toMatch(/[\u0600-\u06FF]{3}/);
});

test('a person’s page tells that the exit survey was answered, and of the anonymous one only that a link was sent', async () => {
  const { enrolment } = await buildEnrolment(slug);
  const exit = (await make(coordinator, { survey: 'exit', enrolments: [enrolment] })).body.links[0];
  const treatment = (await make(coordinator, { survey: 'treatment', enrolments: [enrolment] })).body.links[0];
  expect((await answer(exit, { feelsBetter: 'yes' })).status).toBe(201);
  expect((await answer(treatment, { treatedByCoordinator: 'badly' })).status).toBe(201);
  const page = await app.call('get', `/programmes/${slug}/enrolments/${enrolment}`, { token: coordinator });
  const told = page.body.invitations.map((each: { survey: string; answered: boolean | null }) => [
    ...[each.survey, each.answered],
  ]);
  expect(told.toSorted()).toEqual([
    ['exit', true],
    ['treatment', null],
  ]);
});

test('an enrolment of another site gets no link, and neither do those asked for beside it', async () => {
  const [own, foreign] = [await buildEnrolment(slug), await buildEnrolment(slug, { site: 'vastad' })];
  const reply = await make(coordinator, { survey: 'exit', enrolments: [own.enrolment, foreign.enrolment] });
  expect([reply.status, reply.body.errors[0].field]).toEqual([422, 'enrolments.1']);
  const page = await app.call('get', `/programmes/${slug}/enrolments/${own.enrolment}`, { token: coordinator });
  expect(page.body.invitations).toEqual([]);
});

test('an administrator makes no personal links', async () => {
  const { enrolment } = await buildEnrolment(slug);
  const reply = await make(administrator, { survey: 'exit', enrolments: [enrolment] });
  expect([reply.status, reply.body.code]).toEqual([403, 'not-allowed']);
});

test('of an anonymous survey one to four answers are not counted aloud; none and five are', async () => {
  const { slug: own } = await buildProgramme();
  const { token } = await buildCoordinator(own, 'ostad');
  const invite = { survey: 'treatment', site: 'ostad', count: 6 };
  const { links } = (await app.call('post', `/programmes/${own}/invitations`, { token, body: invite })).body;
  const answered: (number | null)[] = [];
  for (const link of links.slice(0, 5)) {
    const counts = await app.call('get', `/programmes/${own}/invitations`, { token });
    answered.push(counts.body.invitations[0].answered);
    await answer(link, { treatedByCoordinator: 'well' });
  }
  const last = (await app.call('get', `/programmes/${own}/invitations`, { token })).body.invitations;
  expect([...answered, last[0].answered]).toEqual([0, null, null, null, null, 5]);
  expect(last).toEqual([{ survey: 'treatment', site: 'ostad', wave: null, created: 6, answered: 5 }]);
});

test('a coordinator counts the links of the own site alone', async () => {
  const { slug: own } = await buildProgramme();
  const { token } = await buildCoordinator(own, 'ostad');
  const both = ['ostad', 'vastad'].map((site) => ({ survey: 'exit', site, count: 1 }));
  for (const body of both) await app.call('post', `/programmes/${own}/invitations`, { token: administrator, body });
  const counts = (await app.call('get', `/programmes/${own}/invitations`, { token })).body.invitations;
  expect(counts.map((each: { site: string }) => each.site)).toEqual(['ostad']);
});

test('with a mail server the letter arrives there, as text and as HTML that says the same', async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let mail = '';
      stream.on('data', (chunk: Buffer) => (mail += chunk.toString()));
      stream.on('end', () => {
        received.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const mailer = createMailer({ baseUrl, smtpUrl: `smtp://127.0.0.1:${port}` });
  await mailer.send(invitationLetter('kim@example.org', 'en', { sv: 'Ett <b>', en: 'One <b>' }, `${baseUrl}/s/token`));
  mailer.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(mailer.keeps).toBe(false);
  expect(received[0]).toMatch(/To: kim@example\.org/);
  expect(received[0]).toMatch(/A few questions from One <b>/);
  expect(received[0]).toContain('One &lt;b&gt;');
});

test('while the mail server is away links and accounts are made all the same, and nobody is told that mail was sent', async () => {
  const { enrolment } = await buildEnrolment(slug, { contact: { email: 'amal@example.org' } });
  const { app: other, logged } = createTestApp(app.database, 'smtp://127.0.0.1:1');
  const send = (at: string, token: string, body: object) =>
    request(other).post(`/api${at}`).set('authorization', `Bearer ${token}`).send(body);
  const made = await send(path(), coordinator, { survey: 'exit', enrolments: [enrolment], send: true });
  expect(made.body).toMatchObject({ links: [expect.any(String)], sent: 0, kept: false, withoutAddress: [enrolment] });
  expect((await app.call('get', `/respond/${tokenOf(made.body.links[0])}`)).status).toBe(200);
  const user = { email: 'away@example.org', name: 'Away', role: 'evaluator', access: [{ programme: slug }] };
  const invited = await send('/users', administrator, user);
  expect(invited.body).toMatchObject({ setupLink: expect.stringContaining('/setup/'), mail: 'failed' });
  expect(logged()).toContain('could not be mailed');
  expect(logged()).not.toContain('amal@example.org');
});
