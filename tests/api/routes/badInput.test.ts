// Every bad input gets a 4xx that names the field, and nothing is stored.
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findInvitation } from '../../../server/store/invitations.ts';
import { listResponses } from '../../../server/store/responses.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildLink, buildProgramme, buildUser } from '../../support/factories.ts';

let app: TestApp;
let slug: string;
beforeAll(async () => {
  app = await openTestApp();
  slug = (await buildProgramme()).slug;
});
afterAll(() => app.close());

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });
const valid = () => ({ submissionId: randomUUID(), answers: { feelsBetter: 'yes' } as unknown, language: 'sv' });

const answers: [string, string, unknown, number, string, string][] = [
  ['an unknown question', 'exit', { nope: 1 }, 422, 'nope', 'unknown-question'],
  ['a number for a choice', 'exit', { feelsBetter: 1 }, 422, 'feelsBetter', 'not-a-choice'],
  ['an operator for a choice', 'exit', { feelsBetter: { $gt: '' } }, 422, 'feelsBetter', 'wrong-type'],
  ['a list for a choice', 'exit', { feelsBetter: ['yes'] }, 422, 'feelsBetter', 'wrong-type'],
  ['a text for a number', 'exit', { activityHours: 'many' }, 422, 'activityHours', 'wrong-type'],
  ['a number out of range', 'exit', { activityHours: -1 }, 422, 'activityHours', 'out-of-range'],
  ['a rating of 9 on a scale to 5', 'collaboration', { incomeSupportAndCare: 9 }, 422, 'incomeSupportAndCare', ''],
  ['a choice that is not on the list', 'treatment', { grounds: ['sex', 'hair'] }, 422, 'grounds', 'not-a-choice'],
  [
    'an answer to a hidden question',
    'collaboration',
    { role: 'region', interventionsOffered: { jobSearch: 'high' } },
    422,
    'interventionsOffered',
    'hidden-question',
  ],
  ['a text longer than may be', 'exit', { whatHelped: 'x'.repeat(50_000) }, 422, 'whatHelped', 'too-long'],
];

test.each(answers)(
  'answers with %s are refused, and the link stays open',
  async (_name, survey, sent, status, name, code) => {
    const token = await buildLink(slug, { survey });
    const reply = await app.call('post', `/respond/${token}`, { body: { ...valid(), answers: sent } });
    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toMatch('application/problem+json');
    const error = (reply.body.errors as { question: string; code: string; detail: string }[])[0];
    expect(error?.question.split('.')[0]).toBe(name);
    if (code) expect(error?.code).toBe(code);
    expect(error?.detail).toContain(name);
    expect(await listResponses(slug, survey)).toEqual([]);
    expect((await findInvitation(token))?.state).toBe('open');
  },
);

const bodies: [string, unknown, number, string, string][] = [
  ['an id that is no UUID', { ...valid(), submissionId: 'mine' }, 422, 'not-valid', 'submissionId'],
  ['an operator as id', { ...valid(), submissionId: { $ne: null } }, 422, 'not-valid', 'submissionId'],
  ['no answers', { submissionId: randomUUID(), language: 'sv' }, 422, 'not-valid', 'answers'],
  ['a list of answers', { ...valid(), answers: [] }, 422, 'not-valid', 'answers'],
  ['an unknown field', { ...valid(), admin: true }, 422, 'not-valid', 'admin'],
  ['deep nesting', { ...valid(), answers: { feelsBetter: nested(40) } }, 400, 'too-deep', 'answers.feelsBetter'],
];

test.each(bodies)('a submission with %s is refused by name', async (_name, body, status, code, field) => {
  const token = await buildLink(slug);
  const reply = await app.call('post', `/respond/${token}`, { body });
  expect([reply.status, reply.body.code]).toEqual([status, code]);
  expect(reply.body.errors[0].field).toMatch(new RegExp(`^${field}`));
  expect(reply.body.detail).toContain(field);
  expect((await findInvitation(token))?.state).toBe('open');
});

const raw: [string, string, string, number, string][] = [
  ['broken JSON', '{"answers": {', 'application/json', 400, 'broken-json'],
  ['a bare string', '"answers"', 'application/json', 400, 'broken-json'],
  ['a form', 'answers=1', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
  ['plain text', '{}', 'text/plain', 415, 'unsupported-media-type'],
  ['an unknown charset', '{}', 'application/json; charset=x-none', 415, 'unsupported-media-type'],
  [
    '1 MB of text',
    JSON.stringify({ answers: { whatHelped: 'x'.repeat(1_000_000) } }),
    'application/json',
    413,
    'too-large',
  ],
  ['__proto__', '{"answers": {"__proto__": {"polluted": true}}}', 'application/json', 400, 'forbidden-key'],
  ['constructor', '{"answers": {"constructor": 1}}', 'application/json', 400, 'forbidden-key'],
  ['prototype in a list', '{"answers": [{"prototype": 1}]}', 'application/json', 400, 'forbidden-key'],
  ['50,000 brackets', `{"answers": ${'['.repeat(45_000)}${']'.repeat(45_000)}}`, 'application/json', 400, 'too-deep'],
];

test.each(raw)('a body with %s is refused before it is looked at', async (_name, body, type, status, code) => {
  const token = await buildLink(slug);
  const reply = await request(app.app).post(`/api/respond/${token}`).set('content-type', type).send(body);
  expect([reply.status, reply.body.code]).toEqual([status, code]);
  expect(reply.body.detail).toEqual(expect.any(String));
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect((await findInvitation(token))?.state).toBe('open');
});

test('a draft of any shape is kept only within its size, and never with forbidden keys', async () => {
  const token = await buildLink(slug);
  const put = (text: string) =>
    request(app.app).put(`/api/respond/${token}/draft`).set('content-type', 'application/json').send(text);
  const draft = { ...valid(), revision: 0, answers: { whatHelped: 'x'.repeat(110_000) } };
  expect((await put(JSON.stringify(draft))).status).toBe(413);
  expect((await put('{"answers":{"__proto__":1}}')).body.code).toBe('forbidden-key');
  expect((await findInvitation(token))?.draft).toBeUndefined();
});

test.each([
  ['/programmes/%00', 404],
  ['/programmes/%E0%A4%A', 404],
  [`/programmes/${'x'.repeat(500)}`, 404],
  ['/programmes/__proto__', 404],
  ['/nothing/here', 404],
])('the address %s is a problem, not a failure', async (path, status) => {
  const { token } = await buildUser();
  const reply = await app.call('get', path, { token });
  expect([reply.status, reply.body.code]).toEqual([status, 'not-found']);
});

test('operators and unknown names in a query are refused by name', async () => {
  const { token } = await buildUser();
  const results = `/programmes/${slug}/results`;
  const nestedQuery = await app.call('get', `${results}?by[$gt]=`, { token });
  expect([nestedQuery.status, nestedQuery.body.errors[0].field]).toEqual([422, 'by[$gt]']);
  const twice = await app.call('get', `${results}?by=gender&by=site`, { token });
  expect([twice.status, twice.body.errors[0].field]).toEqual([422, 'by']);
  const days = await app.call('get', `${results}?minDays=many`, { token });
  expect([days.status, days.body.errors[0].field]).toEqual([422, 'minDays']);
});

test('a method that an address does not take is told, with those it takes', async () => {
  const reply = await app.call('put', '/session', { body: {} });
  expect([reply.status, reply.body.code]).toEqual([405, 'method-not-allowed']);
  expect(reply.headers.allow).toBe('POST, GET, DELETE');
});
