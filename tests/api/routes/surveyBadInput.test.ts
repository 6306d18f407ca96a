// What an administrator may send as a survey, by accident or with intent: said clearly by place, and nothing half stored.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildUser } from '../../support/factories.ts';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
  token = (await buildUser()).token;
});
afterAll(() => app.close());

const text = (words: string) => ({ sv: words, en: words });
const survey = (name: string, elements: object[]) => ({
  ...{ name, version: 1, anonymous: true, locale: 'sv', audience: 'participant', languages: ['sv', 'en'] },
  ...{ machineTranslated: [], title: text('X'), whoSees: text('X'), information: text('X'), thanks: text('X') },
  pages: [{ name: 'one', elements }],
});
const question = (name: string, more: object = {}) => ({
  type: 'comment',
  name,
  title: text(`About ${name}`),
  ...more,
});
const check = async (definition: object) => {
  const reply = await app.call('post', '/surveys/check', {
    token,
    body: { source: JSON.stringify(definition, null, 2) },
  });
  expect(reply.status).toBe(200);
  return reply.body.problems as { severity: string; path: string; code: string; line: number }[];
};
const create = (name: string, source: string) =>
  app.call('post', '/surveys', { token, body: { name, programme: null, source } });

test('2,000 questions are checked, one more is refused by number, and so is what is larger than 5 MB', async () => {
  const many = (count: number) =>
    survey(
      'many',
      Array.from({ length: count }, (_, at) => question(`q${at}`)),
    );
  expect((await check(many(2000))).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(await check(many(2001))).toMatchObject([{ code: 'too-many-questions', path: 'pages' }]);
  const large = await create('too-large', `{"a": "${'x'.repeat(5_000_000)}"}`);
  expect([large.status, large.body.errors?.[0]?.field]).toEqual([422, 'source']);
  expect((await app.call('get', '/surveys/too-large/draft', { token })).status).toBe(404);
});

test('conditions that go round in a circle are named at each question, and are not published', async () => {
  const circle = survey('circle', [
    question('a', { visibleIf: '{b} notempty' }),
    question('b', { visibleIf: '{c} notempty' }),
    question('c', { visibleIf: '{a} notempty' }),
  ]);
  const errors = (await check(circle)).filter(({ severity }) => severity === 'error');
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.every(({ path, line }) => path.startsWith('pages[0].elements[') && line > 1)).toBe(true);
  expect((await create('circle', JSON.stringify(circle))).status).toBe(201);
  const refused = await app.call('post', '/surveys/circle/publish', { token, body: { revision: 1 } });
  expect([refused.status, refused.body.code]).toEqual([422, 'survey-not-valid']);
});

test.each(['a.b', 'a"b', "a'b", 'a{b}', '__proto__', 'a b', '<b>'])(
  'the name %s is refused where it stands, and the draft is kept',
  async (name) => {
    const definition = survey('named', [question('ok')]);
    const source = JSON.stringify(definition).replaceAll('"ok"', JSON.stringify(name));
    const reply = await app.call('post', '/surveys/check', { token, body: { source } });
    const codes = (reply.body.problems as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);
    expect(codes).toContain('pages[0].elements[0].name invalid-name');
    const slug = `named-${Buffer.from(name).toString('hex')}`;
    expect((await create(slug, source)).status).toBe(201);
    expect((await app.call('get', `/surveys/${slug}/draft`, { token })).body.source).toBe(source);
  },
);

test('script in a title is a text like any other; in formatted text it is refused', async () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  expect((await check(survey('titled', [question('a', { title: text(script) })]))).map(({ code }) => code)).toEqual([]);
  const html = { type: 'html', name: 'told', html: text(script) };
  expect(await check(survey('told', [question('a'), html]))).toMatchObject([
    { code: 'active-html', path: 'pages[0].elements[1].html' },
  ]);
});

test('a draft thrown away under its writer: what is saved next is told so and nothing comes back by itself', async () => {
  const start = (await app.call('get', '/surveys/exit/draft', { token })).body;
  const put = (revision: number) =>
    app.call('put', '/surveys/exit/draft', { token, body: { source: start.source, revision } });
  const { revision } = (await put(start.revision)).body;
  expect((await app.call('delete', `/surveys/exit/draft`, { token })).status).toBe(204);
  const reply = await put(revision);
  expect([reply.status, reply.body.code]).toEqual([409, 'stale-revision']);
  const now = (await app.call('get', '/surveys/exit/draft', { token })).body;
  expect([now.revision, now.changedAt]).toEqual([revision + 1, null]);
});

test('a draft with errors stands in the list under its title, as the kind it is; one that is no JSON under its name', async () => {
  const listed = async (name: string) => {
    const { body } = await app.call('get', '/surveys', { token });
    return body.surveys.find((each: { name: string }) => each.name === name);
  };
  const broken = survey('broken', [question('a', { draft: true, visibleIf: '{gone} = 1' }), { draft: true }]);
  await create('broken', JSON.stringify({ ...broken, title: { sv: 'Mitt utkast', en: 3 } }));
  expect(await listed('broken')).toMatchObject({ title: { sv: 'Mitt utkast' }, kind: 'survey', anonymous: true });
  const half = { pages: [{ name: 'one', elements: [question('a', { draft: true }), question('b', { draft: true })] }] };
  await create('half-card', JSON.stringify({ name: 'half-card', title: 'Kort', halves: { person: half } }));
  expect(await listed('half-card')).toMatchObject({ title: { sv: 'Kort' }, kind: 'card', draftTexts: 2 });
  await create('no-json', '{"title": ');
  expect(await listed('no-json')).toMatchObject({ title: { sv: 'no-json' }, kind: 'survey', draftTexts: 0 });
});
