// What the responses to a survey leave out, and those with the same answer to everything.
import { expect, test } from 'vitest';
import { FormTally } from '../../../server/domain/quality/responses.ts';
import type { SurveyForm } from '../../../server/domain/surveys/definition.ts';
import { surveys } from '../indicators/builders.ts';

const form = (...elements: object[]) =>
  ({ locale: 'sv', title: { sv: 'x' }, languages: ['sv'], pages: [{ name: 'p', elements }] }) as unknown as SurveyForm;
const rating = (name: string, rateMax = 5) => ({ type: 'rating', name, rateMin: 1, rateMax });
const tallyOf = (...elements: object[]) => new FormTally(new Map([[1, form(...elements)]]));
const counts = (tally: FormTally) =>
  tally.questions.map(({ question, unanswered, asked }) => [question, unanswered, asked]);

test('a question is left out where it was asked and has no answer; free texts and background are left out freely', () => {
  const tally = tallyOf(
    { type: 'radiogroup', name: 'work', choices: ['yes', 'no'] },
    { type: 'radiogroup', name: 'where', choices: ['here', 'there'], visibleIf: "{work} = 'yes'" },
    { type: 'comment', name: 'words' },
    { type: 'radiogroup', name: 'gender', choices: ['woman', 'man'], background: true },
  );
  tally.add(1, { work: 'yes' });
  tally.add(1, { work: 'no' });
  tally.add(1, { where: 'here' });
  expect(counts(tally)).toEqual([
    ['work', 1, 3],
    ['where', 1, 1],
  ]);
});

test('skip logic may hang on the background', () => {
  const gender = { type: 'radiogroup', name: 'gender', choices: ['woman', 'man'], background: true };
  const tally = tallyOf(gender, { ...rating('only'), visibleIf: "{gender} = 'man'" });
  tally.add(1, {}, { gender: 'man' });
  tally.add(1, {}, { gender: 'woman' });
  expect(counts(tally)).toEqual([['only', 1, 1]]);
});

test('a question counts in the versions that have it; a response of an unknown version is passed over', () => {
  const versions = new Map([
    [1, form(rating('old'))],
    [2, form(rating('old'), rating('new'))],
  ]);
  const tally = new FormTally(versions);
  tally.add(1, { old: 1 });
  tally.add(2, { old: 1 });
  tally.add(3, {});
  expect(tally.size).toBe(2);
  expect(counts(tally)).toEqual([
    ['old', 0, 2],
    ['new', 1, 1],
  ]);
});

test('the same answer to all rows of a matrix, five or more', () => {
  const rows = ['a', 'b', 'c', 'd', 'e'];
  const tally = tallyOf({ type: 'matrix', name: 'm', columns: [1, 2, 3], rows });
  const all = Object.fromEntries(rows.map((row) => [row, 2]));
  expect(tally.add(1, { m: all })).toBe(true);
  expect(tally.add(1, { m: { ...all, e: 3 } })).toBe(false);
  expect(tally.add(1, { m: { a: 2, b: 2, c: 2, d: 2 } })).toBeUndefined();
  expect(tally.add(1, {})).toBeUndefined();
});

test('the same answer to all ratings on one scale; ratings on another scale are apart', () => {
  const tally = tallyOf(...['a', 'b', 'c', 'd', 'e'].map((name) => rating(name)), rating('x', 7));
  const same = { a: 4, b: 4, c: 4, d: 4, e: 4 };
  expect(tally.add(1, { ...same, x: 1 })).toBe(true);
  expect(tally.add(1, { ...same, e: 5, x: 4 })).toBe(false);
  expect(tally.add(1, { a: 4, b: 4, c: 4, d: 4, x: 4 })).toBeUndefined();
});

test('the collaboration survey has its matrix and two ratings, the exit survey no scale', () => {
  const of = (name: string) => {
    const found = surveys.find((each) => each.name === name) as unknown as SurveyForm;
    return new FormTally(new Map([[1, found]]));
  };
  const names = ({ questions }: FormTally) => questions.map(({ question }) => question);
  expect(names(of('collaboration'))).toEqual(['incomeSupportAndCare', 'labourMarketAndCare', 'interventionsOffered']);
  expect(names(of('exit'))).toEqual(['feelsBetter', 'nextStep', 'activityHours', 'gotSupport', 'coordinatorBelieved']);
});
