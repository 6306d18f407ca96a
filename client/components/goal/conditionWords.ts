// A condition in plain words. survey-core's own parser reads it, so that what is said is what is counted.
import {
  ArrayOperand,
  BinaryOperand,
  ConditionsParser,
  Const,
  type Operand,
  UnaryOperand,
  Variable,
} from 'survey-core';

export interface Vocabulary {
  name(name: string): string;
  value(name: string, value: string | number | boolean): string;
  and: string;
  or: string;
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
} as const;
const isComparison = (operator: string): operator is keyof typeof comparisons => operator in comparisons;

/** @returns undefined when the condition uses what there are no plain words for: then its own text has to do */
export const conditionWords = (text: string, words: Vocabulary): string | undefined => {
  const operand = new ConditionsParser().parseExpression(text);
  return operand ? sentence(operand, words) : undefined;
};

const sentence = (operand: Operand, words: Vocabulary): string | undefined => {
  if (operand instanceof UnaryOperand) {
    const { operator, expression } = operand;
    if (!isComparison(operator) || !(expression instanceof Variable)) return undefined;
    return words.say(comparisons[operator], words.name(expression.variable), '');
  }
  if (!(operand instanceof BinaryOperand)) return undefined;
  const { operator } = operand;
  const left: Operand = operand.leftOperand;
  const right: Operand = operand.rightOperand;
  if (operator === 'and' || operator === 'or') return joined(left, right, operator, words);
  if (!isComparison(operator) || !(left instanceof Variable)) return undefined;
  const value = valueWords(left.variable, right, words);
  return value === undefined ? undefined : words.say(comparisons[operator], words.name(left.variable), value);
};

const joined = (left: Operand, right: Operand, operator: 'and' | 'or', words: Vocabulary): string | undefined => {
  const part = (operand: Operand) => {
    const said = sentence(operand, words);
    const mixed =
      operand instanceof BinaryOperand && ['and', 'or'].includes(operand.operator) && operand.operator !== operator;
    return said !== undefined && mixed ? `(${said})` : said;
  };
  const [a, b] = [part(left), part(right)];
  return a === undefined || b === undefined ? undefined : `${a} ${words[operator]} ${b}`;
};

const valueWords = (name: string, operand: Operand, words: Vocabulary): string | undefined => {
  if (operand instanceof Variable) return words.name(operand.variable);
  if (operand instanceof ArrayOperand) {
    const values = operand.values.map((each) => valueWords(name, each, words));
    return values.every((each) => each !== undefined) ? listed(values, words.or) : undefined;
  }
  if (!(operand instanceof Const)) return undefined;
  const value: unknown = operand.correctValue;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? words.value(name, value)
    : undefined;
};

const listed = (values: string[], or: string): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${or} ${values.at(-1)}`;
