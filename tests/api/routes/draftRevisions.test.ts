// Two administrators at one draft, while one of them publishes it or throws it away: what the other has saved is never lost unseen.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyDraft } from '../../../server/contract/survey.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildSurvey, buildUser } from '../../support/factories.ts';

let app: TestApp;
let ada: string;
let bo: string;
beforeAll(async () => {
  app = await openTestApp();
  ada = (await buildUser({ name: 'Ada' })).token;
  bo = (await buildUser({ name: 'Bo' })).token;
});
afterAll(() => app.close());

const read = async (name: string) =>
  (await app.call('get', `/surveys/${name}/draft`, { token: ada })).body as SurveyDraft;
const thanking = ({ source }: Pick<SurveyDraft, 'source'>, words: string): string => {
  const survey = JSON.parse(source);
  return JSON.stringify({ ...survey, thanks: { ...survey.thanks, sv: words } }, null, 2);
};
const thanksIn = (source: string): string => JSON.parse(source).thanks.sv;
const save = (name: string, source: string, revision: number, token = ada) =>
  app.call('put', `/surveys/${name}/draft`, { token, body: { source, revision } });
const publish = (name: string, revision: number) =>
  app.call('post', `/surveys/${name}/publish`, { token: ada, body: { revision } });
const discard = (name: string, more = '') => app.call('delete', `/surveys/${name}/draft${more}`, { token: ada });

test('a text begun on version 1 is refused once version 2 is published, rather than take its changes back', async () => {
  const name = await buildSurvey('begun-on-one');
  const begun = await read(name);
  const saved = await save(name, thanking(begun, 'Tack från Bo'), begun.revision, bo);
  expect((await publish(name, saved.body.revision)).status).toBe(201);
  const late = await save(name, thanking(begun, 'Tack från Ada'), begun.revision);
  expect([late.status, late.body.code]).toEqual([409, 'stale-revision']);
  const now = await read(name);
  expect([now.changedAt, thanksIn(now.source)]).toEqual([null, 'Tack från Bo']);
  expect((await save(name, thanking(now, 'Tack från Ada'), now.revision)).status).toBe(200);
});

test.each([
  ['published', (name: string, revision: number) => publish(name, revision)],
  ['thrown away', (name: string) => discard(name)],
])('a tab left open on a draft that was %s cannot save over the draft that came after it', async (word, end) => {
  const name = await buildSurvey(`left-open-${word.replace(' ', '-')}`);
  const begun = await read(name);
  const old = (await save(name, thanking(begun, 'Gammal flik'), begun.revision)).body as SurveyDraft;
  expect((await end(name, old.revision)).status).toBeLessThan(300);
  let later = await read(name);
  for (const words of ['Bo skriver', 'Bo skriver mer'])
    later = (await save(name, thanking(later, words), later.revision, bo)).body as SurveyDraft;
  for (const revision of [old.revision, old.revision + 1])
    expect((await save(name, old.source, revision)).status, `revision ${revision}`).toBe(409);
  expect(thanksIn((await read(name)).source)).toBe('Bo skriver mer');
});

test('what somebody saves in the moment of publishing is in the version or in a draft of the next', async () => {
  const name = await buildSurvey('at-once');
  for (let round = 1; round <= 12; round++) {
    const before = await read(name);
    const first = (await save(name, thanking(before, `först ${round}`), before.revision)).body as SurveyDraft;
    const words = `i samma stund ${round}`;
    const [published, saved] = await Promise.all([
      publish(name, first.revision),
      save(name, thanking(first, words), first.revision, bo),
    ]);
    expect([201, 409]).toContain(published.status);
    if (saved.status === 200) expect(thanksIn((await read(name)).source)).toBe(words);
    else expect(saved.body.code).toBe('stale-revision');
  }
});

test('a draft is thrown away as it was seen, not what somebody has written since', async () => {
  const name = await buildSurvey('thrown-away');
  const begun = await read(name);
  const seen = (await save(name, thanking(begun, 'Sett'), begun.revision)).body as SurveyDraft;
  await save(name, thanking(begun, 'Skrivet sedan'), seen.revision, bo);
  const refused = await discard(name, `?revision=${seen.revision}`);
  expect([refused.status, refused.body.code]).toEqual([409, 'stale-revision']);
  expect(thanksIn((await read(name)).source)).toBe('Skrivet sedan');
  expect((await discard(name, `?revision=${seen.revision + 1}`)).status).toBe(204);
  expect((await discard(name, `?revision=${seen.revision + 2}`)).status).toBe(404);
  expect((await discard(name, '?revision=one')).status).toBe(422);
});

test('a survey thrown away before it had a version is gone from the lists, and its name can be taken again', async () => {
  const begin = () => app.call('post', '/surveys', { token: ada, body: { name: 'short-lived' } });
  const { revision, source } = (await begin()).body;
  expect((await begin()).status).toBe(409);
  expect((await discard('short-lived')).status).toBe(204);
  const { surveys } = (await app.call('get', '/surveys', { token: ada })).body;
  expect(surveys.map((each: { name: string }) => each.name)).not.toContain('short-lived');
  expect((await app.call('get', '/surveys/short-lived/draft', { token: ada })).status).toBe(404);
  expect((await save('short-lived', source, revision)).status).toBe(404);
  const again = await begin();
  expect([again.status, again.body.changedBy]).toEqual([201, 'Ada']);
  expect((await save('short-lived', source, revision)).status).toBe(409);
});
