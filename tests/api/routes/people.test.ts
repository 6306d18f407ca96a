import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf, monthsAfter } from '../../../server/domain/schedule/due.ts';
import { findEnrolment } from '../../../server/store/enrolments.ts';
import { listLooks } from '../../../server/store/looks.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildProgramme } from '../../support/factories.ts';

let app: TestApp;
let slug: string;
let token: string;
let user: string;
beforeAll(async () => {
  app = await openTestApp();
  slug = (await buildProgramme()).slug;
  const coordinator = await buildCoordinator(slug, 'ostad');
  token = coordinator.token;
  user = coordinator.id;
});
afterAll(() => app.close());

const people = () => `/programmes/${slug}/enrolments`;
const post = (path: string, body: object) => app.call('post', path, { token, body });
const form = { site: 'ostad', contact: { name: 'Maja Ny', email: 'maja@example.org' }, start: '2024-02-01' };
const fieldOf = (reply: { body: { errors?: { field: string }[] } }) => reply.body.errors?.[0]?.field;
const tomorrow = monthsAfter(dayOf(new Date()), 1);

test('a person is enrolled under keys that say nothing, with background and contact', async () => {
  const background = { gender: 'woman', birthYear: 1980, bornAbroad: 'no', fields: { qualification: 'a' } };
  const { status, body } = await post(people(), { ...form, ...background });
  expect(status).toBe(201);
  expect(body).toMatchObject({ ...background, site: 'ostad', start: '2024-02-01', exit: null });
  expect(body.contact).toEqual({ name: 'Maja Ny', email: 'maja@example.org', phone: null, language: null });
  expect([body.enrolment, body.person]).toEqual([
    expect.stringMatching(/^E-[A-Z2-9]{6}$/),
    expect.stringMatching(/^P-[A-Z2-9]{6}$/),
  ]);
  expect(body.nextCardDue).toBe('2024-05-01');
  const list = await app.call('get', people(), { token });
  expect(list.body.enrolments).toContainEqual(expect.objectContaining({ enrolment: body.enrolment, name: 'Maja Ny' }));
});

test('a person known at the site can be enrolled again, and both enrolments show each other', async () => {
  const first = await post(people(), form);
  const { person } = first.body;
  const second = await post(people(), { site: 'ostad', person, start: '2024-09-01' });
  expect(second.body.contact.name).toBe('Maja Ny');
  expect(second.body.otherEnrolments).toEqual([{ enrolment: first.body.enrolment, start: '2024-02-01', end: null }]);
});

test('a person of another site is as unknown as one that does not exist', async () => {
  const { person } = await buildEnrolment(slug, { site: 'vastad' });
  const foreign = await post(people(), { site: 'ostad', person, start: '2024-09-01' });
  const unknown = await post(people(), { site: 'ostad', person: 'P-NOBODY', start: '2024-09-01' });
  expect([foreign.status, fieldOf(foreign)]).toEqual([422, 'person']);
  expect(unknown.body).toEqual(foreign.body);
});

test.each([
  ['another site', { ...form, site: 'vastad' }, 'site'],
  ['neither person nor contact', { site: 'ostad', start: '2024-01-01' }, 'contact'],
  ['person and contact', { ...form, person: 'P-1' }, 'contact'],
  ['a start in the future', { ...form, start: tomorrow }, 'start'],
  ['a day that is none', { ...form, start: '2024-02-30' }, 'start'],
  ['an unknown field', { ...form, fields: { shoeSize: '41' } }, 'fields.shoeSize'],
  ['a value that the field does not have', { ...form, fields: { qualification: 'c' } }, 'fields.qualification'],
  ['a birth year in the future', { ...form, birthYear: 2999 }, 'birthYear'],
  ['an unknown gender', { ...form, gender: 'x' }, 'gender'],
  ['an address that is none', { ...form, contact: { name: 'A', email: 'a' } }, 'contact.email'],
])('enrolling with %s names the field and enrols nobody', async (_name, body, field) => {
  const before = (await app.call('get', people(), { token })).body.enrolments.length;
  const reply = await post(people(), body);
  expect([reply.status, fieldOf(reply)]).toEqual([422, field]);
  expect((await app.call('get', people(), { token })).body.enrolments).toHaveLength(before);
});

test('background and contact are changed one by one, and null takes a value away', async () => {
  const { enrolment } = await buildEnrolment(slug, { gender: 'man', birthYear: 1970, contact: { phone: '070' } });
  const path = `${people()}/${enrolment}`;
  const change = { birthYear: null, contact: { phone: null, language: 'so' }, fields: { qualification: 'b' } };
  const { body } = await app.call('patch', path, { token, body: change });
  expect(body).toMatchObject({ gender: 'man', birthYear: null, fields: { qualification: 'b' } });
  expect(body.contact).toMatchObject({ phone: null, language: 'so', name: expect.stringMatching(/^Person/) });
  expect(await findEnrolment(slug, enrolment)).not.toHaveProperty('birthYear');
});

test('every look at a person is written down with who and when', async () => {
  const { enrolment } = await buildEnrolment(slug);
  await app.call('get', `${people()}/${enrolment}`, { token });
  await app.call('get', `${people()}/${enrolment}`, { token });
  const looks = await listLooks(slug, enrolment);
  expect(looks).toHaveLength(2);
  expect(looks[0]).toEqual({ user, programme: slug, enrolment, at: expect.stringMatching(/^\d{4}-.*Z$/) });
});

test('activity and interventions are registered, replaced by the same key, and taken away', async () => {
  const { enrolment } = await buildEnrolment(slug);
  const path = `${people()}/${enrolment}`;
  await post(`${path}/activities`, { date: '2024-03-01', hoursPerWeek: 6 });
  const again = await post(`${path}/activities`, { date: '2024-03-01', hoursPerWeek: 8.5 });
  expect([again.status, again.body.activities]).toEqual([201, [{ date: '2024-03-01', hoursPerWeek: 8.5 }]]);
  const intervention = { type: 'practice', start: '2024-03-01', hoursPerWeek: 10 };
  await post(`${path}/interventions`, intervention);
  const ended = await post(`${path}/interventions`, { ...intervention, end: '2024-05-01' });
  expect(ended.body.interventions).toEqual([{ ...intervention, end: '2024-05-01' }]);
  const without = await app.call('delete', `${path}/activities/2024-03-01`, { token });
  expect([without.status, without.body.activities]).toEqual([200, []]);
  const gone = await app.call('delete', `${path}/interventions/practice/2024-03-01`, { token });
  expect([gone.status, gone.body.interventions]).toEqual([200, []]);
  expect((await app.call('delete', `${path}/activities/2024-03-01`, { token })).status).toBe(404);
});

test.each([
  ['activities', { date: tomorrow, hoursPerWeek: 1 }, 'date'],
  ['activities', { date: '2024-03-01', hoursPerWeek: 81 }, 'hoursPerWeek'],
  ['activities', { date: '2024-03-01', hoursPerWeek: '8' }, 'hoursPerWeek'],
  ['interventions', { type: 'dancing', start: '2024-03-01' }, 'type'],
  ['interventions', { type: 'practice', start: '2024-03-01', end: '2024-02-01' }, 'end'],
  ['assessments', { date: tomorrow }, 'date'],
])('%s with %j name the field and store nothing', async (what, body, field) => {
  const { enrolment } = await buildEnrolment(slug);
  const path = `${people()}/${enrolment}`;
  const reply = await post(`${path}/${what}`, body);
  expect([reply.status, fieldOf(reply)]).toEqual([422, field]);
  const page = (await app.call('get', path, { token })).body;
  expect([page.activities, page.interventions, page.assessments]).toEqual([[], [], []]);
});

test('an exit has known codes, is not before the start, and brings the follow-up six months later', async () => {
  const { enrolment } = await buildEnrolment(slug, { start: '2024-01-15' });
  const path = `${people()}/${enrolment}`;
  const put = (body: object) => app.call('put', `${path}/exit`, { token, body });
  expect(fieldOf(await put({ end: '2024-01-14' }))).toBe('end');
  expect(fieldOf(await put({ end: tomorrow }))).toBe('end');
  expect(fieldOf(await put({ end: '2024-08-31', exitReason: 'moved to the moon' }))).toBe('exitReason');
  const early = await post(`${path}/follow-ups`, { date: '2024-09-01', outcome: 'kept' });
  expect([early.status, early.body.code]).toEqual([409, 'not-exited']);
  const { body } = await put({ end: '2024-08-31', exitReason: 'completed', exitStatus: 'employed' });
  expect(body.exit).toEqual({ end: '2024-08-31', exitReason: 'completed', exitStatus: 'employed' });
  expect([body.nextCardDue, body.followUpDue]).toEqual([null, '2025-02-28']);
  expect(fieldOf(await post(`${path}/follow-ups`, { date: '2024-08-01', outcome: 'kept' }))).toBe('date');
  const followed = await post(`${path}/follow-ups`, { date: '2025-03-01', outcome: 'kept' });
  expect([followed.status, followed.body.followUpDue]).toEqual([201, null]);
  const back = await app.call('delete', `${path}/exit`, { token });
  expect([back.status, back.body.code]).toEqual([409, 'in-use']);
});

test('an exit can be corrected and taken back', async () => {
  const { enrolment } = await buildEnrolment(slug);
  const path = `${people()}/${enrolment}/exit`;
  await app.call('put', path, { token, body: { end: '2024-08-31', exitReason: 'completed' } });
  const corrected = await app.call('put', path, { token, body: { end: '2024-08-30' } });
  expect(corrected.body.exit).toEqual({ end: '2024-08-30', exitReason: null, exitStatus: null });
  const open = await app.call('delete', path, { token });
  expect([open.status, open.body.exit]).toEqual([200, null]);
  expect(await findEnrolment(slug, enrolment)).not.toHaveProperty('end');
});

test('of a card neither half is shown, to nobody, before both are in', async () => {
  const { enrolment } = await buildEnrolment(slug);
  const path = `${people()}/${enrolment}`;
  const put = (half: string, answers: object) =>
    app.call('put', `${path}/assessments/2024-04-01/${half}`, { token, body: { answers } });
  expect((await post(`${path}/assessments`, { date: '2024-04-01' })).body).toEqual({
    ...{ date: '2024-04-01', version: 1, personDone: false, coordinatorDone: false, person: null, coordinator: null },
  });
  const first = await put('person', { health: 4, jobIdea: 2 });
  expect(first.body).toMatchObject({ personDone: true, coordinatorDone: false, person: null, coordinator: null });
  expect((await app.call('get', path, { token })).body.assessments).toEqual([first.body]);
  const done = await put('coordinator', { coordinatorBelief: 3 });
  expect(done.body).toMatchObject({ person: { health: 4, jobIdea: 2 }, coordinator: { coordinatorBelief: 3 } });
  expect((await app.call('get', path, { token })).body.nextCardDue).toBe('2024-07-01');
});

test('a half that is in stays: the same again is accepted, other answers are not', async () => {
  const { enrolment } = await buildEnrolment(slug);
  const path = `${people()}/${enrolment}/assessments`;
  await post(path, { date: '2024-04-01' });
  const put = (answers: object) => app.call('put', `${path}/2024-04-01/person`, { token, body: { answers } });
  const replies = await Promise.all([put({ health: 4 }), put({ health: 4 }), put({ health: 4 })]);
  expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200]);
  const other = await put({ health: 5 });
  expect([other.status, other.body.code]).toEqual([409, 'half-already-in']);
  expect(other.body).not.toHaveProperty('person');
  expect(other.body.detail).not.toContain('health');
});

test('both halves sent at the same moment make a finished card', async () => {
  const { enrolment } = await buildEnrolment(slug);
  const path = `${people()}/${enrolment}`;
  await post(`${path}/assessments`, { date: '2024-04-01' });
  const put = (half: string, answers: object) =>
    app.call('put', `${path}/assessments/2024-04-01/${half}`, { token, body: { answers } });
  await Promise.all([put('person', { health: 1 }), put('coordinator', { jobSearch: 2 })]);
  const [card] = (await app.call('get', path, { token })).body.assessments;
  expect(card).toMatchObject({ person: { health: 1 }, coordinator: { jobSearch: 2 } });
});

test.each([
  ['person', { coordinatorBelief: 3 }, 'coordinatorBelief'],
  ['person', { health: 6 }, 'health'],
  ['coordinator', { jobSearch: '3' }, 'jobSearch'],
])('the %s half with %j is refused by question', async (half, answers, question) => {
  const { enrolment } = await buildEnrolment(slug);
  const path = `${people()}/${enrolment}/assessments`;
  await post(path, { date: '2024-04-01' });
  const reply = await app.call('put', `${path}/2024-04-01/${half}`, { token, body: { answers } });
  expect([reply.status, reply.body.errors[0].question]).toEqual([422, question]);
  const page = await app.call('get', `${people()}/${enrolment}`, { token });
  expect(page.body.assessments[0]).toMatchObject({ personDone: false, coordinatorDone: false });
});

test('one card at a time; an unfinished one can be removed, a finished one not', async () => {
  const { enrolment } = await buildEnrolment(slug);
  const path = `${people()}/${enrolment}/assessments`;
  await post(path, { date: '2024-04-01' });
  expect((await post(path, { date: '2024-04-01' })).body.code).toBe('assessment-exists');
  expect((await post(path, { date: '2024-05-01' })).body.code).toBe('assessment-open');
  expect((await app.call('delete', `${path}/2024-04-01`, { token })).status).toBe(204);
  await post(path, { date: '2024-05-01' });
  for (const [half, answers] of [
    ['person', { health: 1 }],
    ['coordinator', { jobSearch: 1 }],
  ] as const)
    await app.call('put', `${path}/2024-05-01/${half}`, { token, body: { answers } });
  const kept = await app.call('delete', `${path}/2024-05-01`, { token });
  expect([kept.status, kept.body.code]).toEqual([409, 'card-finished']);
});

test('what is registered moves the goals at once', async () => {
  const { slug: own } = await buildProgramme();
  const coordinator = await buildCoordinator(own, 'ostad');
  const value = async () =>
    (await app.call('get', `/programmes/${own}/results`, { token: coordinator.token })).body.goals[0].value;
  expect(await value()).toBe(0);
  await app.call('post', `/programmes/${own}/enrolments`, { token: coordinator.token, body: form });
  expect(await value()).toBe(1);
});
