// A code keeps its meaning for as long as anybody has answered with it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { upsertResponses } from '../../../server/store/responses.ts';
import { readCsv } from '../../../server/transfer/csv.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildProgramme, buildSurvey, buildUser } from '../../support/factories.ts';
import { askToPublish, type Choice, type Element, publish } from '../../support/publishing.ts';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
  token = (await buildUser()).token;
});
afterAll(() => app.close());

const choicesOf = (elements: Element[], name: string) =>
  elements.find((each) => each.name === name)!.choices as Choice[];
const without = (value: string) => (elements: Element[]) => {
  const choices = choicesOf(elements, 'nextStep');
  choices.splice(
    choices.findIndex((each) => each.value === value),
    1,
  );
};
const withText = (value: string, sv: string) => (elements: Element[]) => {
  const choices = choicesOf(elements, 'nextStep');
  const known = choices.find((each) => each.value === value);
  if (known) known.text.sv = sv;
  else choices.push({ value, text: { sv, en: sv } });
};

test('a code given to another text is refused, until the question is declared comparable', async () => {
  const name = await buildSurvey('reworded-codes');
  const change = withText('studies', 'Arbetslöshet');
  const refused = await askToPublish(app, token, name, change);
  expect([refused.status, refused.body.code]).toEqual([422, 'survey-not-valid']);
  expect(refused.body.errors).toEqual([
    {
      ...{ field: 'declared.nextStep', code: 'code-reused' },
      detail: expect.stringMatching(/^"studies" meant ".+" in version 1 and would mean "Arbetslöshet": give it a code/),
    },
  ]);
  const draft = (await app.call('get', `/surveys/${name}/draft`, { token })).body;
  expect(draft.reused).toMatchObject([
    { question: 'nextStep', part: 'choice', code: 'studies', version: 1, is: { sv: 'Arbetslöshet' } },
  ]);
  const not = { nextStep: { comparable: false, reason: 'Not the same' } };
  expect((await askToPublish(app, token, name, change, not)).body.errors[0].code).toBe('code-reused');
  const declared = { nextStep: { comparable: true, reason: 'A slip of the pen' } };
  expect(await publish(app, token, name, change, declared)).toBe(2);
  const kept = (await app.call('get', `/surveys?`, { token })).body.surveys.find(
    (each: { name: string }) => each.name === name,
  ).versions[1];
  expect(kept.publishedBy).toBe('Ursula User');
  expect(kept.comparison.find((each: { question: string }) => each.question === 'nextStep')).toMatchObject({
    status: 'comparable',
    reasons: ['the Swedish wording of a choice changed', 'declared: A slip of the pen'],
  });
});

test('a code that was taken away cannot come back with another text, also two versions later', async () => {
  const name = await buildSurvey('returning-codes');
  await publish(app, token, name, without('studies'));
  await publish(app, token, name, ([first]) => {
    first!.description = { sv: 'Tänk på den senaste veckan', en: 'Think of the last week' };
  });
  const refused = await askToPublish(app, token, name, withText('studies', 'Pension'));
  expect(refused.body.errors).toMatchObject([{ code: 'code-reused', detail: expect.stringContaining('in version 1') }]);
});

test('a choice that was taken away keeps its answers, title and place in distribution, export and codebook', async () => {
  const name = await buildSurvey('removed-choice');
  const share = { population: 'responses' as const, survey: name, measure: 'share' as const };
  const { slug } = await buildProgramme({
    goals: [{ id: 'next', title: { sv: 'Nästa' }, indicator: { ...share, of: "{nextStep} = 'work'" } }],
  });
  const { token: coordinator } = await buildCoordinator(slug, 'ostad');
  const { enrolment } = await buildEnrolment(slug);
  const answer = (version: number, nextStep: string) => ({
    ...{ response: randomUUID(), survey: name, version, submittedAt: '2026-01-05', site: 'ostad', enrolment },
    answers: { nextStep },
  });
  const before = [...Array(3).fill('work'), ...Array(4).fill('studies'), ...Array(2).fill('jobseeker')];
  await upsertResponses(
    slug,
    before.map((each) => answer(1, each)),
  );
  const analysis = async () =>
    (await app.call('get', `/programmes/${slug}/goals/next/analysis`, { token: coordinator })).body.distributions[0];
  const file = async (path: string) =>
    (await app.call('get', `/programmes/${slug}/export/${path}`, { token: coordinator })).text as string;
  const first = await analysis();
  const numbers = async () => (await file(`${name}.sps`)).match(/VALUE LABELS nextStep[^.]*\./)?.[0];
  const labels = await numbers();
  expect(labels).toMatch(/1 .*\n.*2 .*\n.*3 /);

  expect(await publish(app, token, name, without('studies'))).toBe(2);
  await upsertResponses(slug, [answer(2, 'jobseeker')]);
  const later = await analysis();
  const named = (each: { categories: { value: string; title: object }[] }) =>
    each.categories.map(({ value, title }) => [value, title]);
  expect(named(later)).toEqual(named(first));
  expect(later.whole.counts.slice(0, 3)).toEqual([3, 4, 3]);
  expect(later.categories.map((each: { gone?: true }) => each.gone ?? false).slice(0, 3)).toEqual([false, true, false]);
  expect(await numbers()).toBe(labels);
  expect((await file(`${name}.csv`)).split(/studies/)).toHaveLength(5);
  const codebook = await file('codebook.csv');
  expect(codebook).toMatch(new RegExp(`${name}.*nextStep.*1.*studies`));
  const { columns, records } = readCsv(Buffer.from(codebook));
  const broken = (column: string) =>
    records.find(({ cells }) => cells[columns.indexOf('file')] === name && cells[columns.indexOf('column')] === column)
      ?.cells[columns.indexOf('seriesBreaks')];
  expect([broken('nextStep'), broken('feelsBetter')]).toEqual(['2', '']);
});
