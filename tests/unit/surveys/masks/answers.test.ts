// How the validator words what a mask asks for, and what conditions read of its answers.
import { expect, test } from 'vitest';
import { compileSurvey } from '../../../../server/domain/surveys/compile.ts';
import type { SurveyForm } from '../../../../server/domain/surveys/definition.ts';
import { walkThrough } from '../../../../server/domain/surveys/paths/walk.ts';
import { waysThrough } from '../../../../server/domain/surveys/paths/ways.ts';
import { validateAnswers } from '../../../../server/domain/surveys/validate.ts';
import { asked, currency, type Json, moment, numeric, pattern, survey, text } from './asked.ts';

const errors = (own: Json, zip: unknown) => {
  const judged = validateAnswers(compileSurvey(survey([asked(own)]) as unknown as SurveyForm), { zip });
  return judged.ok ? [] : judged.errors.map(({ code, detail }) => `${code} ${detail}`);
};
test.each<[string, Json, unknown, string]>([
  [
    'half a pattern',
    pattern('999 99'),
    '1234',
    'invalid-format zip: write it in the form "999 99" (9 is a digit), without the signs that are only shown, for example "12345"',
  ],
  [
    'the shown signs',
    pattern('999 99'),
    '123 45',
    'invalid-format zip: write it in the form "999 99" (9 is a digit), without the signs that are only shown, for example "12345"',
  ],
  [
    'no signs where they are stored',
    pattern('aaa-9', { saveMaskedValue: true }),
    'ABC1',
    'invalid-format zip: write it in the form "aaa-9" (9 is a digit, a is a letter a-z), for example "ABC-1"',
  ],
  [
    'a number for a pattern',
    pattern('999 99'),
    12345,
    'wrong-type zip: write it in the form "999 99" (9 is a digit), without the signs that are only shown, for example "12345"',
  ],
  ['text for a number', numeric(), '12', 'wrong-type zip: answer with a number with at most 2 decimals, not with text'],
  [
    'too many decimals',
    numeric({ precision: 1 }),
    1.25,
    'invalid-format zip: answer with a number with at most 1 decimals',
  ],
  ['a decimal of a whole number', numeric({ precision: 0 }), 1.5, 'invalid-format zip: answer with a whole number'],
  ['a number that is too small', numeric({ min: 10 }), 9.99, 'out-of-range zip: answer with 10 or more'],
  [
    'a negative one',
    currency({ suffix: ' kr', allowNegativeValues: false }),
    -1,
    'out-of-range zip: answer with 0 or more',
  ],
  [
    'a number that is too large to be exact',
    numeric(),
    1e17,
    'invalid-format zip: answer with a number with at most 2 decimals',
  ],
  ['a date as it looks', moment('dd/mm/yyyy'), '30/06/2025', 'invalid-format zip: write a date as 2025-06-30'],
  [
    'a day too late',
    moment('dd/mm/yyyy', { max: '2025-06-29' }),
    '2025-06-30',
    'out-of-range zip: answer with 2025-06-29 or less',
  ],
  ['seconds nobody asked for', moment('HH:MM'), '14:05:30', 'invalid-format zip: write a time of day as 14:05'],
])('%s is refused in words that name the question and the form', (_what, own, value, expected) => {
  expect(errors(own, value)).toEqual([expected]);
});

test('a validator beside the mask reads what is stored', () => {
  const own = { ...pattern('999 99'), validators: [{ type: 'regex', regex: '^1' }] };
  expect(errors(own, '12345')).toEqual([]);
  expect(errors(own, '22345')).toEqual([expect.stringMatching(/^invalid-format/)]);
});

const conditional = (own: Json, visibleIf: string) =>
  survey([asked(own), { type: 'comment', name: 'why', title: text('Varför'), visibleIf }]) as unknown as SurveyForm;

test('a condition names what is filled in, whatever is stored; the way through tells so', () => {
  const form = conditional(pattern('999 99', { saveMaskedValue: true }), "{zip} = '12345'");
  const why = (zip: string) => walkThrough(form, { zip }).steps.find(({ name }) => name === 'why');
  expect(why('123 45')).toMatchObject({ isShown: true, conditions: [{ values: { zip: '12345' } }] });
  expect(why('123 46')).toMatchObject({ isShown: false });
});

test.each<[string, Json, string, unknown[]]>([
  ['a pattern', pattern('999 99'), "{zip} = '12345'", ['12345', undefined]],
  [
    'a pattern that is stored whole',
    pattern('999 99', { saveMaskedValue: true }),
    "{zip} = '12345'",
    ['123 45', undefined],
  ],
  ['a number', numeric({ precision: 0, max: 100 }), '{zip} > 2.5', [3, undefined]],
])('all ways through a condition on %s are found', (_what, own, visibleIf, answers) => {
  const { ways, free } = waysThrough(conditional(own, visibleIf));
  expect(free).toEqual([]);
  const shown = ways.toSorted((one, other) => other.questions - one.questions).map((way) => way.answers.zip);
  expect(shown).toEqual(answers);
});
