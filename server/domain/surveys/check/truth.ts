/**
 * Conditions that can never hold, or always do: tried with every answer that the questions in them may have, and of numbers, days
 * and texts with one for each stretch that they tell apart. Where that cannot be done (sums, parts of a text), nothing is said.
 */
import type { Operand } from 'survey-core';
import { Compared, rootOf } from '../cases/compared.ts';
import { answersTo } from '../cases/listed.ts';
import type { Case } from '../cases/numbers.ts';
import { casesToldApart } from '../cases/toldApart.ts';
import {
  type Condition,
  compileCondition,
  ExpressionError,
  type ExpressionPlace,
  namesIn,
  parseExpression,
  type Values,
} from '../conditions.ts';
import { isBlank, type Json } from '../json.ts';
import type { Layout, PlacedElement } from './elements.ts';
import { join, type Problems } from './problem.ts';

const mostCombinations = 2000;
/** In one check: whatever the survey, it takes well under a second. */
const mostTried = 50_000;

interface Asked {
  place: ExpressionPlace;
  questions: ReadonlyMap<string, Json>;
  /** Of those with choices. */
  listed: ReadonlyMap<string, Case[] | undefined>;
  tried: number;
}

interface Compiled {
  condition: Condition;
  operand: Operand;
  names: string[];
}

function compiled(text: unknown, { place }: Asked): Compiled | undefined {
  if (typeof text !== 'string' || isBlank(text)) return undefined;
  try {
    const condition = compileCondition(text, place, 'exactly');
    const operand = parseExpression(text);
    return condition && { condition, operand, names: namesIn(operand) };
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

function* combinations(cases: readonly (readonly [string, Case[]])[]): Iterable<Values> {
  const [first, ...rest] = cases;
  if (first === undefined) {
    yield {};
    return;
  }
  const [name, answers] = first;
  for (const others of combinations(rest))
    for (const answer of answers) yield answer === undefined ? others : { ...others, [name]: answer };
}

/** How often the condition holds among all answers that meet those around it; undefined when it cannot be told. */
function truthOf(text: unknown, around: readonly string[], asked: Asked): 'never' | 'always' | undefined {
  const own = compiled(text, asked);
  const outer = around.map((each) => compiled(each, asked)).filter((each) => each !== undefined);
  if (!own || own.names.length === 0) return undefined;
  const cases = casesIn([own, ...outer], asked);
  const count = cases?.reduce((product, [, answers]) => product * answers.length, 1) ?? Number.POSITIVE_INFINITY;
  if (!cases || count > mostCombinations || asked.tried + count > mostTried) return undefined;
  asked.tried += count;
  let [holds, fails] = [0, 0];
  for (const values of combinations(cases)) {
    const scope = { values, panel: values };
    if (!outer.every(({ condition }) => condition(scope))) continue;
    if (own.condition(scope)) holds++;
    else fails++;
  }
  if (holds + fails === 0) return undefined;
  if (holds === 0) return 'never';
  return fails === 0 ? 'always' : undefined;
}

/** By question that the conditions ask for; undefined when those of one cannot be listed. */
function casesIn(conditions: readonly Compiled[], asked: Asked): [string, Case[]][] | undefined {
  const compared = new Compared();
  for (const { operand } of conditions) compared.read(operand);
  const roots = [...new Set(conditions.flatMap(({ names }) => names.map(rootOf)))];
  const cases = roots.map((name): [string, Case[] | undefined] => {
    const [question, comparisons] = [asked.questions.get(name), compared.found.get(name)];
    return [name, asked.listed.get(name) ?? (question && comparisons && casesToldApart(question, comparisons))];
  });
  return cases.every((each): each is [string, Case[]] => each[1] !== undefined) ? cases : undefined;
}

const onElements = {
  visibleIf: { never: 'no answer makes this true, so it is never shown', always: 'every answer makes this true' },
  requiredIf: { never: 'no answer makes this true, so it is never required', always: 'every answer makes this true' },
} as const;

export function checkTruth(
  layout: Layout,
  placeOf: (element: PlacedElement) => ExpressionPlace,
  problems: Problems,
): void {
  const questions = new Map(layout.questions.map(({ json, type }) => [String(json.name), { ...json, type }]));
  const listed = new Map([...questions].map(([name, json]) => [name, answersTo(json)]));
  let tried = 0;
  const elements: PlacedElement[] = [...layout.groups, ...layout.questions];
  for (const element of elements)
    for (const [property, words] of Object.entries(onElements)) {
      const { json, path, around } = element;
      if (isBlank(json[property])) continue;
      const asked: Asked = { place: placeOf(element), questions, listed, tried };
      const truth = truthOf(json[property], around, asked);
      tried = asked.tried;
      if (truth) problems.warning(join(path, property), truth === 'never' ? 'never-true' : 'always-true', words[truth]);
    }
}
