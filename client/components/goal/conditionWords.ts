// A condition in plain words. survey-core's own parser reads it, so that what is said is what is counted.
import { ArrayOperand, BinaryOperand, ConditionsParser, type Operand, UnaryOperand, Variable } from 'survey-core';
import { isRelation, type Plain, plainOf, type Relation } from '../condition/parsed.ts';

export interface Vocabulary {
  name(name: string): string;
  value(name: string, value: Plain): string;
  and: string;
  or: string;
  not: string;
  say(operator: Comparison, name: string, value: string): string;
}
export type Comparison = (typeof comparisons)[keyof typeof comparisons];
const comparisons = {
  equal: 'is',
  notequal: 'isNot',
  greater: 'greater',
  less: 'less',
  greaterorequal: 'atLeastIs',
  lessorequal: 'atMostIs',
  contains: 'contains',
  notcontains: 'containsNot',
  anyof: 'isAnyOf',
  noneof: 'isNoneOf',
  allof: 'containsAll',
  empty: 'isEmpty',
  notempty: 'isNotEmpty',
} as const satisfies Record<Relation, string>;

/** @returns undefined when the condition uses what there are no plain words for: then its own text has to do */
export const conditionWords = (text: string, words: Vocabulary): string | undefined => {
  const operand = new ConditionsParser().parseExpression(text);
  return operand ? sentence(operand, words) : undefined;
};

/** What holds exactly where the other does not, unanswered questions included; a comparison by size has no such counterpart. */
const opposites: Partial<Record<Relation, Relation>> = {
  ...{ equal: 'notequal', notequal: 'equal', contains: 'notcontains', notcontains: 'contains' },
  ...{ anyof: 'noneof', noneof: 'anyof', empty: 'notempty', notempty: 'empty' },
};

const sentence = (operand: Operand, words: Vocabulary, isNegated = false): string | undefined => {
  if (operand instanceof UnaryOperand && operand.operator === 'negate')
    return sentence(operand.expression, words, !isNegated);
  if (operand instanceof UnaryOperand) return compared(operand.operator, operand.expression, '', words, isNegated);
  if (!(operand instanceof BinaryOperand)) return undefined;
  const { operator } = operand;
  const left: Operand = operand.leftOperand;
  const right: Operand = operand.rightOperand;
  if (operator === 'and' || operator === 'or') return joined(left, right, operator, words, isNegated);
  const value = left instanceof Variable ? valueWords(left.variable, right, words) : undefined;
  return value === undefined ? undefined : compared(operator, left, value, words, isNegated);
};

const compared = (operator: string, of: Operand, value: string, words: Vocabulary, isNegated: boolean) => {
  if (!isRelation(operator) || !(of instanceof Variable)) return undefined;
  const opposite = isNegated ? opposites[operator] : operator;
  const said = words.say(comparisons[opposite ?? operator], words.name(of.variable), value);
  return opposite === undefined ? `${words.not} (${said})` : said;
};

/** Not both is: not the one or not the other. */
const joined = (left: Operand, right: Operand, operator: 'and' | 'or', words: Vocabulary, isNegated: boolean) => {
  const wordOf = (each: 'and' | 'or') => (isNegated ? (each === 'and' ? 'or' : 'and') : each);
  const part = (operand: Operand) => {
    const said = sentence(operand, words, isNegated);
    return said !== undefined && joinOf(operand, isNegated) === wordOf(operator === 'and' ? 'or' : 'and')
      ? `(${said})`
      : said;
  };
  const [a, b] = [part(left), part(right)];
  return a === undefined || b === undefined ? undefined : `${a} ${words[wordOf(operator)]} ${b}`;
};

/** The word that stands between what an operand says; undefined for a single comparison. */
const joinOf = (operand: Operand, isNegated: boolean): 'and' | 'or' | undefined => {
  if (operand instanceof UnaryOperand && operand.operator === 'negate') return joinOf(operand.expression, !isNegated);
  if (!(operand instanceof BinaryOperand) || (operand.operator !== 'and' && operand.operator !== 'or'))
    return undefined;
  return isNegated ? (operand.operator === 'and' ? 'or' : 'and') : operand.operator;
};

const valueWords = (name: string, operand: Operand, words: Vocabulary): string | undefined => {
  if (operand instanceof Variable) return words.name(operand.variable);
  if (operand instanceof ArrayOperand) {
    const values = operand.values.map((each) => valueWords(name, each, words));
    return values.every((each) => each !== undefined) ? listed(values, words.or) : undefined;
  }
  const value = plainOf(operand);
  return value === undefined ? undefined : words.value(name, value);
};

const listed = (values: string[], or: string): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${or} ${values.at(-1)}`;
