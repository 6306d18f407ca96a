// The ways through a survey and a walk of one set of answers: the same conditions that the validator keeps to.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveSkips } from '../../../client/pages/survey-editor/designer/document/skips.ts';
import { findHidden } from '../../../server/domain/surveys/asked.ts';
import { compileSurvey } from '../../../server/domain/surveys/compile.ts';
import type { SurveyForm } from '../../../server/domain/surveys/definition.ts';
import { walkThrough } from '../../../server/domain/surveys/paths/walk.ts';
import { waysThrough } from '../../../server/domain/surveys/paths/ways.ts';
import { readValues, validateAnswers } from '../../../server/domain/surveys/validate.ts';
import { type Json, randomCase } from './random-survey.ts';

const choices = ['yes', 'no'];
const one = (name: string, more: Json = {}) => ({ type: 'radiogroup', name, choices, ...more });
const formOf = (form: Json): SurveyForm =>
  deriveSkips({ title: 't', whoSees: { sv: 'En två tre' }, ...form }) as unknown as SurveyForm;

const branching = formOf({
  skips: [{ name: 's', after: 'leave', if: "{leave} = 'yes'" }],
  pages: [
    { name: 'first', elements: [one('work', { isRequired: true }), one('leave')] },
    {
      name: 'second',
      visibleIf: "{work} = 'yes'",
      elements: [one('how'), one('never', { visibleIf: "{work} = 'no'" })],
    },
    {
      name: 'third',
      elements: [
        { type: 'comment', name: 'other' },
        { type: 'html', name: 'text', html: 'x' },
      ],
    },
  ],
});

test('all ways are found, each with as many sets of answers as lead it, and what nobody and everybody comes to', () => {
  const ways = waysThrough(branching);
  expect(ways.free).toEqual([]);
  expect(ways.ways.map(({ questions, combinations }) => ({ questions, combinations }))).toEqual(
    expect.arrayContaining([
      // work yes or no, and leaving
      { questions: 2, combinations: 2 },
      // leave no or unanswered
      { questions: 4, combinations: 2 },
      { questions: 3, combinations: 2 },
    ]),
  );
  expect([ways.count, ways.combinations]).toEqual([3, 6]);
  expect(ways.shortest.questions).toBe(2);
  expect(ways.longest.questions).toBe(4);
  expect(ways.shortest.minutes).toBeLessThanOrEqual(ways.longest.minutes);
  expect(ways.unreachable).toEqual(['pages[1].elements[1]']);
  expect(ways.always).toEqual(['pages[0]', 'pages[0].elements[0]', 'pages[0].elements[1]']);
});

test('a number is tried on both sides of what it is compared with; one that is reckoned with cannot be listed', () => {
  const number = { type: 'text', inputType: 'number', name: 'hours', min: 0, max: 40 };
  const compared = formOf({
    pages: [
      {
        name: 'p',
        elements: [number, one('much', { visibleIf: '{hours} > 20' }), one('none', { visibleIf: '{hours} empty' })],
      },
    ],
  });
  expect(
    waysThrough(compared)
      .ways.map(({ skipped }) => skipped)
      .toSorted(),
  ).toEqual(
    [['pages[0].elements[1]'], ['pages[0].elements[1]', 'pages[0].elements[2]'], ['pages[0].elements[2]']].toSorted(),
  );
  const reckoned = formOf({ pages: [{ name: 'p', elements: [number, one('odd', { visibleIf: '{hours} % 2 = 1' })] }] });
  expect(waysThrough(reckoned)).toMatchObject({
    ...{ combinations: null, free: ['hours'], ways: [] },
    ...{ shortest: { questions: 1 }, longest: { questions: 2 }, always: ['pages[0]', 'pages[0].elements[0]'] },
  });
});

test('a question asked between two neighbouring numbers, or just above the least, is reached; where only whole ones can be answered it is not', () => {
  const unreachable = (limits: Json, visibleIf: string) => {
    const number = { type: 'text', inputType: 'number', name: 'hours', ...limits };
    return waysThrough(formOf({ pages: [{ name: 'p', elements: [number, one('asked', { visibleIf })] }] })).unreachable;
  };
  expect(unreachable({}, '{hours} > 1 and {hours} < 2')).toEqual([]);
  expect(unreachable({ min: 0.5 }, '{hours} < 0.7')).toEqual([]);
  expect(unreachable({ max: 9.5 }, '{hours} > 9')).toEqual([]);
  expect(unreachable({ step: 1 }, '{hours} > 1 and {hours} < 2')).toEqual(['pages[0].elements[1]']);
});

test('where answers can be combined in too many ways, no way is listed and the lengths are those of the conditions alone', () => {
  const many = Array.from({ length: 9 }, (_, at) => one(`q${at}`));
  const last = one('last', { visibleIf: many.map(({ name }) => `{${name}} = 'yes'`).join(' and ') });
  const ways = waysThrough(formOf({ pages: [{ name: 'p', elements: [...many, last] }] }));
  expect(ways).toMatchObject({
    combinations: null,
    free: [],
    ways: [],
    shortest: { questions: 9 },
    longest: { questions: 10 },
  });
});

test('a walk says what is asked and required, which condition said so, and what it read', () => {
  const walk = walkThrough(branching, { work: 'yes', leave: 'yes' });
  const step = (name: string) => walk.steps.find((each) => each.name === name);
  expect(step('work')).toMatchObject({ isShown: true, isRequired: true, isAnswered: true });
  expect(step('second')).toMatchObject({
    isShown: false,
    conditions: [
      { property: 'visibleIf', expression: "{work} = 'yes'", holds: true, values: { work: 'yes' } },
      { property: 'skipIf', expression: "{leave} = 'yes'", holds: true, values: { leave: 'yes' } },
    ],
  });
  expect(walk.errors).toEqual([]);
  expect(walk.questions).toBe(2);
  expect(walkThrough(branching, {}).errors).toMatchObject([{ question: 'work', code: 'required' }]);
});

test('whatever the survey and the answers: a walk asks what the validator asks, and says what it says', () => {
  fc.assert(
    fc.property(randomCase, ({ form, answers }) => {
      const survey = compileSurvey(form as unknown as SurveyForm);
      const walk = walkThrough(form as unknown as SurveyForm, answers);
      const hidden = findHidden(survey, readValues(survey, answers));
      for (const { name, type, isShown } of walk.steps)
        if (survey.fields.has(name) && type !== 'page' && type !== 'panel')
          expect([name, isShown]).toEqual([name, !hidden.has(name)]);
      const judged = validateAnswers(survey, answers);
      expect(walk.errors).toEqual(judged.ok ? [] : judged.errors);
    }),
    { seed: Number(process.env.PROPERTY_SEED ?? 20_261_128), numRuns: Number(process.env.PROPERTY_RUNS ?? 100) },
  );
});

test('each way that is listed is walked so by its own example', () => {
  for (const way of waysThrough(branching).ways) {
    const walk = walkThrough(branching, way.answers);
    const skipped = walk.steps.filter(({ isShown, type }) => !isShown && type !== 'page').map(({ path }) => path);
    expect(skipped).toEqual(way.skipped);
    expect([walk.questions, walk.minutes]).toEqual([way.questions, way.minutes]);
    expect(walk.errors).toEqual([]);
  }
});
