import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Enrolment } from '../../../server/domain/programme/records.ts';
import { deleteOpenAssessment, insertAssessment, listAssessments, putHalf } from '../../../server/store/assessments.ts';
import { isDuplicate } from '../../../server/store/collection.ts';
import { findEnrolment, listEnrolments, upsertEnrolment, upsertEnrolments } from '../../../server/store/enrolments.ts';
import { deleteIntervention, listInterventions, upsertIntervention } from '../../../server/store/interventions.ts';
import {
  countResponsesByVersion,
  findResponse,
  insertResponses,
  responseKey,
} from '../../../server/store/responses.ts';
import { loadRows } from '../../../server/store/rows.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const buildEnrolment = (overrides: Partial<Enrolment> = {}): Enrolment => ({
  enrolment: 'e1',
  person: 'p1',
  site: 'ostad',
  start: '2024-01-01',
  fields: {},
  ...overrides,
});

test('a row is stored, then unchanged, then updated, and an absent value is removed by the next row', async () => {
  const row = buildEnrolment({ gender: 'woman', fields: { track: 'a' } });
  expect(await upsertEnrolment('stored', row)).toBe('stored');
  expect(await upsertEnrolment('stored', { ...row, end: undefined })).toBe('unchanged');
  expect(await upsertEnrolment('stored', buildEnrolment())).toBe('updated');
  expect(await findEnrolment('stored', 'e1')).toEqual(buildEnrolment());
});

test('many rows come back with one outcome each, more than one batch of them', async () => {
  const rows = Array.from({ length: 2500 }, (_, at) => buildEnrolment({ enrolment: `e${at}` }));
  expect(new Set(await upsertEnrolments('many', rows))).toEqual(new Set(['stored']));
  const again = rows.map((row, at) => (at === 1700 ? { ...row, site: 'vastad' } : row));
  const outcomes = await upsertEnrolments('many', again);
  expect(outcomes.filter((each) => each === 'unchanged')).toHaveLength(2499);
  expect(outcomes[1700]).toBe('updated');
  expect(await listEnrolments('many', { site: 'vastad' })).toHaveLength(1);
});

test('the same keys in two programmes are two rows', async () => {
  await upsertEnrolment('one', buildEnrolment({ site: 'first' }));
  await upsertEnrolment('two', buildEnrolment({ site: 'second' }));
  expect((await findEnrolment('one', 'e1'))?.site).toBe('first');
  expect((await findEnrolment('two', 'e1'))?.site).toBe('second');
});

test('an operator in place of a key finds nothing and removes nothing', async () => {
  await upsertEnrolment('operators', buildEnrolment());
  const operator = { $gt: '' } as unknown as string;
  expect(await findEnrolment('operators', operator)).toBeUndefined();
  await expect(listEnrolments('operators', { site: operator })).rejects.toThrow();
  await expect(listEnrolments(operator)).rejects.toThrow();
});

test('keys with quotes, commas and brackets stay apart', async () => {
  const intervention = { enrolment: 'e","x', type: 'y', start: '2024-01-01' };
  await upsertIntervention('keys', intervention);
  await upsertIntervention('keys', { enrolment: 'e', type: 'x","y', start: '2024-01-01' });
  expect(await listInterventions('keys')).toHaveLength(2);
  expect(await deleteIntervention('keys', 'e","x', 'y', '2024-01-01')).toBe(true);
  expect(await deleteIntervention('keys', 'e","x', 'y', '2024-01-01')).toBe(false);
});

test('a response is stored once, and a second one under its key is told so', async () => {
  const key = responseKey('7e6ff2d7-1c63-4df1-a4d5-d39327b6d4c3');
  const row = { survey: 'exit', version: 1, submittedAt: '2024-05-01', answers: { feelsBetter: 'yes' } };
  const insert = (each: object) => insertResponses('once', [{ ...row, ...each, response: key }]);
  expect((await Promise.all([insert({}), insert({})])).flat().toSorted()).toEqual([false, true]);
  expect(await insert({ answers: { feelsBetter: 'no' } })).toEqual([false]);
  expect(await findResponse('once', 'exit', key)).toEqual({ ...row, response: key });
  expect(await countResponsesByVersion('once', 'exit')).toEqual(new Map([[1, 1]]));
});

test('a card counts when both halves are in, and no half can be changed', async () => {
  const card = { enrolment: 'e1', date: '2024-03-01' };
  await insertAssessment('cards', card.enrolment, card.date);
  await expect(insertAssessment('cards', card.enrolment, card.date)).rejects.toSatisfy(isDuplicate);
  expect(await putHalf('cards', card, 'person', { health: 3 })).toEqual({ ...card, person: { health: 3 } });
  expect((await loadRows('cards')).assessments).toEqual([]);
  expect(await putHalf('cards', card, 'person', { health: 3 })).toEqual({ ...card, person: { health: 3 } });
  expect(await putHalf('cards', card, 'person', { health: 4 })).toBe('half-already-in');
  expect(await putHalf('cards', { ...card, date: '2024-03-02' }, 'person', { health: 4 })).toBe('no-card');
  await putHalf('cards', card, 'coordinator', { contact: 2 });
  expect((await loadRows('cards')).assessments).toEqual([
    { ...card, person: { health: 3 }, coordinator: { contact: 2 } },
  ]);
  expect(await deleteOpenAssessment('cards', card.enrolment, card.date)).toBe(false);
  await insertAssessment('cards', 'e1', '2024-06-01');
  expect(await deleteOpenAssessment('cards', 'e1', '2024-06-01')).toBe(true);
  expect(await listAssessments('cards', 'e1')).toHaveLength(1);
});

test('of many responses sent at once, some twice, each is stored once, as the first of its key', async () => {
  const row = { survey: 'exit', version: 1, submittedAt: '2024-05-01', answers: { hours: 3 } };
  const keys = Array.from({ length: 40 }, (_, number) => responseKey(`at-once-${number % 30}`));
  const rows = keys.map((response) => ({ ...row, response }));
  const parts = await Promise.all([rows.slice(0, 25), rows.slice(25)].map((part) => insertResponses('at-once', part)));
  expect(parts.flat().filter(Boolean)).toHaveLength(30);
  expect(await countResponsesByVersion('at-once', 'exit')).toEqual(new Map([[1, 30]]));
});
