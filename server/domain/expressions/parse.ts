// survey-core's own parser, so that the language is SurveyJS's to the letter; the evaluation is ours (evaluate.ts).
import {
  ArrayOperand,
  BinaryOperand,
  ConditionsParser,
  Const,
  FunctionOperand,
  type Operand,
  UnaryOperand,
  Variable,
} from 'survey-core';
import {
  binaryOperators,
  type Expression,
  ExpressionError,
  type FunctionName,
  functionNames,
  namesIn,
  unaryOperators,
} from './syntax.ts';

/** Parsing costs more than counting a small programme; the same few goals are asked for again and again. */
const parsed = new Map<string, Expression>();
const mostKept = 500;

/** Names that an indicator counts by: those of an expression, or the bare name itself. */
export const namesInText = (text: string): string[] => (/[{}]/.test(text) ? namesIn(parseExpression(text)) : [text]);

/** @throws ExpressionError when the text does not parse, or uses an operator or a function that is not counted with. */
export function parseExpression(text: string): Expression {
  const known = parsed.get(text);
  if (known) return known;
  const expression = parse(text);
  if (parsed.size >= mostKept) parsed.clear();
  parsed.set(text, expression);
  return expression;
}

function parse(text: string): Expression {
  const parser = new ConditionsParser();
  const operand = parser.parseExpression(text);
  if (!operand) {
    const { at, code } = parser.error ?? { at: 0, code: 'nothing to read' };
    throw new ExpressionError(`"${text}" is not an expression: at character ${at + 1}: ${code}`);
  }
  return convert(operand);
}

function convert(operand: Operand | null): Expression {
  // The parser reads the word `undefined` as no operand at all.
  if (!operand) throw new ExpressionError("'undefined' is not a value here: use empty or notempty");
  // A Variable is a Const too, so it is asked for first.
  if (operand instanceof Variable) return { kind: 'name', name: operand.variable };
  if (operand instanceof Const) return constant(operand);
  if (operand instanceof ArrayOperand) return { kind: 'list', items: operand.values.map(convert) };
  if (operand instanceof UnaryOperand)
    return {
      kind: 'unary',
      operator: known(unaryOperators, operand.operator, 'operator'),
      operand: convert(operand.expression),
    };
  if (operand instanceof BinaryOperand)
    return {
      kind: 'binary',
      operator: known(binaryOperators, operand.operator, 'operator'),
      left: convert(operand.leftOperand),
      right: convert(operand.rightOperand),
    };
  if (operand instanceof FunctionOperand) return call(operand);
  throw new ExpressionError(`a ${operand.getType()} cannot be counted with`);
}

function constant(operand: Const): Expression {
  const quoted = /^['"]/.test(operand.toString());
  return { kind: 'const', value: operand.correctValue as string | number | boolean, quoted };
}

function call(operand: FunctionOperand): Expression {
  // survey-core has no such function and takes it for false; a person means the operator.
  if (operand.functionName.toLowerCase() === 'not') throw new ExpressionError('write !(...) for not(...)');
  const name: FunctionName = known(functionNames, operand.functionName, 'function');
  return { kind: 'call', name, parameters: operand.paramValues.map(convert) };
}

function known<Name extends string>(names: readonly Name[], name: string, what: string): Name {
  const found = names.find((each) => each === name);
  if (found === undefined)
    throw new ExpressionError(`${what} "${name}" cannot be counted with; use one of ${names.join(', ')}`);
  return found;
}
