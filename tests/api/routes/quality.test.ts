// Data quality through the door: rows with names for the coordinator of the site, counts of five or more for all others.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Quality, quality } from '../../../server/contract/quality.ts';
import { insertAssessment } from '../../../server/store/assessments.ts';
import { saveDraft } from '../../../server/store/invitations.ts';
import { upsertResponses } from '../../../server/store/responses.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildLink, buildProgramme, buildUser } from '../../support/factories.ts';

let app: TestApp;
let slug: string;
let evaluator: string;
let coordinator: string;
let left: string[];

const get = (token: string, of = slug) => app.call('get', `/programmes/${of}/quality`, { token });
const read = async (token: string, of = slug) => quality.parse((await get(token, of)).body);
const finding = ({ findings }: Quality, rule: string) => findings.find((each) => each.rule === rule);
const question = ({ questions }: Quality, survey: string, name: string) =>
  questions.find((each) => each.survey === survey && each.question === name);
const times = <T>(n: number, make: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, at) => make(at)));

const followedUp = {
  ...{ id: 'after', title: { sv: 'Efteråt' } },
  indicator: { population: 'followUps' as const, measure: 'share' as const, of: "{followUp} = 'kept'" },
};

beforeAll(async () => {
  app = await openTestApp();
  slug = (await buildProgramme({ goals: [followedUp] })).slug;
  const person = { gender: 'woman', birthYear: 1990 } as const;
  const exited = { ...person, start: '2024-01-02', end: '2024-09-01' };
  left = (
    await times(3, (at) => buildEnrolment(slug, { ...exited, birthYear: 1980 + at, contact: { name: `Ost ${at}` } }))
  ).map(({ enrolment }) => enrolment);
  await times(9, (at) =>
    buildEnrolment(slug, {
      ...exited,
      birthYear: 1960 + at,
      site: 'vastad',
      exitReason: 'completed',
      contact: { name: 'Väst' },
    }),
  );
  await times(6, (at) =>
    buildEnrolment(slug, { ...person, birthYear: 1970 + at, start: '2025-01-01', site: 'vastad' }),
  );
  await insertAssessment(slug, left[0] ?? '', '2023-12-01');
  const answers = (n: number) => (n < 6 ? { feelsBetter: 'yes' } : {});
  const response = (survey: string, at: number) => ({
    ...{ response: `${survey}${at}`, survey, version: 1, submittedAt: '2024-09-02', site: at < 3 ? 'ostad' : 'vastad' },
  });
  await upsertResponses(slug, [
    ...Array.from({ length: 12 }, (_, at) => ({
      ...response('exit', at),
      answers: answers(at),
      ...(at === 0 && { enrolment: left[0] ?? '' }),
    })),
    ...Array.from({ length: 12 }, (_, at) => ({ ...response('treatment', at), answers: {} })),
  ]);
  await times(5, () => buildLink(slug, { site: 'vastad' }));
  await saveDraft(await buildLink(slug, { site: 'ostad' }), 0, 'sealed');
  evaluator = (await buildUser({ role: 'evaluator', access: [{ programme: slug }] })).token;
  coordinator = (await buildCoordinator(slug, 'ostad')).token;
});
afterAll(() => app.close());

test('a coordinator gets the rows of the own site with names, and groups', async () => {
  const own = await read(coordinator);
  expect(own).toMatchObject({ seesIndividuals: true, enrolments: 3, as: 'coordinator:ostad' });
  const reason = finding(own, 'exitWithoutReason');
  expect(reason).toMatchObject({ count: 3, of: 3 });
  expect(reason?.places.map(({ name }) => name).toSorted()).toEqual(['Ost 0', 'Ost 1', 'Ost 2']);
  expect(reason?.groups).toContainEqual({ by: { gender: 'woman' }, count: 3, of: 3 });
  expect(finding(own, 'cardOutside')?.places).toEqual([{ enrolment: left[0], date: '2023-12-01', name: 'Ost 0' }]);
  expect(finding(own, 'exitWithoutSurvey')).toMatchObject({ count: 2, of: 3 });
});

test('of other sites a coordinator hears nothing, and of a few answers to an anonymous survey neither', async () => {
  const reply = await get(coordinator);
  expect(JSON.stringify(reply.body)).not.toMatch(/Väst|vastad/);
  const own = await read(coordinator);
  expect(question(own, 'exit', 'feelsBetter')).toMatchObject({ unanswered: 0, asked: 3 });
  expect(question(own, 'treatment', 'treatedByCoordinator')).toMatchObject({ groups: [], uneven: null });
  expect(question(own, 'treatment', 'treatedByCoordinator')).toMatchObject({ unanswered: null, asked: null });
  expect(own.invitations).toEqual([{ survey: 'exit', made: 1, answered: 0, begun: 1 }]);
});

test.each(['evaluator', 'administrator'] as const)(
  'an %s gets counts of five or more, and no rows or groups',
  async (role) => {
    const token = role === 'evaluator' ? evaluator : (await buildUser()).token;
    const all = await read(token);
    expect(all).toMatchObject({ seesIndividuals: false, enrolments: 18, below: 5 });
    expect(all.findings.flatMap(({ places, groups }) => [...places, ...groups])).toEqual([]);
    expect(finding(all, 'exitWithoutReason')).toMatchObject({ count: null, of: null });
    expect(finding(all, 'exitWithoutSurvey')).toMatchObject({ count: null, of: null });
    expect(finding(all, 'followUpMissing')).toMatchObject({ count: 12, of: 12 });
    expect(finding(all, 'overlapping')).toMatchObject({ count: 0, of: 18 });
    expect(finding(all, 'cardOutside')).toMatchObject({ count: null, of: null });
    expect(question(all, 'exit', 'feelsBetter')).toMatchObject({ unanswered: 6, asked: 12 });
    expect(all.questions.flatMap(({ groups, uneven }) => [...groups, ...(uneven ? [uneven] : [])])).toEqual([]);
    expect(question(all, 'treatment', 'treatedByCoordinator')).toMatchObject({ unanswered: 12, asked: 12 });
    expect(all.invitations).toEqual([{ survey: 'exit', made: 6, answered: null, begun: null }]);
  },
);

test('a coordinator of both sites sees which of them leaves a question out more', async () => {
  const access = ['ostad', 'vastad'].map((site) => ({ programme: slug, site }));
  const both = await read((await buildUser({ role: 'coordinator', access })).token);
  const better = question(both, 'exit', 'feelsBetter');
  expect(better?.groups).toEqual([
    { by: { site: 'ostad' }, unanswered: 0, asked: 3 },
    { by: { site: 'vastad' }, unanswered: 6, asked: 9 },
  ]);
  expect(better?.uneven).toMatchObject({ by: { site: 'vastad' } });
});

test('an empty programme has every rule and nothing found', async () => {
  const empty = (await buildProgramme()).slug;
  const all = await read((await buildUser()).token, empty);
  expect(all).toMatchObject({ enrolments: 0, questions: [], invitations: [] });
  expect(all.findings.every(({ count }) => count === 0)).toBe(true);
});

test('what a programme does not do is missed by nobody: no follow-ups, no cards, no exit survey', async () => {
  const { slug: plain } = await buildProgramme();
  const left = () => buildEnrolment(plain, { start: '2024-01-02', end: '2024-09-01' });
  const [one] = await times(6, left);
  const token = (await buildCoordinator(plain, 'ostad')).token;
  const missed = async () => {
    const all = await read(token, plain);
    return ['exitWithoutReason', 'exitWithoutSurvey', 'followUpMissing', 'fewCards'].map(
      (rule) => finding(all, rule)?.of,
    );
  };
  expect(await missed()).toEqual([6, 0, 0, 0]);
  await insertAssessment(plain, one?.enrolment ?? '', '2024-03-01');
  await buildLink(plain, { site: 'ostad' });
  expect(await missed()).toEqual([6, 6, 0, 6]);
});

test('a programme of others is not found', async () => {
  const stranger = await buildUser({ role: 'evaluator', access: [] });
  expect(await get(stranger.token)).toMatchObject({ status: 404 });
});

test('from one day to the next an evaluator sees no number move by a few; the coordinator sees each row at once', async () => {
  const { slug: other } = await buildProgramme();
  const { token } = await buildUser({ role: 'evaluator', access: [{ programme: other }] });
  const own = (await buildCoordinator(other, 'ostad')).token;
  const left = (n: number) => times(n, () => buildEnrolment(other, { start: '2024-01-02', end: '2024-09-01' }));
  const told = async (by: string) => {
    const { count, of } = finding(await read(by, other), 'exitWithoutReason') ?? {};
    return [count, of];
  };
  await left(10);
  expect(await told(token)).toEqual([10, 10]);
  await left(2);
  expect(await told(token)).toEqual([10, 10]);
  expect(await told(own)).toEqual([12, 12]);
  await left(3);
  expect(await told(token)).toEqual([15, 15]);
});
