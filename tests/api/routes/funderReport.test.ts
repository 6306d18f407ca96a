// The monthly report for the funder: who sees which numbers, with which codes.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FunderReport } from '../../../server/contract/funderReport.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildCoordinator, buildEnrolment, buildProgramme, buildUser } from '../../support/factories.ts';

let app: TestApp;
let slug: string;
let evaluator: string;
let coordinator: string;

beforeAll(async () => {
  app = await openTestApp();
  const funderCodes = { gender: { woman: 'K', man: 'M' }, site: { ostad: '1401', vastad: '1402' } };
  slug = (await buildProgramme({ funderCodes })).slug;
  evaluator = (await buildUser({ role: 'evaluator', access: [{ programme: slug }] })).token;
  coordinator = (await buildCoordinator(slug, 'ostad')).token;
  const background = { gender: 'woman', birthYear: 1990 } as const;
  for (const start of ['2024-01-31', '2024-02-10', '2024-02-20']) await buildEnrolment(slug, { ...background, start });
  await buildEnrolment(slug, { ...background, start: '2024-01-01', end: '2024-02-15' });
  for (let at = 0; at < 6; at++) await buildEnrolment(slug, { gender: 'man', site: 'vastad', start: '2024-02-01' });
});
afterAll(() => app.close());

const ask = async (token: string, query = '?month=2024-02') =>
  (await app.call('get', `/programmes/${slug}/funder-report${query}`, { token })).body as FunderReport;
const group = ({ lists }: FunderReport, variable: string, value: string) =>
  lists.find((each) => each.variable === variable)?.groups.find((each) => each.value === value);

test('a coordinator has the exact numbers of the own site, and no line of another one', async () => {
  const report = await ask(coordinator);
  expect(report).toMatchObject({ month: '2024-02', roundedTo: null, total: { enrolled: 2, ongoing: 3, ended: 1 } });
  const woman = { value: 'woman', code: 'K', label: 'kvinnor', enrolled: 2, ongoing: 3, ended: 1 };
  expect(group(report, 'gender', 'woman')).toEqual(woman);
  expect(group(report, 'ageBand', '30')).toMatchObject({ code: '30', label: '30–44 år', enrolled: 2 });
  expect(group(report, 'site', 'ostad')).toMatchObject({ code: '1401', label: 'Östad' });
  expect(group(report, 'site', 'vastad')).toBeUndefined();
  const { body } = await app.call('get', `/programmes/${slug}`, { token: coordinator });
  expect(body.definition.funderCodes.site).toEqual({ ostad: '1401' });
});

test('evaluators and administrators have each number rounded to a multiple of the limit beside it, always the same', async () => {
  const report = await ask(evaluator);
  expect(report.roundedTo).toBe(5);
  const all = [report.total, ...report.lists.flatMap(({ groups }) => groups)];
  for (const { enrolled, ongoing, ended } of all)
    expect([enrolled, ongoing, ended].map((each) => each % 5)).toEqual([0, 0, 0]);
  expect([5, 10]).toContain(report.total.enrolled);
  expect([5, 10]).toContain(group(report, 'gender', 'man')?.enrolled);
  expect([0, 5]).toContain(group(report, 'gender', 'woman')?.ended);
  expect(group(report, 'gender', 'other')).toMatchObject({ enrolled: 0, ongoing: 0, ended: 0 });
  expect(await ask(evaluator)).toEqual(report);
  expect(await ask((await buildUser()).token)).toEqual(report);
});

test('a broken month and one that has not begun are named', async () => {
  for (const month of ['2024-13', '2999-01']) {
    const reply = await app.call('get', `/programmes/${slug}/funder-report?month=${month}`, { token: evaluator });
    expect([reply.status, reply.body.errors[0].field]).toEqual([422, 'month']);
  }
});

test('as CSV for a spreadsheet in either language', async () => {
  const csv = async (query: string) =>
    (await app.call('get', `/programmes/${slug}/funder-report.csv?month=2024-02${query}`, { token: coordinator })).text;
  const swedish = (await csv('')).split('\n');
  expect(swedish[0]).toBe('\uFEFFmonth;variable;value;code;label;enrolled;ongoing;ended;roundedTo');
  expect(swedish[1]).toBe('2024-02;total;;;Totalt;2;3;1;');
  expect(swedish[2]).toBe('2024-02;gender;woman;K;kvinnor;2;3;1;');
  expect(await csv('&language=en')).toContain('2024-02,gender,unknown,unknown,not known,0,0,0,');
});
