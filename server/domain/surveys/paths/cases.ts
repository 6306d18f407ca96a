/**
 * The answers that can make a difference to who is asked what: every choice, and of numbers and texts one on each side of what
 * conditions compare them with.
 */
import { ArrayOperand, BinaryOperand, Const, FunctionOperand, type Operand, UnaryOperand, Variable } from 'survey-core';
import { answersTo } from '../check/truth.ts';
import { namesIn, parseExpression } from '../conditions.ts';
import { maskOf } from '../fields/mask/mask.ts';
import { aroundNumbers, type Case, maskedCases } from './constants.ts';
import type { Ground, Step } from './parts.ts';

export interface Cases {
  /** By question that conditions ask for. */
  answers: Map<string, Case[]>;
  /** Those whose answers cannot be listed. */
  free: string[];
}

const rootOf = (name: string): string => name.split('.')[0] ?? '';
const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** What each name is compared with; undefined for one that is reckoned with or compared with another question. */
class Constants {
  readonly found = new Map<string, Set<string | number> | undefined>();

  read(operand: Operand): void {
    if (operand instanceof BinaryOperand) this.binary(operand);
    else if (operand instanceof UnaryOperand)
      if (operand.expression instanceof Variable)
        this.add(operand.expression, operand.operator === 'negate' ? undefined : []);
      else this.read(operand.expression);
    else if (operand instanceof Variable) this.add(operand, undefined);
    else if (operand instanceof FunctionOperand)
      for (const name of namesIn(operand)) this.found.set(rootOf(name), undefined);
    else if (operand instanceof ArrayOperand) for (const each of operand.values) this.read(each as Operand);
  }

  private binary(operand: BinaryOperand): void {
    const sides = [operand.leftOperand, operand.rightOperand] as Operand[];
    const [name, ...others] = sides.filter((side) => side instanceof Variable);
    const isCompared = !operand.isConjunction && !operand.isArithmetic && name !== undefined && others.length === 0;
    const against = sides.find((side) => side !== name);
    const values = against instanceof ArrayOperand ? (against.values as unknown[]) : [against];
    const plain = values.map((each) =>
      each instanceof Const && !(each instanceof Variable) ? each.correctValue : null,
    );
    if (isCompared && plain.every(isPlain)) this.add(name, plain);
    else for (const side of sides) this.read(side);
  }

  private add({ variable }: Variable, values: readonly (string | number)[] | undefined): void {
    const name = rootOf(variable);
    const isKnown = this.found.has(name);
    const before = this.found.get(name);
    const isPath = name !== variable;
    if (values === undefined || isPath || (isKnown && before === undefined)) this.found.set(name, undefined);
    else this.found.set(name, new Set([...(before ?? []), ...values]));
  }
}

const number = (limit: unknown): number | undefined => (typeof limit === 'number' ? limit : undefined);
const limitsOf = ({ min, max }: Step['part']['json']) => ({ min: number(min), max: number(max) });

const otherText = 'x';
function casesOf({ part, type }: Step, constants: ReadonlySet<string | number> | undefined): Case[] | undefined {
  const { json } = part;
  const listed = answersTo({ ...json, type });
  if (listed) return listed;
  if (!constants) return undefined;
  const mask = type === 'text' ? maskOf(json) : undefined;
  if (mask) return maskedCases(mask, constants);
  if (type === 'text' && json.inputType === 'number') return aroundNumbers(limitsOf(json), constants);
  const isText = type === 'comment' || (type === 'text' && (json.inputType ?? 'text') === 'text');
  if (isText) return [undefined, ...new Set([...[...constants].map(String), otherText])];
  return undefined;
}

/** Names that conditions ask for; of a computed value what it is reckoned from. */
export function casesIn({ steps }: Ground): Cases {
  const constants = new Constants();
  const queue = steps.flatMap(({ conditions }) =>
    conditions.flatMap(({ property, expression }) =>
      property === 'visibleIf' || property === 'skipIf' ? [expression] : [],
    ),
  );
  const byName = new Map(steps.map((step) => [step.name, step]));
  const names = new Set<string>();
  for (const expression of queue) {
    const operand = parseExpression(expression);
    constants.read(operand);
    for (const name of namesIn(operand).map(rootOf)) {
      if (names.has(name)) continue;
      names.add(name);
      const step = byName.get(name);
      if (step?.type === 'expression') queue.push(String(step.part.json.expression ?? ''));
    }
  }
  const cases: Cases = { answers: new Map(), free: [] };
  for (const step of steps.filter(
    ({ name, type }) => names.has(name) && type !== 'expression' && type !== 'page' && type !== 'panel',
  )) {
    const found = casesOf(step, constants.found.get(step.name));
    if (found) cases.answers.set(step.name, found);
    else cases.free.push(step.name);
  }
  // A comment is asked for by the name of its question.
  cases.free.push(...[...names].filter((name) => name.endsWith('-Comment')));
  return cases;
}
