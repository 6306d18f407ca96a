/** The form that a text question asks for: maskType with maskSettings, as far as what is stored of it is certain. */
import { isNumberMask, maskTypes } from '../fields/mask/mask.ts';
import { isJsonObject, type Json, shown } from '../json.ts';
import { checkMoment } from './mask/moment.ts';
import { checkNumber } from './mask/number.ts';
import { checkPattern } from './mask/pattern.ts';
import { type Complain, join, type Problems } from './problem.ts';

type MaskType = (typeof maskTypes)[number];
const numeric = ['allowNegativeValues', 'decimalSeparator', 'thousandsSeparator', 'precision', 'min', 'max'];
const settingsOf: Readonly<Record<MaskType, readonly string[]>> = {
  pattern: ['pattern', 'saveMaskedValue'],
  numeric,
  currency: [...numeric, 'prefix', 'suffix'],
  datetime: ['pattern', 'min', 'max'],
};
const checks = { pattern: checkPattern, numeric: checkNumber, currency: checkNumber, datetime: checkMoment };
const isMaskType = (type: unknown): type is MaskType => maskTypes.some((each) => each === type);

/** @param surveyLimit the survey's maxTextLength */
export function checkMask(json: Json, path: string, surveyLimit: unknown, problems: Problems): void {
  const { maskType = 'none', maskSettings: settings = {} } = json;
  const name = `"${shown(json.name)}"`;
  const complain: Complain = (property, message, code = 'invalid-mask') =>
    problems.error(join(path, property), code, `${name}: ${message}`);
  const ofSetting: Complain = (setting, message, code) => complain(join('maskSettings', setting), message, code);
  if (!isJsonObject(settings)) complain('maskSettings', 'maskSettings is an object');
  else if (isMaskType(maskType)) {
    checkSettings(maskType, settings, ofSetting);
    checkBeside(json, maskType, complain);
    checkSurveyLimit(json, settings, surveyLimit, complain);
    checks[maskType](settings, ofSetting);
  } else if (maskType !== 'none') {
    const types = maskTypes.join(', ');
    complain('maskType', `maskType "${shown(maskType)}" is not supported: use one of ${types}`, 'unsupported-type');
  } else if (Object.keys(settings).length > 0)
    complain('maskSettings', 'maskSettings without a mask: write maskType, or take them away');
}

function checkSettings(maskType: MaskType, settings: Json, complain: Complain): void {
  const known = settingsOf[maskType];
  for (const setting of Object.keys(settings)) {
    if (known.includes(setting)) continue;
    if (setting !== 'saveMaskedValue') {
      const message = `a mask of type ${maskType} has no setting ${shown(setting)}: it has ${known.join(', ')}`;
      complain(setting, message, 'unknownproperty');
    } else if (settings[setting] !== false) {
      const what = maskType === 'datetime' ? 'dates and times' : 'numbers';
      const message = `saveMaskedValue is not supported here: ${what} are stored so that they can be compared; leave it out`;
      complain(setting, message, 'unsupported-property');
    }
  }
}

const elsewhere: Readonly<Record<string, string>> = {
  min: 'write it in maskSettings',
  max: 'write it in maskSettings',
  step: 'use precision, or an expression validator',
};

/** What the question says beside its mask. */
function checkBeside(json: Json, maskType: MaskType, complain: Complain): void {
  const { inputType = 'text' } = json;
  const conflict = (property: string, message: string) => complain(property, message, 'mask-conflict');
  // survey-core leaves the mask out for all but these two.
  if (inputType !== 'text' && !(inputType === 'tel' && maskType === 'pattern'))
    conflict(
      'inputType',
      `a mask of type ${maskType} does not go with inputType "${shown(inputType)}": leave inputType out, or take the mask away`,
    );
  for (const [property, remedy] of Object.entries(elsewhere))
    if (json[property] !== undefined) conflict(property, `${property} does not go with a mask: ${remedy}`);
  if (json.maxLength !== undefined && json.maxLength !== -1)
    conflict('maxLength', 'the mask says how long the answer is: leave maxLength out');
}

/** With sign, separators and a unit. */
const longestNumber = 60;

function checkSurveyLimit(json: Json, { pattern }: Json, limit: unknown, complain: Complain): void {
  const length = isNumberMask(json) ? longestNumber : String(pattern ?? '').length;
  if (typeof limit === 'number' && limit > 0 && limit < length)
    complain('maskType', `the survey's maxTextLength of ${limit} cuts the answer off: make it longer`, 'mask-conflict');
}

/** survey-core lets the fields of a multipletext have masks, too. */
export function refuseMask({ maskType = 'none', maskSettings, name }: Json, path: string, problems: Problems): void {
  if (maskType === 'none' && maskSettings === undefined) return;
  problems.error(
    join(path, maskType === 'none' ? 'maskSettings' : 'maskType'),
    'unsupported-property',
    `"${shown(name)}": a field among several has no mask: ask for it in a text question of its own, or use a regex validator`,
  );
}
