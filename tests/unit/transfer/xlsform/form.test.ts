import { expect, test } from 'vitest';
import { checkSource } from '../../../../server/domain/surveys/check.ts';
import { compileSurvey } from '../../../../server/domain/surveys/compile.ts';
import { questionsOf, type SurveyForm } from '../../../../server/domain/surveys/definition.ts';
import { validateAnswers } from '../../../../server/domain/surveys/validate.ts';
import { readXlsform } from '../../../../server/transfer/xlsform/readXlsform.ts';
import { buildWorkbook, buildXlsform, type Rows } from '../../../support/xlsform.ts';
import { choices, settings, survey } from './form.ts';

const read = async (sheets: Record<string, Rows>) => {
  const form = readXlsform(await buildWorkbook(sheets));
  expect(checkSource(form.source).problems.filter((each) => each.severity === 'error')).toEqual([]);
  const json = JSON.parse(form.source) as SurveyForm;
  return { ...form, json, question: (name: string) => questionsOf(json).find((each) => each.name === name) };
};
const whole = () => read({ survey, choices, settings });

test('every supported type and column becomes a survey that passes the checks', async () => {
  const { json, question, languages, questions } = await whole();
  expect([languages, questions]).toEqual([['sv', 'en'], 22]);
  expect(json).toMatchObject({ name: 'om-arbete-2026', title: { sv: 'Om arbete' }, languages: ['sv', 'en'] });
  expect(Object.fromEntries(questionsOf(json).map(({ name, type }) => [name, type]))).toEqual({
    ...{ welcome: 'html', nick: 'text', q_age: 'text', has_work: 'radiogroup', langs: 'checkbox', why: 'comment' },
    ...{
      kids: 'paneldynamic',
      double: 'expression',
      mood: 'rating',
      pain: 'rating',
      money: 'text',
      order: 'ranking',
      share: 'text',
    },
    ...{ born: 'text', month: 'text', at: 'text', when: 'text', ok: 'checkbox', town: 'dropdown', zip: 'text' },
    ...{ q_gender: 'text', AGE: 'text', plain: 'text' },
  });
  expect(question('nick')).toMatchObject({
    title: { sv: 'Vad kallas du?', en: 'What are you called?' },
    description: { sv: 'Förnamn' },
    isRequired: true,
    validators: [{ type: 'text', maxLength: 40, text: { sv: 'För långt' } }],
  });
  expect(question('q_age')).toMatchObject({ min: 16, max: 64, step: 1, maxErrorText: { sv: '16 till 64' } });
  expect(question('has_work')).toMatchObject({ showOtherItem: true, requiredIf: "{nick} = 'Kim'" });
  expect(question('langs')).toMatchObject({
    visibleIf: "{has_work} = 'yes'",
    validators: [{ type: 'answercount', maxCount: 2 }],
  });
  expect(question('why')).toMatchObject({ title: { sv: 'Varför {nick}?' }, visibleIf: '{has_work-Comment} notempty' });
  expect(question('mood')).toMatchObject({ rateMin: 1, rateMax: 3, explanations: { 2: { sv: 'Så där' } } });
  expect(question('pain')).toMatchObject({ rateMin: 0, rateMax: 10, rateStep: 2 });
  expect(question('money')).toMatchObject({ inputType: 'number', min: 0, max: 9000, step: 100 });
  expect(question('share')).toMatchObject({
    min: 0,
    validators: [{ type: 'expression', expression: '{share} empty or ({share} < 0.5)' }],
  });
  expect([question('born')?.min, question('month')?.inputType]).toEqual(['1940-01-01', 'month']);
  expect(question('town')?.choices).toMatchObject([
    { value: 'a_b', visibleIf: '{mood} = 1' },
    { value: 'c', visibleIf: '{mood} = 2' },
  ]);
  expect(question('zip')).toMatchObject({ validators: [{ type: 'regex', regex: '^(?:[0-9]{3} ?[0-9]{2})$' }] });
  expect(question('welcome')?.html).toMatchObject({ sv: '<p>Hej &amp; du &lt; 3</p><p>En rad<br>till</p>' });
});

test('groups become pages and panels; a question outside has its own page; what is computed stands under no condition', async () => {
  const { json } = await whole();
  const work = json.pages.find(({ name }) => name === 'work');
  expect(work).toMatchObject({ title: { sv: 'Arbete', en: 'Work' }, visibleIf: '{q_age} > 17' });
  expect(work?.elements.map(({ type, name }) => [type, name])).toEqual([
    ['radiogroup', 'has_work'],
    ['checkbox', 'langs'],
    ['panel', 'inner'],
  ]);
  const withComputed = json.pages.find(({ elements }) => elements.some(({ name }) => name === 'double'));
  expect(withComputed?.visibleIf).toBeUndefined();
  expect(json.pages.map(({ elements }) => elements.length).filter((count) => count === 1)).toHaveLength(18);
});

test('what comes out asks, refuses and computes as the form does', async () => {
  const { json } = await whole();
  const compiled = compileSurvey(json);
  const errors = (answers: object) => {
    const outcome = validateAnswers(compiled, answers);
    return outcome.ok ? [] : outcome.errors.map(({ question, code }) => `${question} ${code}`);
  };
  const good = { nick: 'Bo', q_age: 30, ok: ['OK'] };
  expect(errors({ ...good, has_work: 'yes', langs: ['sv', 'en'], mood: 2, town: 'c', zip: '123 45' })).toEqual([]);
  expect(validateAnswers(compiled, good)).toMatchObject({ ok: true, answers: { double: 60 } });
  expect(errors({ q_age: 70 })).toEqual(['nick required', 'q_age out-of-range', 'ok required']);
  expect(errors({ ...good, nick: 'Kim' })).toEqual(['has_work required']);
  expect(errors({ ...good, langs: ['sv'] })).toEqual(['langs hidden-question']);
  expect(errors({ ...good, zip: 'x12345' })).toEqual(['zip invalid-format']);
  expect(errors({ ...good, mood: 1, town: 'c' })).toEqual(['town not-a-choice']);
  expect(errors({ ...good, has_work: 'other', 'has_work-Comment': 'Ibland', why: 'Så' })).toEqual([]);
});

test('what could not be carried is listed with sheet, row, column, value and reason', async () => {
  const { notCarried } = await whole();
  expect(notCarried.map(({ sheet, row, column, code }) => `${sheet} ${row} ${column}: ${code}`)).toEqual([
    'survey 1 media::image: column',
    'survey 2 type: device',
    'survey 5 name: name',
    'survey 5 constraint: constraint',
    'survey 7 name: name',
    'survey 12 calculation: shown',
    'survey 26 name: name',
    'survey 26 default: default',
    'survey 26 read_only: read-only',
    'survey 26 appearance: appearance',
    'survey 27 relevant: expression',
    'survey 28 label::Svenska (sv): formatting',
    'survey 28 label::Svenska (sv): text',
    'survey 29 type: choices',
    'survey 30 type: type',
    'survey 34 calculation: calculation',
    'settings 1 style: setting',
    'choices 6 name: choices',
    'choices 10 name: name',
    'choices 12 list_name: choices',
  ]);
  expect(notCarried.find(({ row, code }) => row === 5 && code === 'constraint')).toEqual({
    sheet: 'survey',
    row: 5,
    column: 'constraint',
    value: '. > 15 and . < 65 and . <= today()',
    code: 'constraint',
    reason: expect.stringContaining('what day it is'),
  });
});

const oneQuestion = (header: string, text = 'Text') => [
  ['type', 'name', header],
  ['text', 'a', text],
];
test.each([
  ['label', ['sv']],
  ['label::Svenska', ['sv']],
  ['Label:sv', ['sv']],
  ['label::Swedish (sv-SE)', ['sv']],
  ['label::العربية', ['sv', 'ar']],
  ['label::Українська (uk)', ['sv', 'uk']],
  ['label::Soomaali', ['sv', 'so']],
  ['label::ትግርኛ', ['sv', 'ti']],
  ['label::Français', ['sv', 'fr']],
])('the header %s means the languages %j', async (header, languages) => {
  expect((await read({ survey: oneQuestion(header) })).languages).toEqual(languages);
});

test('a form without Swedish gets its own language in the place of it, marked as a draft and told once', async () => {
  const { question, notCarried } = await read({ survey: oneQuestion('label::English (en)', 'Hi') });
  expect(question('a')).toMatchObject({ title: { sv: 'Hi', en: 'Hi' }, draft: true });
  expect(notCarried).toEqual([expect.objectContaining({ code: 'language', value: 'sv' })]);
});

test('texts without a language are in the default language of the settings', async () => {
  const own = { survey: oneQuestion('label', 'Hi'), settings: [['default_language'], ['English (en)']] };
  expect((await read(own)).question('a')).toMatchObject({ title: { sv: 'Hi', en: 'Hi' } });
});

test('a required question that loses its condition is told, since everybody must answer it then', async () => {
  const header = ['type', 'name', 'label', 'relevant', 'required'];
  const { question, notCarried } = await read({ survey: [header, ['text', 'a', 'A', 'once(1)', 'yes']] });
  expect(question('a')).toMatchObject({ isRequired: true });
  expect(notCarried.map(({ column }) => column)).toEqual(expect.arrayContaining(['relevant', 'required']));
});

test('conditions that wait for each other are taken out and told', async () => {
  const header = ['type', 'name', 'label', 'relevant'];
  const { json, notCarried } = await read({
    survey: [header, ['text', 'a', 'A', '${b} = 1'], ['text', 'b', 'B', '${a} = 1'], ['text', 'c', 'C']],
  });
  expect(questionsOf(json).map(({ visibleIf }) => visibleIf)).toEqual([undefined, undefined, undefined]);
  expect(notCarried.filter(({ code }) => code === 'check').map(({ row }) => row)).toEqual([2, 3]);
});

test('a question that asks about a calculation that was left out goes without its condition', async () => {
  const header = ['type', 'name', 'label', 'relevant', 'calculation'];
  const { question, notCarried } = await read({
    survey: [header, ['calculate', 'x', '', '', 'uuid()'], ['text', 'a', 'A', '${x} = 1']],
  });
  expect(question('a')?.visibleIf).toBeUndefined();
  expect(notCarried.map(({ row, code }) => [row, code])).toContainEqual([3, 'check']);
});

test('script in a text is shown as text', async () => {
  const text = '<script>alert(1)</script> <a onclick=x href="javascript:y">';
  const file = await buildXlsform([
    ['note', 'n', text],
    ['text', 'a', text],
  ]);
  const { source } = readXlsform(file);
  expect(checkSource(source).problems.filter((each) => each.severity === 'error')).toEqual([]);
  const json = JSON.parse(source) as SurveyForm;
  expect(questionsOf(json)[0]?.html).toEqual({ sv: expect.not.stringMatching(/<(?!\/?p>)/) });
  expect(questionsOf(json)[1]?.title).toEqual({ sv: text });
});

const repeated: Rows = [
  ['type', 'name', 'label', 'relevant', 'constraint', 'repeat_count', 'appearance', 'calculation'],
  ['text', 'town', 'Ort'],
  ['begin repeat', 'jobs', 'Arbeten', '', '', '3'],
  ['text', 'employer', 'Arbetsgivare'],
  ['integer', 'hours', 'Timmar', "${employer} != '' and ${town} = 'x'", '. < 60'],
  ['calculate', 'half', '', '', '', '', '', '${hours} div 2'],
  ['begin repeat', 'deep', 'Djupare'],
  ['text', 'deepest', 'Djupast'],
  ['end repeat'],
  ['end repeat'],
  ['text', 'why', 'Varför?', '${hours} > 3'],
  ['image', 'sign', 'Jag samtycker', '', '', '', 'signature'],
];

test('a repeat becomes a repeating panel: conditions in it mean the same entry, and none looks in from outside', async () => {
  const { json, question, notCarried } = await read({ survey: repeated });
  const jobs = question('jobs');
  expect(jobs).toMatchObject({ type: 'paneldynamic', minPanelCount: 3, maxPanelCount: 3, panelCount: 3 });
  const inside = jobs?.templateElements as { name: string; visibleIf?: string }[];
  expect(inside.map(({ name }) => name)).toEqual(['employer', 'hours']);
  expect(inside[1]?.visibleIf).toBe("{panel.employer} notempty and {town} = 'x'");
  const told = notCarried.filter(({ sheet, row }) => sheet === 'survey' && row > 1);
  expect(told.map(({ row, code }) => `${row} ${code}`)).toEqual([
    ...['6 repeat', '7 repeat', '8 repeat', '11 expression', '12 shown'],
  ]);
  const compiled = compileSurvey(json);
  const entries = (hours: number) => ({ town: 'x', jobs: Array(3).fill({ employer: 'a', hours }) });
  expect(validateAnswers(compiled, entries(40))).toMatchObject({ ok: true });
  expect(validateAnswers(compiled, entries(70))).toMatchObject({ ok: false });
});

test('an image that is a signature is one, and then the survey is not anonymous', async () => {
  const { json, question } = await read({ survey: repeated });
  expect(json.anonymous).toBe(false);
  expect(question('sign')?.type).toBe('signaturepad');
});

test('thousands that are set apart become a mask, with the limits in it; what a mask cannot have is a check beside it', async () => {
  const header = ['type', 'name', 'label', 'appearance', 'constraint'];
  const { json, question, notCarried } = await read({
    survey: [
      header,
      ['integer', 'rent', 'Hyra', 'thousands-sep', '. > 500 and . < 30000'],
      ['decimal', 'share', 'Andel', 'thousands-sep', '. <= 0'],
      ['text', 'free', 'Fritt', 'thousands-sep'],
    ],
  });
  const signs = { decimalSeparator: ',', thousandsSeparator: ' ' };
  expect(question('rent')).toMatchObject({
    maskType: 'numeric',
    maskSettings: { ...signs, precision: 0, min: 501, max: 29999 },
  });
  expect(question('share')).toMatchObject({
    maskSettings: { ...signs, precision: 6 },
    validators: [{ type: 'expression', expression: '{share} empty or ({share} <= 0)' }],
  });
  const told = notCarried.filter(({ column }) => column === 'appearance');
  expect(told.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
    '3 at most 6 decimals can be written',
    '4 this look has no counterpart',
  ]);
  const errors = validateAnswers(compileSurvey(json), { rent: 500, share: 0.5 });
  expect(errors.ok ? [] : errors.errors.map((each) => `${each.question} ${each.code}`)).toEqual([
    'rent out-of-range',
    'share invalid',
  ]);
});

test('a choice_filter finds its column however it is written, and one that names no column of the sheet is told', async () => {
  const header = ['type', 'name', 'label', 'choice_filter'];
  const { json, question, notCarried } = await read({
    survey: [
      header,
      ['select_one region', 'region', 'Region'],
      ['select_one city', 'city', 'Stad', 'Region-Code = ${region}'],
      ['select_one city', 'again', 'Stad igen', 'regoin = ${region}'],
    ],
    choices: [
      ['list_name', 'name', 'label', 'region-code'],
      ['region', 'n', 'Norr', ''],
      ['region', 's', 'Söder', ''],
      ['city', 'u', 'Umeå', 'n'],
      ['city', 'm', 'Malmö', 's'],
    ],
  });
  expect(question('city')?.choices).toMatchObject([{ visibleIf: "{region} = 'n'" }, { visibleIf: "{region} = 's'" }]);
  expect(notCarried.filter(({ column }) => column === 'choice_filter')).toMatchObject([
    { row: 4, reason: 'the sheet choices has no column "regoin"; all choices are offered' },
  ]);
  const compiled = compileSurvey(json);
  expect(validateAnswers(compiled, { region: 'n', city: 'u', again: 'm' }).ok).toBe(true);
  expect(validateAnswers(compiled, { region: 'n', city: 'm', again: 'm' }).ok).toBe(false);
});
