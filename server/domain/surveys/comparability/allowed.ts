// What a question lets somebody answer, beside its wording and codes: limits, who is offered what, and in which form.
import type { QuestionDefinition } from '../definition.ts';
import { maskOf } from '../fields/mask/mask.ts';
import { validatorType } from '../fields/validators.ts';
import { isBlank, listOf, objectsOf } from '../json.ts';

const limits = ['minValue', 'maxValue', 'minCount', 'maxCount'] as const;
/** Of numbers and of how many may be chosen, where a validator says them. */
const limitsInValidators = ({ validators }: QuestionDefinition): unknown[] =>
  objectsOf(validators)
    .filter((each) => ['numeric', 'answercount'].includes(validatorType(each)))
    .map((each) => limits.map((name) => each[name]));
export const limitsOf = (source: QuestionDefinition): unknown[] => {
  const mask = maskOf(source);
  const { min, max }: { min?: unknown; max?: unknown } = mask && mask.is !== 'pattern' ? mask : source;
  const { minSelectedChoices, maxSelectedChoices } = source;
  const chosen = [minSelectedChoices || undefined, maxSelectedChoices || undefined];
  const others = [...chosen, ...limitsInValidators(source)].filter((each) => each !== undefined);
  return [min, max, source.minPanelCount, source.maxPanelCount, ...(others.length > 0 ? [chosen, others] : [])];
};

/** Which answers are offered to whom; undefined where all are to everybody. */
export const offeredIf = (source: QuestionDefinition): unknown => {
  const { choicesVisibleIf, columnsVisibleIf, rowsVisibleIf, choices, columns, rows, rateValues } = source;
  const own = [choices, columns, rows, rateValues].map((list) =>
    objectsOf(listOf(list)).flatMap(({ value, visibleIf }) => (isBlank(visibleIf) ? [] : [[value, visibleIf]])),
  );
  const shared = [choicesVisibleIf, columnsVisibleIf, rowsVisibleIf].map((each) => (isBlank(each) ? null : each));
  return own.every((each) => each.length === 0) && shared.every((each) => each === null) ? undefined : [shared, own];
};

/** inputTypes whose answers are those of a mask for dates or times. */
const moments = ['date', 'month', 'time'];
/** What a text may be: how its parts are set apart on the screen is no part of it, a number's unit is. */
export const formAsked = (source: QuestionDefinition): unknown => {
  const mask = source.type === 'text' ? maskOf(source) : undefined;
  if (mask?.is === 'pattern') return [mask.pattern, mask.isWhole];
  if (mask?.is === 'number') return [mask.decimals, mask.unit];
  if (mask) return mask.kind;
  return moments.find((each) => each === source.inputType);
};
