import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  countInvitations,
  createInvitations,
  findInvitation,
  listInvitationsOf,
  saveDraft,
} from '../../../server/store/invitations.ts';
import { listResponses, responseKey } from '../../../server/store/responses.ts';
import { createSetupToken, findSetupToken, takeSetupToken } from '../../../server/store/setupTokens.ts';
import { storeSubmission } from '../../../server/store/submissions.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const [mine, yours] = ['b5b7f0a6-3ee7-4f39-8b0b-5f3a7c1b2d90', '0c1d0a55-0a9b-4df4-9d6c-0f7f3bb64a11'];
const row = { survey: 'exit', version: 1, submittedAt: '2024-05-01', answers: { hours: 3 } };
const send = (programme: string, token: string, submissionId: string, answers: Record<string, unknown> = row.answers) =>
  storeSubmission({ token, submissionId, programme, row: { ...row, answers } as never });
const createOne = async (programme: string) =>
  (await createInvitations(programme, [{ survey: 'exit', site: 'ostad' }]))[0] ?? '';

test('of many submissions at once one gets the link', async () => {
  const token = await createOne('race');
  const ids = Array.from({ length: 10 }, () => randomUUID());
  const outcomes = await Promise.all(ids.map((id) => send('race', token, id)));
  expect(outcomes.toSorted()).toEqual(['stored', ...Array.from({ length: 9 }, () => 'used')]);
  const stored = await listResponses('race');
  expect(stored.map(({ response }) => response)).toEqual([responseKey(ids[outcomes.indexOf('stored')] ?? '')]);
  expect(await send('race', 'unknown', mine)).toBe('unknown');
});

test('a submission that comes several times at once is stored once, and its link used once', async () => {
  const [first, second] = [await createOne('twice'), await createOne('twice')];
  const outcomes = await Promise.all([first, first, second, first].map((token) => send('twice', token, mine)));
  expect(outcomes).toEqual(['stored', 'used', 'elsewhere', 'used']);
  expect(await listResponses('twice')).toHaveLength(1);
  expect((await findInvitation(second))?.state).toBe('open');
});

test('a draft is saved only onto the revision that was read, and never onto a used link', async () => {
  const token = await createOne('drafts');
  expect(await saveDraft(token, 0, 'first')).toBe(1);
  expect(await saveDraft(token, 0, 'first again')).toBeUndefined();
  expect(await saveDraft(token, 1, 'second')).toBe(2);
  expect((await findInvitation(token))?.draft).toEqual({ sealed: 'second', revision: 2 });
  await send('drafts', token, mine);
  expect(await saveDraft(token, 2, 'third')).toBeUndefined();
  expect((await findInvitation(token))?.draft).toBeUndefined();
});

test('nothing stored about a used link holds more than that it is used', async () => {
  const token = await createOne('traces');
  const before = await mongoose.connection.collection('invitations').findOne({ programme: 'traces' });
  await send('traces', token, yours);
  const after = await mongoose.connection.collection('invitations').findOne({ programme: 'traces' });
  expect(JSON.stringify(before)).not.toContain(token);
  expect({ ...after, state: 'open' }).toEqual(before);
});

test('links are counted by survey, site and wave; a person sees only their own', async () => {
  const tokens = await createInvitations('counts', [
    { survey: 'exit', site: 'ostad', enrolment: 'e1' },
    { survey: 'exit', site: 'ostad', enrolment: 'e2' },
    { survey: 'collaboration', wave: 'w1' },
  ]);
  await send('counts', tokens[1] ?? '', mine);
  expect(await countInvitations('counts')).toEqual([
    { survey: 'collaboration', site: null, wave: 'w1', created: 1, answered: 0, begun: 0 },
    { survey: 'exit', site: 'ostad', wave: null, created: 2, answered: 1, begun: 0 },
  ]);
  expect((await listInvitationsOf('counts', 'e1')).map((each) => each.state)).toEqual(['open']);
});

test('a set-up link works once, and a newer one ends it', async () => {
  const first = await createSetupToken('user-1');
  const second = await createSetupToken('user-1');
  expect(await findSetupToken(first)).toBeUndefined();
  expect(await findSetupToken(second)).toEqual({ user: 'user-1' });
  const taken = await Promise.all([takeSetupToken(second), takeSetupToken(second)]);
  expect(taken.filter(Boolean)).toEqual([{ user: 'user-1' }]);
});

test('of many links at once each takes its own submission; a used one and an unknown one take none', async () => {
  const tokens = await createInvitations(
    'at-once',
    Array.from({ length: 12 }, () => ({ survey: 'exit', site: 'ostad' })),
  );
  const [taken = '', ...open] = tokens;
  await send('at-once', taken, mine);
  const outcomes = await Promise.all([...open, taken, 'unknown'].map((each) => send('at-once', each, randomUUID())));
  expect(outcomes).toEqual([...open.map(() => 'stored'), 'used', 'unknown']);
  expect(await listResponses('at-once')).toHaveLength(tokens.length);
});

test('answers that can not be stored leave their link open with its draft, and those sent with them are stored', async () => {
  const [whole = '', broken = ''] = await createInvitations('atomic', [{ survey: 'exit' }, { survey: 'exit' }]);
  await saveDraft(broken, 0, 'draft');
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const outcomes = await Promise.allSettled([send('atomic', whole, mine), send('atomic', broken, yours, circular)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await findInvitation(broken)).toMatchObject({ state: 'open', draft: { sealed: 'draft' } });
  expect(await send('atomic', broken, yours, { hours: 4 })).toBe('stored');
  expect(await send('atomic', broken, yours, { hours: 4 })).toBe('used');
  expect(await findInvitation(broken)).toEqual({
    programme: 'atomic',
    survey: 'exit',
    state: 'used',
    createdAt: expect.any(String),
  });
  expect((await listResponses('atomic')).map(({ answers }) => answers.hours).toSorted()).toEqual([3, 4]);
});
