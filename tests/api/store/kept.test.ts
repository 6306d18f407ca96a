import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ProgrammeInput, programmeDefinition } from '../../../server/domain/programme/schema.ts';
import { putInBuiltInSurveys } from '../../../server/store/firstStart.ts';
import { keepMail, listMails } from '../../../server/store/outbox.ts';
import { findPerson, insertPerson, listPersons, updatePerson } from '../../../server/store/persons.ts';
import { findProgramme, insertProgramme, replaceProgramme, setVerdict } from '../../../server/store/programmes.ts';
import { createSession, deleteSession, findSession } from '../../../server/store/sessions.ts';
import { findDraft, saveDraft } from '../../../server/store/surveyDrafts.ts';
import { findSurveyVersion, insertSurveyVersion, surveysOf } from '../../../server/store/surveys.ts';
import { findUserByEmail, hasAdministrator, insertUser, setPassword, updateUser } from '../../../server/store/users.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const buildProgramme = (overrides: Partial<ProgrammeInput> = {}) =>
  programmeDefinition.parse({
    ...{ slug: 'example', title: { sv: 'Exempel' }, start: '2024-01-01', sites: [{ slug: 'ostad', title: 'Östad' }] },
    goals: [{ id: 'material', title: { sv: 'Material' }, indicator: { measure: 'judged' }, target: { judged: 'yes' } }],
    ...overrides,
  });
const verdict = { status: 'met', motivation: 'Seen at both sites.', by: 'evaluator', date: '2025-06-01' } as const;

test('a programme changes only from the revision that was read, and its verdicts survive the change', async () => {
  expect(await insertProgramme(buildProgramme())).toMatchObject({ revision: 1 });
  expect(await insertProgramme(buildProgramme())).toBeUndefined();
  await setVerdict('example', 'material', verdict);
  const renamed = buildProgramme({ title: { sv: 'Nytt namn' } });
  expect(await replaceProgramme(renamed, 1)).toMatchObject({ revision: 2 });
  expect(await replaceProgramme(buildProgramme(), 1)).toBeUndefined();
  const { definition } = (await findProgramme('example')) ?? {};
  expect(definition?.title).toEqual({ sv: 'Nytt namn' });
  expect(definition?.goals[0]?.verdict).toEqual(verdict);
  await setVerdict('example', 'material', null);
  expect((await findProgramme('example'))?.definition.goals[0]?.verdict).toBeUndefined();
});

test('a first start puts in the four surveys once', async () => {
  expect(await putInBuiltInSurveys()).toHaveLength(4);
  expect(await putInBuiltInSurveys()).toEqual([]);
  expect((await findSurveyVersion('anything', 'treatment'))?.definition).toMatchObject({ anonymous: true, version: 1 });
});

test('a published version never changes, and a programme sees its own before the one for all', async () => {
  const exit = await findSurveyVersion(null, 'exit', 1);
  if (!exit) throw new Error('no exit survey');
  const changed = { ...exit, definition: { ...exit.definition, title: { sv: 'Annat' } } };
  expect(await insertSurveyVersion(changed)).toBe(false);
  expect(await findSurveyVersion(null, 'exit', 1)).toEqual(exit);
  expect(await insertSurveyVersion({ ...changed, programme: 'own', version: 2 })).toBe(true);
  expect(await findSurveyVersion('own', 'exit')).toMatchObject({ version: 2, programme: 'own' });
  expect(await findSurveyVersion('own', 'exit', 1)).toEqual(exit);
  expect(await findSurveyVersion('other', 'exit', 2)).toBeUndefined();
  expect((await surveysOf('own')).filter((each) => each.name === 'exit').map((each) => each.version)).toEqual([2, 1]);
});

test('a survey draft is saved only onto the revision that was read', async () => {
  const draft = { programme: null, name: 'exit', source: '{ "broken"', changedBy: 'admin' };
  expect(await saveDraft(draft, 0)).toMatchObject({ revision: 1 });
  expect(await saveDraft(draft, 0)).toBeUndefined();
  expect(await saveDraft({ ...draft, source: '' }, 1)).toMatchObject({ revision: 2 });
  expect(await findDraft(null, 'exit')).toMatchObject({ source: '', revision: 2 });
});

test('names, addresses and mails are unreadable in the database and readable through the store', async () => {
  const contact = { name: 'Test Person', email: 'test.person@example.org' };
  expect(await insertPerson('example', 'p1', contact)).toBe(true);
  expect(await insertPerson('example', 'p1', contact)).toBe(false);
  await keepMail({ to: contact.email, subject: 'Hej', text: 'Hej Test Person', language: 'sv' });
  for (const name of ['persons', 'outbox']) {
    const stored = JSON.stringify(await mongoose.connection.collection(name).find().toArray());
    expect(stored).not.toMatch(/Test|example\.org|Hej/);
  }
  expect(await findPerson('example', 'p1')).toEqual({ person: 'p1', ...contact });
  await updatePerson('example', 'p2', { name: 'Another' });
  expect((await listPersons('example', ['p1', 'p2', 'p3'])).get('p2')?.name).toBe('Another');
  expect(await listMails()).toMatchObject([{ to: contact.email, subject: 'Hej' }]);
});

test('a sealed name moved to another person can not be opened there', async () => {
  await insertPerson('example', 'p8', { name: 'Eight' });
  await insertPerson('example', 'p9', { name: 'Nine' });
  const persons = mongoose.connection.collection('persons');
  const eight = await persons.findOne({ person: 'p8' });
  await persons.updateOne({ person: 'p9' }, { $set: { sealed: eight?.sealed } });
  await expect(findPerson('example', 'p9')).rejects.toThrow(/SECRET_KEY/);
});

test('users are found by address in any case, once each', async () => {
  const user = { email: 'Anna@Example.org', name: 'Anna', role: 'administrator' as const, access: [] };
  const stored = await insertUser(user);
  expect(await insertUser({ ...user, email: 'anna@example.ORG' })).toBeUndefined();
  expect(await hasAdministrator()).toBe(false);
  await setPassword(stored?.id ?? '', 'hash');
  expect(await findUserByEmail('ANNA@example.org')).toMatchObject({ name: 'Anna', passwordHash: 'hash' });
  expect(await updateUser(stored?.id ?? '', { disabled: true })).toMatchObject({ disabled: true, hasPassword: true });
  expect(await hasAdministrator()).toBe(false);
});

test('a session ends when its time is over or it is deleted', async () => {
  const [over, good] = [await createSession('u1', -1), await createSession('u1', 1)];
  expect(await findSession(over)).toBeUndefined();
  expect(await findSession(good)).toMatchObject({ user: 'u1' });
  await deleteSession(good);
  expect(await findSession(good)).toBeUndefined();
});
