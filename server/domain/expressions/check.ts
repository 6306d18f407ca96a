// What can be said of an expression before any row is counted: unknown names and operators that do not fit a name.
import type { NameType } from '../answers/columns.ts';
import { type BinaryOperator, type Expression, namesIn, partsOf } from './syntax.ts';

const listOnly: readonly BinaryOperator[] = ['contains', 'notcontains', 'allof'];
const numeric: readonly BinaryOperator[] = ['plus', 'minus', 'mul', 'div', 'mod', 'power'];
const numericTypes: readonly NameType[] = ['number', 'boolean'];

/** @returns problems in plain words, none when the expression can be counted with these names. */
export function checkExpression(expression: Expression, known: ReadonlyMap<string, NameType>): string[] {
  const unknown = namesIn(expression).filter((name) => !known.has(name));
  return [...unknown.map((name) => unknownName(name, known.keys())), ...new Set(misused(expression, known))];
}

export function unknownName(name: string, known: Iterable<string>): string {
  return `"${name}" is not a name here; the names are ${[...known].join(', ')}`;
}

function misused(expression: Expression, known: ReadonlyMap<string, NameType>): string[] {
  const deeper = partsOf(expression).flatMap((part) => misused(part, known));
  if (expression.kind === 'const' && !expression.quoted && known.has(String(expression.value)))
    return [`write {${expression.value}} in braces: without them it is only a word`, ...deeper];
  if (expression.kind !== 'binary') return deeper;
  const { operator, left, right } = expression;
  const typeOf = (side: Expression) => (side.kind === 'name' ? known.get(side.name) : undefined);
  if (listOnly.includes(operator) && left.kind === 'name' && known.has(left.name) && typeOf(left) !== 'list')
    return [`${operator} needs a multi-select, and "${left.name}" is none; use = or anyof`, ...deeper];
  if (listOnly.includes(operator) && left.kind !== 'name')
    return [`${operator} needs a multi-select in braces before it`, ...deeper];
  if (numeric.includes(operator)) {
    const wrong = [left, right].flatMap((side) => {
      const type = typeOf(side);
      return side.kind === 'name' && type && !numericTypes.includes(type) ? [side.name] : [];
    });
    return [...wrong.map((name) => `"${name}" is not a number and cannot be reckoned with`), ...deeper];
  }
  return deeper;
}
