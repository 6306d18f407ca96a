// Rules of accessibility: each finds what breaks it, and a survey that keeps to it has no finding of it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AnyDefinition } from '../../../../server/domain/surveys/definition.ts';
import { accessibilityOf } from '../../../../server/domain/surveys/review/accessibility/accessibility.ts';

type Json = Record<string, unknown>;
const both = (sv: string, en = sv) => ({ sv, en });
const plain = { type: 'radiogroup', name: 'health', title: both('Hur mår du?', 'How are you?') };
const choices = [{ value: 'well', text: both('Bra', 'Well') }];
const survey = (elements: Json[], form: Json = {}, page: Json = {}): AnyDefinition =>
  ({
    ...{ name: 'x', version: 1, anonymous: false, languages: ['sv', 'en'], title: both('X') },
    ...{ ...form, pages: [{ name: 'one', ...page, elements }] },
  }) as unknown as AnyDefinition;
const findings = (...of: Parameters<typeof survey>) => accessibilityOf(survey(...of));
const place = 'pages[0].elements[0]';
const finding = (rule: string, more: Json = {}) => ({
  ...{ rule, path: place, question: 'health', languages: [], entries: [], seconds: null },
  ...more,
});
const untitled = ({ title: _title, ...rest }: Json): Json => rest;

test('a question without words in one of its languages, or in none', () => {
  expect(findings([{ ...plain, choices }])).toEqual([]);
  expect(findings([{ ...plain, choices, title: { sv: 'Hur mår du?' } }])).toEqual([
    finding('noLabel', { languages: ['en'] }),
  ]);
  expect(findings([{ ...untitled(plain), choices }])).toEqual([finding('noLabel', { languages: ['sv', 'en'] })]);
  expect(findings([{ type: 'html', name: 'told', html: both('Läs detta') }])).toEqual([]);
  expect(findings([{ ...plain, choices, title: 'The same in every language' }])).toEqual([]);
});

test('a choice, a row, a field without words; a number says itself', () => {
  expect(findings([{ ...plain, choices: [...choices, 'badly', { value: 'so', text: { en: 'So so' } }] }])).toEqual([
    finding('noLabel', { languages: ['sv', 'en'], entries: ['badly', 'so'] }),
  ]);
  const matrix = { ...plain, type: 'matrix', columns: [1, 2], rows: ['work'] };
  expect(findings([matrix])).toEqual([finding('noLabel', { languages: ['sv', 'en'], entries: ['work'] })]);
  const fields = { ...plain, type: 'multipletext', items: [{ name: 'street', title: { sv: 'Gata' } }] };
  expect(findings([fields])).toEqual([finding('noLabel', { languages: ['en'], entries: ['street'] })]);
  expect(findings([{ ...plain, type: 'rating', rateValues: [1, 2, 3] }])).toEqual([]);
});

test('a picture without a text in its place, whether its texts are shown or not', () => {
  const imageLink = 'data:image/png;base64,x';
  const pictures = (entries: Json[]) => [{ ...plain, type: 'imagepicker', choices: entries }];
  expect(findings(pictures([{ value: 'cat', imageLink, text: both('Katt', 'Cat') }]))).toEqual([]);
  expect(findings(pictures([{ value: 1, imageLink }]))).toEqual([
    finding('noAlternativeText', { languages: ['sv', 'en'], entries: ['1'] }),
  ]);
  expect(findings(pictures([{ value: 'cat', imageLink, text: { sv: 'Katt' } }]))).toEqual([
    finding('noAlternativeText', { languages: ['en'], entries: ['cat'] }),
  ]);
});

test('a hidden title without anything else in its place', () => {
  const hidden = { ...plain, choices, titleLocation: 'hidden' };
  expect(findings([hidden])).toEqual([finding('hiddenTitle')]);
  expect(findings([{ ...plain, choices }], {}, { questionTitleLocation: 'hidden' })).toEqual([finding('hiddenTitle')]);
  expect(findings([{ ...plain, choices, titleLocation: 'top' }], {}, { questionTitleLocation: 'hidden' })).toEqual([]);
  expect(findings([{ ...hidden, description: both('Välj ett', 'Choose one') }])).toEqual([]);
  expect(findings([{ ...hidden, description: { sv: 'Välj ett' } }])).toEqual([finding('hiddenTitle')]);
  expect(findings([{ type: 'html', name: 'told', html: both('Hur mår du?') }, hidden])).toEqual([]);
  const panel = { type: 'panel', name: 'group', title: both('Hur mår du?') };
  expect(findings([{ ...panel, elements: [hidden] }])).toEqual([]);
  const two = [hidden, { ...hidden, name: 'work' }];
  expect(findings([{ ...panel, elements: two }]).map(({ question }) => question)).toEqual(['health', 'work']);
});

test('in a repeating panel its questions are looked at one by one, a signature as any other question', () => {
  const jobs = {
    type: 'paneldynamic',
    name: 'jobs',
    title: both('Arbeten'),
    templateTitle: both('Arbete {panelIndex}'),
  };
  const inside = `${place}.templateElements[0]`;
  const repeated = (own: Json, asked: Json[]) => findings([{ ...jobs, ...own, templateElements: asked }]);
  expect(repeated({}, [{ ...plain, choices }])).toEqual([]);
  expect(repeated({}, [{ ...untitled(plain), choices }])).toEqual([
    finding('noLabel', { path: inside, languages: ['sv', 'en'] }),
  ]);
  const hidden = { templateQuestionTitleLocation: 'hidden' };
  const two = [plain, { ...plain, name: 'work' }].map((each) => ({ ...each, choices }));
  expect(repeated(hidden, two).map(({ rule, path }) => [rule, path])).toEqual([
    ['hiddenTitle', inside],
    ['hiddenTitle', `${place}.templateElements[1]`],
  ]);
  // The heading of the entry stands in its place.
  expect(repeated(hidden, two.slice(0, 1))).toEqual([]);
  expect(repeated({ ...hidden, templateTitle: { sv: 'Arbete' } }, two.slice(0, 1))).toHaveLength(1);
  const signature = { type: 'signaturepad', name: 'health', title: both('Samtycke', 'Consent') };
  expect(findings([signature])).toEqual([]);
  expect(findings([{ ...signature, title: { sv: 'Samtycke' } }])).toEqual([finding('noLabel', { languages: ['en'] })]);
});

test('an abbreviation that a voice reads badly, in each language where nothing else is read aloud', () => {
  const asked = { ...plain, choices, title: both('Hur går SFI, t.ex. kl. 10?', 'How is your course?') };
  expect(findings([asked])).toEqual([finding('abbreviation', { languages: ['sv'], entries: ['SFI', 't.ex.', 'kl.'] })]);
  expect(findings([{ ...asked, readAloud: { sv: 'Hur går svenskkursen?' } }])).toEqual([]);
  expect(findings([{ ...plain, choices, title: both('Hur var 2024? Bra.') }])).toEqual([]);
});

test('answers that nothing but a colour tells apart', () => {
  const scale = (texts: string[]) => ({
    ...plain,
    type: 'rating',
    rateValues: texts.map((text, at) => ({ value: at + 1, text: both(text) })),
  });
  const colours = scale(['Röd', 'Gul', 'Grön']);
  const each = (text: string) => ({ 1: both(text), 2: both(text), 3: both(text) });
  expect(findings([colours])).toEqual([finding('colourAlone', { languages: ['sv', 'en'], entries: ['1', '2', '3'] })]);
  expect(findings([{ ...colours, explanations: each('Vad det betyder') }])).toEqual([]);
  expect(findings([scale(['Röd: inte alls', 'Grön: helt'])])).toEqual([]);
  const lights = { ...plain, type: 'rating', rateMin: 1, rateMax: 3, faces: { 1: '🔴', 2: '🟡', 3: '🟢' } };
  expect(findings([lights])[0]).toEqual(finding('colourAlone', { languages: ['sv', 'en'], entries: ['1', '2', '3'] }));
  expect(findings([{ ...lights, faces: { 1: 'face-1', 2: 'face-3', 3: 'face-5' } }])).toEqual([]);
  const car = { ...plain, title: both('Vilken färg har bilen?'), choices: [{ value: 'r', text: both('Röd') }] };
  expect(findings([{ ...car, choices: [...car.choices, { value: 'g', text: both('Gul') }] }])).toEqual([]);
});

test('a time limit of the survey or of a page, by either of its names', () => {
  const whole = { path: '', question: null };
  expect(findings([{ ...plain, choices }], { maxTimeToFinish: 600, timeLimitPerPage: 30 })).toEqual([
    finding('timeLimit', { ...whole, seconds: 600 }),
    finding('timeLimit', { ...whole, seconds: 30 }),
  ]);
  expect(findings([{ ...plain, choices }], {}, { maxTimeToFinish: 20 })).toEqual([
    finding('timeLimit', { ...whole, path: 'pages[0]', seconds: 20 }),
  ]);
  expect(findings([{ ...plain, choices }], { timeLimit: 0 }, { timeLimit: 0 })).toEqual([]);
});

test('a page that turns by itself', () => {
  const turning = finding('autoAdvance', { path: '', question: null });
  expect(findings([{ ...plain, choices }], { goNextPageAutomatic: true })).toEqual([turning]);
  expect(findings([{ ...plain, choices }], { autoAdvanceEnabled: 'autogonext' })).toEqual([turning]);
  expect(findings([{ ...plain, choices }], { goNextPageAutomatic: false })).toEqual([]);
});

const shipped = ['treatment', 'exit', 'collaboration', 'progression-card'];
const read = (name: string): Json => JSON.parse(readFileSync(`surveys/${name}/v1.json`, 'utf8'));

test.each(shipped)('%s shuts nobody out, and would be told of each title that went missing', (name) => {
  const definition = read(name);
  expect(accessibilityOf(definition as unknown as AnyDefinition)).toEqual([]);
  const text = JSON.stringify(definition, (key, value) => (key === 'title' ? { ...value, sv: undefined } : value));
  const found = accessibilityOf(JSON.parse(text) as AnyDefinition);
  expect(found.length).toBeGreaterThanOrEqual(text.match(/"type":"(radiogroup|rating|matrix|comment)"/g)?.length ?? 1);
  expect(new Set(found.map(({ rule, languages }) => `${rule} ${languages}`))).toEqual(new Set(['noLabel sv']));
  if (name === 'progression-card')
    expect(new Set(found.map(({ path }) => path.split('.')[1]))).toEqual(new Set(['person', 'coordinator']));
});
