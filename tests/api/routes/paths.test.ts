// Ways through a survey as it is written, and one set of answers walked: by HTTP, as the editor asks for them.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildUser } from '../../support/factories.ts';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
  token = (await buildUser({ name: 'Ada' })).token;
});
afterAll(() => app.close());

const post = (path: string, body: object) => app.call('post', path, { token, body });
const shipped = (name: string) => readFile(`surveys/${name}/v1.json`, 'utf8');

test('a set of answers is judged as a submission is, with each question that is asked of whoever answers so', async () => {
  const source = await shipped('exit');
  const walk = await post('/surveys/walk', { source, answers: { feelsBetter: 'maybe' } });
  expect(walk.status).toBe(200);
  expect(walk.body.errors).toContainEqual(expect.objectContaining({ question: 'feelsBetter', code: 'not-a-choice' }));
  const good = await post('/surveys/walk', { source, answers: { feelsBetter: 'yes' } });
  expect(good.body.steps).toContainEqual(
    expect.objectContaining({ name: 'feelsBetter', isShown: true, isAnswered: true }),
  );
  expect(good.body.questions).toBeGreaterThan(1);
  expect(good.body.minutes).toBeGreaterThan(0);
});

test('the ways are those of the text that is sent, of a card half by half', async () => {
  const exit = JSON.parse(await shipped('exit'));
  exit.pages.at(-1).visibleIf = "{feelsBetter} = 'yes'";
  const ways = await post('/surveys/ways', { source: JSON.stringify(exit) });
  expect(ways.status).toBe(200);
  expect(ways.body.count).toBeGreaterThan(1);
  expect(ways.body.shortest.questions).toBeLessThan(ways.body.longest.questions);
  const source = await shipped('progression-card');
  const [person, coordinator] = await Promise.all(
    ['person', 'coordinator'].map((half) => post('/surveys/ways', { source, half })),
  );
  expect(person?.body.longest.questions).not.toBe(coordinator?.body.longest.questions);
});

test.each(['/surveys/walk', '/surveys/ways'])('%s of a survey with errors names the first of them', async (path) => {
  const exit = JSON.parse(await shipped('exit'));
  exit.pages[0].elements[0].visibleIf = '{nobody} = 1';
  const answers = path.endsWith('walk') && { answers: {} };
  const refused = await post(path, { source: JSON.stringify(exit), ...answers });
  expect([refused.status, refused.body.code]).toEqual([422, 'survey-not-valid']);
  expect(refused.body.errors[0].field).toBe('pages[0].elements[0].visibleIf');
  expect((await post(path, { source: '{', ...answers })).status).toBe(422);
  const wrong = await post(path, { source: JSON.stringify(exit), half: 'both', ...answers });
  expect(wrong.body.errors[0].field).toBe('half');
});

test('a draft whose conditions do not go with its skips is saved, told, and not published', async () => {
  const draft = await post('/surveys', { name: 'skipping' });
  const survey = JSON.parse(draft.body.source);
  const first = survey.pages[0].elements[0];
  const second = { ...first, name: 'second' };
  const skip = { name: 'skip1', after: first.name, if: `{${first.name}} notempty` };
  const save = async (elements: object[], revision: number) => {
    const source = JSON.stringify({ ...survey, skips: [skip], pages: [{ ...survey.pages[0], elements }] });
    return app.call('put', '/surveys/skipping/draft', { token, body: { source, revision } });
  };
  const wrong = await save([first, second], 1);
  expect(wrong.body.problems).toContainEqual(
    expect.objectContaining({ code: 'skip-mismatch', path: 'pages[0].elements[1].visibleIf', severity: 'error' }),
  );
  expect((await post('/surveys/skipping/publish', { revision: 2 })).status).toBe(422);
  const right = { ...second, visibleIf: `!(${skip.if})`, skipIf: skip.if };
  expect((await save([first, right], 2)).status).toBe(200);
  expect((await post('/surveys/skipping/publish', { revision: 3 })).status).toBe(201);
});
