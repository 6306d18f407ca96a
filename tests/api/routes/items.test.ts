// The bank of questions: its versions never change, two who change one are told of each other, and it knows who uses it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formsOf, isCard, type QuestionDefinition, questionsOf } from '../../../server/domain/surveys/definition.ts';
import { putInBuiltInItems } from '../../../server/store/firstStart.ts';
import { findSurveyVersion } from '../../../server/store/surveys.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildItem, buildProgramme, buildQuestion, buildUser } from '../../support/factories.ts';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
  token = (await buildUser({ name: 'Ada' })).token;
});
afterAll(() => app.close());

const call = (method: 'get' | 'post' | 'put', path: string, body?: object) =>
  app.call(method, path, { token, ...(body && { body }) });
const change = (name: string, body: object) =>
  call('post', `/items/${name}/versions`, {
    revision: 1,
    theme: 'own',
    note: 'Ändrad.',
    question: buildQuestion(),
    ...body,
  });
type Listed = { name: string; theme: string; question: QuestionDefinition; source: Record<string, string> };
const swedish = ({ title }: QuestionDefinition) => (typeof title === 'object' ? title.sv : title);
const list = async (query = ''): Promise<Listed[]> => (await call('get', `/items${query}`)).body.items;

test('the questions of the built-in surveys are put in once, as the surveys have them', async () => {
  const surveys = await Promise.all(
    ['progression-card', 'exit', 'treatment', 'collaboration'].map((name) => findSurveyVersion(null, name, 1)),
  );
  const asked = surveys.flatMap((each) => (each ? formsOf(each.definition).flatMap(questionsOf) : []));
  const putIn = await putInBuiltInItems();
  expect(await putInBuiltInItems()).toEqual([]);
  const items = await list();
  expect(items.map(({ name }) => name).toSorted()).toEqual(putIn.toSorted());
  for (const { question } of items)
    expect(asked).toContainEqual(expect.objectContaining(question as unknown as Record<string, unknown>));
  expect(new Set(items.map(({ question }) => swedish(question)))).toEqual(new Set(asked.map(swedish)));
  const card = surveys[0]?.definition;
  if (!card || !isCard(card)) throw new Error('the card has two halves');
  const bip = items.filter(({ theme }) => theme === 'bip').map(({ question }) => swedish(question));
  expect(bip.toSorted()).toEqual(formsOf(card).flatMap(questionsOf).map(swedish).toSorted());
  expect(items.some(({ question }) => 'visibleIf' in question)).toBe(false);
});

test('a new version is kept beside the earlier ones, with who, when, what and how it compares', async () => {
  const { name } = await buildItem();
  const reworded = buildQuestion({ title: { sv: 'Hur ofta ses ni?', en: 'How often do you meet?' } });
  const broken = await change(name, { question: reworded });
  expect(broken.status).toBe(201);
  const explained = { ...reworded, explanations: { weekly: { sv: 'Minst en gång i veckan' } } };
  await change(name, { revision: 2, question: explained, note: 'Förklarad.' });
  const declared = { comparable: true, reason: 'Samma mening.' };
  const last = await change(name, { revision: 3, question: buildQuestion(), declared });
  const { versions, version, by, question } = last.body;
  expect({ version, by, question }).toEqual({ version: 4, by: 'Ada', question: buildQuestion() });
  expect(versions.map((each: { question: unknown }) => each.question)).toEqual([
    buildQuestion(),
    reworded,
    explained,
    buildQuestion(),
  ]);
  expect(versions.map((each: { comparison: unknown }) => each.comparison)).toEqual([
    null,
    { status: 'notComparable', reasons: ['the Swedish wording changed'] },
    { status: 'comparable', reasons: ['texts, explanations or layout changed'] },
    { status: 'comparable', reasons: ['the Swedish wording changed', 'declared: Samma mening.'] },
  ]);
});

test('answers of another kind are not declared comparable, and what one survey says of its versions is not the bank’s', async () => {
  const { name } = await buildItem();
  const declared = { comparable: true, reason: 'Ändå' };
  const refused = await change(name, { question: buildQuestion({ type: 'checkbox' }), declared });
  expect([refused.status, refused.body.errors[0]]).toMatchObject([422, { field: 'declared', code: 'other-kind' }]);
  const comparableWith = { version: 1, ...declared, judged: 'a' };
  const local = await change(name, { question: buildQuestion({ comparableWith }) });
  expect([local.status, local.body.errors[0].field]).toEqual([422, 'question.comparableWith']);
});

test('of two who change the same version one is refused, and nothing of it is stored', async () => {
  const { name } = await buildItem();
  const replies = await Promise.all(
    ['Ett?', 'Två?'].map((sv) => change(name, { question: buildQuestion({ title: { sv } }) })),
  );
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(replies.find(({ status }) => status === 409)?.body.code).toBe('stale-revision');
  expect((await call('get', `/items/${name}`)).body.versions).toHaveLength(2);
});

const wrong: [string, Record<string, unknown>, string, string][] = [
  ['without Swedish', { title: { en: 'How?' } }, 'question.title', 'missing-swedish'],
  ['a code twice', { choices: [{ value: 'a' }, { value: 'A' }] }, 'question.choices[1]', 'duplicate-value'],
  ['a type nobody knows', { type: 'starship' }, 'question.type', 'unsupported-type'],
  ['a group', { type: 'panel', elements: [] }, 'question.type', 'unsupported-type'],
  ['a text', { type: 'html', html: { sv: 'Hej' } }, 'question.type', 'unsupported-type'],
  ['a condition', { visibleIf: '{a} = 1' }, 'question.visibleIf', 'unsupported-property'],
  ['a reserved name', { name: 'gender' }, 'question.name', 'reserved-name'],
  [
    'another question in a rule',
    { choices: [{ value: 'a', visibleIf: '{other} = 1' }] },
    'question.choices[0].visibleIf',
    'expression-name',
  ],
  ['too large', { description: { sv: 'x'.repeat(1_000_001) } }, 'question', 'too-large'],
];
test.each(wrong)('a question with %s is refused, at its place', async (_what, overrides, field, code) => {
  const name = 'never-stored';
  const reply = await call('post', '/items', { name, theme: 'own', question: buildQuestion(overrides) });
  expect(reply.status).toBe(422);
  expect(reply.body.errors).toContainEqual(expect.objectContaining({ field, code }));
  expect((await call('get', `/items/${name}`)).status).toBe(404);
});

test('a version without a note, without a change or under another name is refused', async () => {
  const { name } = await buildItem();
  const reworded = buildQuestion({ title: { sv: 'Ny?' } });
  expect((await change(name, { question: reworded, note: ' ' })).body.errors[0].field).toBe('note');
  expect((await change(name, {})).body.errors[0]).toMatchObject({ field: 'question', code: 'nothing-changed' });
  const renamed = await change(name, { question: { ...reworded, name: 'other' } });
  expect(renamed.body.errors[0]).toMatchObject({ field: 'question.name', code: 'other-name' });
  expect((await change('no-such', { question: reworded })).status).toBe(404);
});

test('a check says what is wrong and how it compares, and stores nothing', async () => {
  const { name } = await buildItem();
  const question = buildQuestion({ type: 'dropdown' });
  const { body } = await call('post', '/items/check', { name, question });
  expect(body.comparison).toMatchObject({
    status: 'notComparable',
    reasons: ['type changed from radiogroup to dropdown'],
  });
  const bad = await call('post', '/items/check', { name, question: { ...question, choices: [] } });
  expect(bad.body.comparison).toBeNull();
  expect(bad.body.problems).toContainEqual(
    expect.objectContaining({ path: 'question.choices', code: 'empty-choices' }),
  );
  expect((await call('get', `/items/${name}`)).body.version).toBe(1);
});

test("a programme's own question is listed for it alone, and a name is given once among all", async () => {
  const [{ slug }, other] = [await buildProgramme(), await buildProgramme()];
  const body = { name: 'only-here', programme: slug, theme: 'own', question: buildQuestion() };
  expect((await call('post', '/items', body)).status).toBe(201);
  const has = (items: Listed[]) => items.some(({ name }) => name === 'only-here');
  expect([
    has(await list()),
    has(await list(`?programme=${slug}`)),
    has(await list(`?programme=${other.slug}`)),
  ]).toEqual([false, true, false]);
  const again = await call('post', '/items', { ...body, programme: null });
  expect([again.status, again.body.code]).toEqual([409, 'already-exists']);
  const nowhere = await call('post', '/items', { ...body, name: 'nowhere', programme: 'no-such' });
  expect(nowhere.body.errors[0].field).toBe('programme');
});

test('drafts and published versions that use an item are named with the version they have, and publishing keeps it', async () => {
  const { name } = await buildItem();
  const reference = { name, version: 1, kept: 2 };
  const { source } = (await call('get', '/surveys/exit/draft')).body;
  const survey = JSON.parse(source);
  survey.pages[0].elements.push(buildQuestion({ item: reference, isRequired: true }));
  survey.title = { sv: 'Med fråga ur banken' };
  await call('post', '/surveys', { name: 'uses-it', source: JSON.stringify(survey) });
  await call('post', '/surveys', { name: 'broken-draft', source: `{"item": {"name": "${name}"` });
  const drafted = {
    survey: 'uses-it',
    programme: null,
    title: survey.title,
    version: null,
    question: 'howOften',
    itemVersion: 1,
  };
  expect((await call('get', `/items/${name}`)).body.uses).toEqual([drafted]);
  expect((await call('post', '/surveys/uses-it/publish', { revision: 1 })).status).toBe(201);
  const after = (await call('get', `/items/${name}`)).body;
  expect([after.uses, after.used]).toEqual([[{ ...drafted, version: 1 }], { drafts: 0, published: 1 }]);
  const { definition } = (await call('get', '/surveys/uses-it/versions/1')).body;
  expect(definition.pages[0].elements.at(-1)).toMatchObject({ item: reference, isRequired: true });
});

test('where a question came from is no change of it, and what cannot be followed is an error', async () => {
  const { name } = await buildItem();
  const { source } = (await call('get', '/surveys/exit/draft')).body;
  const survey = JSON.parse(source);
  const put = async (item: unknown) => {
    survey.pages[0].elements[0].item = item;
    const { revision } = (await call('get', '/surveys/exit/draft')).body;
    return (await call('put', '/surveys/exit/draft', { source: JSON.stringify(survey), revision })).body;
  };
  const saved = await put({ name, version: 1 });
  expect(new Set(saved.comparison.map(({ status }: { status: string }) => status))).toEqual(new Set(['unchanged']));
  for (const item of [name, { name }, { name, version: '1' }, { name, version: 1, kept: true }])
    expect((await put(item)).problems).toContainEqual(
      expect.objectContaining({ severity: 'error', path: 'pages[0].elements[0].item', code: 'wrong-shape' }),
    );
});
