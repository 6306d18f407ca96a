import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSetupToken } from '../../../server/store/setupTokens.ts';
import { listUsers, updateUser } from '../../../server/store/users.ts';
import { baseUrl, createTestApp, openTestApp, type TestApp } from '../../support/app.ts';
import { buildUser, password } from '../../support/factories.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const signIn = (email: string, word = password) => app.call('post', '/session', { body: { email, password: word } });
const cookieOf = (reply: request.Response) => String(reply.headers['set-cookie']).split(';')[0] ?? '';

test('signing in gives the user, a token and a cookie that scripts can not read', async () => {
  const user = await buildUser();
  const reply = await signIn(user.email.toUpperCase());
  expect(reply.status).toBe(200);
  expect(reply.body).toEqual({
    user: { id: user.id, email: user.email, name: user.name, role: 'administrator', access: [] },
    role: 'administrator',
    token: expect.any(String),
  });
  const cookie = String(reply.headers['set-cookie']);
  expect(cookie).toMatch(/^stegvis\.sid=.*HttpOnly.*SameSite=Lax/);
  const byCookie = await request(app.app).get('/api/session').set('cookie', cookieOf(reply));
  const byToken = await app.call('get', '/session', { token: reply.body.token });
  expect([byCookie.body.user.id, byToken.body.user.id]).toEqual([user.id, user.id]);
});

test('a wrong password and an unknown address are told in the same words', async () => {
  const user = await buildUser();
  const wrong = await signIn(user.email, 'not the password');
  const unknown = await signIn('nobody@example.org');
  expect(wrong.status).toBe(401);
  expect(unknown.body).toEqual(wrong.body);
});

test('signing out ends both the cookie and the token', async () => {
  const user = await buildUser();
  const { body, headers } = await signIn(user.email);
  const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
  expect((await app.call('delete', '/session', { token: body.token })).status).toBe(204);
  expect((await app.call('get', '/session', { token: body.token })).status).toBe(401);
  expect((await request(app.app).get('/api/session').set('cookie', cookie)).status).toBe(401);
});

test('a disabled account is out at once and can not sign in', async () => {
  const user = await buildUser({ role: 'evaluator' });
  expect((await app.call('get', '/session', { token: user.token })).status).toBe(200);
  await updateUser(user.id, { disabled: true });
  expect((await app.call('get', '/session', { token: user.token })).status).toBe(401);
  expect((await signIn(user.email)).status).toBe(401);
});

test('guessing passwords is put off, also over two processes, and the right one does not help then', async () => {
  const user = await buildUser();
  const second = createTestApp(app.database);
  const statuses: number[] = [];
  for (let at = 0; at < 11; at++) {
    const body = { email: user.email, password: 'wrong' };
    const reply = await (at % 2 ? request(second.app).post('/api/session').send(body) : signIn(user.email, 'wrong'));
    statuses.push(reply.status);
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429]);
  const right = await signIn(user.email);
  expect([right.status, right.body.code]).toEqual([429, 'too-many-requests']);
  expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
});

test.each([
  ['a foreign Origin', { origin: 'https://evil.example' }],
  ['an opaque Origin', { origin: 'null' }],
  ['no Origin, but cross-site by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
  ['neither header', {}],
])('a write by cookie with %s is refused', async (_name, headers) => {
  const cookie = cookieOf(await signIn((await buildUser()).email));
  const reply = await request(app.app)
    .delete('/api/session')
    .set({ cookie, ...headers });
  expect([reply.status, reply.body.code]).toEqual([403, 'wrong-origin']);
  expect((await request(app.app).get('/api/session').set({ cookie })).status).toBe(200);
});

test('a write by cookie from the own Origin is taken, and by Bearer from any', async () => {
  const user = await buildUser();
  const cookie = cookieOf(await signIn(user.email));
  expect((await request(app.app).delete('/api/session').set({ cookie, origin: baseUrl })).status).toBe(204);
  const foreign = { authorization: `Bearer ${user.token}`, origin: 'https://elsewhere.example' };
  expect((await request(app.app).delete('/api/session').set(foreign)).status).toBe(204);
});

test('a set-up link makes an invited user’s password once and signs in', async () => {
  const user = await buildUser({ role: 'evaluator' });
  const token = await createSetupToken(user.id);
  expect((await app.call('get', `/setup/${token}`)).body).toEqual({ kind: 'user', email: user.email });
  const short = await app.call('post', `/setup/${token}`, { body: { password: 'short' } });
  expect([short.status, short.body.errors[0].field]).toEqual([422, 'password']);
  const body = { password: 'another long password' };
  const done = await app.call('post', `/setup/${token}`, { body });
  expect([done.status, done.body.user.id]).toEqual([201, user.id]);
  expect((await app.call('get', '/session', { token: user.token })).status).toBe(401);
  expect((await app.call('get', '/session', { token: done.body.token })).status).toBe(200);
  const again = await app.call('post', `/setup/${token}`, { body });
  expect([again.status, again.body.code]).toEqual([404, 'unknown-link']);
  expect((await signIn(user.email, body.password)).status).toBe(200);
});

test('of two who use one set-up link at the same moment one gets it', async () => {
  const token = await createSetupToken((await buildUser()).id);
  const replies = await Promise.all(
    ['one long password', 'two long passwords'].map((word) =>
      app.call('post', `/setup/${token}`, { body: { password: word } }),
    ),
  );
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([201, 404]);
});

test('the first administrator’s link asks for address and name, and makes that account', async () => {
  const token = await createSetupToken(null);
  expect((await app.call('get', `/setup/${token}`)).body).toEqual({ kind: 'first-administrator' });
  const nameless = await app.call('post', `/setup/${token}`, { body: { password } });
  expect([nameless.status, nameless.body.errors[0].field]).toEqual([422, 'email']);
  const body = { email: 'First@example.org', name: 'First', password };
  const done = await app.call('post', `/setup/${token}`, { body });
  expect([done.status, done.body.role]).toEqual([201, 'administrator']);
  expect((await listUsers()).filter((user) => user.email === 'first@example.org')).toHaveLength(1);
});

test('neither passwords nor tokens are written to the log', async () => {
  const user = await buildUser();
  const { body } = await signIn(user.email);
  await app.call('get', '/session', { token: body.token });
  await app.call('get', `/setup/${await createSetupToken(user.id)}`);
  expect(app.logged()).not.toContain(body.token);
  expect(app.logged()).not.toContain(password);
  expect(app.logged()).toContain('/api/setup/-');
});
