// What another mask means for a series: another form of answers breaks it, another look does not.
import { expect, test } from 'vitest';
import { compareVersions } from '../../../../server/domain/surveys/compare.ts';
import type { SurveyDefinition } from '../../../../server/domain/surveys/definition.ts';
import { asked, currency, type Json, moment, numeric, pattern, survey, text } from './asked.ts';

const compared = (before: Json, after: Json) => {
  const versions = [before, after].map((own) => survey([asked(own)]) as unknown as SurveyDefinition);
  return compareVersions(versions[0]!, versions[1]!)[0];
};
test.each<[string, Json, Json, string, string[]]>([
  ['a mask is added', {}, pattern('999 99'), 'notComparable', ['the form asked for changed']],
  ['another pattern', pattern('999 99'), pattern('9999'), 'notComparable', ['the form asked for changed']],
  [
    'kept with its signs',
    pattern('999 99'),
    pattern('999 99', { saveMaskedValue: true }),
    'notComparable',
    ['the form asked for changed'],
  ],
  [
    'another unit',
    currency({ suffix: ' kr' }),
    currency({ suffix: ' EUR' }),
    'notComparable',
    ['the form asked for changed'],
  ],
  ['fewer decimals', numeric(), numeric({ precision: 0 }), 'notComparable', ['the form asked for changed']],
  ['another limit', numeric({ max: 5 }), numeric({ max: 6 }), 'notComparable', ['the allowed range changed']],
  [
    'no minus any longer',
    numeric(),
    numeric({ allowNegativeValues: false }),
    'notComparable',
    ['the allowed range changed'],
  ],
  [
    'the same limits of a number with a mask',
    { inputType: 'number', max: 5 },
    numeric({ max: 5 }),
    'notComparable',
    ['the form asked for changed'],
  ],
  [
    'text that becomes a number',
    {},
    numeric(),
    'notComparable',
    ['type changed from text to number', 'the form asked for changed'],
  ],
  [
    'thousands set apart otherwise',
    numeric(),
    numeric({ thousandsSeparator: ' ', decimalSeparator: ',' }),
    'comparable',
    ['texts, explanations or layout changed'],
  ],
  [
    'the unit on the other side',
    currency({ suffix: 'kr' }),
    currency({ prefix: 'kr ' }),
    'comparable',
    ['texts, explanations or layout changed'],
  ],
  [
    'a date written in another order',
    moment('dd/mm/yyyy'),
    moment('yyyy-mm-dd'),
    'comparable',
    ['texts, explanations or layout changed'],
  ],
  [
    'the browser’s own field for the same days',
    { inputType: 'date' },
    moment('yyyy-mm-dd'),
    'comparable',
    ['texts, explanations or layout changed'],
  ],
  ['a month for a day', moment('dd/mm/yyyy'), moment('mm/yyyy'), 'notComparable', ['the form asked for changed']],
])('between versions: %s', (_what, before, after, status, reasons) => {
  expect(compared(before, after)).toEqual({ question: 'zip', status, reasons });
});

test('in the entries of a repeating panel, too, another form breaks the series', () => {
  const entries = (own: Json) => ({
    type: 'paneldynamic',
    templateElements: [{ type: 'text', name: 'in', title: text('I'), ...own }],
  });
  expect(compared(entries(pattern('99')), entries(pattern('999')))).toMatchObject({
    reasons: ['the questions of each entry changed'],
  });
  expect(compared(entries(numeric()), entries(numeric({ thousandsSeparator: ' ' })))).toMatchObject({
    status: 'comparable',
  });
});
