// A card keeps to the version it was begun with, and a change from first to last card says where a version broke its question.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildProgramme, buildUser } from '../../support/factories.ts';

let app: TestApp;
let token: string;
let slug: string;
let coordinator: string;
beforeAll(async () => {
  app = await openTestApp();
  token = (await buildUser()).token;
  const goal = (id: string, of: string) => ({
    ...{ id, title: { sv: id } },
    indicator: { population: 'assessed' as const, measure: 'meanChange' as const, of: [of] },
  });
  slug = (
    await buildProgramme({
      goals: [goal('health', 'person.health'), goal('idea', 'jobIdea'), goal('search', 'coordinator.jobSearch')],
    })
  ).slug;
  coordinator = (await buildCoordinator(slug, 'ostad')).token;
});
afterAll(() => app.close());

type Question = { name: string; title: { sv: string } };
type Page = { elements: Question[] };
type Halves = Record<'person' | 'coordinator', { pages: Page[] }>;
const named = (halves: Halves, half: 'person' | 'coordinator', name: string) =>
  halves[half].pages.flatMap(({ elements }) => elements).find((each) => each.name === name)!;

async function publishCard(change: (halves: Halves) => void, declared = {}): Promise<void> {
  const { source, revision } = (await app.call('get', '/surveys/progression-card/draft', { token })).body;
  const card = JSON.parse(source);
  change(card.halves);
  const body = { source: JSON.stringify(card), revision };
  const saved = await app.call('put', '/surveys/progression-card/draft', { token, body });
  const order = { revision: saved.body.revision, declared };
  const reply = await app.call('post', '/surveys/progression-card/publish', { token, body: order });
  expect(reply.status, reply.text).toBe(201);
}

const as = (method: 'get' | 'put' | 'post', path: string, body?: object) =>
  app.call(method, `/programmes/${slug}${path}`, { token: coordinator, ...(body && { body }) });
const begin = (enrolment: string, date: string) => as('post', `/enrolments/${enrolment}/assessments`, { date });
const put = (enrolment: string, date: string, half: string, answers: object) =>
  as('put', `/enrolments/${enrolment}/assessments/${date}/${half}`, { answers });
async function fill(enrolment: string, date: string): Promise<void> {
  await begin(enrolment, date);
  for (const [half, answers] of [
    ['person', { health: 3, jobIdea: 2 }],
    ['coordinator', { jobSearch: 4 }],
  ] as const)
    expect((await put(enrolment, date, half, answers)).status).toBe(200);
}
async function warned(): Promise<string[]> {
  const { goals } = (await as('get', '/results')).body as { goals: { id: string; warnings: string[] }[] };
  return goals.flatMap(({ id, warnings }) => (warnings.includes('versionsNotComparable') ? [id] : []));
}

test('a card that was begun is shown and taken as it was, and the next one is of the new version', async () => {
  const { enrolment } = await buildEnrolment(slug);
  expect((await begin(enrolment, '2024-01-10')).body.version).toBe(1);
  expect((await put(enrolment, '2024-01-10', 'person', { cooperation: 4, health: 3, jobIdea: 2 })).status).toBe(200);
  await publishCard(({ coordinator: { pages } }) => {
    for (const page of pages) page.elements = page.elements.filter(({ name }) => name !== 'beliefInJob');
    pages.splice(0, pages.length, ...pages.filter(({ elements }) => elements.length > 0));
  });
  const [open] = (await as('get', `/enrolments/${enrolment}`)).body.assessments;
  expect(open).toMatchObject({ version: 1, personDone: true, coordinatorDone: false });
  const asked = async (query = '') => JSON.stringify((await as('get', `/card${query}`)).body.coordinator);
  expect(await asked('?version=1')).toContain('"beliefInJob"');
  expect(await asked()).not.toContain('"beliefInJob"');
  expect((await as('get', '/card?version=one')).status).toBe(422);
  expect((await put(enrolment, '2024-01-10', 'coordinator', { beliefInJob: 4, jobSearch: 2 })).status).toBe(200);

  expect((await begin(enrolment, '2024-04-10')).body.version).toBe(2);
  const refused = await put(enrolment, '2024-04-10', 'coordinator', { beliefInJob: 4 });
  expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'unknown-question']);
});

test('goals of the change from first to last card warn where the cards lie on both sides of a break, question by question', async () => {
  const people = [await buildEnrolment(slug), await buildEnrolment(slug)];
  for (const { enrolment } of people) {
    await fill(enrolment, '2024-01-10');
    await fill(enrolment, '2024-04-10');
  }
  expect(await warned()).toEqual([]);
  await publishCard(
    (halves) => {
      named(halves, 'person', 'health').title.sv = 'Hur mår du?';
      named(halves, 'person', 'jobIdea').title.sv = 'Vet du vilket arbete du vill ha?';
      named(halves, 'coordinator', 'cooperation').title.sv = 'Samarbete';
    },
    { 'person.jobIdea': { comparable: true, reason: 'Samma fråga' } },
  );
  expect(await warned()).toEqual([]);
  await fill(people[0]!.enrolment, '2024-07-10');
  expect(await warned()).toEqual(['health']);
  expect((await as('get', '/card')).body.breaks).toEqual({ 'person.health': [3], 'coordinator.cooperation': [3] });
});
