// Limits that leave no answer are told before anybody meets them: whatever is answered there would be refused.
import { Model } from 'survey-core';
import { expect, test } from 'vitest';
import { checkDefinition } from '../../../server/domain/surveys/check.ts';
import { compileSurvey } from '../../../server/domain/surveys/compile.ts';
import type { SurveyForm } from '../../../server/domain/surveys/definition.ts';
import { validateAnswers } from '../../../server/domain/surveys/validate.ts';

type Json = Record<string, unknown>;
const text = (sv: string) => ({ sv, en: sv });
const choices = ['a', 'b'].map((value) => ({ value, text: text(value) }));
const survey = (question: Json, own: Json = {}) => ({
  ...{ name: 'exit', version: 1, anonymous: false, locale: 'sv', audience: 'participant', languages: ['sv', 'en'] },
  ...{ title: text('a'), whoSees: text('a'), information: text('a'), thanks: text('a') },
  pages: [{ name: 'p', elements: [{ name: 'q', title: text('a'), ...question }] }],
  ...own,
});
const found = (question: Json, own?: Json) =>
  checkDefinition(survey(question, own)).map(({ severity, path, code }) => `${severity} ${path} ${code}`);
const at = 'pages[0].elements[0]';
const number = { type: 'text', inputType: 'number' };
const checkbox = { type: 'checkbox', choices };
const rule = (type: string, own: Json) => ({ validators: [{ type, ...own }] });

test.each<[Json, string, unknown[]]>([
  [{ ...number, min: 10, max: 5 }, 'max', [3, 7, 12]],
  [{ ...number, min: 0, max: 5, ...rule('numeric', { minValue: 10 }) }, 'validators[0].minValue', [3, 7, 12]],
  [{ ...number, ...rule('numeric', { minValue: 10, maxValue: 5 }) }, 'validators[0].maxValue', [3, 7, 12]],
  [{ type: 'text', inputType: 'date', min: '2025-01-01', max: '2024-01-01' }, 'max', ['2024-06-01', '2025-06-01']],
  [
    { type: 'text', maxLength: 5, ...rule('text', { minLength: 10 }) },
    'validators[0].minLength',
    ['abc', 'abcdefghijkl'],
  ],
  [{ ...checkbox, minSelectedChoices: 3 }, 'minSelectedChoices', [['a'], ['a', 'b']]],
  [{ ...checkbox, minSelectedChoices: 2, maxSelectedChoices: 1 }, 'maxSelectedChoices', [['a'], ['a', 'b']]],
  [{ ...checkbox, ...rule('answercount', { minCount: 3 }) }, 'validators[0].minCount', [['a'], ['a', 'b']]],
])('no answer fits %j', (question, place, answers) => {
  expect(found(question)).toEqual([`error ${at}.${place} no-answer`]);
  const compiled = compileSurvey(survey(question) as unknown as SurveyForm);
  for (const answer of answers) expect(validateAnswers(compiled, { q: answer }).ok, `${answer}`).toBe(false);
});

test.each<[Json]>([
  [{ ...number, min: 5, max: 5 }],
  [{ ...number, min: -10, max: -5 }],
  [{ ...number, max: 0 }],
  [{ type: 'text', maxLength: -1, ...rule('text', { minLength: 10 }) }],
  [{ type: 'text', maxLength: 10, ...rule('text', { minLength: 10, maxLength: 0 }) }],
  [{ type: 'comment', ...rule('text', { minLength: 10, maxLength: 3, notificationType: 'warning' }) }],
  [{ ...checkbox, minSelectedChoices: 2, maxSelectedChoices: 0 }],
  [{ ...checkbox, minSelectedChoices: 3, showOtherItem: true }],
  [{ ...checkbox, minSelectedChoices: 3, showNoneItem: true, noneText: text('a') }],
  [{ type: 'ranking', choices, minSelectedChoices: 5 }],
  [{ type: 'text', inputType: 'time', min: '08:00', max: '17:00' }],
])('an answer fits %j', (question) => {
  expect(found(question)).toEqual([]);
});

test('a limit that is no date is told, and one of the survey as a whole counts as well', () => {
  expect(found({ type: 'text', inputType: 'date', min: 'soon' })).toEqual([`error ${at}.min invalid-limit`]);
  expect(found({ type: 'text', inputType: 'date', max: 3 })).toEqual([`error ${at}.max invalid-limit`]);
  expect(found({ type: 'comment', ...rule('text', { minLength: 10 }) }, { maxTextLength: 5 })).toEqual([
    `error ${at}.validators[0].minLength no-answer`,
  ]);
});

test('what is ranked is what survey-core shows, without "other" and the like', () => {
  const question = { type: 'ranking', choices, showOtherItem: true, showNoneItem: true, isRequired: true };
  const model = new Model({ elements: [{ ...question, name: 'q' }] });
  model.data = { q: ['b', 'a'] };
  expect(model.validate(true, false)).toBe(true);
  const compiled = compileSurvey(survey(question) as unknown as SurveyForm);
  expect(validateAnswers(compiled, { q: ['b', 'a'] })).toEqual({ ok: true, answers: { q: ['b', 'a'] } });
});
