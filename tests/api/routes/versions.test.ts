// A question that became another one between two versions: its figures say that the answers are not fully comparable.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { upsertResponses } from '../../../server/store/responses.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildProgramme, buildUser } from '../../support/factories.ts';

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

/** Publishes what `change` makes of the latest version. */
type Element = { title: Record<string, string> };
async function publish(change: (elements: Element[]) => void, declared = {}): Promise<number> {
  const { source, revision } = (await app.call('get', '/surveys/exit/draft', { token })).body;
  const survey = JSON.parse(source);
  change(survey.pages.flatMap((page: { elements: Element[] }) => page.elements));
  const body = { source: JSON.stringify(survey), revision };
  const saved = (await app.call('put', '/surveys/exit/draft', { token, body })).body;
  const published = await app.call('post', '/surveys/exit/publish', {
    token,
    body: { revision: saved.revision, declared },
  });
  expect(published.status).toBe(201);
  return published.body.version;
}

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
