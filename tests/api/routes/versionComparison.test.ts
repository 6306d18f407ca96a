// Any two versions beside each other: what was said of each version between them decides.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { VersionComparison } from '../../../server/contract/versionComparison.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildSurvey, buildUser } from '../../support/factories.ts';
import { type Element, publish } from '../../support/publishing.ts';

let app: TestApp;
let token: string;
const name = 'chained';
beforeAll(async () => {
  app = await openTestApp();
  token = (await buildUser()).token;
  await buildSurvey(name);
  const first = (words: string) => (elements: Element[]) => {
    elements[0]!.title.sv = words;
  };
  const same = { feelsBetter: { comparable: true, reason: 'Samma fråga' } };
  const original = (await app.call('get', `/surveys/${name}/draft`, { token })).body;
  const wording = JSON.parse(original.source).pages[0].elements[0].title.sv;
  await publish(app, token, name, first('Mår du bättre i dag?'), same);
  await publish(app, token, name, first('Har du jobb?'));
  await publish(app, token, name, first(wording), same);
  await publish(app, token, name, (elements) => {
    elements.find((each) => each.name === 'whatHelped')!.name = 'helped';
  });
});
afterAll(() => app.close());

const compared = (from: unknown, to: unknown) =>
  app.call('get', `/surveys/${name}/comparison?from=${from}&to=${to}`, { token });
const between = async (from: number, to: number, question = 'feelsBetter') =>
  ((await compared(from, to)).body as VersionComparison).questions.find((each) => each.question === question)!;

test('a chain of comparable versions is comparable, with the reasons and who gave them', async () => {
  const { status, steps, texts } = await between(1, 2);
  expect(status).toBe('comparable');
  expect(steps).toMatchObject([
    { version: 2, publishedBy: 'Ursula User', reasons: ['the Swedish wording changed', 'declared: Samma fråga'] },
  ]);
  expect(texts).toMatchObject([{ part: 'title', code: null, after: { sv: 'Mår du bättre i dag?' } }]);
});

test('one version that is not comparable breaks the series, though both ends say the same', async () => {
  const whole = await between(1, 4);
  expect(whole.status).toBe('notComparable');
  expect(whole.steps.map(({ version, status }) => [version, status])).toEqual([
    [2, 'comparable'],
    [3, 'notComparable'],
    [4, 'comparable'],
  ]);
  expect(whole.texts[0]!.before).toEqual(whole.texts[0]!.after);
  expect((await between(3, 4)).status).toBe('comparable');
  expect((await between(1, 4, 'nextStep')).status).toBe('unchanged');
});

test('questions that come and go stand in it', async () => {
  expect((await between(4, 5, 'helped')).status).toBe('added');
  expect((await between(1, 5, 'whatHelped')).status).toBe('removed');
});

test('versions that are not there, or in the wrong order, are refused by name', async () => {
  for (const [from, to, field] of [
    [1, 9, 'to'],
    [8, 2, 'from'],
    [2, 2, 'to'],
    [3, 1, 'to'],
    ['x', 2, 'from'],
  ] as const) {
    const reply = await compared(from, to);
    expect([reply.status, reply.body.errors?.[0]?.field]).toEqual([422, field]);
  }
  expect((await app.call('get', '/surveys/nothing/comparison?from=1&to=2', { token })).status).toBe(404);
});
