/** An expression as we evaluate it: survey-core's operands, cut down to what is counted and refused otherwise. */
export type Value = string | number | boolean | readonly string[] | null;

export const binaryOperators = [
  ...(['and', 'or'] as const),
  ...(['equal', 'notequal', 'greater', 'less', 'greaterorequal', 'lessorequal'] as const),
  ...(['contains', 'notcontains', 'anyof', 'noneof', 'allof'] as const),
  ...(['plus', 'minus', 'mul', 'div', 'mod', 'power'] as const),
] as const;
export type BinaryOperator = (typeof binaryOperators)[number];

export const unaryOperators = ['empty', 'notempty', 'negate'] as const;
export type UnaryOperator = (typeof unaryOperators)[number];

export const functionNames = ['iif', 'sum', 'avg', 'min', 'max', 'round'] as const;
export type FunctionName = (typeof functionNames)[number];

export type Expression =
  | { kind: 'const'; value: string | number | boolean; quoted: boolean }
  | { kind: 'name'; name: string }
  | { kind: 'list'; items: Expression[] }
  | { kind: 'unary'; operator: UnaryOperator; operand: Expression }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression }
  | { kind: 'call'; name: FunctionName; parameters: Expression[] };

/** The text is not an expression we can evaluate; the message says what to change. */
export class ExpressionError extends Error {
  override name = 'ExpressionError';
}

/** The parts of an expression, one level down. */
export function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'list':
      return expression.items;
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.parameters;
    default:
      return [];
  }
}

/** Every name used, each once, in order of appearance. */
export function namesIn(expression: Expression): string[] {
  const own = expression.kind === 'name' ? [expression.name] : [];
  return [...new Set([...own, ...partsOf(expression).flatMap(namesIn)])];
}

/** Names that `empty` or `notempty` tests: a row may lack these and still hold. */
export function testedNamesIn(expression: Expression): string[] {
  const tests = expression.kind === 'unary' && expression.operator !== 'negate' && expression.operand.kind === 'name';
  const own = tests && expression.operand.kind === 'name' ? [expression.operand.name] : [];
  return [...new Set([...own, ...partsOf(expression).flatMap(testedNamesIn)])];
}
