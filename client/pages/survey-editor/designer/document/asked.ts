// What a condition can ask for: the questions of a form, and the values their answers may have.

import { type AskedName, relationsFor } from '../../../../components/condition/asked.ts';
import type { Plain, Relation } from '../../../../components/condition/parsed.ts';
import { exampleOf, isNumberMask } from '../../../../components/survey/mask.ts';
import { textIn } from './texts.ts';
import { isJson, type Json, listOf, type Place, questionsOf, repeatingAround, textOf } from './tree.ts';

const given: readonly Relation[] = ['notempty', 'empty'];
const lengths: readonly Relation[] = ['greaterorequal', 'equal', 'less', 'greater', 'lessorequal', 'notequal'];

const specials = [
  ['showNoneItem', 'none', 'noneText'],
  ['showDontKnowItem', 'dontknow', 'dontKnowText'],
  ['showRefuseItem', 'refused', 'refuseText'],
  ['showOtherItem', 'other', 'otherText'],
] as const;
const isPlain = (value: unknown): value is Plain => ['string', 'number', 'boolean'].includes(typeof value);

const valuesOf = (element: Json, language: string, words: Words): AskedName['values'] => {
  const title = (text: unknown, value: unknown) => textIn(text, language) || textIn(text, 'sv') || String(value);
  if (element.type === 'boolean') {
    const [yes, no] = [element.valueTrue ?? true, element.valueFalse ?? false].map((value) =>
      isPlain(value) ? value : String(value),
    );
    return [
      { value: yes ?? true, title: textIn(element.labelTrue, language) || words.yes },
      { value: no ?? false, title: textIn(element.labelFalse, language) || words.no },
    ];
  }
  if (element.type === 'rating' && listOf(element.rateValues).length === 0) {
    const [first, last, step] = [
      Number(element.rateMin ?? 1),
      Number(element.rateMax ?? 5),
      Number(element.rateStep ?? 1) || 1,
    ];
    const count = Math.max(0, Math.min(20, Math.floor((last - first) / step) + 1));
    return Array.from({ length: count }, (_, at) => first + at * step).map((value) => ({
      value,
      title: String(value),
    }));
  }
  const entries = listOf(element.choices ?? element.rateValues).flatMap((entry) => {
    const value = isJson(entry) ? entry.value : entry;
    return isPlain(value) ? [{ value, title: isJson(entry) ? title(entry.text, value) : String(value) }] : [];
  });
  if (entries.length === 0) return undefined;
  const extra = specials.flatMap(([flag, value, text]) =>
    element[flag] === true ? [{ value, title: title(element[text], value) }] : [],
  );
  return [...entries, ...extra];
};

const kindOf = (element: Json): AskedName['kind'] => {
  const { type, inputType } = element;
  if (type === 'rating' || type === 'expression' || inputType === 'number' || isNumberMask(element)) return 'number';
  if (type === 'checkbox' || type === 'tagbox' || type === 'ranking') return 'list';
  return type === 'radiogroup' || type === 'dropdown' || type === 'imagepicker' || type === 'boolean' ? 'code' : 'text';
};

export interface Words {
  yes: string;
  no: string;
  /** Of a repeating panel's entries. */
  numberOf: (title: string) => string;
}

/**
 * All but the one at `place`; what can't be named by a plain answer (matrices, several texts) is left out. In a repeating panel
 * those of the same entry are `panel.name`, elsewhere none of them is asked; the number of entries is a question of its own.
 */
export const askedQuestions = (
  definition: Json,
  form: Place,
  place: Place,
  language: string,
  words: Words,
): AskedName[] => {
  const home = repeatingAround(definition, place);
  return questionsOf(definition, form).flatMap(({ element, place: at }): AskedName[] => {
    const [own, type] = [textOf(element.name), textOf(element.type)];
    const around = repeatingAround(definition, at);
    if (at === place || own === '' || ['html', 'matrix', 'multipletext', 'file'].includes(type)) return [];
    if (around !== undefined && around !== home) return [];
    const name = around === undefined ? own : `panel.${own}`;
    const title = textIn(element.title, language) || textIn(element.title, 'sv') || own;
    if (type === 'paneldynamic') {
      if (at === home) return [];
      const counted = { name: `${own}.length`, title: words.numberOf(title), values: undefined };
      return [{ ...counted, kind: 'number' as const, relations: lengths }];
    }
    const kind = kindOf(element);
    const relations = type === 'signaturepad' ? given : relationsFor[kind];
    const example = type === 'text' ? exampleOf(element)?.named : undefined;
    return [{ name, title, values: valuesOf(element, language, words), kind, relations, example }];
  });
};
