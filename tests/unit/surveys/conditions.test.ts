import { Model } from 'survey-core';
import { expect, test } from 'vitest';
import { compileSurvey } from '../../../server/domain/surveys/compile.ts';
import type { SurveyForm } from '../../../server/domain/surveys/definition.ts';
import { validateAnswers } from '../../../server/domain/surveys/validate.ts';

const questions = [
  { type: 'text', name: 'line' },
  { type: 'text', name: 'hours', inputType: 'number' },
  { type: 'boolean', name: 'sure' },
  { type: 'checkbox', name: 'many', choices: ['a', 'b', 'c'] },
  { type: 'ranking', name: 'order', choices: ['a', 'b'] },
  { type: 'matrix', name: 'grid', rows: ['r1', 'r2'], columns: ['lo', 'hi'] },
  { type: 'radiogroup', name: 'next', choices: ['work'], showOtherItem: true },
];

/** Is a question with this condition asked? Once by the compiled survey, once by survey-core. */
function asked(visibleIf: string, answers: Record<string, unknown>) {
  const form = { pages: [{ name: 'p', elements: [...questions, { type: 'text', name: 'seen', visibleIf }] }] };
  const given = { ...answers, seen: 'x' };
  const result = validateAnswers(compileSurvey(form as unknown as SurveyForm), given);
  const model = new Model(form);
  model.data = structuredClone(given);
  const isHidden =
    !result.ok && result.errors.some((error) => error.question === 'seen' && error.code === 'hidden-question');
  return { ours: !isHidden, model: model.getQuestionByName('seen').isVisible };
}

test.each<[string, Record<string, unknown>, boolean]>([
  // unanswered
  ["{line} = 'a'", {}, false],
  ["{line} <> 'a'", {}, true],
  ['{line} empty', {}, true],
  ['{hours} < 1', {}, false],
  ["!({many} < ['a', 'b'])", {}, false],
  ["{many} noneof ['a']", {}, true],
  ['{many.length} = 0', {}, true],
  ["{grid.r1} <> 'lo'", {}, true],
  // loose comparison
  ["{line} = 'A'", { line: 'a' }, true],
  ["{line} = 'a '", { line: 'a' }, true],
  ['{line} = 2', { line: '2' }, true],
  ["{hours} = '2'", { hours: 2 }, true],
  ["{line} = '02'", { line: '2' }, true],
  ["{sure} = 'true'", { sure: true }, true],
  ['{line} = true', { line: 'true' }, true],
  // a question is asked on a plain yes alone, not on 1
  ['{hours} + 0', { hours: 1 }, false],
  ['{hours} + 1', { hours: 1 }, false],
  ['{line}', { line: 'true' }, true],
  ['{line}', { line: 'a' }, false],
  ['{sure}', { sure: true }, true],
  // lists, orders, rows, comments
  ["{many} = ['b', 'a']", { many: ['a', 'b'] }, true],
  ["{order} = ['b', 'a']", { order: ['a', 'b'] }, false],
  ["{order} = ['a', 'b']", { order: ['a', 'b'] }, true],
  ["{many} contains 'b'", { many: ['a', 'b'] }, true],
  ["{many} allof ['a', 'c']", { many: ['a', 'b'] }, false],
  ['{many.length} > 1', { many: ['a', 'b'] }, true],
  ["{grid.r2} = 'hi'", { grid: { r2: 'hi' } }, true],
  ["{next-Comment} = 'sea'", { next: 'other', 'next-Comment': 'sea' }, true],
  ['iif({hours} > 3, true, false) and count({many}) = 2', { hours: 4, many: ['a', 'c'] }, true],
  ['{hours} + {hours} > 3', { hours: 2 }, true],
])('%s with %j is as survey-core has it: %s', (visibleIf, answers, expected) => {
  expect(asked(visibleIf, answers)).toEqual({ ours: expected, model: expected });
});

test('a choice is on offer, as survey-core has it, when its condition is loosely true', () => {
  const choice = { type: 'radiogroup', name: 'pick', choices: ['a', { value: 'b', visibleIf: '{hours} + 0' }] };
  const form = { pages: [{ name: 'p', elements: [...questions, choice] }] };
  const survey = compileSurvey(form as unknown as SurveyForm);
  for (const hours of [1, 2]) {
    const model = new Model(form);
    model.data = { hours, pick: 'b' };
    model.clearIncorrectValues(true);
    expect(validateAnswers(survey, { hours, pick: 'b' }).ok).toBe(model.data.pick === 'b');
  }
  expect(validateAnswers(survey, { hours: 1, pick: 'b' }).ok).toBe(true);
});

test('a question is disabled by a plain no alone', () => {
  for (const [hours, isRequired] of [
    [2, true],
    [0, true],
  ] as const) {
    const form = {
      pages: [
        {
          name: 'p',
          elements: [...questions, { type: 'text', name: 'seen', isRequired: true, enableIf: '{hours} + 0' }],
        },
      ],
    };
    const model = new Model(form);
    model.data = { hours };
    expect(validateAnswers(compileSurvey(form as unknown as SurveyForm), { hours }).ok).toBe(!isRequired);
    expect(model.validate(true, false)).toBe(!isRequired);
  }
});
