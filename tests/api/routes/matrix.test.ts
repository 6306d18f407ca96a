// Every route of openapi.json called by every role and by a stranger.
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listProgrammes } from '../../../server/store/programmes.ts';
import { createSession } from '../../../server/store/sessions.ts';
import { type Method, openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildProgramme, buildUser } from '../../support/factories.ts';
import { calls, type Prepared, secrets } from './calls.ts';

type Access = 'public' | 'link' | 'signed-in' | string[];
interface Declared {
  key: string;
  method: Method;
  path: string;
  access: Access;
}
interface Caller {
  name: string;
  role: 'administrator' | 'evaluator' | 'coordinator' | null;
  id: string | null;
  /** Takes part in the programme with the secrets. */
  isInside: boolean;
  /** Coordinates the site with the secrets. */
  isOwnSite: boolean;
}

let app: TestApp;
let slug: string;
let routes: Declared[];
let callers: Caller[];
const summary = { calls: 0, allowed: 0, refused401: 0, refused403: 0, refused404: 0, refused422: 0 };

beforeAll(async () => {
  app = await openTestApp();
  slug = (await buildProgramme()).slug;
  const other = (await buildProgramme()).slug;
  const { paths } = (await app.call('get', '/openapi.json')).body as {
    paths: Record<string, Record<Method, { 'x-access': Access }>>;
  };
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...{ key: `${method} ${path}`, method: method as Method, path, access: operation['x-access'] },
    })),
  );
  const evaluator = (programme: string) => buildUser({ role: 'evaluator', access: [{ programme }] });
  const caller = (name: string, user: { role: Caller['role']; id: string }, isInside: boolean, isOwnSite = false) => ({
    ...{ name, role: user.role, id: user.id, isInside, isOwnSite },
  });
  callers = [
    { name: 'stranger', role: null, id: null, isInside: false, isOwnSite: false },
    caller('administrator', await buildUser(), true),
    caller('evaluator', await evaluator(slug), true),
    caller('evaluator of another programme', await evaluator(other), false),
    caller('coordinator of the site', await buildCoordinator(slug, 'ostad'), true, true),
    caller('coordinator of another site', await buildCoordinator(slug, 'vastad'), true),
    caller('coordinator of another programme', await buildCoordinator(other, 'ostad'), false),
  ];
}, 60_000);
afterAll(() => app.close());

/** What the declaration of the route, and whose site it is, make of the call. */
function expectedStatus({ key, path, access }: Declared, caller: Caller): 'allowed' | 401 | 403 | 404 | 422 {
  if (access === 'public' || access === 'link') return 'allowed';
  if (caller.role === null) return 401;
  if (access !== 'signed-in' && !access.includes(caller.role)) return 403;
  if (path.includes('{slug}') && !caller.isInside) return 404;
  if (path.includes('{enrolment}') && !caller.isOwnSite) return 404;
  const namesForeignSite = /^post \/programmes\/\{slug\}\/(enrolments|invitations)$/.test(key);
  if (namesForeignSite && caller.role === 'coordinator' && !caller.isOwnSite) return 422;
  return 'allowed';
}

const mayReadSecrets = (caller: Caller) => caller.isOwnSite;
const passing = new Set(['limits', 'sessions', 'instances']);

/** Everything stored but counters, sessions and the processes' signs of life; the log of looks included. */
async function contents(): Promise<string> {
  const collections = (await mongoose.connection.listCollections()).map((each) => each.name);
  const parts = collections
    .filter((name) => !passing.has(name))
    .toSorted()
    .map(async (name) => [name, await mongoose.connection.collection(name).find().toArray()]);
  return JSON.stringify(await Promise.all(parts));
}

async function makeCall(route: Declared, caller: Caller, { params = {}, query = '', body }: Prepared) {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const token = caller.id === null ? undefined : await createSession(caller.id, 1);
  return app.call(route.method, path + query, { ...(token && { token }), ...(body && { body }) });
}

test('every route has a realistic call in this table, and the table has no other', () => {
  expect(routes.map((route) => route.key).toSorted()).toEqual(Object.keys(calls).toSorted());
  expect(routes.length).toBeGreaterThan(40);
});

async function faultsOf(route: Declared, caller: Caller, prepared: Prepared): Promise<string[]> {
  const expected = expectedStatus(route, caller);
  const reply = await makeCall(route, caller, prepared);
  count(expected);
  const isExpected = expected === 'allowed' ? reply.status < 300 : reply.status === expected;
  const told = [secrets.name, secrets.email, secrets.referrer, 'E-SECRET', 'P-SECRET'].filter(
    (secret) => reply.text?.includes(secret) && !mayReadSecrets(caller),
  );
  const who = `${route.key} by ${caller.name}`;
  return [
    ...(isExpected ? [] : [`${who}: ${reply.status}, not ${expected} ${reply.text}`]),
    ...(told.length > 0 ? [`${who}: tells ${told.join(', ')}`] : []),
  ];
}

test('each role may do what its routes declare and nothing else; a refusal changes and tells nothing', async () => {
  const wrong: string[] = [];
  for (const route of routes) {
    const isRefused = (caller: Caller) => expectedStatus(route, caller) !== 'allowed';
    const refused = callers.filter(isRefused);
    const prepared = await Promise.all(refused.map(async () => (await calls[route.key]?.(slug)) ?? {}));
    const before = await contents();
    for (const [at, caller] of refused.entries()) wrong.push(...(await faultsOf(route, caller, prepared[at] ?? {})));
    if ((await contents()) !== before) wrong.push(`${route.key}: changed by one of ${refused.map(({ name }) => name)}`);
    for (const caller of callers.filter((each) => !isRefused(each)))
      wrong.push(...(await faultsOf(route, caller, (await calls[route.key]?.(slug)) ?? {})));
  }
  expect(wrong).toEqual([]);
  const { calls: made, allowed, ...refused } = summary;
  const refusals = Object.entries(refused).map(([name, number]) => `${number} × ${name.slice(-3)}`);
  console.log(
    `role × route matrix: ${routes.length} routes, ${callers.length} callers, ${made} calls, ${allowed} allowed, refused ${refusals.join(', ')}`,
  );
}, 180_000);

function count(expected: ReturnType<typeof expectedStatus>): void {
  summary.calls += 1;
  if (expected === 'allowed') summary.allowed += 1;
  else summary[`refused${expected}`] += 1;
}

test('an enrolment of another site is told in the same words as one that does not exist', async () => {
  const stranger = callers.find((caller) => caller.name === 'coordinator of another site')!;
  for (const route of routes.filter((each) => each.path.includes('{enrolment}'))) {
    const prepared = (await calls[route.key]?.(slug)) ?? {};
    const foreign = await makeCall(route, stranger, prepared);
    const params = { ...prepared.params, enrolment: 'E-NOBODY' };
    const unknown = await makeCall(route, stranger, { ...prepared, params });
    expect([route.key, foreign.status, foreign.body]).toEqual([route.key, 404, unknown.body]);
  }
});

test('a programme of others is told in the same words as one that does not exist', async () => {
  expect((await listProgrammes()).map((each) => each.definition.slug)).toContain(slug);
  for (const name of ['evaluator of another programme', 'coordinator of another programme']) {
    const outsider = callers.find((caller) => caller.name === name)!;
    for (const route of routes.filter((each) => /^\/programmes\/\{slug\}/.test(each.path))) {
      if (!(Array.isArray(route.access) ? route.access.includes(outsider.role ?? '') : route.access !== 'link'))
        continue;
      const prepared = (await calls[route.key]?.(slug)) ?? {};
      const foreign = await makeCall(route, outsider, prepared);
      const unknown = await makeCall(route, outsider, { ...prepared, params: { ...prepared.params, slug: 'nothing' } });
      expect([route.key, foreign.status, foreign.body]).toEqual([route.key, 404, unknown.body]);
    }
  }
});

test('a coordinator’s programme and figures have the own site alone', async () => {
  const other = callers.find((caller) => caller.name === 'coordinator of another site')!;
  const token = await createSession(other.id ?? '', 1);
  const { definition } = (await app.call('get', `/programmes/${slug}`, { token })).body;
  expect(definition.sites).toEqual([{ slug: 'vastad', title: 'Västad' }]);
  expect(definition.goals[0].siteTargets).toEqual({ vastad: { atLeast: 4 } });
  expect(JSON.stringify(definition)).not.toContain('ostad');
  const results = (await app.call('get', `/programmes/${slug}/results?by=site`, { token })).body;
  expect(JSON.stringify(results)).not.toContain('ostad');
});
