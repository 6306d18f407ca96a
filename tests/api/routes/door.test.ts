// What every reply carries, the pages, and what is said when the database is away.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientFolder } from '../../../server/app.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildLink, buildProgramme } from '../../support/factories.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test('replies of the API are kept by nobody, carry an id, and allow nothing from elsewhere', async () => {
  const { headers } = await app.call('get', '/health');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers['x-powered-by']).toBeUndefined();
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
});

test('health says which database answers and which version this is', async () => {
  const { status, body } = await app.call('get', '/health');
  const database = process.env.TEST_DATABASE ? 'mongodb' : 'embedded';
  expect([status, body]).toEqual([200, { status: 'ok', database, version: '0.0.0-test' }]);
});

test('openapi.json describes bodies, replies and problems of every route', async () => {
  const { body } = await app.call('get', '/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  const operations = Object.values(body.paths).flatMap((methods) => Object.values(methods as object));
  expect(operations.length).toBeGreaterThan(40);
  for (const operation of operations) {
    expect(operation['x-access']).toBeDefined();
    expect(operation.responses.default.content['application/problem+json']).toBeDefined();
    expect(Object.keys(operation.responses).some((status) => /^2\d\d$/.test(status))).toBe(true);
  }
  const submission = body.paths['/respond/{token}'].post.requestBody.content['application/json'].schema;
  expect(submission.required).toEqual(['submissionId', 'answers', 'language']);
});

test.runIf(existsSync(join(clientFolder, 'respond.html')))(
  'a link’s page is not indexed, sends no referrer, and is asked for anew each time (where the pages are built)',
  async () => {
    const token = await buildLink((await buildProgramme()).slug);
    const reply = await request(app.app).get(`/s/${token}`);
    expect([reply.status, reply.type]).toEqual([200, 'text/html']);
    expect(reply.headers['referrer-policy']).toBe('no-referrer');
    expect(reply.headers['x-robots-tag']).toMatch('noindex');
    expect(reply.headers['cache-control']).toBe('no-cache');
    expect(app.logged()).not.toContain(token);
    const asset = /\/assets\/[\w.-]+\.js/.exec(reply.text)?.[0] ?? '';
    const script = await request(app.app).get(asset).set('accept-encoding', 'br');
    expect(script.status).toBe(200);
    expect(script.headers['cache-control']).toMatch(/max-age=31536000.*immutable/);
    expect(script.type).toMatch('javascript');
    expect((await request(app.app).get('/assets/none.js')).status).toBe(404);
  },
);

test('an address outside the API is a page, and one of the API never is', async () => {
  const reply = await request(app.app).get('/api/pages');
  expect([reply.status, reply.type]).toEqual([404, 'application/problem+json']);
  const outside = await request(app.app).get('/../../package.json');
  expect(outside.text).not.toContain('devDependencies');
});
