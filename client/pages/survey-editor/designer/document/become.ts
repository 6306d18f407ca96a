// A question that becomes another kind leaves behind what only the former kind knows: no field would be left to take it away with.
import { Serializer } from 'survey-core';
import { kindOf } from './kinds.ts';
import { type Changed, setProperty } from './operations.ts';
import { changeAt, type Json, objectAt, objectsOf, type Place, textOf } from './tree.ts';
import { fittingRules, ruleOf } from './validators.ts';

/** Known to survey-core there as well, and of no effect. */
const withoutEffect: Readonly<Record<string, readonly RegExp[]>> = {
  ranking: [
    /^(show(Other|None|DontKnow|Refuse)Item|has(Other|None))$/,
    /^(other|none|dontKnow|refuse)(Text|ErrorText)$/,
    /^m(in|ax)Sel/,
  ],
};

const knows = (type: string, property: string) => Boolean(Serializer.findProperty(type, property));

export const become = (definition: Json, place: Place, type: string): Changed => {
  const before = objectAt(definition, place) ?? {};
  const former = textOf(before.type);
  const isLeft = (name: string) =>
    (knows(former, name) && !knows(type, name)) || withoutEffect[type]?.some((each) => each.test(name)) === true;
  return put(definition, place, { ...without(before, isLeft), type });
};

/** Limits of one kind of answer are none of another. */
export const takeInputType = (definition: Json, place: Place, inputType: string): Changed => {
  const before = objectAt(definition, place) ?? {};
  const isLeft = (name: string) => ['inputType', 'min', 'max', 'step'].includes(name);
  const own = inputType === 'text' ? {} : { inputType };
  return put(definition, place, { ...without(before, isLeft), ...own });
};

const without = (element: Json, isLeft: (name: string) => boolean): Json =>
  Object.fromEntries(Object.entries(element).filter(([name]) => !isLeft(name)));

/** With those of its rules that make sense for it. */
const put = (definition: Json, place: Place, kept: Json): Changed => {
  const changed = changeAt(definition, place, () => kept);
  const kind = kindOf(kept);
  const fitting: readonly string[] = kind ? fittingRules(kind) : [];
  const rules = objectsOf(kept.validators);
  const left = rules.filter((rule) => fitting.includes(ruleOf(rule)));
  if (left.length === rules.length) return { definition: changed, place };
  return setProperty(changed, place, 'validators', left.length > 0 ? left : undefined);
};
