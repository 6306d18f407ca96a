import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { Model, type PanelModelBase, type Question, QuestionPanelDynamicModel } from 'survey-core';
import { expect, test, vi } from 'vitest';
import { compileSurvey } from '../../../server/domain/surveys/compile.ts';
import type { SurveyForm } from '../../../server/domain/surveys/definition.ts';
import { isBlank } from '../../../server/domain/surveys/json.ts';
import type { AnswerError } from '../../../server/domain/surveys/outcome.ts';
import { validateAnswers } from '../../../server/domain/surveys/validate.ts';
import { type Json, type RandomCase, randomCase } from './random-survey.ts';

// The Model warns on the console of values that the random answers set on purpose.
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

const runs = {
  seed: Number(process.env.PROPERTY_SEED ?? 20_250_630),
  numRuns: Number(process.env.PROPERTY_RUNS ?? 60),
};

/** Where we are deliberately stricter than the Model; anything else that we refuse, it must refuse too. */
const stricter = new Set([
  'hidden-question', // the Model drops these values only at the end
  'wrong-type', // the Model takes text for numbers, one code for a list ...
  'not-a-choice', // ... 'A' for 'a', and 1 for '1'
  'out-of-range', // 9 on a scale of 1-5
  'too-long', // maxLength is only a property of the input field
  'too-many', // maxSelectedChoices only disables the boxes
  'duplicate',
  'exclusive', // "none" beside others
  'incomplete', // a ranking with gaps is filled up silently
  'invalid-format', // the 30th of February
  'unused-comment',
  'unknown-question', // an unknown row
]);

/** One blank level is the same as no answer, on both sides. */
function withoutBlanks(answers: Json): Json {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => !isBlank(value)));
}

function isAsked(element: Question | PanelModelBase): boolean {
  const around = element.parentQuestion;
  return (
    element.isVisible &&
    (!element.parent || isAsked(element.parent as PanelModelBase)) &&
    (!around || isAsked(around as Question))
  );
}

/** Those in the entries of repeating panels too. The Model makes the entries when somebody looks at them. */
function questionsOf(model: Model): [string, Question][] {
  return model.getAllQuestions().flatMap((question): [string, Question][] => {
    const entries = question instanceof QuestionPanelDynamicModel ? question.panels : [];
    return [
      [question.name, question],
      ...entries.flatMap((entry, at) =>
        entry.questions.map((each): [string, Question] => [
          `${question.name}.${at + 1}.${each.name}`,
          each as Question,
        ]),
      ),
    ];
  });
}

/** survey-core throws on a list plus a fraction; such a case has no oracle. */
function loadModel({ form, answers }: RandomCase): Model {
  const model = new Model(form);
  try {
    model.data = structuredClone(withoutBlanks(answers));
  } catch {
    fc.pre(false);
  }
  return model;
}

/** It throws on an entry that is a text. */
function clearIncorrect(model: Model): void {
  try {
    model.clearIncorrectValues(true);
  } catch {
    fc.pre(false);
  }
}

/** The Model left every answer as it was, adding computed ones at most. */
function isKept(model: Model, { answers }: RandomCase): boolean {
  const given = withoutBlanks(answers);
  const names = Object.keys(model.data).filter(
    (name) => name in given || model.getQuestionByName(name)?.getType() !== 'expression',
  );
  return isDeepStrictEqual(Object.fromEntries(names.map((name) => [name, model.data[name]])), given);
}

/** Not a row of a matrix, nor a comment. */
const isQuestion = (name: string) => /^q\d+(\.\d+\.q\d+_\d+)?$/.test(name);
const withoutEmptyEntries = (answers: Json): Json =>
  withoutBlanks(
    Object.fromEntries(
      Object.entries(answers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.filter((each) => typeof each !== 'object' || !isBlank(each)) : value,
      ]),
    ),
  );

function judge(each: RandomCase) {
  const ours = validateAnswers(compileSurvey(each.form as unknown as SurveyForm), each.answers);
  const errors = ours.ok ? [] : ours.errors;
  const shapes = [
    'wrong-type',
    'not-a-choice',
    'unknown-question',
    'too-long',
    'too-many',
    'duplicate',
    'out-of-range',
    'invalid-format',
  ];
  return { ours, errors, isWellFormed: !errors.some((error) => shapes.includes(error.code)) };
}

test('what the Model hides we refuse as hidden, and nothing else', () => {
  let seen = 0;
  fc.assert(
    fc.property(randomCase, (each) => {
      const { errors, isWellFormed } = judge(each);
      fc.pre(isWellFormed);
      const model = loadModel(each);
      fc.pre(isKept(model, each));
      const hidden = questionsOf(model)
        .filter(([, question]) => !question.isEmpty() && question.getType() !== 'expression' && !isAsked(question))
        .map(([name]) => name);
      seen += hidden.length;
      const refused = errors.filter((error) => error.code === 'hidden-question').map((error) => error.question);
      const shown = hidden.filter((name) => !hidden.includes(name.split('.')[0] ?? '') || !name.includes('.'));
      expect(refused.filter(isQuestion).sort()).toEqual(shown.sort());
    }),
    runs,
  );
  expect(seen).toBeGreaterThan(runs.numRuns / 6);
});

test('what the Model requires we require, and nothing else', () => {
  let seen = 0;
  fc.assert(
    fc.property(randomCase, (each) => {
      const { errors, isWellFormed } = judge(each);
      fc.pre(isWellFormed);
      const model = loadModel(each);
      fc.pre(isKept(model, each));
      const missing = questionsOf(model)
        .filter(
          ([, question]) => isAsked(question) && question.isRequired && question.isEmpty() && !question.isReadOnly,
        )
        .map(([name]) => name);
      seen += missing.length;
      const required = errors.filter((error) => error.code === 'required' && !error.detail.includes('group'));
      expect(
        required
          .map((error) => error.question)
          .filter(isQuestion)
          .sort(),
      ).toEqual(missing.sort());
    }),
    runs,
  );
  expect(seen).toBeGreaterThan(runs.numRuns / 6);
});

test('what we accept the Model accepts, and keeps as it is', () => {
  let accepted = 0;
  fc.assert(
    fc.property(randomCase, (each) => {
      const { ours } = judge(each);
      fc.pre(ours.ok);
      accepted += 1;
      const model = loadModel(each);
      clearIncorrect(model);
      expect(model.validate(true, false)).toBe(true);
      model.doComplete();
      if (ours.ok) expect(withoutEmptyEntries(model.data)).toEqual(ours.answers);
    }),
    { ...runs, maxSkipsPerRun: 1000 },
  );
  expect(accepted).toBe(runs.numRuns);
});

test('what we refuse beyond the Model is refused for a reason on the list', () => {
  fc.assert(
    fc.property(randomCase, (each) => {
      const { errors } = judge(each);
      fc.pre(errors.length > 0);
      const model = loadModel(each);
      clearIncorrect(model);
      const isAccepted = model.validate(true, false) && isKept(model, each);
      // minPanelCount only keeps the Model's button away.
      const isStricter = ({ code, detail }: AnswerError) =>
        stricter.has(code) || (code === 'too-few' && detail.includes('give at least'));
      if (isAccepted) expect(errors.filter((error) => !isStricter(error))).toEqual([]);
    }),
    runs,
  );
});
