// What is said at a question of how it compares: tied to what was judged, and used for nothing else.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { breaksOf } from '../../../server/domain/answers/breaks.ts';
import { chainBetween } from '../../../server/domain/surveys/chain.ts';
import { checkDefinition, checkSource } from '../../../server/domain/surveys/check.ts';
import { statedIn, usedOf } from '../../../server/domain/surveys/comparability/declarations.ts';
import { judgeDraft } from '../../../server/domain/surveys/comparability/judgeDraft.ts';
import { withDeclared, withoutDeclarations } from '../../../server/domain/surveys/comparability/published.ts';
import { compareVersions, lastAskedIn } from '../../../server/domain/surveys/compare.ts';
import type { AnyDefinition, CardDefinition, SurveyDefinition } from '../../../server/domain/surveys/definition.ts';

const read = (name: string) => JSON.parse(readFileSync(`surveys/${name}/v1.json`, 'utf8'));
const exit = read('exit') as SurveyDefinition;
const card = read('progression-card') as CardDefinition;

type Question = Record<string, unknown> & { title: Record<string, string>; name: string };
const name = 'gotSupport';
/** The survey as the next version would have it. */
function next(change: (question: Question) => void, from: SurveyDefinition = exit, version = 2): SurveyDefinition {
  const copy = structuredClone(from) as SurveyDefinition & { version: number };
  copy.version = version;
  const question = copy.pages.flatMap((page) => [...page.elements]).find((each) => each.name === name) as Question;
  change(question);
  return copy;
}
const reworded = (words: string) => (question: Question) => {
  question.title = { ...question.title, sv: words };
};
const judge = (definition: AnyDefinition, published: readonly AnyDefinition[] = [exit], question = name) =>
  judgeDraft(definition, published).find((each) => each.question === question)!;
/** With what an administrator would say of it as it stands. */
function declared(definition: SurveyDefinition, own: object = {}, published: readonly AnyDefinition[] = [exit]) {
  const { against, judged } = judge(definition, published);
  const comparableWith = { version: against, comparable: true, reason: 'Samma sak', judged, ...own };
  return next((question) => Object.assign(question, { comparableWith }), definition, definition.version);
}
const codesOf = (definition: unknown, published: readonly AnyDefinition[] = [exit]) =>
  checkDefinition(definition, published)
    .filter(({ path }) => path.includes('comparableWith'))
    .map(({ severity, code }) => `${severity} ${code}`);

test('what is said of a changed wording is used, with its reason, and may say the opposite of what is reckoned', () => {
  const draft = next(reworded('Har du fått stöd?'));
  expect(judge(draft)).toMatchObject({
    ...{ status: 'notComparable', computed: 'notComparable', against: 1, canContinue: true, standing: null },
    changes: ['the Swedish wording changed'],
  });
  expect(judge(declared(draft))).toMatchObject({
    ...{ status: 'comparable', computed: 'notComparable', standing: 'used' },
    reasons: ['the Swedish wording changed', 'declared: Samma sak'],
  });
  expect(codesOf(declared(draft))).toEqual([]);
  const explained = next((question) => Object.assign(question, { explanations: { yes: { sv: 'alltid' } } }));
  expect(judge(explained)).toMatchObject({ status: 'comparable', canContinue: true });
  expect(judge(declared(explained, { comparable: false, reason: 'Annan mening' }))).toMatchObject({
    ...{ status: 'notComparable', computed: 'comparable' },
    reasons: ['texts, explanations or layout changed', 'declared: Annan mening'],
  });
});

test('it does not carry over to a later change of the same question, and holds again when that is taken back', () => {
  const said = declared(next(reworded('Har du fått stöd?')));
  const later = next(reworded('Har du haft en kontaktperson?'), said);
  expect(judge(later)).toMatchObject({ status: 'notComparable', standing: 'outdated' });
  expect(codesOf(later)).toEqual(['warning declaration-outdated']);
  expect(judge(next(reworded('Har du fått stöd?'), later))).toMatchObject({ status: 'comparable', standing: 'used' });
  const original = exit.pages.flatMap((page) => page.elements).find((each) => each.name === name)!.title;
  const back = next((question) => Object.assign(question, { title: original }), said);
  expect(judge(back)).toMatchObject({ status: 'unchanged', standing: 'needless', reasons: [] });
  expect(codesOf(back)).toEqual(['warning declaration-needless']);
});

test.each<[string, (question: Question) => void, string]>([
  ['a translation', ({ title }) => Object.assign(title, { en: 'Other words' }), 'used'],
  ['whether it must be answered', (question) => Object.assign(question, { isRequired: true }), 'used'],
  ['where it came from', (question) => Object.assign(question, { item: { name: 'own', version: 1 } }), 'used'],
  ['spaces alone', (question) => reworded(' Har du fått  stöd? ')(question), 'used'],
  ['the Swedish wording', reworded('Har du fått hjälp?'), 'outdated'],
  ['a Swedish explanation', (q) => Object.assign(q, { explanations: { yes: { sv: 'ny' } } }), 'outdated'],
  ['a Swedish hint', (question) => Object.assign(question, { description: { sv: 'Tänk på i dag' } }), 'outdated'],
  ['the codes', (question) => void (question.choices as unknown[]).pop(), 'outdated'],
  ['a choice', (q) => Object.assign((q.choices as { text: object }[])[0]!.text, { sv: 'Visst' }), 'outdated'],
  ['the condition', (question) => Object.assign(question, { visibleIf: "{feelsBetter} = 'yes'" }), 'outdated'],
])('after it was said, a change of %s', (_what, change, standing) => {
  const said = declared(next(reworded('Har du fått stöd?')));
  expect(judge(next(change, said)).standing).toBe(standing);
});

test('it is about one version: once a later one asks the question too, it is not used', () => {
  const second = next(reworded('Har du fått stöd?'));
  const draft = next(reworded('Fick du stöd?'), second, 3);
  const old = declared(draft, { version: 1 }, [exit, second]);
  expect(judge(old, [exit, second])).toMatchObject({ status: 'notComparable', standing: 'older', against: 2 });
  expect(codesOf(old, [exit, second])).toEqual(['warning declaration-older']);
  expect(judge(declared(draft, {}, [exit, second]), [exit, second]).standing).toBe('used');
});

test('a version that is not there, and a question that it does not ask, are errors; before anything is published it is told', () => {
  const draft = next(reworded('Har du fått stöd?'));
  expect(codesOf(declared(draft, { version: 7 }))).toEqual(['error declaration-version']);
  expect(codesOf(declared(draft), [])).toEqual(['warning declaration-first']);
  const renamed = next((question) => Object.assign(question, { name: 'supported' }), declared(draft));
  expect(codesOf(renamed)).toEqual(['error declaration-question']);
  expect(judge(renamed, [exit], 'supported')).toMatchObject({ status: 'added', against: null, canContinue: false });
  const continues = declared(draft, { question: 'health' });
  expect(checkDefinition(continues, [exit])).toMatchObject([
    { severity: 'error', code: 'declaration-question', message: expect.stringContaining('give it the name "health"') },
  ]);
  expect(codesOf(declared(draft, { question: name }))).toEqual([]);
});

test('answers of another kind are never comparable, whoever says so', () => {
  const several = declared(next((question) => Object.assign(question, { type: 'checkbox' })));
  expect(judge(several)).toMatchObject({ status: 'notComparable', standing: 'otherKind', canContinue: false });
  expect(codesOf(several)).toEqual(['error declaration-kind']);
  const said = { [name]: { comparable: true, reason: 'Ändå' } };
  expect(compareVersions(exit, several, said).find(({ question }) => question === name)?.status).toBe('notComparable');
  const list = next((question) => Object.assign(question, { type: 'dropdown' }));
  expect(judge(declared(list))).toMatchObject({ status: 'comparable', canContinue: true });
});

test.each<[string, unknown, string]>([
  ['no object', 'yes', 'wrong-shape'],
  ['no version', { comparable: true, reason: 'a', judged: 'b' }, 'wrong-shape'],
  ['version 0', { version: 0, comparable: true, reason: 'a', judged: 'b' }, 'wrong-shape'],
  ['a word for comparable', { version: 1, comparable: 'yes', reason: 'a', judged: 'b' }, 'wrong-shape'],
  ['no print of what was judged', { version: 1, comparable: true, reason: 'a' }, 'wrong-shape'],
  ['something more', { version: 1, comparable: true, reason: 'a', judged: 'b', by: 'Kim' }, 'wrong-shape'],
  ['an empty reason', { version: 1, comparable: true, reason: '  ', judged: 'b' }, 'declaration-reason'],
  ['an endless reason', { version: 1, comparable: true, reason: 'a'.repeat(2001), judged: 'b' }, 'declaration-reason'],
])('%s is refused', (_what, comparableWith, code) => {
  const problems = checkDefinition(
    next((question) => Object.assign(question, { comparableWith })),
    [exit],
  );
  expect(problems).toMatchObject([{ severity: 'error', code }]);
  expect(problems[0]!.path).toContain('.comparableWith');
});

test('a draft in which nothing else is wrong can be compared all the same, but not published', () => {
  const unfinished = declared(next(reworded('Har du fått stöd?')), { reason: '' });
  expect(checkSource(JSON.stringify(unfinished), [exit])).toEqual({
    ...{ asked: unfinished, problems: [expect.objectContaining({ code: 'declaration-reason' })] },
  });
  const broken = { ...unfinished, title: {} };
  expect(checkSource(JSON.stringify(broken), [exit]).asked).toBeUndefined();
});

test('it belongs to what is counted by itself: not to a text, and not to a question within entries', () => {
  const said = { version: 1, comparable: true, reason: 'a', judged: 'b' };
  const inner = { type: 'text', name: 'employer', title: { sv: 'Var?', en: 'Where?' }, comparableWith: said };
  const jobs = { type: 'paneldynamic', name: 'jobs', title: { sv: 'Arbeten', en: 'Jobs' }, templateElements: [inner] };
  const text = { type: 'html', name: 'words', html: { sv: 'a', en: 'a' }, comparableWith: said };
  const survey = { ...exit, pages: [...exit.pages, { name: 'more', elements: [jobs, text] }] };
  const found = checkDefinition(survey, [exit]).filter(({ path }) => path.endsWith('comparableWith'));
  expect(found.map(({ code }) => code)).toEqual(['unsupported-property', 'unsupported-property']);
});

test('a question that was away is judged against the version that asked it last, and goes on where somebody says so', () => {
  const without = {
    ...exit,
    version: 2,
    pages: exit.pages.map((page) => ({ ...page, elements: page.elements.filter((each) => each.name !== name) })),
  };
  const published = [exit, without];
  const back = next(() => undefined, exit, 3);
  expect(judge(back, published)).toMatchObject({ status: 'added', against: 1, changes: [], canContinue: true });
  const said = declared(back, {}, published);
  expect(judge(said, published)).toMatchObject({
    ...{ status: 'comparable', standing: 'used' },
    reasons: ['last asked in version 1', 'declared: Samma sak'],
  });
  const series = (third: SurveyDefinition) => {
    const steps = [[], compareVersions(exit, without), judgeDraft(third, published)];
    const versions = [...published, third].map((definition, at) => ({
      ...{ name: 'exit', version: at + 1, definition, publishedAt: '', publishedBy: '', comparison: steps[at]! },
    }));
    const chained = chainBetween(versions, 1, 3).find(({ question }) => question === name)!;
    return [breaksOf(versions).get('exit')?.get(name) ?? [], chained.status];
  };
  expect(series(back)).toEqual([[3], 'notComparable']);
  expect(series(said)).toEqual([[], 'comparable']);
});

test('of a card each half says its own', () => {
  const draft = structuredClone(card) as unknown as { version: number; halves: Record<string, SurveyDefinition> };
  draft.version = 2;
  const network = draft.halves
    .coordinator!.pages.flatMap((page) => page.elements)
    .find((each) => each.name === 'network') as Question;
  network.title = { ...network.title, sv: 'Stöd från andra' };
  const found = judge(draft as unknown as AnyDefinition, [card], 'coordinator.network');
  const comparableWith = { version: 1, comparable: true, reason: 'Samma sak', judged: found.judged };
  Object.assign(network, { comparableWith });
  const statuses = judgeDraft(draft as unknown as AnyDefinition, [card]).filter(({ status }) => status !== 'unchanged');
  expect(statuses.map(({ question, status }) => [question, status])).toEqual([['coordinator.network', 'comparable']]);
  expect(checkDefinition(draft, [card])).toEqual([]);
});

test('a published version keeps what was used; whoever answers and whoever writes the next one get none of it', () => {
  const draft = declared(next(reworded('Har du fått stöd?')));
  const stale = next(() => undefined, draft) as unknown as { pages: { elements: Record<string, unknown>[] }[] };
  const [other] = stale.pages.flatMap((page) => page.elements).filter((each) => each.name === 'feelsBetter');
  other!.comparableWith = { version: 1, comparable: true, reason: 'Gammalt', judged: 'x' };
  const whole = stale as unknown as AnyDefinition;
  const used = usedOf(statedIn(whole, [exit]));
  expect(used).toEqual({ [name]: { comparable: true, reason: 'Samma sak' } });
  const comparison = compareVersions(exit, whole, used, lastAskedIn([exit]));
  const published = withDeclared(whole, [exit], comparison, used);
  expect(published).toEqual(draft);
  expect(withoutDeclarations(published)).toEqual(next(reworded('Har du fått stöd?')));
  const unused = { feelsBetter: { comparable: true, reason: 'Inget är ändrat' } };
  expect(withDeclared(whole, [exit], compareVersions(exit, whole, unused), unused)).toEqual(
    withoutDeclarations(published),
  );
  expect(compareVersions(published, withoutDeclarations(published)).every(({ status }) => status === 'unchanged')).toBe(
    true,
  );
});
