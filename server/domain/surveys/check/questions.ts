/** Types, choices, scales, limits and patterns of each question. */
import { codeOf, rateCodes } from '../fields/options.ts';
import { inputTypes } from '../fields/text.ts';
import { questionTypes } from '../fields/types.ts';
import { validatorType, validatorTypes } from '../fields/validators.ts';
import { isJsonObject, type Json, listOf, shown } from '../json.ts';
import type { PlacedQuestion } from './elements.ts';
import { checkMask, refuseMask } from './mask.ts';
import { checkName } from './names.ts';
import { findSlowPattern } from './patterns.ts';
import { join, objectsAt, type Problems } from './problem.ts';
import { checkRepeating } from './repeating.ts';

/** @param form with its limits for all questions */
export function checkQuestion(question: PlacedQuestion, form: Json, problems: Problems): void {
  const { json, type, path } = question;
  if (!questionTypes.has(type)) {
    const types = [...questionTypes.keys(), 'panel'].join(', ');
    problems.error(
      join(path, 'type'),
      'unsupported-type',
      `question type "${shown(type)}" is not supported: use one of ${types}`,
      [type],
    );
    return;
  }
  for (const [list, isText] of itemLists(type, json)) checkItems(json[list], isText, join(path, list), problems);
  if (type === 'rating') checkScale(json, path, problems);
  if (type === 'multipletext') checkTexts(json, path, problems);
  if (type === 'text') checkInput(json, path, problems);
  if (type === 'text') checkMask(json, path, form.maxTextLength, problems);
  if (type === 'expression' && typeof json.expression !== 'string')
    problems.error(
      join(path, 'expression'),
      'no-expression',
      'an expression question says in "expression" what it computes',
    );
  if (type === 'imagepicker') checkPictures(json, path, problems);
  if (type === 'html') checkHtml(json.html, join(path, 'html'), problems);
  checkRepeating(question, problems);
  checkValidators(json.validators, join(path, 'validators'), problems);
}

/** Lists of a type; `true` where codes must be text, since several of them are joined in exports. */
function itemLists(type: string, json: Json): [string, boolean][] {
  if (type === 'matrix')
    return [
      ['columns', false],
      ['rows', true],
    ];
  if (['checkbox', 'tagbox', 'ranking'].includes(type)) return [['choices', true]];
  if (type === 'imagepicker') return [['choices', json.multiSelect === true]];
  return type === 'radiogroup' || type === 'dropdown' ? [['choices', false]] : [];
}

function checkItems(items: unknown, isText: boolean, path: string, problems: Problems): void {
  if (listOf(items).length === 0) problems.error(path, 'empty-choices', 'write at least one entry');
  const seen = new Set<string>();
  listOf(items).forEach((item, at) => {
    const place = join(path, at);
    const code = codeOf(item);
    if (code === undefined || code === '') {
      problems.error(place, 'choice-without-value', 'each entry has a value: a short code that never changes');
      return;
    }
    const key = String(code).trim().toLowerCase();
    if (seen.has(key)) problems.error(place, 'duplicate-value', `value "${shown(code)}" stands twice`, [code]);
    seen.add(key);
    if (isText && typeof code !== 'string')
      problems.error(place, 'code-not-text', `write the value as text: "${code}"`, [code]);
    if (/[|.\n\r]/.test(String(code)) || String(code) in Object.prototype || String(code).length > 100)
      problems.error(
        place,
        'invalid-value',
        `value "${shown(code)}" may not contain | . or line breaks, be longer than 100 or be a word of JavaScript`,
        [code],
      );
    if (typeof code === 'string' && !(isJsonObject(item) && item.text !== undefined))
      problems.warning(place, 'choice-without-text', `value "${shown(code)}" has no text: people would see the code`, [
        code,
      ]);
  });
}

function checkScale(json: Json, path: string, problems: Problems): void {
  const own = listOf(json.rateValues).length > 0;
  if (own) checkItems(json.rateValues, false, join(path, 'rateValues'), problems);
  const codes = rateCodes(json);
  const at = own ? join(path, 'rateValues') : join(path, 'rateMax');
  if (codes.length < 2)
    problems.error(at, 'empty-scale', 'a scale has at least two numbers: rateMin below rateMax, rateStep above 0');
  if (codes.length > 20) problems.error(at, 'long-scale', 'a scale has at most 20 numbers');
  const explained = isJsonObject(json.explanations) ? json.explanations : {};
  const silent = codes.filter((code) => !Object.hasOwn(explained, String(code)));
  if (silent.length > 0)
    problems.warning(
      join(path, 'explanations'),
      'number-without-explanation',
      `say what ${silent.join(', ')} means`,
      silent,
    );
}

function checkTexts(json: Json, path: string, problems: Problems): void {
  const items = objectsAt(json.items, join(path, 'items'));
  if (items.length === 0) problems.error(join(path, 'items'), 'empty-choices', 'write at least one item');
  const seen = new Set<string>();
  for (const item of items) {
    const at = join(item.path, 'name');
    checkName(item.json.name, at, problems);
    const key = String(item.json.name).toLowerCase();
    if (seen.has(key))
      problems.error(at, 'duplicate-name', `"${shown(item.json.name)}" stands twice`, [item.json.name]);
    seen.add(key);
    checkInput(item.json, item.path, problems);
    refuseMask(item.json, item.path, problems);
    checkValidators(item.json.validators, join(item.path, 'validators'), problems);
  }
}

function checkInput(json: Json, path: string, problems: Problems): void {
  const type = json.inputType;
  if (type !== undefined && !inputTypes.includes(String(type)))
    problems.error(
      join(path, 'inputType'),
      'unsupported-type',
      `inputType "${shown(type)}" is not supported: use one of ${inputTypes.join(', ')}`,
      [type],
    );
  const isNumber = type === 'number' || type === 'range';
  for (const limit of ['min', 'max']) {
    const value = json[limit];
    if (value === undefined || typeof value === 'number') continue;
    if (isNumber || typeof value !== 'string' || value.startsWith('='))
      problems.error(
        join(path, limit),
        'invalid-limit',
        `write ${limit} as a fixed ${isNumber ? 'number' : 'date or time'}`,
      );
  }
}

function checkValidators(validators: unknown, path: string, problems: Problems): void {
  const types = [...validatorTypes.keys()].join(', ');
  for (const { json, path: at } of objectsAt(validators, path)) {
    const type = validatorType(json);
    if (!validatorTypes.has(type))
      problems.error(
        join(at, 'type'),
        'unsupported-type',
        `validator "${shown(json.type)}" is not supported: use one of ${types}`,
        [json.type],
      );
    const complaint = type === 'regex' ? findSlowPattern(json.regex) : undefined;
    if (complaint) problems.error(join(at, 'regex'), 'unsafe-pattern', complaint);
  }
}

/** A picture from another host would tell that host who answers. */
function checkPictures(json: Json, path: string, problems: Problems): void {
  for (const choice of objectsAt(json.choices, join(path, 'choices'))) {
    const link = choice.json.imageLink;
    if (typeof link !== 'string' || !/^(data:image\/(png|jpeg|webp|gif);base64,|\/(?!\/))/.test(link))
      problems.error(
        join(choice.path, 'imageLink'),
        'foreign-picture',
        'give the picture as data:image/... or as a path of this site',
      );
  }
}

const active =
  /<\s*(script|iframe|object|embed|form|link|meta|base|svg|math|style)\b|\bon[a-z]+\s*=|javascript:|data:text/i;

function checkHtml(html: unknown, path: string, problems: Problems): void {
  const texts = isJsonObject(html) ? Object.values(html) : [html];
  if (texts.some((text) => active.test(String(text ?? ''))))
    problems.error(
      path,
      'active-html',
      'html holds plain formatted text only: no scripts, frames, forms, styles or event handlers',
    );
}
