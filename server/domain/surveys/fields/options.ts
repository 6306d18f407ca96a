/** The choices of a question, the rows and columns of a matrix, the numbers of a scale. */
import { type Condition, compileCondition, type ExpressionPlace, type Scope } from '../conditions.ts';
import { isJsonObject, type Json, listOf } from '../json.ts';

export type Code = string | number;
export interface Option {
  code: Code;
  /** Stands alone: none, refused, don't know and what is marked isExclusive. */
  exclusive: boolean;
  visibleIf: Condition | undefined;
}
export type Options = ReadonlyMap<Code, Option>;

/** survey-core's own values for the items that a flag adds. */
const specials = [
  ['showRefuseItem', 'refused'],
  ['showDontKnowItem', 'dontknow'],
  ['showNoneItem', 'none'],
  ['showOtherItem', 'other'],
] as const;

export function codeOf(item: unknown): Code | undefined {
  const value = isJsonObject(item) ? item.value : item;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** `shared` is choicesVisibleIf, rowsVisibleIf or columnsVisibleIf: an item's own visibleIf goes before it. */
export function compileItems(items: unknown, shared: unknown, place: ExpressionPlace): Map<Code, Option> {
  const itemPlace = { ...place, hasItem: true };
  const common = compileCondition(shared, itemPlace, 'loosely');
  const options = new Map<Code, Option>();
  for (const item of listOf(items)) {
    const code = codeOf(item);
    if (code === undefined) continue;
    const json = isJsonObject(item) ? item : {};
    const visibleIf = compileCondition(json.visibleIf, itemPlace, 'loosely') ?? common;
    options.set(code, { code, exclusive: json.isExclusive === true, visibleIf });
  }
  return options;
}

export function compileChoices(question: Json, place: ExpressionPlace): Map<Code, Option> {
  const options = compileItems(question.choices, question.choicesVisibleIf, place);
  for (const [flag, code] of specials)
    if (question[flag] === true) options.set(code, { code, exclusive: code !== 'other', visibleIf: undefined });
  return options;
}

/** The numbers of a rating: its own list, else rateMin (1) to rateMax (5) by rateStep (1). */
export function rateCodes(question: Json): Code[] {
  const own = listOf(question.rateValues).map(codeOf);
  if (own.length > 0) return own.filter((code) => code !== undefined);
  const number = (name: string, otherwise: number) => (typeof question[name] === 'number' ? question[name] : otherwise);
  const [from, to, step] = [number('rateMin', 1), number('rateMax', 5), number('rateStep', 1)];
  const codes: number[] = [];
  for (let code = from; step > 0 && code <= to && codes.length < 100; code += step) codes.push(code);
  return codes;
}

export function compileRates(question: Json, place: ExpressionPlace): Map<Code, Option> {
  const own = listOf(question.rateValues).length > 0;
  return compileItems(own ? question.rateValues : rateCodes(question), undefined, place);
}

export function isOffered(option: Option, scope: Scope): boolean {
  return option.visibleIf === undefined || option.visibleIf({ ...scope, item: option.code });
}

/** For messages: the first codes of the list. */
export function listed(options: Options): string {
  const codes = [...options.keys()].slice(0, 12).join(', ');
  return options.size > 12 ? `${codes} ...` : codes;
}
