/** Limits that leave no answer: whoever must answer such a question could never send the survey. */
import { compileChoices, compileItems } from '../fields/options.ts';
import { formats, lengthLimit } from '../fields/text.ts';
import { validatorType } from '../fields/validators.ts';
import { isBlank, isJsonObject, type Json, listOf } from '../json.ts';
import type { PlacedQuestion } from './elements.ts';
import { join, objectsAt, type Problems } from './problem.ts';

type Value = number | string;
interface Limit {
  path: string;
  least?: Value | undefined;
  most?: Value | undefined;
}

const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
/** 0 and less mean none. */
const countIn = (value: unknown): number | undefined => (typeof value === 'number' && value > 0 ? value : undefined);

/** The first limit that leaves nothing of what those before it allow. */
function complainIfNone(limits: readonly Limit[], problems: Problems): void {
  let [least, most]: [Value | undefined, Value | undefined] = [undefined, undefined];
  for (const limit of limits) {
    if (limit.least !== undefined && (least === undefined || limit.least > least)) least = limit.least;
    if (limit.most !== undefined && (most === undefined || limit.most < most)) most = limit.most;
    if (least === undefined || most === undefined || least <= most) continue;
    problems.error(limit.path, 'no-answer', `no answer is ${least} or more and ${most} or less at once: change one`, [
      least,
      most,
    ]);
    return;
  }
}

function ofValidators(json: Json, path: string, type: string, [min, max]: [string, string], read = countIn): Limit[] {
  return objectsAt(json.validators, join(path, 'validators'))
    .filter(({ json: each }) => validatorType(each) === type && (each.notificationType ?? 'error') === 'error')
    .flatMap(({ json: each, path: at }) => [
      { path: join(at, min), least: read(each[min]) },
      { path: join(at, max), most: read(each[max]) },
    ]);
}

const timed = ['date', 'month', 'datetime-local', 'time'];

function ofMoments(json: Json, path: string, problems: Problems): Limit[] {
  const format = formats[String(json.inputType)];
  return ['min', 'max'].flatMap((name): Limit[] => {
    const limit = json[name];
    if (isBlank(limit) || !format) return [];
    const at = join(path, name);
    if (typeof limit === 'string' && format.test(limit))
      return [{ path: at, ...(name === 'min' ? { least: limit } : { most: limit }) }];
    if (typeof limit === 'number' || !String(limit).startsWith('='))
      problems.error(at, 'invalid-limit', `write ${name} as ${format.expected}`);
    return [];
  });
}

function checkText(json: Json, path: string, surveyLimit: unknown, problems: Problems): void {
  const { inputType, maskType = 'none' } = json;
  if (timed.includes(String(inputType))) complainIfNone(ofMoments(json, path, problems), problems);
  const isNumber = inputType === 'number' || inputType === 'range';
  const own: Limit[] = isNumber
    ? [
        { path: join(path, 'min'), least: numberIn(json.min) },
        { path: join(path, 'max'), most: numberIn(json.max) },
      ]
    : [];
  const numeric = ofValidators(json, path, 'numeric', ['minValue', 'maxValue'], numberIn);
  complainIfNone([...own, ...numeric], problems);
  if (isNumber || maskType !== 'none') return;
  const longest = { path: join(path, 'maxLength'), most: lengthLimit(json.maxLength, surveyLimit) };
  complainIfNone([longest, ...ofValidators(json, path, 'text', ['minLength', 'maxLength'])], problems);
}

const nobodys = ['showNoneItem', 'showRefuseItem', 'showDontKnowItem'];

function checkCounts(json: Json, path: string, problems: Problems): void {
  const [all, place] = [withoutConditions(json), { known: new Map() }];
  const listed = json.type === 'ranking' ? compileItems(all.choices, undefined, place) : compileChoices(all, place);
  const options = [...listed.values()];
  const together = options.filter(({ exclusive }) => !exclusive).length;
  const isFree = nobodys.some((flag) => json[flag] === true) || options.length === 0;
  const limits: Limit[] = [
    ...(isFree ? [] : [{ path: join(path, 'choices'), most: Math.max(1, together) }]),
    ...(json.type === 'ranking' && json.selectToRankEnabled !== true
      ? []
      : [
          { path: join(path, 'minSelectedChoices'), least: countIn(json.minSelectedChoices) },
          { path: join(path, 'maxSelectedChoices'), most: countIn(json.maxSelectedChoices) },
        ]),
  ];
  complainIfNone([...limits, ...ofValidators(json, path, 'answercount', ['minCount', 'maxCount'])], problems);
}

/** Shown or not, they are at most as many. */
const withoutConditions = (json: Json): Json => ({
  ...json,
  choicesVisibleIf: undefined,
  choices: listOf(json.choices).map((each) => (isJsonObject(each) ? { ...each, visibleIf: undefined } : each)),
});

/** @param form with its limit for all texts */
export function checkLimits({ json, type, path }: PlacedQuestion, form: Json, problems: Problems): void {
  if (type === 'text' || type === 'comment') checkText(json, path, form.maxTextLength, problems);
  if (type === 'multipletext')
    for (const item of objectsAt(json.items, join(path, 'items')))
      checkText(item.json, item.path, form.maxTextLength, problems);
  if (['checkbox', 'tagbox', 'ranking'].includes(type) || (type === 'imagepicker' && json.multiSelect === true))
    checkCounts(json, path, problems);
  if (type === 'paneldynamic')
    complainIfNone(
      [
        { path: join(path, 'maxPanelCount'), most: countIn(json.maxPanelCount) },
        ...ofValidators(json, path, 'answercount', ['minCount', 'maxCount']),
      ],
      problems,
    );
}
