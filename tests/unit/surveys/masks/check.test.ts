// What is refused of a mask when a survey is written.
import { expect, test } from 'vitest';
import { checkDefinition } from '../../../../server/domain/surveys/check.ts';
import { asked, currency, type Json, moment, numeric, pattern, survey, text } from './asked.ts';

const at = 'pages[0].elements[0]';
const problems = (own: Json, form: Json = {}) => checkDefinition(survey([asked(own)], form));

test.each<[string, Json]>([
  ['a pattern', pattern('999 99')],
  ['a pattern stored as it looks', pattern('999 99', { saveMaskedValue: true })],
  ['a pattern for telephones', { ...pattern('+46 999 999 999'), inputType: 'tel' }],
  ['a number', numeric({ precision: 0, min: 0, max: 80 })],
  ['a Swedish number', numeric({ decimalSeparator: ',', thousandsSeparator: ' ', min: -10.5, max: 1e6 })],
  [
    'a number without decimals and their sign',
    numeric({ precision: 0, decimalSeparator: '', thousandsSeparator: '.' }),
  ],
  [
    'an amount',
    currency({ suffix: ' kr', thousandsSeparator: ' ', decimalSeparator: ',', allowNegativeValues: false }),
  ],
  ['a date between two days', moment('dd/mm/yyyy', { min: '2020-01-01', max: '2030-12-31' })],
  ['a month', moment('mm-yyyy')],
  ['a time', moment('HH:MM', { min: '08:00' })],
  ['no mask, said', { maskType: 'none', maskSettings: {} }],
  ['saveMaskedValue off where it would not do', numeric({ saveMaskedValue: false })],
])('%s may be asked for', (_what, own) => {
  expect(problems(own)).toEqual([]);
});

test.each<[string, Json, string, string, RegExp]>([
  [
    'a mask of another kind',
    { maskType: 'letters' },
    'maskType',
    'unsupported-type',
    /use one of pattern, numeric, currency, datetime/,
  ],
  [
    'settings that are no object',
    { maskType: 'pattern', maskSettings: '999' },
    'maskSettings',
    'invalid-mask',
    /an object/,
  ],
  [
    'settings without a mask',
    { maskSettings: { pattern: '9' } },
    'maskSettings',
    'invalid-mask',
    /write maskType, or take them away/,
  ],
  [
    'a setting of another mask',
    pattern('99', { min: 3 }),
    'maskSettings.min',
    'unknownproperty',
    /no setting min: it has pattern, saveMaskedValue/,
  ],
  ['no pattern', pattern(undefined), 'maskSettings.pattern', 'invalid-mask', /write a pattern/],
  ['nothing to fill in', pattern('SE-X'), 'maskSettings.pattern', 'invalid-mask', /nothing can be filled in: write 9/],
  ['all of it made ordinary', pattern('\\9\\9'), 'maskSettings.pattern', 'invalid-mask', /nothing can be filled in/],
  ['a backslash at the end', pattern('99\\'), 'maskSettings.pattern', 'invalid-mask', /cannot stand for itself/],
  ['two backslashes', pattern('9\\\\9'), 'maskSettings.pattern', 'invalid-mask', /cannot stand for itself/],
  ['a space that nobody sees', pattern('99 '), 'maskSettings.pattern', 'invalid-mask', /space at the beginning or end/],
  ['two lines', pattern('99\n99'), 'maskSettings.pattern', 'invalid-mask', /on one line/],
  ['a very long pattern', pattern('9'.repeat(101)), 'maskSettings.pattern', 'invalid-mask', /at most 100/],
  [
    'text for yes',
    pattern('99', { saveMaskedValue: 'yes' }),
    'maskSettings.saveMaskedValue',
    'invalid-mask',
    /true or false/,
  ],
  [
    'a number kept as it looks',
    numeric({ saveMaskedValue: true }),
    'maskSettings.saveMaskedValue',
    'unsupported-property',
    /numbers are stored so that they can be compared; leave it out/,
  ],
  [
    'a date kept as it looks',
    moment('dd/mm/yyyy', { saveMaskedValue: true }),
    'maskSettings.saveMaskedValue',
    'unsupported-property',
    /dates and times are stored/,
  ],
  [
    'one sign for both',
    numeric({ decimalSeparator: ',' }),
    'maskSettings.thousandsSeparator',
    'invalid-mask',
    /choose two signs/,
  ],
  [
    'a digit that sets thousands apart',
    numeric({ thousandsSeparator: '0' }),
    'maskSettings.thousandsSeparator',
    'invalid-mask',
    /one sign that is no digit/,
  ],
  [
    'two signs for decimals',
    numeric({ decimalSeparator: '.,' }),
    'maskSettings.decimalSeparator',
    'invalid-mask',
    /one sign/,
  ],
  [
    'no sign for decimals',
    numeric({ decimalSeparator: '' }),
    'maskSettings.decimalSeparator',
    'invalid-mask',
    /one sign/,
  ],
  ['half a decimal', numeric({ precision: 1.5 }), 'maskSettings.precision', 'invalid-mask', /whole number from 0 to 6/],
  [
    'decimals that survey-core cannot show',
    numeric({ precision: 7 }),
    'maskSettings.precision',
    'invalid-mask',
    /0 to 6/,
  ],
  ['a limit in words', numeric({ min: 'ten' }), 'maskSettings.min', 'invalid-mask', /write min as a number/],
  ['a largest of nothing', numeric({ max: 0 }), 'maskSettings.max', 'invalid-mask', /max of 0 for none/],
  [
    'limits the wrong way round',
    numeric({ min: 5, max: 3 }),
    'maskSettings.max',
    'invalid-mask',
    /max is less than min/,
  ],
  [
    'a minus and none',
    numeric({ min: -5, allowNegativeValues: false }),
    'maskSettings.min',
    'invalid-mask',
    /change one of them/,
  ],
  [
    'only negative ones, and none',
    numeric({ max: -5, allowNegativeValues: false }),
    'maskSettings.max',
    'invalid-mask',
    /no answer is possible/,
  ],
  [
    'a digit in the unit',
    currency({ suffix: ' m2' }),
    'maskSettings.suffix',
    'invalid-mask',
    /read as part of the number/,
  ],
  [
    'the decimal sign in the unit',
    currency({ prefix: 'kr. ' }),
    'maskSettings.prefix',
    'invalid-mask',
    /read as part of the number/,
  ],
  [
    'a unit of a space',
    currency({ suffix: ' ', thousandsSeparator: ' ' }),
    'maskSettings.suffix',
    'invalid-mask',
    /text of at most 20/,
  ],
  [
    'the unit is the sign of thousands',
    currency({ suffix: ',' }),
    'maskSettings.suffix',
    'invalid-mask',
    /sets thousands apart/,
  ],
  [
    'the unit twice',
    currency({ prefix: 'kr ', suffix: 'kr' }),
    'maskSettings.suffix',
    'invalid-mask',
    /in one of them/,
  ],
  ['noon or midnight', moment('hh:MM tt'), 'maskSettings.pattern', 'invalid-mask', /clock of twelve hours/],
  [
    'a day without its year',
    moment('dd/mm'),
    'maskSettings.pattern',
    'invalid-mask',
    /not certain: write dd, mm and yyyy/,
  ],
  ['a short year', moment('dd/mm/yy'), 'maskSettings.pattern', 'invalid-mask', /a year has four digits/],
  ['an hour alone', moment('HH'), 'maskSettings.pattern', 'invalid-mask', /not certain/],
  ['a day with a time', moment('yyyy-mm-dd HH:MM'), 'maskSettings.pattern', 'invalid-mask', /a question of its own/],
  ['parts without a sign between', moment('yyyymmdd'), 'maskSettings.pattern', 'invalid-mask', /one sign between/],
  ['several signs between', moment('dd - mm - yyyy'), 'maskSettings.pattern', 'invalid-mask', /one sign between/],
  ['a part twice', moment('dd/mm/dd/yyyy'), 'maskSettings.pattern', 'invalid-mask', /not certain/],
  [
    'a limit in another form',
    moment('dd/mm/yyyy', { min: '31/12/2024' }),
    'maskSettings.min',
    'invalid-mask',
    /as it is stored: 2025-06-30/,
  ],
  [
    'a limit that is no day',
    moment('dd/mm/yyyy', { max: '2024-02-30' }),
    'maskSettings.max',
    'invalid-mask',
    /as it is stored/,
  ],
  [
    'days the wrong way round',
    moment('mm/yyyy', { min: '2025-06', max: '2025-05' }),
    'maskSettings.max',
    'invalid-mask',
    /no answer is possible/,
  ],
  [
    'an e-mail address',
    { ...pattern('99'), inputType: 'email' },
    'inputType',
    'mask-conflict',
    /leave inputType out, or take the mask away/,
  ],
  [
    'a number of the browser',
    { ...numeric(), inputType: 'number' },
    'inputType',
    'mask-conflict',
    /does not go with inputType "number"/,
  ],
  ['a number for telephones', { ...numeric(), inputType: 'tel' }, 'inputType', 'mask-conflict', /inputType "tel"/],
  ['limits beside the mask', { ...numeric(), min: 3 }, 'min', 'mask-conflict', /write it in maskSettings/],
  ['steps', { ...numeric(), step: 5 }, 'step', 'mask-conflict', /use precision/],
  ['a length of its own', { ...pattern('999'), maxLength: 2 }, 'maxLength', 'mask-conflict', /leave maxLength out/],
])('%s is refused by its place, with the question’s name and what to do', (_what, own, place, code, message) => {
  const found = problems(own).filter(({ path }) => path === `${at}.${place}`);
  expect(found.map((each) => `${each.severity} ${each.code}`)).toContain(`error ${code}`);
  const words = found.find((each) => each.code === code)?.message ?? '';
  expect(words).toMatch(message);
  expect(words).toContain('"zip"');
});

test('a survey whose texts end before the mask does is refused, as is a mask in a field among several', () => {
  const codes = (found: ReturnType<typeof problems>) => found.map(({ path, code }) => `${path} ${code}`);
  expect(codes(problems(pattern('999 99'), { maxTextLength: 5 }))).toEqual([`${at}.maskType mask-conflict`]);
  expect(problems(pattern('999 99'), { maxTextLength: 6 })).toEqual([]);
  const items = [{ name: 'one', title: text('Ett'), ...pattern('99') }];
  const several = checkDefinition(survey([{ ...asked({}), type: 'multipletext', items }]));
  expect(codes(several)).toEqual([`${at}.items[0].maskType unsupported-property`]);
});
