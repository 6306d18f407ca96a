// What administrators and evaluators do: programmes, verdicts, users, surveys.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '../../../server/domain/schedule/due.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import {
  buildCoordinator,
  buildEnrolment,
  buildLink,
  buildProgramme,
  buildUser,
  password,
} from '../../support/factories.ts';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
  token = (await buildUser({ name: 'Ada' })).token;
});
afterAll(() => app.close());

const call = (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, body?: object, as = token) =>
  app.call(method, path, { token: as, ...(body && { body }) });
const fieldOf = (reply: { body: { errors?: { field: string }[] } }) => reply.body.errors?.[0]?.field;
const evaluatorOf = (programme: string) => buildUser({ name: 'Eva', role: 'evaluator', access: [{ programme }] });

test('a programme is changed only from the revision that was read', async () => {
  const definition = await buildProgramme();
  const path = `/programmes/${definition.slug}`;
  const changed = { ...definition, title: { sv: 'Ny titel' } };
  const first = await call('put', path, { definition: changed, revision: 1 });
  expect([first.status, first.body.revision, first.body.definition.title.sv]).toEqual([200, 2, 'Ny titel']);
  const late = await call('put', path, { definition, revision: 1 });
  expect([late.status, late.body.code]).toEqual([409, 'stale-revision']);
});

test('of two changes at the same moment one is refused', async () => {
  const definition = await buildProgramme();
  const replies = await Promise.all(
    ['A', 'B'].map((sv) =>
      call('put', `/programmes/${definition.slug}`, { definition: { ...definition, title: { sv } }, revision: 1 }),
    ),
  );
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 409]);
});

const goal = (of: string) => ({
  id: 'g',
  title: { sv: 'G' },
  indicator: { population: 'exits' as const, measure: 'share' as const, of },
  target: { atLeast: 0.5 },
});
test.each([
  ['a goal with an unknown name', { goals: [goal("{shoeSize} = '41'")] }, /^definition\.goals\.0\.indicator/],
  ['a goal that does not parse', { goals: [goal('{exitStatus} =')] }, /^definition\.goals\.0\.indicator/],
  ['a wave of an unknown survey', { waves: [{ slug: 'w', title: { sv: 'W' }, survey: 'nope' }] }, /waves\.0\.survey/],
  [
    'a site that stands twice',
    {
      sites: [
        { slug: 'a', title: 'A' },
        { slug: 'a', title: 'B' },
      ],
    },
    /^definition\.sites/,
  ],
  ['an end before the start', { end: '2020-01-01' }, /^definition\.end/],
  ['a slug with capitals', { slug: 'Capital' }, /^definition\.slug/],
])('a programme with %s is refused by name', async (_name, change, field) => {
  const definition = { ...(await buildProgramme()), slug: 'refused', ...change };
  const reply = await call('post', '/programmes', { definition });
  expect(reply.status).toBe(422);
  expect(fieldOf(reply)).toMatch(field);
  expect((await call('get', '/programmes/refused')).status).toBe(404);
});

test('a site where people are enrolled can not be taken away', async () => {
  const definition = await buildProgramme();
  await buildEnrolment(definition.slug, { site: 'vastad' });
  const goals = definition.goals.map(({ siteTargets: _, ...each }) => each);
  const without = { ...definition, goals, sites: definition.sites.slice(0, 1) };
  const reply = await call('put', `/programmes/${definition.slug}`, { definition: without, revision: 1 });
  expect([reply.status, reply.body.code]).toEqual([409, 'in-use']);
});

test('a verdict keeps author and day, stands beside the status, and survives an administrator’s change', async () => {
  const definition = await buildProgramme();
  const evaluator = await evaluatorOf(definition.slug);
  const path = `/programmes/${definition.slug}/goals/material/verdict`;
  const verdict = { status: 'met', motivation: 'Sett på plats.' };
  const given = await call('put', path, verdict, evaluator.token);
  expect(given.body).toEqual({ ...verdict, by: 'Eva', date: dayOf(new Date()) });
  const forged = definition.goals.map((each) => ({ ...each, verdict: { ...given.body, by: 'Somebody' } }));
  await call('put', `/programmes/${definition.slug}`, { definition: { ...definition, goals: forged }, revision: 1 });
  const stored = (await call('get', `/programmes/${definition.slug}`)).body.definition.goals;
  expect(stored.map((each: { verdict?: object }) => each.verdict)).toEqual([undefined, given.body]);
  const results = (await call('get', `/programmes/${definition.slug}/results`, undefined, evaluator.token)).body.goals;
  expect(results[1]).toMatchObject({ status: 'judged', verdict: given.body });
  expect((await call('delete', path, undefined, evaluator.token)).status).toBe(204);
  const without = { ...verdict, motivation: ' ' };
  expect(fieldOf(await call('put', path, without, evaluator.token))).toBe('motivation');
  const unknown = `/programmes/${definition.slug}/goals/nope/verdict`;
  expect((await call('put', unknown, verdict, evaluator.token)).status).toBe(404);
});

test('what a role may not ask of the results is refused as such', async () => {
  const { slug } = await buildProgramme();
  const evaluator = await evaluatorOf(slug);
  const reply = await call('get', `/programmes/${slug}/results?where={gender}='man'`, undefined, evaluator.token);
  expect([reply.status, reply.body.code]).toEqual([403, 'filter-not-allowed']);
});

test('an invited user gets a set-up link by mail and can sign in by it', async () => {
  const { slug } = await buildProgramme();
  const form = {
    email: 'Ny@example.org',
    name: 'Ny',
    role: 'coordinator',
    access: [{ programme: slug, site: 'ostad' }],
  };
  const { status, body } = await call('post', '/users', form);
  expect([status, body.user.email, body.user.hasPassword]).toEqual([201, 'ny@example.org', false]);
  expect(body.mail).toBe('kept');
  const { mails } = (await call('get', '/outbox')).body;
  expect(mails[0]).toMatchObject({ to: 'ny@example.org' });
  expect(mails[0].text).toContain(body.setupLink);
  const setup = await app.call('post', `/setup/${body.setupLink.split('/').at(-1)}`, { body: { password } });
  expect(setup.body.user.access).toEqual(form.access);
  const again = await call('post', '/users', form);
  expect([again.status, again.body.code]).toEqual([409, 'email-taken']);
});

test.each([
  ['a coordinator without a site', 'coordinator', [{ programme: 'P' }], 'access.0.site'],
  ['a coordinator of an unknown site', 'coordinator', [{ programme: 'P', site: 'nowhere' }], 'access.0.site'],
  ['an evaluator of a site', 'evaluator', [{ programme: 'P', site: 'ostad' }], 'access.0.site'],
  ['an evaluator of nothing known', 'evaluator', [{ programme: 'nothing' }], 'access.0.programme'],
  ['an administrator with a programme', 'administrator', [{ programme: 'P' }], 'access'],
])('%s is refused by name', async (_name, role, access, field) => {
  const { slug } = await buildProgramme();
  const named = access.map((each) => ({ ...each, programme: each.programme === 'P' ? slug : each.programme }));
  const reply = await call('post', '/users', { email: 'refused@example.org', name: 'R', role, access: named });
  expect([reply.status, fieldOf(reply)]).toEqual([422, field]);
});

test('a changed role or access counts at the next request', async () => {
  const { slug } = await buildProgramme();
  const coordinator = await buildCoordinator(slug, 'ostad');
  const { enrolment } = await buildEnrolment(slug, { site: 'ostad' });
  const page = () => call('get', `/programmes/${slug}/enrolments/${enrolment}`, undefined, coordinator.token);
  expect((await page()).status).toBe(200);
  await call('patch', `/users/${coordinator.id}`, { access: [{ programme: slug, site: 'vastad' }] });
  expect((await page()).status).toBe(404);
  await call('patch', `/users/${coordinator.id}`, { role: 'evaluator', access: [{ programme: slug }] });
  expect((await page()).status).toBe(403);
  await call('patch', `/users/${coordinator.id}`, { disabled: true });
  expect((await page()).status).toBe(401);
  await call('patch', `/users/${coordinator.id}`, { disabled: false });
  expect((await page()).status).toBe(401);
});

test('the last administrator who can sign in stays one', async () => {
  const everyone = (await call('get', '/users')).body.users as { id: string; role: string; disabled: boolean }[];
  const administrators = everyone.filter((user) => user.role === 'administrator' && !user.disabled);
  const me = (await call('get', '/session')).body.user.id;
  for (const { id } of administrators.filter((user) => user.id !== me))
    await call('patch', `/users/${id}`, { disabled: true });
  for (const change of [{ disabled: true }, { role: 'evaluator' }]) {
    const reply = await call('patch', `/users/${me}`, change);
    expect([reply.status, reply.body.code]).toEqual([409, 'last-administrator']);
  }
  expect((await call('get', '/session')).status).toBe(200);
});

const exitSource = async () => JSON.parse((await call('get', '/surveys/exit/draft')).body.source);

test('a new version is written as a draft and published; links made before keep the one they showed', async () => {
  const { slug } = await buildProgramme();
  const before = await buildLink(slug);
  const source = await exitSource();
  source.pages[0].elements[0].title.sv = 'Mår du bättre i dag?';
  const saved = await call('put', '/surveys/exit/draft', { source: JSON.stringify(source), revision: 0 });
  expect(saved.body).toMatchObject({ revision: 1, changedBy: 'Ada', problems: [] });
  expect(saved.body.comparison[0]).toMatchObject({ question: 'feelsBetter', status: 'notComparable' });
  expect((await app.call('get', `/respond/${before}`)).body.version).toBe(1);
  const declared = { feelsBetter: { comparable: true, reason: 'Same meaning' } };
  const published = await call('post', '/surveys/exit/publish', { revision: 1, declared });
  expect([published.status, published.body.version]).toEqual([201, 2]);
  expect(published.body.comparison[0]).toMatchObject({ question: 'feelsBetter', status: 'comparable' });
  const titleOf = async (link: string) => {
    const { version, definition } = (await app.call('get', `/respond/${link}`)).body;
    return [version, definition.pages[0].elements[0].title.sv];
  };
  const after = await buildLink(slug);
  expect(await titleOf(after)).toEqual([2, 'Mår du bättre i dag?']);
  expect(await titleOf(before)).toEqual([1, 'Mår du bättre nu än före projektet?']);
  const versions = (await call('get', '/surveys')).body.surveys.find((each: { name: string }) => each.name === 'exit');
  expect(versions.versions.map((each: { version: number }) => each.version)).toEqual([1, 2]);
  expect(versions.draft).toBeNull();
});

test('a draft with errors is saved and shown with their place, but not published', async () => {
  const source = await exitSource();
  source.pages[0].elements[0].visibleIf = '{nobody} = 1';
  const text = JSON.stringify(source, null, 2);
  const { revision } = (await call('get', '/surveys/exit/draft')).body;
  const saved = await call('put', '/surveys/exit/draft', { source: text, revision });
  expect(saved.body.source).toBe(text);
  const error = saved.body.problems.find((each: { severity: string }) => each.severity === 'error');
  expect(error).toMatchObject({ path: expect.stringContaining('pages[0].elements[0]'), line: expect.any(Number) });
  const refused = await call('post', '/surveys/exit/publish', { revision: saved.body.revision });
  expect([refused.status, refused.body.code]).toEqual([422, 'survey-not-valid']);
  expect(fieldOf(refused)).toContain('pages[0].elements[0]');
  const broken = await call('post', '/surveys/check', { source: '{ "pages": [ }' });
  expect(broken.body.problems[0]).toMatchObject({ code: 'invalid-json', line: 1 });
  expect((await call('delete', '/surveys/exit/draft')).status).toBe(204);
});

test('a draft is saved only over the one that was read', async () => {
  const name = 'written-twice';
  await call('post', '/surveys', { name });
  const saves = ['{"a":1}', '{"b":1}'].map((source) => call('put', `/surveys/${name}/draft`, { source, revision: 1 }));
  expect((await Promise.all(saves)).map((reply) => reply.status).toSorted()).toEqual([200, 409]);
  const again = await call('post', '/surveys', { name });
  expect([again.status, again.body.code]).toEqual([409, 'already-exists']);
});

test('the survey to start from has no errors and is published as version 1', async () => {
  const draft = await call('post', '/surveys', { name: 'fresh' });
  expect(draft.body.problems.filter((each: { severity: string }) => each.severity === 'error')).toEqual([]);
  const published = await call('post', '/surveys/fresh/publish', { revision: 1 });
  expect([published.status, published.body.version]).toEqual([201, 1]);
});

test('a survey from another service has no name or number of ours: it gets those of the draft, and its source stays as it came', async () => {
  const { name: _, version: __, ...own } = JSON.parse((await call('post', '/surveys', { name: 'model' })).body.source);
  for (const [at, head] of [{}, { name: 'Kundenkät 1', version: '0.9' }].entries()) {
    const [name, source] = [`brought-${at}`, JSON.stringify({ ...own, ...head })];
    const draft = await call('post', '/surveys', { name, source });
    expect(draft.body.source).toBe(source);
    expect(draft.body.problems.filter((each: { severity: string }) => each.severity === 'error')).toEqual([]);
    expect((await call('post', `/surveys/${name}/publish`, { revision: 1 })).status).toBe(201);
    const { definition } = (await call('get', `/surveys/${name}/versions/1`)).body;
    expect([definition.name, definition.version]).toEqual([name, 1]);
  }
});

test('a programme’s own survey comes before the one for all, in that programme alone', async () => {
  const { slug } = await buildProgramme();
  const other = (await buildProgramme()).slug;
  const source = { ...(await exitSource()), title: { sv: 'Egen enkät', en: 'Our own' } };
  await call('post', '/surveys', { name: 'exit', programme: slug, source: JSON.stringify(source) });
  expect((await call('post', `/surveys/exit/publish?programme=${slug}`, { revision: 1 })).status).toBe(201);
  const titleOf = async (programme: string) =>
    (await app.call('get', `/respond/${await buildLink(programme)}`)).body.definition.title.sv;
  expect(await titleOf(slug)).toBe('Egen enkät');
  expect(await titleOf(other)).not.toBe('Egen enkät');
});

test('an evaluator sees published versions, no drafts, and no other programme’s surveys', async () => {
  const { slug } = await buildProgramme();
  const other = (await buildProgramme()).slug;
  const evaluator = await evaluatorOf(slug);
  await call('post', '/surveys', { name: 'unpublished' });
  const list = await call('get', '/surveys', undefined, evaluator.token);
  const names = list.body.surveys.map((each: { name: string }) => each.name);
  expect(names).toContain('exit');
  expect(names).not.toContain('unpublished');
  expect((await call('get', `/surveys?programme=${other}`, undefined, evaluator.token)).status).toBe(404);
  expect((await call('get', `/surveys?programme=${slug}`, undefined, evaluator.token)).status).toBe(200);
});

test('whoever has a draft open hears who else has, with the question they are at, until they leave', async () => {
  const { token: other } = await buildUser({ name: 'Bo' });
  const tell = (tab: string, question: string, as = token) =>
    call('post', '/surveys/treatment/draft/writers', { tab, question }, as);
  expect((await tell('tab-of-ada', 'comment')).body).toEqual({ revision: 0, others: [] });
  const heard = (await tell('tab-of-bo', '', other)).body;
  expect(heard.others).toEqual([{ tab: 'tab-of-ada', name: 'Ada', question: 'comment', isMe: false }]);
  await tell('second-of-ada', 'gender');
  const names = (await tell('tab-of-ada', '')).body.others.map((each: { name: string; isMe: boolean }) => [
    each.name,
    each.isMe,
  ]);
  expect(names).toEqual([
    ['Ada', true],
    ['Bo', false],
  ]);
  expect((await call('delete', '/surveys/treatment/draft/writers/tab-of-bo', undefined, other)).status).toBe(204);
  expect((await tell('tab-of-ada', '')).body.others).toHaveLength(1);
  expect((await tell('short', '')).status).toBe(422);
});
