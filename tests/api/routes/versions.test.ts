// A question that became another one between two versions: its figures say that the answers are not fully comparable.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { upsertResponses } from '../../../server/store/responses.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildProgramme, buildUser } from '../../support/factories.ts';
import { type Element, publish as publishNext } from '../../support/publishing.ts';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
  token = (await buildUser()).token;
});
afterAll(() => app.close());

const share = (id: string, of: string) => ({
  ...{ id, title: { sv: id } },
  indicator: { population: 'responses' as const, survey: 'exit', measure: 'share' as const, of },
});

const publish = (change: (elements: Element[]) => void, declared = {}) =>
  publishNext(app, token, 'exit', change, declared);

async function warningsOf(slug: string): Promise<Record<string, string[]>> {
  const coordinator = await buildCoordinator(slug, 'ostad');
  const reply = await app.call('get', `/programmes/${slug}/results`, { token: coordinator.token });
  expect(reply.status).toBe(200);
  const goals = reply.body.goals as { id: string; warnings: string[] }[];
  return Object.fromEntries(goals.map(({ id, warnings }) => [id, warnings.filter((each) => each !== 'smallBase')]));
}

const answer = (slug: string, version: number, key: string) =>
  upsertResponses(slug, [
    {
      ...{ response: key, survey: 'exit', version, submittedAt: '2026-01-05T00:00:00Z', site: 'ostad' },
      answers: { feelsBetter: 'yes', nextStep: 4 },
    },
  ]);

test('answers on both sides of a change that was not declared comparable are warned of, goal by goal', async () => {
  const { slug } = await buildProgramme({
    goals: [share('better', "{feelsBetter} = 'yes'"), share('next', '{nextStep} >= 4')],
  });
  const broken = 'versionsNotComparable';
  await answer(slug, 1, 'a');
  const reworded = await publish(([first]) => {
    first!.title.sv = 'Mår du bättre i dag?';
  });
  expect(await warningsOf(slug)).toEqual({ better: [], next: [] });
  await answer(slug, reworded, 'b');
  expect(await warningsOf(slug)).toEqual({ better: [broken], next: [] });

  const { slug: later } = await buildProgramme({ goals: [share('better', "{feelsBetter} = 'yes'")] });
  await answer(later, reworded, 'c');
  expect(await warningsOf(later)).toEqual({ better: [] });
  const same = await publish(
    ([first]) => {
      first!.title.sv = 'Mår du bättre nu?';
    },
    { feelsBetter: { comparable: true, reason: 'The same question in other words' } },
  );
  await answer(later, same, 'd');
  expect(await warningsOf(later)).toEqual({ better: [] });
  expect(await warningsOf(slug)).toEqual({ better: [broken], next: [] });
});
