/**
 * The answers that can make a difference to who is asked what: every choice, and of numbers and texts one on each side of what
 * conditions compare them with.
 */
import { Compared, type Constant, rootOf } from '../cases/compared.ts';
import { answersTo } from '../cases/listed.ts';
import { aroundNumbers, type Case, maskedCases, numberLimitsOf } from '../cases/numbers.ts';
import { namesIn, parseExpression } from '../conditions.ts';
import { maskOf } from '../fields/mask/mask.ts';
import type { Ground, Step } from './parts.ts';

export interface Cases {
  /** By question that conditions ask for. */
  answers: Map<string, Case[]>;
  /** Those whose answers cannot be listed. */
  free: string[];
}

const otherText = 'x';
function casesOf({ part, type }: Step, constants: ReadonlySet<Constant> | undefined): Case[] | undefined {
  const { json } = part;
  const listed = answersTo({ ...json, type });
  if (listed) return listed;
  if (!constants) return undefined;
  const mask = type === 'text' ? maskOf(json) : undefined;
  if (mask) return maskedCases(mask, constants);
  if (type === 'text' && json.inputType === 'number') return aroundNumbers(numberLimitsOf(json), constants);
  const isText = type === 'comment' || (type === 'text' && (json.inputType ?? 'text') === 'text');
  if (isText) return [undefined, ...new Set([...[...constants].map(String), otherText])];
  return undefined;
}

/** Names that conditions ask for; of a computed value what it is reckoned from. */
export function casesIn({ steps }: Ground): Cases {
  const constants = new Compared();
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
    const found = casesOf(step, constants.found.get(step.name)?.values);
    if (found) cases.answers.set(step.name, found);
    else cases.free.push(step.name);
  }
  // A comment is asked for by the name of its question.
  cases.free.push(...[...names].filter((name) => name.endsWith('-Comment')));
  return cases;
}
