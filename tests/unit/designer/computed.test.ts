// What can be chosen to reckon means the same in survey-core, and is read back as it was chosen.
import { Model } from 'survey-core';
import { expect, test } from 'vitest';
import {
  type Computed,
  readComputed,
  writeComputed,
} from '../../../client/pages/survey-editor/designer/document/computed.ts';
import { compileSurvey } from '../../../server/domain/surveys/compile.ts';
import type { SurveyForm } from '../../../server/domain/surveys/definition.ts';
import { readValues } from '../../../server/domain/surveys/validate.ts';

const number = (name: string) => ({ type: 'text', inputType: 'number', name });
const formWith = (expression: string) => ({
  pages: [
    {
      name: 'p',
      elements: [
        ...['a', 'b', 'c'].map(number),
        { type: 'checkbox', name: 'several', choices: ['x', 'y'] },
        { type: 'expression', name: 'value', expression },
      ],
    },
  ],
});
const valuesOf = (chosen: Computed, answers: Record<string, unknown>) => {
  const form = formWith(writeComputed(chosen));
  const model = new Model(form);
  model.data = structuredClone(answers);
  return [model.data.value, readValues(compileSurvey(form as unknown as SurveyForm), answers).value];
};
const of = (reckoning: Computed['reckoning'], questions: string[], year = 2026): Computed => ({
  reckoning,
  questions,
  year,
});

test.each([
  [of('sum', ['a', 'b', 'c']), { a: 1, c: 4 }, 5],
  [of('sum', ['a', 'b']), {}, undefined],
  [of('mean', ['a', 'b', 'c']), { a: 1, c: 4 }, 2.5],
  [of('mean', ['a', 'b']), {}, undefined],
  [of('difference', ['a', 'b']), { a: 5, b: 7 }, -2],
  [of('difference', ['a', 'b']), { a: 5 }, undefined],
  [of('count', ['a', 'several']), { a: 5, several: ['x', 'y'] }, 3],
  [of('count', ['a', 'b']), {}, 0],
  [of('age', ['a']), { a: 1990 }, 36],
  [of('age', ['a']), {}, undefined],
])('%j of %j is %s, here and in survey-core', (chosen, answers, value) => {
  expect(valuesOf(chosen, answers)).toEqual([value, value]);
  expect(readComputed(writeComputed(chosen))).toMatchObject({
    reckoning: chosen.reckoning,
    questions: chosen.questions,
    ...(chosen.reckoning === 'age' && { year: 2026 }),
  });
});

test.each([
  ['sum({a}, {b})', { reckoning: 'sum', questions: ['a', 'b'] }],
  ['{a} + {b}+{c}', { reckoning: 'sum', questions: ['a', 'b', 'c'] }],
  ['avg({a},{b})', { reckoning: 'mean', questions: ['a', 'b'] }],
])('%s as people write it is read as a choice', (expression, chosen) => {
  expect(readComputed(expression)).toMatchObject(chosen);
});

test.each(['', '1', '{a} * 2', 'sum({a}, {b}) / 2', '{a} + {a}', "iif({a} > 1, 'x', '')", '{a} +'])(
  '%s stays as text',
  (expression) => {
    expect(readComputed(expression)).toBeUndefined();
  },
);

test('nothing is written until it is whole', () => {
  for (const chosen of [of('sum', []), of('difference', ['a']), of('age', [])]) expect(writeComputed(chosen)).toBe('');
});
