import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { splitBackground } from '../../../server/domain/surveys/background.ts';
import { checkDefinition } from '../../../server/domain/surveys/check.ts';
import { printOf, sidesOf } from '../../../server/domain/surveys/comparability/measured.ts';
import { compareVersions } from '../../../server/domain/surveys/compare.ts';
import { compileHalf, compileSurvey } from '../../../server/domain/surveys/compile.ts';
import type { CardDefinition, SurveyDefinition } from '../../../server/domain/surveys/definition.ts';
import { listQuestions } from '../../../server/domain/surveys/questions.ts';
import { burdenOf } from '../../../server/domain/surveys/review/burden.ts';
import { validateAnswers } from '../../../server/domain/surveys/validate.ts';

const read = (name: string) => JSON.parse(readFileSync(`surveys/${name}/v1.json`, 'utf8'));
const treatment = read('treatment') as SurveyDefinition;
const collaboration = read('collaboration') as SurveyDefinition;
const card = read('progression-card') as CardDefinition;

type Editable = { pages: { elements: Record<string, unknown>[] }[] };
/** The survey with one question changed. */
function changed<T extends object>(
  definition: T,
  name: string,
  change: (question: Record<string, unknown>) => void,
): T {
  const copy = structuredClone(definition);
  const forms = ('halves' in copy ? Object.values(copy.halves as object) : [copy]) as Editable[];
  const question = forms
    .flatMap((form) => form.pages.flatMap((page) => page.elements))
    .find((each) => each.name === name)!;
  change(question);
  return copy;
}
const status = (next: SurveyDefinition, name: string, declared = {}) =>
  compareVersions(treatment, next, declared).find((each) => each.question === name)!;

test.each(['exit', 'treatment', 'collaboration', 'progression-card'])(
  'the built-in survey %s may be published as it is',
  (name) => {
    expect(checkDefinition(read(name))).toEqual([]);
  },
);

test('what stands on a page may be called by its old name: the questions are the same', () => {
  const old = structuredClone(treatment) as unknown as { pages: { elements?: unknown; questions?: unknown }[] };
  for (const page of old.pages) {
    page.questions = page.elements;
    delete page.elements;
  }
  const survey = old as unknown as SurveyDefinition;
  expect(compareVersions(treatment, survey).map((each) => each.status)).toEqual(
    compareVersions(treatment, treatment).map(() => 'unchanged'),
  );
  expect(burdenOf(survey)).toEqual(burdenOf(treatment));
});

test('a version compared with itself is unchanged throughout', () => {
  expect(new Set(compareVersions(card, card).map((each) => each.status))).toEqual(new Set(['unchanged']));
  expect(compareVersions(card, card)).toHaveLength(20);
});

test('a reworded Swedish title breaks the series, unless declared otherwise with a reason', () => {
  const next = changed(treatment, 'treatedByCoordinator', (question) => {
    question.title = { ...(question.title as object), sv: 'Hur blev du bemött?' };
  });
  expect(status(next, 'treatedByCoordinator')).toEqual({
    question: 'treatedByCoordinator',
    status: 'notComparable',
    reasons: ['the Swedish wording changed'],
  });
  expect(status(next, 'treatedByReferrer').status).toBe('unchanged');
  const declared = { treatedByCoordinator: { comparable: true, reason: 'spelling only' } };
  expect(status(next, 'treatedByCoordinator', declared)).toMatchObject({
    status: 'comparable',
    reasons: ['the Swedish wording changed', 'declared: spelling only'],
  });
});

test.each<[string, (question: Record<string, unknown>) => void, string]>([
  ['another translation', (q) => Object.assign(q.title as object, { en: 'Other words' }), 'comparable'],
  ['another explanation', (q) => Object.assign(q, { explanations: { well: { sv: 'ny', en: 'new' } } }), 'comparable'],
  ['another condition', (q) => Object.assign(q, { visibleIf: '{comment} notempty' }), 'notComparable'],
  ['another type', (q) => Object.assign(q, { type: 'dropdown' }), 'notComparable'],
  ['one choice less', (q) => void (q.choices as unknown[]).pop(), 'notComparable'],
  ['choices in other order', (q) => void (q.choices as unknown[]).reverse(), 'notComparable'],
  [
    'a choice in other words',
    (q) => Object.assign((q.choices as { text: object }[])[0]!.text, { sv: 'Utmärkt' }),
    'notComparable',
  ],
  ['made background', (q) => Object.assign(q, { background: true }), 'notComparable'],
])('%s', (_what, change, expected) => {
  expect(status(changed(treatment, 'treatedByCoordinator', change), 'treatedByCoordinator').status).toBe(expected);
});

test('questions that come and go are named, and a card names its half', () => {
  const renamed = changed(treatment, 'grounds', (question) => Object.assign(question, { name: 'reasons' }));
  expect(status(renamed, 'reasons').status).toBe('added');
  expect(status(renamed, 'grounds').status).toBe('removed');
  const shorter = changed(card, 'knowWhatToDo', (question) => Object.assign(question, { rateMax: 4 }));
  expect(compareVersions(card, shorter).filter((each) => each.status !== 'unchanged')).toEqual([
    { question: 'person.knowWhatToDo', status: 'notComparable', reasons: ['the scale or the codes changed'] },
  ]);
});

test('background answers leave the answers and only known values stay', () => {
  const answers = { treatedByCoordinator: 'well', gender: 'woman', ageBand: 25, bornAbroad: 'no' };
  expect(splitBackground(treatment, answers)).toEqual({
    background: { gender: 'woman', ageBand: 25, bornAbroad: 'no' },
    answers: { treatedByCoordinator: 'well' },
  });
  expect(splitBackground(treatment, { gender: 'robot' })).toEqual({ background: {}, answers: {} });
  expect(splitBackground(collaboration, { role: 'region' }).background).toEqual({ role: 'region' });
});

test('a question called role is an answer where it is not marked as background', () => {
  const unmarked = changed(collaboration, 'role', (question) => Object.assign(question, { background: false }));
  expect(splitBackground(unmarked, { role: 'region' })).toEqual({ background: {}, answers: { role: 'region' } });
});

test('questions are listed with kind, codes and rows', () => {
  const listed = listQuestions(collaboration);
  const matrix = listed.find((question) => question.name === 'interventionsOffered')!;
  expect(matrix.kind).toBe('matrix');
  expect(matrix.codes.map((each) => each.code)).toEqual(['veryHigh', 'high', 'sometimes', 'low', 'notAtAll']);
  expect(matrix.rows).toHaveLength(10);
  expect(listed.find((question) => question.name === 'incomeSupportAndCare')).toMatchObject({
    kind: 'single',
    half: undefined,
  });
  expect(listQuestions(treatment).find((question) => question.name === 'grounds')).toMatchObject({
    kind: 'multi',
    rows: [],
  });
  expect(
    listQuestions(treatment)
      .filter((question) => question.background)
      .map((question) => question.name),
  ).toEqual(['gender', 'ageBand', 'bornAbroad']);
  const halves = listQuestions(card).filter((question) => question.name === 'network');
  expect(halves.map((question) => question.half)).toEqual(['person', 'coordinator']);
  expect(halves[0]!.codes.map((each) => each.code)).toEqual([1, 2, 3, 4, 5]);
});

test('built-in surveys take good answers and refuse a matrix from someone who is not asked it', () => {
  const survey = compileSurvey(collaboration);
  const offered = { interventionsOffered: { jobSearch: 'high' } };
  expect(validateAnswers(survey, { role: 'coordinator', ...offered }).ok).toBe(true);
  expect(validateAnswers(survey, { role: 'region', ...offered })).toMatchObject({
    ok: false,
    errors: [{ question: 'interventionsOffered', code: 'hidden-question' }],
  });
  expect(validateAnswers(compileHalf(card, 'person'), { health: 3, coordinatorBelief: 3 })).toMatchObject({
    ok: false,
    errors: [{ question: 'coordinatorBelief', code: 'unknown-question' }],
  });
});

test('of a repeating panel, a changed question or number of entries breaks the series, a changed button does not', () => {
  const jobs = (own: object = {}, inner: object = {}): SurveyDefinition => ({
    ...treatment,
    pages: [
      {
        name: 'p',
        elements: [
          {
            ...{ type: 'paneldynamic', name: 'jobs', title: { sv: 'Arbeten' }, maxPanelCount: 4 },
            templateElements: [{ type: 'text', name: 'employer', title: { sv: 'Var?' }, ...inner }],
            ...own,
          },
        ],
      },
    ],
  });
  const judged = (next: SurveyDefinition) => compareVersions(jobs(), next)[0];
  expect(judged(jobs())).toMatchObject({ status: 'unchanged' });
  expect(judged(jobs({ addPanelText: { sv: 'Mer' } }))).toMatchObject({ status: 'comparable' });
  expect(judged(jobs({ maxPanelCount: 9 }))).toMatchObject({
    status: 'notComparable',
    reasons: ['the allowed range changed'],
  });
  expect(judged(jobs({}, { title: { sv: 'Hos vem?' } }))).toMatchObject({
    ...{ status: 'notComparable', reasons: ['the questions of each entry changed'] },
  });
});

/** One page with a panel on it, as an administrator may write and change them. */
type Part = { visibleIf?: string; [property: string]: unknown };
const paged = (own: { page?: Part; panel?: Part; asked?: Part; sum?: Part; last?: Part[] } = {}): SurveyDefinition => ({
  ...treatment,
  pages: [
    {
      name: 'first',
      elements: [
        { type: 'text', name: 'hours', title: { sv: 'Timmar' }, inputType: 'number' },
        { type: 'expression', name: 'sum', title: { sv: 'Summa' }, expression: '{hours} + 1', ...own.sum },
      ],
    },
    {
      ...{ name: 'second', ...own.page },
      elements: [
        {
          ...{ type: 'panel', name: 'panel', ...own.panel },
          elements: [
            {
              ...{ type: 'checkbox', name: 'helped', title: { sv: 'Vad hjälpte?' } },
              choices: [1, 2, 3].map((value) => ({ value: `v${value}`, text: { sv: `Val ${value}` } })),
              ...own.asked,
            },
          ],
        },
      ],
    },
  ],
});
const when = (condition: string) => ({ visibleIf: condition });
const many = '{hours} > 10';

test.each<[what: string, before: SurveyDefinition, after: SurveyDefinition, question: string, reasons: string[]]>([
  [
    'a condition of its page',
    paged(),
    paged({ page: when(many) }),
    'helped',
    ['the condition for being asked changed'],
  ],
  [
    'another condition of its panel',
    paged({ panel: when(many) }),
    paged({ panel: when('{hours} > 20') }),
    'helped',
    ['the condition for being asked changed'],
  ],
  [
    'a condition of its page beside its own',
    paged({ asked: when(many) }),
    paged({ asked: when(many), page: when('{hours} < 40') }),
    'helped',
    ['the condition for being asked changed'],
  ],
  ['a new formula', paged(), paged({ sum: { expression: '{hours} + 2' } }), 'sum', ['what is computed changed']],
  [
    'fewer that may be chosen',
    paged(),
    paged({ asked: { maxSelectedChoices: 1 } }),
    'helped',
    ['the allowed range changed'],
  ],
  [
    'another number that has to be chosen',
    paged({ asked: { validators: [{ type: 'answercount', minCount: 1 }] } }),
    paged({ asked: { validators: [{ type: 'answercount', minCount: 2 }] } }),
    'helped',
    ['the allowed range changed'],
  ],
  [
    'a condition for choices',
    paged(),
    paged({ asked: { choicesVisibleIf: '{hours} > 0' } }),
    'helped',
    ['who is offered which answers changed'],
  ],
])('%s breaks the series of a question whose words are the same', (_, before, after, question, reasons) => {
  const of = (next: SurveyDefinition) => compareVersions(before, next).find((each) => each.question === question);
  expect(of(before)).toMatchObject({ status: 'unchanged' });
  expect(of(after)).toMatchObject({ status: 'notComparable', reasons });
});

test('a condition that moves between a question and its group, and an empty one, ask the same people', () => {
  const of = (before: SurveyDefinition, after: SurveyDefinition) =>
    compareVersions(before, after).find((each) => each.question === 'helped')?.reasons;
  expect(of(paged({ panel: when(many) }), paged({ page: when(many) }))).toEqual([]);
  expect(of(paged({ page: when(many) }), paged({ asked: when(many) }))).toEqual([
    'texts, explanations or layout changed',
  ]);
  expect(of(paged(), paged({ page: when(' '), panel: when('') }))).toEqual([]);
});

test('what was said of a question before groups and formulas were looked at still holds', () => {
  const side = sidesOf(treatment).get('treatedByCoordinator')!;
  expect(printOf(side)).toBe('d5000b72ff12d763');
});
