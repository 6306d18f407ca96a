// A survey as a form on paper: what is asked, in order, and how the answer is given.
import { expect, test } from 'vitest';
import { type PaperWords, type Part, paperOf } from '../../../client/pages/survey-paper/form.ts';
import card from '../../../surveys/progression-card/v1.json' with { type: 'json' };
import treatment from '../../../surveys/treatment/v1.json' with { type: 'json' };

const words: PaperWords = {
  ...{
    yes: 'Ja',
    no: 'Nej',
    other: 'Annat',
    none: 'Inget',
    refuse: 'Vill ej',
    dontKnow: 'Vet ej',
    signature: 'Underskrift',
    date: 'Datum',
  },
  like: (example: string) => `som ${example}`,
  vocabulary: { and: 'och', or: 'eller', not: 'inte', say: (operator, name, value) => `${name} ${operator} ${value}` },
};
const sv = (text: string) => ({ sv: text, en: `${text} (en)` });
const formOf = (...elements: object[]) => ({ pages: [{ name: 'p', title: sv('Sida'), elements }] });
const questions = (parts: Part[]) => parts.flatMap((part) => (part.kind === 'question' ? [part.question] : []));
const only = (element: object, language = 'sv') => questions(paperOf(formOf(element), language, words))[0]?.answer;
const items = (...texts: string[]) => texts.map((text) => ({ text, explanation: '' }));

test('questions are numbered through pages and groups; what is computed is left out, information is a text', () => {
  const parts = paperOf(
    {
      pages: [
        {
          name: 'a',
          title: sv('Ett'),
          elements: [
            { type: 'text', name: 'x', title: sv('X?') },
            { type: 'html', html: '<b>Läs</b> detta' },
          ],
        },
        {
          name: 'b',
          elements: [
            {
              type: 'panel',
              name: 'g',
              title: sv('Grupp'),
              elements: [{ type: 'comment', name: 'y', title: sv('Y?') }],
            },
            { type: 'expression', name: 'sum', expression: '1 + 1' },
            { type: 'boolean', name: 'z' },
          ],
        },
      ],
    },
    'sv',
    words,
  );
  expect(questions(parts).map(({ number, title }) => [number, title])).toEqual([
    [1, 'X?'],
    [2, 'Y?'],
    [3, 'z'],
  ]);
  const texts = parts.map((part) =>
    part.kind === 'heading' ? part.text : part.kind === 'text' ? part.html : undefined,
  );
  expect(texts.filter((each) => each !== undefined)).toEqual(['Ett', '<b>Läs</b> detta', '', 'Grupp']);
});

test('each kind of question has its own room for the answer', () => {
  const choices = [{ value: 'a', text: sv('A') }, 'b'];
  expect(only({ type: 'radiogroup', name: 'q', choices, showOtherItem: true, otherText: sv('Eget') })).toEqual({
    kind: 'one',
    items: items('A', 'b', 'Eget: __________'),
  });
  expect(only({ type: 'checkbox', name: 'q', choices, showNoneItem: true })).toEqual({
    kind: 'several',
    items: items('A', 'b', 'Inget'),
  });
  expect(only({ type: 'ranking', name: 'q', choices })).toEqual({ kind: 'order', items: items('A', 'b') });
  expect(only({ type: 'boolean', name: 'q', labelTrue: sv('Sant') })).toEqual({
    kind: 'one',
    items: items('Sant', 'Nej'),
  });
  expect(only({ type: 'matrix', name: 'q', columns: choices, rows: ['r'] })).toEqual({
    kind: 'matrix',
    columns: items('A', 'b'),
    rows: items('r'),
  });
  expect(only({ type: 'multipletext', name: 'q', items: [{ name: 'r', title: sv('Rad') }] })).toEqual({
    kind: 'rows',
    rows: items('Rad'),
  });
  expect(only({ type: 'text', name: 'q', inputType: 'number' })).toEqual({ kind: 'lines', count: 1 });
  const scale = {
    type: 'rating',
    name: 'q',
    rateMax: 3,
    minRateDescription: sv('låg'),
    explanations: { 2: sv('mitt') },
  };
  expect(only(scale)).toEqual({
    kind: 'scale',
    items: [...items('1 låg'), { text: '2', explanation: 'mitt' }, ...items('3')],
  });
  expect(only({ type: 'radiogroup', name: 'q', choices }, 'en')).toEqual({ kind: 'one', items: items('A (en)', 'b') });
});

test('a scale has the numbers of its step, and every answer that the screen offers besides the choices stands last', () => {
  const scale = { type: 'rating', name: 'q', rateMin: 0, rateMax: 10, rateStep: 5, maxRateDescription: sv('hög') };
  expect(only(scale)).toEqual({ kind: 'scale', items: items('0', '5', '10 hög') });
  const offered = { showNoneItem: true, showRefuseItem: true, showDontKnowItem: true, dontKnowText: sv('Minns inte') };
  expect(only({ type: 'radiogroup', name: 'q', choices: ['a'], ...offered })).toEqual({
    kind: 'one',
    items: items('a', 'Inget', 'Vill ej', 'Minns inte'),
  });
});

test('what has names of earlier versions of SurveyJS is on paper too', () => {
  const question = { type: 'radiogroup', name: 'q', choices: ['a'], hasOther: true };
  const entry = { type: 'paneldynamic', name: 'jobs', maxPanelCount: 1, questions: [{ type: 'text', name: 'where' }] };
  const group = { type: 'panel', name: 'g', questions: [question, entry] };
  const asked = questions(paperOf({ pages: [{ name: 'p', questions: [group] }] }, 'sv', words));
  expect(asked[0]?.answer).toEqual({ kind: 'one', items: items('a', 'Annat: __________') });
  expect(asked[1]?.answer).toMatchObject({ kind: 'entries', parts: [{ question: { name: 'where' } }] });
});

test('a title is a text, signs and all, with room where it shows an answer; a text has its condition', () => {
  const parts = paperOf(
    formOf(
      { type: 'text', name: 'nick', title: sv('Är du < 18 eller > 65, {nobody}?') },
      { type: 'html', name: 'lead', html: '<p>Hej {nick}</p>', visibleIf: '{nick} notempty' },
      { type: 'text', name: 'why', title: sv('Varför, {nick}?') },
    ),
    'sv',
    words,
  );
  expect(questions(parts).map(({ title }) => title)).toEqual(['Är du < 18 eller > 65, {nobody}?', 'Varför, ……?']);
  expect(parts.find(({ kind }) => kind === 'text')).toEqual({
    ...{ kind: 'text', html: '<p>Hej ……</p>' },
    condition: '”Är du < 18 eller > 65, {nobody}?” isNotEmpty ',
  });
});

test('a condition is said in words, by titles instead of names', () => {
  const parts = paperOf(
    formOf(
      { type: 'radiogroup', name: 'work', title: sv('Arbete?'), choices: [{ value: 'yes', text: sv('Ja tack') }] },
      { type: 'text', name: 'where', title: sv('Var?'), visibleIf: "{work} = 'yes'" },
    ),
    'sv',
    words,
  );
  expect(questions(parts).map(({ condition }) => condition)).toEqual(['', '”Arbete?” is ”Ja tack”']);
});

test('the built-in surveys are on paper with every question', () => {
  expect(questions(paperOf(treatment, 'sv', words))).toHaveLength(7);
  expect(questions(paperOf(card.halves.person, 'ar', words))).toHaveLength(9);
});

test('a repeating panel has blank entries, as many as must be given or else three within its limit', () => {
  const jobs = {
    type: 'paneldynamic',
    name: 'jobs',
    templateTitle: sv('Arbete {panelIndex}'),
    templateElements: [
      { type: 'text', name: 'employer', title: sv('Var?') },
      { type: 'text', name: 'hours', title: sv('Timmar?'), visibleIf: '{panel.employer} notempty' },
    ],
  };
  const entries = (own: object) => {
    const answer = only({ ...jobs, ...own });
    return answer?.kind === 'entries' ? answer : undefined;
  };
  expect(entries({})?.titles).toEqual(['Arbete 1', 'Arbete 2', 'Arbete 3']);
  expect(entries({ maxPanelCount: 2 })?.titles).toHaveLength(2);
  expect(entries({ minPanelCount: 5 })?.titles).toHaveLength(5);
  expect(questions(entries({})?.parts ?? []).map(({ number, title, condition }) => [number, title, condition])).toEqual(
    [
      [1, 'Var?', ''],
      [2, 'Timmar?', '”Var?” isNotEmpty '],
    ],
  );
});

test.each([
  ['a pattern has a box for each sign', { maskType: 'pattern', maskSettings: { pattern: '+46 99' } }, 'som +46 12'],
  ['a day has one for each digit', { maskType: 'datetime', maskSettings: { pattern: 'dd/mm/yyyy' } }, 'som 30/06/2025'],
])('%s', (_what, mask, hint) => {
  const answer = only({ type: 'text', name: 'q', ...mask });
  if (answer?.kind !== 'boxes') throw new Error('no boxes');
  const drawn = answer.places.map(({ char, isAsked }) => (isAsked ? '□' : char)).join('');
  expect([drawn, answer.hint]).toEqual([mask.maskType === 'pattern' ? '+46 □□' : '□□/□□/□□□□', hint]);
});

test('a number with a unit stands on a line between its signs', () => {
  const currency = { maskType: 'currency', maskSettings: { prefix: '€ ', suffix: ' i månaden' } };
  expect(only({ type: 'text', name: 'q', ...currency })).toEqual({ kind: 'amount', before: '€', after: 'i månaden' });
  expect(only({ type: 'text', name: 'q', maskType: 'numeric' })).toEqual({ kind: 'amount', before: '', after: '' });
});
