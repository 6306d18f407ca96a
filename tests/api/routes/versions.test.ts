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

test('a cross table says when one of its questions was asked in versions that are not comparable', async () => {
  const { slug } = await buildProgramme();
  const { token: coordinator } = await buildCoordinator(slug, 'ostad');
  const crossed = async (row: string) => {
    const address = `/programmes/${slug}/cross-table?population=responses&survey=exit&row=${row}&column=site`;
    return (await app.call('get', address, { token: coordinator })).body.versionsNotComparable;
  };
  const before = await publish(([, second]) => {
    second!.title.sv = `${second!.title.sv} `;
  });
  await answer(slug, before, 'before');
  const after = await publish(([first]) => {
    first!.title.sv = 'Hur mår du i dag?';
  });
  expect(await crossed('feelsBetter')).toBe(false);
  await answer(slug, after, 'after');
  expect(await crossed('feelsBetter')).toBe(true);
  expect(await crossed('nextStep')).toBe(false);
});

test('two programmes whose answers lie on different sides of a break are not set against each other without a word', async () => {
  const goals = [share('better', "{feelsBetter} = 'yes'"), share('next', '{nextStep} >= 4')];
  const [one, other] = [await buildProgramme({ goals }), await buildProgramme({ goals })];
  const told = async () => {
    const reply = await app.call('get', `/programmes/${one.slug}/comparison?with=${other.slug}`, { token });
    const pairs = reply.body.pairs as { one: { id: string }; versionsNotComparable: boolean }[];
    return pairs.flatMap((pair) => (pair.versionsNotComparable ? [pair.one.id] : []));
  };
  const before = await publish(([first]) => {
    first!.title.sv = 'Mår du bättre, tycker du?';
  });
  await answer(one.slug, before, 'here');
  const after = await publish(([first]) => {
    first!.title.sv = 'Hur har du det?';
  });
  expect(await told()).toEqual([]);
  await answer(other.slug, after, 'there');
  expect(await told()).toEqual(['better']);
  expect(await warningsOf(one.slug)).toEqual({ better: [], next: [] });

  const own = JSON.parse((await app.call('get', '/surveys/exit/draft', { token })).body.source);
  own.pages[0].elements[0].title.sv = 'Egen fråga i projektet?';
  await app.call('post', '/surveys', {
    token,
    body: { name: 'exit', programme: one.slug, source: JSON.stringify(own) },
  });
  const address = `/surveys/exit/publish?programme=${one.slug}`;
  expect((await app.call('post', address, { token, body: { revision: 1 } })).status).toBe(201);
  expect(await told()).toEqual(['better']);
});

test('a goal that is to exceed another wave is judged by those two waves, not by a later one', async () => {
  const wave = (slug: string) => ({ slug, survey: 'exit', title: { sv: slug } });
  const goal = {
    ...share('better', "{feelsBetter} = 'yes'"),
    target: { aboveWave: 'first' },
  };
  const { slug } = await buildProgramme({
    waves: ['first', 'second', 'third'].map(wave),
    goals: [{ ...goal, indicator: { ...goal.indicator, wave: 'second' } }],
  });
  const inWave = (version: number, name: string) =>
    upsertResponses(slug, [
      {
        ...{ response: name, survey: 'exit', version, submittedAt: '2026-01-05T00:00:00Z', site: 'ostad', wave: name },
        answers: { feelsBetter: 'yes' },
      },
    ]);
  const before = await publish(([first]) => {
    first!.title.sv = 'Mår du bättre efter projektet?';
  });
  await inWave(before, 'first');
  await inWave(before, 'second');
  const after = await publish(([first]) => {
    first!.title.sv = 'Är du piggare?';
  });
  await inWave(after, 'third');
  expect(await warningsOf(slug)).toEqual({ better: [] });
  await upsertResponses(slug, [
    {
      ...{ response: 'late', survey: 'exit', version: after, submittedAt: '2026-01-05', site: 'ostad', wave: 'second' },
      answers: { feelsBetter: 'yes' },
    },
  ]);
  expect(await warningsOf(slug)).toEqual({ better: ['versionsNotComparable'] });
});
