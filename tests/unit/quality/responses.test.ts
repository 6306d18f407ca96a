// What the responses to a survey leave out, and those with the same answer to everything.
import { expect, test } from 'vitest';
import { unevenAmong } from '../../../server/domain/quality/leftOut.ts';
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

test('each question is counted by group; of a variable with one group, or an unknown value, nothing', () => {
  const tally = tallyOf(rating('work'), { ...rating('where'), visibleIf: '{work} > 1' });
  tally.add(1, { work: 1 }, {}, { gender: 'woman', site: 'ostad', ageBand: 45 });
  tally.add(1, {}, {}, { gender: 'man', site: 'ostad', ageBand: 16 });
  tally.add(1, {}, {}, { gender: 'unknown', ageBand: 16 });
  tally.add(1, { work: 2 }, {}, { gender: 'man' });
  const [work, where] = tally.questions;
  expect(work?.groups).toEqual([
    { by: { gender: 'man' }, unanswered: 1, asked: 2 },
    { by: { gender: 'woman' }, unanswered: 0, asked: 1 },
    { by: { ageBand: 16 }, unanswered: 2, asked: 2 },
    { by: { ageBand: 45 }, unanswered: 0, asked: 1 },
  ]);
  expect(where).toMatchObject({ asked: 1, groups: [] });
});

test('the group that stands out is named with the difference to all others, and none where chance may explain it', () => {
  const by = (site: string, unanswered: number, asked: number) => ({ by: { site }, unanswered, asked });
  // Newcombe (1998), table II, method 10: 56/70 against 48/80 gives 0.20 (0.0524 to 0.3339)
  const found = unevenAmong([by('a', 56, 70), by('b', 48, 80)]);
  expect(found?.by).toEqual({ site: 'a' });
  expect(found?.estimate).toBeCloseTo(0.2, 12);
  expect(found?.ci95?.map((each) => Number(each.toFixed(4)))).toEqual([0.0524, 0.3339]);
  // the others are taken together: 48/80 is 30/50 and 18/30
  expect(unevenAmong([by('a', 56, 70), by('b', 30, 50), by('c', 18, 30)])).toEqual(found);
  // Newcombe (1998), table II: 9/10 against 3/10 gives 0.60 (0.1705 to 0.8090); 6/7 against 2/7 0.5714 (0.0582 to 0.8062)
  const both = unevenAmong([
    by('a', 6, 7),
    by('b', 2, 7),
    { by: { gender: 'man' }, unanswered: 9, asked: 10 },
    { by: { gender: 'woman' }, unanswered: 3, asked: 10 },
  ]);
  expect(both?.by).toEqual({ gender: 'man' });
  expect(unevenAmong([by('a', 5, 56), by('b', 0, 29)])).toBeUndefined();
  expect(unevenAmong([])).toBeUndefined();
});
