// How a changed question compares is said at the question itself, lives in the draft, and is published with it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DraftComparison } from '../../../server/contract/questionComparison.ts';
import type { SurveyDraft } from '../../../server/contract/survey.ts';
import { upsertResponses } from '../../../server/store/responses.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildLink, buildProgramme, buildSurvey, buildUser } from '../../support/factories.ts';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
  token = (await buildUser()).token;
});
afterAll(() => app.close());

type Question = Record<string, unknown> & { name: string; title: Record<string, string> };
const question = 'feelsBetter';

const draftOf = async (name: string) =>
  (await app.call('get', `/surveys/${name}/draft`, { token })).body as SurveyDraft;
/** Saves what `change` makes of the question in the draft. */
async function write(name: string, change: (question: Question) => void): Promise<SurveyDraft> {
  const { source, revision } = await draftOf(name);
  const survey = JSON.parse(source) as { pages: { elements: Question[] }[] };
  change(survey.pages.flatMap(({ elements }) => elements).find((each) => each.name === question)!);
  const body = { source: JSON.stringify(survey, null, 2), revision };
  const saved = await app.call('put', `/surveys/${name}/draft`, { token, body });
  expect(saved.status, saved.text).toBe(200);
  return saved.body;
}
const judged = ({ comparison }: Pick<SurveyDraft, 'comparison'>): DraftComparison =>
  comparison.find((each) => each.question === question)!;
const reworded = (words: string) => (asked: Question) => {
  asked.title = { ...asked.title, sv: words };
};
/** What an administrator says of the question as the draft has it. */
async function declare(name: string, own: object = {}): Promise<SurveyDraft> {
  const { against, judged: print } = judged(await draftOf(name));
  return write(name, (asked) => {
    asked.comparableWith = { version: against, comparable: true, reason: 'Samma fråga', judged: print, ...own };
  });
}
const publish = (name: string, revision: number, more: object = {}) =>
  app.call('post', `/surveys/${name}/publish`, { token, body: { revision, ...more } });
const warningsOf = (draft: Pick<SurveyDraft, 'problems'>) =>
  draft.problems.filter(({ path }) => path.endsWith('comparableWith')).map(({ severity, code }) => [severity, code]);
const publishedStatus = (reply: { body: { comparison: { question: string; status: string; reasons: string[] }[] } }) =>
  reply.body.comparison.find((each) => each.question === question);

test('what the draft says is published without being said again, and the results do not warn', async () => {
  const name = await buildSurvey('said-in-draft');
  const of = "{feelsBetter} = 'yes'";
  const goal = (survey: string) => ({
    ...{ id: 'better', title: { sv: 'Bättre' } },
    indicator: { population: 'responses' as const, survey, measure: 'share' as const, of },
  });
  const { slug } = await buildProgramme({ goals: [goal(name)] });
  const coordinator = await buildCoordinator(slug, 'ostad');
  const warnings = async () =>
    (await app.call('get', `/programmes/${slug}/results`, { token: coordinator.token })).body.goals[0].warnings;
  const answer = (version: number) =>
    upsertResponses(slug, [
      {
        ...{ response: `v${version}`, survey: name, version, submittedAt: '2026-01-05T00:00:00Z', site: 'ostad' },
        answers: { feelsBetter: 'yes' },
      },
    ]);
  await answer(1);

  const changed = await write(name, reworded('Mår du bättre i dag?'));
  expect(judged(changed)).toMatchObject({ status: 'notComparable', canContinue: true, against: 1, standing: null });
  const said = await declare(name);
  expect(judged(said)).toMatchObject({ status: 'comparable', computed: 'notComparable', standing: 'used' });
  expect(warningsOf(said)).toEqual([]);
  const second = await publish(name, said.revision);
  expect(second.status, second.text).toBe(201);
  expect(publishedStatus(second)).toEqual({
    ...{ question, status: 'comparable' },
    reasons: ['the Swedish wording changed', 'declared: Samma fråga'],
  });
  await answer(2);
  expect(await warnings()).not.toContain('versionsNotComparable');

  const next = await draftOf(name);
  expect(next.source).not.toContain('comparableWith');
  expect(judged(next)).toMatchObject({ status: 'unchanged', declaration: null });
  const silent = await write(name, reworded('Har du det bättre?'));
  expect(publishedStatus(await publish(name, silent.revision))?.status).toBe('notComparable');
  await answer(3);
  expect(await warnings()).toContain('versionsNotComparable');
});

test('who published it, and why it is comparable, stands with the version, and in the version itself', async () => {
  const name = await buildSurvey('kept-with-version');
  await write(name, reworded('Mår du bättre i dag?'));
  const said = await declare(name);
  const print = judged(said).judged;
  await publish(name, said.revision);
  const { definition } = (await app.call('get', `/surveys/${name}/versions/2`, { token })).body;
  const asked = definition.pages.flatMap((page: { elements: Question[] }) => page.elements);
  const comparableWith = { version: 1, comparable: true, reason: 'Samma fråga', judged: print };
  expect(asked.find((each: Question) => each.name === question).comparableWith).toEqual(comparableWith);
  const steps = (await app.call('get', `/surveys/${name}/comparison?from=1&to=2`, { token })).body.questions.find(
    (each: { question: string }) => each.question === question,
  ).steps;
  expect(steps).toMatchObject([{ publishedBy: 'Ursula User', reasons: [expect.any(String), 'declared: Samma fråga'] }]);
});

test('whoever answers, by a link or trying the draft, gets nothing of what was said', async () => {
  const name = await buildSurvey('for-respondents');
  const { slug } = await buildProgramme();
  await write(name, reworded('Mår du bättre i dag?'));
  const said = await declare(name, { reason: 'Inte för deltagare' });
  const tryout = await app.call('post', `/surveys/${name}/draft/tryout`, { token, body: { revision: said.revision } });
  const tried = await app.call('get', `/tryouts/${tryout.body.link.split('/try/')[1]}`);
  await publish(name, said.revision);
  const link = await app.call('get', `/respond/${await buildLink(slug, { survey: name, version: 2, shared: true })}`);
  for (const { status, text } of [tried, link]) {
    expect(status, text).toBe(200);
    expect(text).toContain('Mår du bättre i dag?');
    expect(text).not.toMatch(/comparableWith|Inte för deltagare/);
  }
});

test('what was said of one wording is not used for the next, is told in the draft, and can be said anew', async () => {
  const name = await buildSurvey('not-carried-over');
  await write(name, reworded('Mår du bättre i dag?'));
  await declare(name);
  const other = await write(name, reworded('Har du arbete?'));
  expect(warningsOf(other)).toEqual([['warning', 'declaration-outdated']]);
  expect(judged(other)).toMatchObject({ status: 'notComparable', standing: 'outdated' });
  const anew = await declare(name, { reason: 'Även så' });
  expect([warningsOf(anew), judged(anew).status]).toEqual([[], 'comparable']);
  const last = await write(name, reworded('Hur bor du?'));
  const published = await publish(name, last.revision);
  expect(publishedStatus(published)).toEqual({
    ...{ question, status: 'notComparable', reasons: ['the Swedish wording changed'] },
  });
  const { definition } = (await app.call('get', `/surveys/${name}/versions/2`, { token })).body;
  expect(JSON.stringify(definition)).not.toContain('comparableWith');
});

test('what is said when publishing goes before what the draft says, both ways', async () => {
  const name = await buildSurvey('said-at-publishing');
  await write(name, reworded('Mår du bättre i dag?'));
  const said = await declare(name);
  expect(publishedStatus(await publish(name, said.revision, { declared: {} }))?.status).toBe('notComparable');
  await write(name, reworded('Har du det bättre?'));
  const again = await declare(name);
  const declared = { [question]: { comparable: true, reason: 'Bättre skäl' } };
  expect(publishedStatus(await publish(name, again.revision, { declared }))?.reasons).toContain(
    'declared: Bättre skäl',
  );
});

test('a version published meanwhile makes what was said one of an older version', async () => {
  const name = await buildSurvey('overtaken');
  await write(name, reworded('Mår du bättre i dag?'));
  const kept = (await declare(name)).source;
  await publish(name, (await draftOf(name)).revision);
  const { revision } = await draftOf(name);
  const body = { source: kept.replace('Mår du bättre i dag?', 'Har du det bättre?'), revision };
  const draft = (await app.call('put', `/surveys/${name}/draft`, { token, body })).body as SurveyDraft;
  expect(warningsOf(draft)).toEqual([['warning', 'declaration-older']]);
  expect(publishedStatus(await publish(name, draft.revision))?.status).toBe('notComparable');
});

test('answers of another kind, versions that are not there and empty reasons stop publishing, each by its name', async () => {
  const name = await buildSurvey('refused');
  const changed = await write(name, (asked) => Object.assign(asked, { type: 'checkbox' }));
  expect(judged(changed)).toMatchObject({ canContinue: false });
  const kind = await publish(name, changed.revision, { declared: { [question]: { comparable: true, reason: 'a' } } });
  expect([kind.status, kind.body.errors[0]]).toMatchObject([
    422,
    { field: `declared.${question}`, code: 'other-kind' },
  ]);
  const { judged: print } = judged(changed);
  for (const [own, code] of [
    [{}, 'declaration-kind'],
    [{ version: 9 }, 'declaration-version'],
    [{ reason: ' ' }, 'declaration-reason'],
    [{ judged: 7 }, 'wrong-shape'],
  ] as const) {
    const draft = await write(name, (asked) => {
      asked.comparableWith = { version: 1, comparable: true, reason: 'a', judged: print, ...own };
    });
    expect(draft.problems.map((each) => each.code)).toContain(code);
    expect(judged(draft)).toMatchObject({ status: 'notComparable', judged: print });
    const refused = await publish(name, draft.revision);
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, code]);
    expect(refused.body.errors[0].field).toContain('.comparableWith');
  }
});

test('a question that was away goes on from where it was last asked, when its draft says so', async () => {
  const name = await buildSurvey('came-back');
  const first = JSON.parse((await draftOf(name)).source);
  const shorter = structuredClone(first);
  for (const page of shorter.pages)
    page.elements = page.elements.filter((each: Question) => each.name !== question && !each.visibleIf);
  await app.call('put', `/surveys/${name}/draft`, { token, body: { source: JSON.stringify(shorter), revision: 0 } });
  expect((await publish(name, 1)).status).toBe(201);
  const body = { source: JSON.stringify(first), revision: (await draftOf(name)).revision };
  const back = (await app.call('put', `/surveys/${name}/draft`, { token, body })).body as SurveyDraft;
  expect(judged(back)).toMatchObject({ status: 'added', against: 1, canContinue: true });
  const said = await declare(name);
  expect(publishedStatus(await publish(name, said.revision))).toMatchObject({
    ...{ status: 'comparable', reasons: ['last asked in version 1', 'declared: Samma fråga'] },
  });
  const { body: chain } = await app.call('get', `/surveys/${name}/comparison?from=1&to=3`, { token });
  const chained = chain.questions.find((each: { question: string }) => each.question === question);
  expect(chained.status).toBe('comparable');
});

test('while it is being written, a text is compared with the versions of its survey', async () => {
  const name = await buildSurvey('while-writing');
  const { source } = await draftOf(name);
  const text = source.replace('Mår du bättre', 'Har du det bättre');
  const check = async (body: object) => (await app.call('post', '/surveys/check', { token, body })).body;
  expect((await check({ source: text })).comparison).toBeUndefined();
  const survey = { name, programme: null };
  expect(judged(await check({ source: text, survey }))).toMatchObject({ status: 'notComparable', against: 1 });
  expect((await check({ source: '{', survey })).comparison).toBeUndefined();
  const strange = await app.call('post', '/surveys/check', {
    token,
    body: { source, survey: { name, programme: 'none' } },
  });
  expect(strange.status).toBe(404);
});
