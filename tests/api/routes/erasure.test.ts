// Erasing a person: nothing of them is left in any collection, and nothing of anybody else is missing.
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { upsertActivity } from '../../../server/store/activities.ts';
import { insertAssessment, putHalf } from '../../../server/store/assessments.ts';
import { insertEnrolment } from '../../../server/store/enrolments.ts';
import { upsertFollowUp } from '../../../server/store/followUps.ts';
import { upsertIntervention } from '../../../server/store/interventions.ts';
import { listMails } from '../../../server/store/outbox.ts';
import { findPerson } from '../../../server/store/persons.ts';
import { insertSentLinks } from '../../../server/store/sentLinks.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildLink, buildProgramme } from '../../support/factories.ts';

let app: TestApp;
let slug: string;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  slug = (await buildProgramme()).slug;
  token = (await buildCoordinator(slug, 'ostad')).token;
});

const personOf = (enrolment: string) => `/programmes/${slug}/enrolments/${enrolment}/person`;
const erase = (enrolment: string, as = token) => app.call('delete', personOf(enrolment), { token: as });
const answer = async (link: string, answers: object) => {
  const body = { submissionId: randomUUID(), answers, language: 'sv' };
  expect((await app.call('post', `/respond/${link}`, { body })).status).toBe(201);
};

/** Everything that a person may have: a card, what is registered, an answered link and an open one, a mail. */
async function live(enrolment: string, email: string): Promise<{ open: string }> {
  await insertAssessment(slug, enrolment, '2024-02-01');
  await putHalf(slug, { enrolment, date: '2024-02-01' }, 'person', { health: 3 });
  await upsertActivity(slug, { enrolment, date: '2024-02-01', hoursPerWeek: 4 });
  await upsertIntervention(slug, { enrolment, type: 'practice', start: '2024-02-01' });
  await upsertFollowUp(slug, { enrolment, date: '2024-08-01', outcome: 'kept' });
  await insertSentLinks(slug, [{ enrolment, survey: 'treatment', day: '2024-02-01' }]);
  await answer(await buildLink(slug, { enrolment }), { feelsBetter: 'yes' });
  const body = { survey: 'exit', enrolments: [enrolment], send: true };
  const sent = await app.call('post', `/programmes/${slug}/invitations`, { token, body });
  expect(sent.status).toBe(201);
  expect((await listMails()).map(({ to }) => to)).toContain(email);
  return { open: await buildLink(slug, { enrolment }) };
}

/** By collection how many documents name it anywhere; those with none are absent. */
async function whereNamed(text: string): Promise<Record<string, number>> {
  const named: Record<string, number> = {};
  for (const { collectionName } of await mongoose.connection.db!.collections())
    for await (const document of mongoose.connection.collection(collectionName).find())
      if (JSON.stringify(document).includes(text)) named[collectionName] = (named[collectionName] ?? 0) + 1;
  return named;
}

test('nothing names the person afterwards but the log of looks, and the link that was open is unknown', async () => {
  const key = { enrolment: 'E-ERASED-ONE', person: 'P-ERASED-ONE' };
  await buildEnrolment(slug, { ...key, contact: { email: 'borta@example.org' } });
  const { open } = await live(key.enrolment, 'borta@example.org');
  await app.call('get', `/programmes/${slug}/enrolments/${key.enrolment}`, { token });
  expect(Object.keys(await whereNamed(key.enrolment)).toSorted()).toEqual([
    'activities',
    'assessments',
    'enrolments',
    'followUps',
    'interventions',
    'invitations',
    'looks',
    'responses',
    'sentLinks',
  ]);
  const { status, body } = await erase(key.enrolment);
  // an enrolment, a card, an activity, an intervention, a follow-up, an answer, three links, one that was sent
  expect([status, body]).toEqual([200, { rows: 10 }]);
  expect(await whereNamed(key.enrolment)).toEqual({ looks: 1 });
  expect(await whereNamed(key.person)).toEqual({});
  expect((await listMails()).map(({ to }) => to)).not.toContain('borta@example.org');
  expect((await app.call('get', `/respond/${open}`)).status).toBe(404);
  expect((await erase(key.enrolment)).status).toBe(404);
});

test('others keep all that is theirs, and an anonymous answer stays', async () => {
  const gone = await buildEnrolment(slug);
  const stays = await buildEnrolment(slug, { contact: { email: 'kvar@example.org' } });
  await live(stays.enrolment, 'kvar@example.org');
  await answer(await buildLink(slug, { survey: 'treatment' }), { treatedByCoordinator: 'well' });
  const before = await whereNamed(stays.enrolment);
  await erase(gone.enrolment);
  expect(await whereNamed(stays.enrolment)).toEqual(before);
  expect((await listMails()).map(({ to }) => to)).toContain('kvar@example.org');
  const left = await mongoose.connection
    .collection('responses')
    .countDocuments({ programme: slug, survey: 'treatment' });
  expect(left).toBe(1);
});

test("the person's other enrolments at the site go too", async () => {
  const { enrolment, person } = await buildEnrolment(slug);
  const body = { site: 'ostad', person, start: '2024-09-01' };
  const again = await app.call('post', `/programmes/${slug}/enrolments`, { token, body });
  expect((await erase(enrolment)).body).toEqual({ rows: 2 });
  expect(await whereNamed(again.body.enrolment)).toEqual({ looks: 1 });
  expect(await findPerson(slug, person)).toBeUndefined();
});

test('whoever is enrolled elsewhere too stays there, with the name, and nothing is told of it', async () => {
  const { person } = await buildEnrolment(slug, { site: 'vastad', enrolment: 'E-ELSEWHERE' });
  await insertEnrolment(slug, { enrolment: 'E-HERE', person, site: 'ostad', start: '2024-01-01', fields: {} });
  expect((await erase('E-HERE')).body).toEqual({ rows: 1 });
  expect(await findPerson(slug, person)).toBeDefined();
  expect(await whereNamed('E-ELSEWHERE')).toEqual({ enrolments: 1 });
});

test('at another site the person is unknown, and nothing is gone', async () => {
  const { enrolment } = await buildEnrolment(slug);
  const other = await buildCoordinator(slug, 'vastad');
  expect((await erase(enrolment, other.token)).status).toBe(404);
  expect(await whereNamed(enrolment)).toEqual({ enrolments: 1 });
});
