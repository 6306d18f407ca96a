// A condition in plain words.
import type { Expression } from '../../domain/expressions/syntax.ts';
import { fill } from './text/languages.ts';
import type { ReportText } from './text/sv.ts';

export interface Vocabulary {
  name(name: string): string;
  value(name: string, value: string | number | boolean): string;
}
const comparisons = [
  ...(['equal', 'notequal', 'greater', 'less', 'greaterorequal', 'lessorequal'] as const),
  ...(['contains', 'notcontains', 'anyof', 'noneof', 'allof'] as const),
] as const;

/** @returns undefined when the condition uses what there are no plain words for: then its own text has to do */
export function conditionText(expression: Expression, names: Vocabulary, text: ReportText): string | undefined {
  if (expression.kind === 'unary') {
    const { operator, operand } = expression;
    if (operator === 'negate' || operand.kind !== 'name') return undefined;
    return fill(text[operator], { name: names.name(operand.name) });
  }
  if (expression.kind !== 'binary') return undefined;
  const { operator, left, right } = expression;
  if (operator === 'and' || operator === 'or') {
    const sides = [left, right].map((side) => sideText(side, operator, names, text));
    return sides.every((each) => each !== undefined) ? sides.join(` ${text[operator]} `) : undefined;
  }
  const comparison = comparisons.find((each) => each === operator);
  if (!comparison || left.kind !== 'name') return undefined;
  const value = valueText(left.name, right, names, text);
  return value === undefined ? undefined : fill(text[comparison], { name: names.name(left.name), value });
}

/** In brackets where `and` and `or` stand within each other. */
function sideText(side: Expression, operator: 'and' | 'or', names: Vocabulary, text: ReportText): string | undefined {
  const said = conditionText(side, names, text);
  const isOther =
    side.kind === 'binary' && (side.operator === 'and' || side.operator === 'or') && side.operator !== operator;
  return said !== undefined && isOther ? `(${said})` : said;
}

function valueText(name: string, operand: Expression, names: Vocabulary, text: ReportText): string | undefined {
  if (operand.kind === 'name') return names.name(operand.name);
  if (operand.kind === 'const') return names.value(name, operand.value);
  if (operand.kind !== 'list') return undefined;
  const values = operand.items.map((each) => valueText(name, each, names, text));
  if (!values.every((each) => each !== undefined)) return undefined;
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${text.or} ${values.at(-1)}`;
}
