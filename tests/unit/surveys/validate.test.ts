import { expect, test } from 'vitest';
import { compileHalf, compileSurvey } from '../../../server/domain/surveys/compile.ts';
import type { CardDefinition, SurveyForm } from '../../../server/domain/surveys/definition.ts';
import { validateAnswers } from '../../../server/domain/surveys/validate.ts';

const form = (elements: unknown[], survey: object = {}) =>
  ({ pages: [{ name: 'p', elements }], ...survey }) as unknown as SurveyForm;
const compile = (...elements: unknown[]) => compileSurvey(form(elements));

function codes(survey: ReturnType<typeof compileSurvey>, answers: unknown): string[] {
  const result = validateAnswers(survey, answers);
  return result.ok ? [] : result.errors.map((error) => `${error.question} ${error.code}`);
}

const everything = compile(
  { type: 'rating', name: 'scale' },
  { type: 'radiogroup', name: 'one', choices: ['a', { value: 'b' }, 3] },
  { type: 'dropdown', name: 'status', choices: ['yes', 'no'], showNoneItem: true },
  {
    type: 'checkbox',
    name: 'many',
    choices: ['a', 'b', 'c', { value: 'never', isExclusive: true }],
    showNoneItem: true,
    maxSelectedChoices: 2,
  },
  { type: 'ranking', name: 'order', choices: ['a', 'b'] },
  { type: 'boolean', name: 'sure' },
  { type: 'boolean', name: 'word', valueTrue: 'yes', valueFalse: 'no' },
  { type: 'text', name: 'hours', inputType: 'number', min: 0, max: 80 },
  { type: 'text', name: 'day', inputType: 'date', min: '2024-01-01' },
  { type: 'text', name: 'mail', inputType: 'email' },
  { type: 'text', name: 'line', maxLength: 10 },
  { type: 'text', name: 'zip', validators: [{ type: 'regex', regex: '^\\d{5}$' }] },
  { type: 'comment', name: 'words' },
  { type: 'matrix', name: 'grid', rows: ['r1', 'r2'], columns: ['lo', 'hi'] },
  { type: 'multipletext', name: 'lines', items: [{ name: 'first' }, { name: 'second', inputType: 'number' }] },
  { type: 'html', name: 'intro', html: 'x' },
);

test.each<[string, unknown, string[]]>([
  ['answers that are no object', null, [' wrong-type']],
  ['a list instead of an object', [], [' wrong-type']],
  ['text instead of an object', 'x', [' wrong-type']],
  ['an unknown question', { nobody: 1 }, ['nobody unknown-question']],
  ['an answer to a text block', { intro: 'x' }, ['intro unknown-question']],
  ['a name in other case', { Scale: 1 }, ['Scale unknown-question']],
  ['__proto__', JSON.parse('{"__proto__": {"scale": 3}}'), ['__proto__ unknown-question']],
  ['constructor', { constructor: 1 }, ['constructor unknown-question']],
  ['a query operator', { line: { $gt: '' } }, ['line wrong-type']],
  ['a query operator as code', { one: { $ne: 'a' } }, ['one wrong-type']],
  ['9 on a scale of 1-5', { scale: 9 }, ['scale out-of-range']],
  ['half a step', { scale: 1.5 }, ['scale out-of-range']],
  ['a number written as text', { scale: '3' }, ['scale out-of-range']],
  ['not a number', { hours: Number.NaN }, ['hours wrong-type']],
  ['infinity', { hours: Number.POSITIVE_INFINITY }, ['hours wrong-type']],
  ['text for a number', { hours: '8' }, ['hours wrong-type']],
  ['too many hours', { hours: 81 }, ['hours out-of-range']],
  ['a code in other case', { one: 'A' }, ['one not-a-choice']],
  ['a numeric code as text', { one: '3' }, ['one not-a-choice']],
  ['a list for one code', { one: ['a'] }, ['one wrong-type']],
  ['one code for a list', { many: 'a' }, ['many wrong-type']],
  ['an unknown code in a list', { many: ['z'] }, ['many not-a-choice']],
  ['a code twice', { many: ['a', 'a'] }, ['many duplicate']],
  ['more than may be chosen', { many: ['a', 'b', 'c'] }, ['many too-many']],
  ['none beside others', { many: ['a', 'none'] }, ['many exclusive']],
  ['an exclusive choice beside others', { many: ['a', 'never'] }, ['many exclusive']],
  ['a list of lists', { many: [['a']] }, ['many wrong-type']],
  ['a longer list than there are choices', { many: Array.from({ length: 100_000 }, () => 'a') }, ['many too-many']],
  ['a ranking with a gap', { order: ['b'] }, ['order incomplete']],
  ['text for yes and no', { sure: 'true' }, ['sure wrong-type']],
  ['another word for yes', { word: 'ja' }, ['word not-a-choice']],
  ['a day that does not exist', { day: '2024-02-30' }, ['day invalid-format']],
  ['a day in another form', { day: '30/6/2024' }, ['day invalid-format']],
  ['a day too early', { day: '2023-12-31' }, ['day out-of-range']],
  ['no e-mail address', { mail: 'a@b' }, ['mail invalid-format']],
  ['text over its own limit', { line: 'x'.repeat(11) }, ['line too-long']],
  ['1 MB of text', { words: 'x'.repeat(1_000_000) }, ['words too-long']],
  ['long text before a pattern', { zip: '1'.repeat(5000) }, ['zip too-long']],
  ['text against a pattern', { zip: '1234' }, ['zip invalid-format']],
  ['a matrix as a list', { grid: ['lo'] }, ['grid wrong-type']],
  ['an unknown row', { grid: { r9: 'lo' } }, ['grid unknown-question']],
  ['a prototype row', { grid: JSON.parse('{"__proto__": "lo"}') }, ['grid unknown-question']],
  ['an unknown column', { grid: { r1: 'mid' } }, ['grid.r1 not-a-choice']],
  ['an object in a cell', { grid: { r1: { lo: 1 } } }, ['grid.r1 wrong-type']],
  ['an unknown line', { lines: { third: 'x' } }, ['lines unknown-question']],
  ['text in a number line', { lines: { second: 'x' } }, ['lines.second wrong-type']],
  ['a comment where none is asked for', { 'one-Comment': 'x' }, ['one-Comment unknown-question']],
])('refuses %s', (_what, answers, expected) => {
  expect(codes(everything, answers)).toEqual(expected);
});

test('nesting of any depth is refused without walking down it', () => {
  let deep: unknown = 'bottom';
  for (let level = 0; level < 100_000; level += 1) deep = { a: deep };
  for (const name of ['scale', 'one', 'many', 'line', 'grid', 'lines', 'sure', 'order'])
    expect(codes(everything, { [name]: deep })).toEqual([
      expect.stringMatching(new RegExp(`^${name} (wrong-type|unknown-question)$`)),
    ]);
});

test('a hundred thousand unknown names give at most a hundred errors', () => {
  const answers = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`x${at}`, at]));
  expect(codes(everything, answers)).toHaveLength(100);
});

test('an error echoes at most a short piece of what was sent', () => {
  const result = validateAnswers(everything, { ['n'.repeat(10_000)]: 1, one: 'v'.repeat(10_000) });
  expect(result.ok).toBe(false);
  if (!result.ok)
    for (const error of result.errors) expect(error.detail.length + error.question.length).toBeLessThan(400);
});

test('good answers come back clean: blanks left out, in the order of the survey', () => {
  const answers = {
    words: 'hej',
    grid: { r2: 'hi', r1: '' },
    line: '  ',
    many: [],
    one: 3,
    scale: 5,
    hours: 0,
    sure: false,
    lines: {},
    day: null,
  };
  const result = validateAnswers(everything, answers);
  expect(result).toEqual({
    ok: true,
    answers: { scale: 5, one: 3, sure: false, hours: 0, words: 'hej', grid: { r2: 'hi' } },
  });
  if (result.ok) expect(Object.keys(result.answers)).toEqual(['scale', 'one', 'sure', 'hours', 'words', 'grid']);
});

test('a hidden question must not be answered, and one that is asked and required must', () => {
  const survey = compile(
    { type: 'radiogroup', name: 'treated', choices: ['well', 'badly'], isRequired: true },
    { type: 'checkbox', name: 'grounds', choices: ['sex', 'age'], visibleIf: "{treated} = 'badly'", isRequired: true },
  );
  expect(codes(survey, {})).toEqual(['treated required']);
  expect(codes(survey, { treated: 'well', grounds: ['sex'] })).toEqual(['grounds hidden-question']);
  expect(codes(survey, { treated: 'badly' })).toEqual(['grounds required']);
  expect(codes(survey, { treated: 'badly', grounds: ['sex'] })).toEqual([]);
});

test('hidden pages and panels hide what is in them', () => {
  const survey = compileSurvey({
    pages: [
      { name: 'p1', elements: [{ type: 'boolean', name: 'go' }] },
      {
        name: 'p2',
        visibleIf: '{go} = true',
        elements: [{ type: 'panel', name: 'inner', elements: [{ type: 'text', name: 'deep', isRequired: true }] }],
      },
    ],
  } as unknown as SurveyForm);
  expect(codes(survey, { go: false, deep: 'x' })).toEqual(['deep hidden-question']);
  expect(codes(survey, { go: true })).toEqual(['deep required']);
  expect(codes(survey, { go: false })).toEqual([]);
});

test('choices, rows and columns that are not on offer are refused', () => {
  const survey = compile(
    { type: 'boolean', name: 'more' },
    { type: 'radiogroup', name: 'one', choices: ['a', { value: 'b', visibleIf: '{more} = true' }] },
    { type: 'checkbox', name: 'shared', choices: ['a', 'b'], choicesVisibleIf: '{one} <> {item}' },
    {
      type: 'matrix',
      name: 'grid',
      columns: ['x', { value: 'y', visibleIf: '{more} = true' }],
      rows: ['r1', { value: 'r2', visibleIf: '{more} = true' }],
      isAllRowRequired: true,
    },
  );
  expect(codes(survey, { one: 'b', grid: { r1: 'x' } })).toEqual(['one not-a-choice']);
  expect(codes(survey, { one: 'a', shared: ['a'], grid: { r1: 'x' } })).toEqual(['shared not-a-choice']);
  expect(codes(survey, { grid: { r1: 'x', r2: 'x' } })).toEqual(['grid.r2 hidden-question']);
  expect(codes(survey, { grid: { r1: 'y' } })).toEqual(['grid.r1 not-a-choice']);
  expect(codes(survey, { more: true, grid: { r1: 'y' } })).toEqual(['grid.r2 required']);
  expect(codes(survey, { more: true, one: 'b', shared: ['a'], grid: { r1: 'y', r2: 'x' } })).toEqual([]);
});

test('"other" asks for its text, and the text only goes with "other"', () => {
  const survey = compile({ type: 'radiogroup', name: 'next', choices: ['work'], showOtherItem: true });
  expect(codes(survey, { next: 'other' })).toEqual(['next-Comment required']);
  expect(codes(survey, { next: 'work', 'next-Comment': 'x' })).toEqual(['next-Comment unused-comment']);
  expect(codes(survey, { next: 'other', 'next-Comment': { $gt: '' } })).toEqual(['next-Comment wrong-type']);
  expect(validateAnswers(survey, { next: 'other', 'next-Comment': 'sailing' })).toEqual({
    ok: true,
    answers: { next: 'other', 'next-Comment': 'sailing' },
  });
});

test('a disabled question is spared being required, but not its shape', () => {
  const survey = compile(
    { type: 'boolean', name: 'on' },
    { type: 'rating', name: 'scale', isRequired: true, enableIf: '{on} = true' },
  );
  expect(codes(survey, {})).toEqual([]);
  expect(codes(survey, { on: true })).toEqual(['scale required']);
  expect(codes(survey, { scale: 9 })).toEqual(['scale out-of-range']);
});

test('a computed answer is worked out here, never taken from the request', () => {
  const survey = compile(
    { type: 'expression', name: 'double', expression: '{sum} * 2' },
    { type: 'expression', name: 'sum', expression: '{a} + {b}' },
    { type: 'text', name: 'a', inputType: 'number' },
    { type: 'text', name: 'b', inputType: 'number' },
    { type: 'comment', name: 'why', visibleIf: '{double} > 10', isRequired: true },
  );
  expect(validateAnswers(survey, { a: 1, b: 2 })).toEqual({ ok: true, answers: { double: 6, sum: 3, a: 1, b: 2 } });
  expect(codes(survey, { a: 1, b: 2, sum: 99 })).toEqual(['sum invalid']);
  expect(codes(survey, { a: 1, b: 2, sum: { a: { b: {} } } })).toEqual(['sum invalid']);
  expect(codes(survey, { a: 4, b: 4 })).toEqual(['why required']);
});

test('every validator of SurveyJS says no', () => {
  const survey = compile(
    { type: 'text', name: 'n', validators: [{ type: 'numeric', minValue: 1, maxValue: 5 }] },
    { type: 'text', name: 't', validators: [{ type: 'text', minLength: 3, maxLength: 5, allowDigits: false }] },
    { type: 'text', name: 'e', validators: [{ type: 'email' }] },
    {
      type: 'checkbox',
      name: 'c',
      choices: ['a', 'b', 'c'],
      validators: [{ type: 'answercount', minCount: 2, maxCount: 2 }],
    },
    { type: 'text', name: 'x', validators: [{ type: 'expressionvalidator', expression: "{x} empty or {x} = 'ok'" }] },
  );
  expect(codes(survey, { n: '9', t: 'ab', e: 'x', c: ['a'], x: 'no' })).toEqual([
    'n out-of-range',
    't too-short',
    'e invalid-format',
    'c too-few',
    'x invalid',
  ]);
  expect(codes(survey, { n: 'x', t: 'abcdef', c: ['a', 'b', 'c'] })).toEqual([
    'n invalid-format',
    't too-long',
    'c too-many',
  ]);
  expect(codes(survey, { t: 'abc1' })).toEqual(['t invalid-format']);
  expect(codes(survey, { n: '3', t: 'abcd', e: 'a@b.se', c: ['a', 'b'], x: 'ok' })).toEqual([]);
});

test('a required panel needs one of its answers', () => {
  const survey = compile({
    type: 'panel',
    name: 'p1',
    isRequired: true,
    elements: [
      { type: 'text', name: 'a' },
      { type: 'text', name: 'b' },
    ],
  });
  expect(codes(survey, {})).toEqual(['a required']);
  expect(codes(survey, { b: 'x' })).toEqual([]);
});

test('the halves of a card are judged apart though names occur in both', () => {
  const half = (name: string, max: number) => form([{ type: 'rating', name, rateMax: max, isRequired: true }]);
  const card = { halves: { person: half('health', 5), coordinator: half('health', 3) } } as unknown as CardDefinition;
  expect(codes(compileHalf(card, 'person'), { health: 5 })).toEqual([]);
  expect(codes(compileHalf(card, 'coordinator'), { health: 5 })).toEqual(['health out-of-range']);
});

const jobs = compile(
  { type: 'boolean', name: 'worked' },
  {
    type: 'paneldynamic',
    name: 'jobs',
    isRequired: true,
    visibleIf: '{worked} = true',
    minPanelCount: 1,
    maxPanelCount: 3,
    keyName: 'employer',
    templateElements: [
      { type: 'text', name: 'employer', isRequired: true },
      { type: 'text', name: 'hours', inputType: 'number', min: 1, max: 60 },
      {
        type: 'panel',
        name: 'ending',
        visibleIf: '{panel.hours} < 10',
        elements: [
          { type: 'radiogroup', name: 'why', choices: ['ill', 'other'], showOtherItem: true },
          { type: 'comment', name: 'more', visibleIf: "{panel.why} = 'ill' and {worked} = true" },
        ],
      },
    ],
  },
  { type: 'comment', name: 'many', isRequired: true, visibleIf: '{jobs.length} > 1' },
);

test.each<[string, unknown, string[]]>([
  ['no entries where they are required', { worked: true }, ['jobs.1.employer required', 'jobs required']],
  ['entries where none are asked for', { jobs: [{ employer: 'a' }] }, ['jobs hidden-question']],
  ['one entry', { worked: true, jobs: [{ employer: 'a', hours: 40 }] }, []],
  ['an entry that is no object', { worked: true, jobs: ['a'] }, ['jobs wrong-type']],
  ['an object for a list', { worked: true, jobs: { employer: 'a' } }, ['jobs wrong-type']],
  ['an unknown name in an entry', { worked: true, jobs: [{ employer: 'a', x: 1 }] }, ['jobs.1.x unknown-question']],
  ['a text for a number', { worked: true, jobs: [{ employer: 'a', hours: '4' }] }, ['jobs.1.hours wrong-type']],
  ['a number out of range', { worked: true, jobs: [{ employer: 'a', hours: 99 }] }, ['jobs.1.hours out-of-range']],
  [
    'too many entries',
    { worked: true, jobs: ['a', 'b', 'c', 'd'].map((employer) => ({ employer })) },
    ['jobs too-many'],
  ],
  [
    'the same key twice, and what more than one entry asks',
    { worked: true, jobs: [{ employer: 'a' }, { employer: 'a' }] },
    ['jobs.2.employer duplicate', 'many required'],
  ],
  [
    'an answer that this entry hides and the other shows',
    {
      worked: true,
      many: 'x',
      jobs: [
        { employer: 'a', hours: 5, why: 'ill', more: 'x' },
        { employer: 'b', hours: 40, why: 'ill' },
      ],
    },
    ['jobs.2.why hidden-question'],
  ],
  [
    'a comment without its choice, and a choice without its comment',
    {
      worked: true,
      many: 'x',
      jobs: [
        { employer: 'a', hours: 5, why: 'ill', 'why-Comment': 'x' },
        { employer: 'b', hours: 5, why: 'other' },
      ],
    },
    ['jobs.1.why-Comment unused-comment', 'jobs.2.why-Comment required'],
  ],
])('entries of a repeating panel: %s', (_name, answers, expected) => {
  expect(codes(jobs, answers)).toEqual(expected);
});

test('an entry without content is not kept', () => {
  const survey = compile({ type: 'paneldynamic', name: 'list', templateElements: [{ type: 'text', name: 'line' }] });
  expect(validateAnswers(survey, { list: [{}, { line: 'x' }, { line: ' ' }] })).toEqual({
    ok: true,
    answers: { list: [{ line: 'x' }] },
  });
  expect(validateAnswers(survey, { list: [{}] })).toEqual({ ok: true, answers: {} });
});
