import { numberDefaults } from '../../fields/mask/mask.ts';
import { type Json, shown } from '../../json.ts';
import type { Complain } from '../problem.ts';

/** survey-core writes smaller fractions as 1e-7 and reads them as 17. */
const mostDecimals = 6;
const longestUnit = 20;

function checkSeparators(mask: Json, complain: Complain): void {
  for (const setting of ['decimalSeparator', 'thousandsSeparator'] as const) {
    const sign = mask[setting];
    const isNone = sign === '' && (setting === 'thousandsSeparator' || mask.precision === 0);
    if (sign === undefined || isNone) continue;
    if (typeof sign !== 'string' || sign.length !== 1 || /[\p{L}\p{N}-]/u.test(sign))
      complain(setting, `write ${setting} as one sign that is no digit, letter or minus`);
  }
  const { decimalSeparator = numberDefaults.decimalSeparator, thousandsSeparator = numberDefaults.thousandsSeparator } =
    mask;
  if (decimalSeparator === thousandsSeparator && mask.precision !== 0 && decimalSeparator !== '')
    complain(
      'thousandsSeparator',
      `decimals and thousands are both set apart by "${shown(decimalSeparator)}": choose two signs (left out they are "." and ",")`,
    );
}

function checkLimits({ min, max, allowNegativeValues, precision }: Json, complain: Complain): void {
  if (allowNegativeValues !== undefined && typeof allowNegativeValues !== 'boolean')
    complain('allowNegativeValues', 'allowNegativeValues is true or false');
  const decimals = precision ?? numberDefaults.precision;
  if (!Number.isInteger(decimals) || Number(decimals) < 0 || Number(decimals) > mostDecimals)
    complain('precision', `write precision, the most decimals, as a whole number from 0 to ${mostDecimals}`);
  for (const [setting, limit] of Object.entries({ min, max }))
    if (limit !== undefined && !(typeof limit === 'number' && Math.abs(limit) <= Number.MAX_SAFE_INTEGER))
      complain(setting, `write ${setting} as a number`);
  if (typeof max === 'number' && max === 0)
    complain('max', 'survey-core takes a max of 0 for none: leave it out and use an expression validator');
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    complain('max', 'max is less than min: no answer is possible');
  if (allowNegativeValues === false && typeof min === 'number' && min < 0)
    complain('min', 'min is negative, and allowNegativeValues is false: change one of them');
  if (allowNegativeValues === false && typeof max === 'number' && max < 0)
    complain('max', 'max is negative, and allowNegativeValues is false: no answer is possible');
}

/** survey-core reads the number out of the whole text, and finds its end by the unit. */
function complaintOf(unit: unknown, mask: Json): string | undefined {
  if (typeof unit !== 'string' || unit.length > longestUnit || unit.trim() === '')
    return `write it as a text of at most ${longestUnit} characters`;
  const decimal = mask.precision === 0 ? '' : String(mask.decimalSeparator ?? numberDefaults.decimalSeparator);
  if (/[0-9-]/.test(unit) || (decimal !== '' && unit.includes(decimal)))
    return 'a digit, minus or the decimal sign in it would be read as part of the number: leave it out';
  if (unit === (mask.thousandsSeparator ?? numberDefaults.thousandsSeparator))
    return 'it is the sign that sets thousands apart: choose another one';
  return undefined;
}

function checkUnits(mask: Json, complain: Complain): void {
  const { prefix = '', suffix = '' } = mask;
  for (const [setting, unit] of Object.entries({ prefix, suffix })) {
    const complaint = unit === '' ? undefined : complaintOf(unit, mask);
    if (complaint) complain(setting, `${setting}: ${complaint}`);
  }
  if (typeof prefix === 'string' && typeof suffix === 'string' && suffix !== '' && prefix.includes(suffix))
    complain('suffix', 'the suffix stands in the prefix: write the unit in one of them');
}

export function checkNumber(mask: Json, complain: Complain): void {
  checkSeparators(mask, complain);
  checkLimits(mask, complain);
  checkUnits(mask, complain);
}
