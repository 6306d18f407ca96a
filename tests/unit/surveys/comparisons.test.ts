// Every kind of question set against every other, and against values: survey-core's Model says what holds.
import { Model } from 'survey-core';
import { expect, test } from 'vitest';
import { findHidden } from '../../../server/domain/surveys/asked.ts';
import { compileSurvey } from '../../../server/domain/surveys/compile.ts';
import type { SurveyForm } from '../../../server/domain/surveys/definition.ts';
import { readValues } from '../../../server/domain/surveys/validate.ts';

type Json = Record<string, unknown>;
const choices = ['a', 'b'];
const pictures = choices.map((value) => ({ value, imageLink: '/x.png' }));
const kinds: Record<string, [question: Json, answer: unknown]> = {
  line: [{ type: 'text' }, 'a'],
  day: [{ type: 'text', inputType: 'date' }, '2024-02-29'],
  hours: [{ type: 'text', inputType: 'number' }, 2],
  words: [{ type: 'comment' }, 'a'],
  sure: [{ type: 'boolean' }, true],
  one: [{ type: 'radiogroup', choices }, 'a'],
  drop: [{ type: 'dropdown', choices }, 'b'],
  rate: [{ type: 'rating' }, 2],
  many: [{ type: 'checkbox', choices }, ['a']],
  tags: [{ type: 'tagbox', choices }, ['b', 'a']],
  order: [{ type: 'ranking', choices }, ['b', 'a']],
  picture: [{ type: 'imagepicker', choices: pictures }, 'a'],
  pictures: [{ type: 'imagepicker', choices: pictures, multiSelect: true }, ['a']],
  grid: [{ type: 'matrix', rows: ['r1', 'r2'], columns: choices }, { r1: 'a' }],
  lines: [{ type: 'multipletext', items: [{ name: 'r1' }, { name: 'r2' }] }, { r1: 'a' }],
  jobs: [{ type: 'paneldynamic', templateElements: [{ type: 'text', name: 'r1' }] }, [{ r1: 'a' }]],
};
const names = Object.keys(kinds);
const operators = ['=', '<>', '>', '<', '>=', '<=', 'contains', 'notcontains', 'anyof', 'allof', 'noneof'];
const values = ["'a'", "''", '2', '0', 'true', "['a']", "['a', 'b']", '[]'];
const conditions = names.flatMap((name) => [
  ...operators.flatMap((operator) =>
    [...names.map((other) => `{${other}}`), ...values].map((right) => `{${name}} ${operator} ${right}`),
  ),
  ...values.map((value) => `!({${name}} < ${value})`),
  ...['empty', 'notempty', '+ 0 = 0', '- 1 < 0'].map((rest) => `{${name}} ${rest}`),
  ...['= 0', '> 0', 'empty', '+ 1 = 2'].map((rest) => `{${name}.length} ${rest}`),
  ...['count', 'sum', 'max'].map((call) => `${call}({${name}}) = 0`),
]);

const form = {
  pages: [
    { name: 'p', elements: names.map((name) => ({ ...kinds[name]?.[0], name })) },
    { name: 'seen', elements: conditions.map((visibleIf, at) => ({ type: 'text', name: `seen${at}`, visibleIf })) },
  ],
};
const compiled = compileSurvey(form as unknown as SurveyForm);

const halves: [string, (at: number) => boolean][] = [
  ['nothing is', () => false],
  ['everything is', () => true],
  ['every other question is', (at) => at % 2 === 0],
  ['the others are', (at) => at % 2 === 1],
];
test.each(halves)(
  'where %s answered, each comparison holds exactly where the Model has it hold',
  (_what, isAnswered) => {
    const answers = Object.fromEntries(
      names.filter((_name, at) => isAnswered(at)).map((name) => [name, kinds[name]?.[1]]),
    );
    const model = new Model(form);
    model.data = structuredClone(answers);
    const hidden = findHidden(compiled, readValues(compiled, structuredClone(answers)));
    const differing = conditions.filter(
      (_condition, at) => hidden.has(`seen${at}`) === model.getQuestionByName(`seen${at}`).isVisible,
    );
    expect(differing).toEqual([]);
  },
);
