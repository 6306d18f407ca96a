/**
 * Conditions that can never hold, or always do: tried with every answer that the questions in them may have. Where one of
 * them may be answered with anything (a text, a number), nothing is said.
 */
import type { Answer } from '../../programme/records.ts';
import {
  type Condition,
  compileCondition,
  ExpressionError,
  type ExpressionPlace,
  namesIn,
  parseExpression,
  type Values,
} from '../conditions.ts';
import { codeOf, compileChoices, rateCodes } from '../fields/options.ts';
import { isBlank, type Json, listOf } from '../json.ts';
import type { Layout, PlacedElement } from './elements.ts';
import { join, type Problems } from './problem.ts';

const mostCombinations = 2000;
/** In one check: whatever the survey, it takes well under a second. */
const mostTried = 50_000;
/** All their combinations are 64. */
const mostSeveral = 6;

const subsets = (codes: readonly string[]): string[][] =>
  codes.reduce<string[][]>((all, code) => all.flatMap((each) => [each, [...each, code]]), [[]]);

/** undefined: cannot be listed. No answer is one of them. */
export function answersTo(question: Json): (Answer | undefined)[] | undefined {
  // Whatever a choice is itself shown by: more answers than there are at a time are tried, never fewer.
  const plain = { ...question, choices: listOf(question.choices).map(codeOf), choicesVisibleIf: undefined };
  const codes = () => [...compileChoices(plain, { known: new Map() }).keys()];
  const isSeveral = question.type === 'checkbox' || question.type === 'tagbox' || question.multiSelect === true;
  if (question.type === 'boolean')
    return [undefined, question.valueTrue ?? true, question.valueFalse ?? false] as Answer[];
  if (question.type === 'rating') return [undefined, ...rateCodes(question)];
  if (!['radiogroup', 'dropdown', 'imagepicker', 'checkbox', 'tagbox'].includes(String(question.type)))
    return undefined;
  const all = codes();
  if (!isSeveral) return [undefined, ...all];
  if (all.length > mostSeveral) return undefined;
  return [undefined, ...subsets(all.map(String)).filter((each) => each.length > 0)];
}

interface Asked {
  place: ExpressionPlace;
  answers: ReadonlyMap<string, (Answer | undefined)[] | undefined>;
  tried: number;
}

function compiled(text: unknown, { place }: Asked): { condition: Condition; names: string[] } | undefined {
  if (typeof text !== 'string' || isBlank(text)) return undefined;
  try {
    const condition = compileCondition(text, place, 'exactly');
    return condition && { condition, names: namesIn(parseExpression(text)) };
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

function* combinations(names: readonly string[], asked: Asked): Iterable<Values> {
  const [first, ...rest] = names;
  if (first === undefined) {
    yield {};
    return;
  }
  for (const others of combinations(rest, asked))
    for (const answer of asked.answers.get(first) ?? [])
      yield answer === undefined ? others : { ...others, [first]: answer };
}

/** How often the condition holds among all answers that meet those around it; undefined when it cannot be told. */
function truthOf(text: unknown, around: readonly string[], asked: Asked): 'never' | 'always' | undefined {
  const own = compiled(text, asked);
  const outer = around.map((each) => compiled(each, asked)).filter((each) => each !== undefined);
  if (!own || own.names.length === 0) return undefined;
  const roots = [...new Set([own, ...outer].flatMap(({ names }) => names.map(rootOf)))];
  const count = roots.reduce(
    (product, name) => product * (asked.answers.get(name)?.length ?? Number.POSITIVE_INFINITY),
    1,
  );
  if (count > mostCombinations || asked.tried + count > mostTried) return undefined;
  asked.tried += count;
  let [holds, fails] = [0, 0];
  for (const values of combinations(roots, asked)) {
    const scope = { values, panel: values };
    if (!outer.every(({ condition }) => condition(scope))) continue;
    if (own.condition(scope)) holds++;
    else fails++;
  }
  if (holds + fails === 0) return undefined;
  if (holds === 0) return 'never';
  return fails === 0 ? 'always' : undefined;
}

/** Names are unique in the whole form, so those of an entry need no scope of their own. */
const rootOf = (name: string): string => name.replace(/^panel\./, '').split('.')[0] ?? '';

const onElements = {
  visibleIf: { never: 'no answer makes this true, so it is never shown', always: 'every answer makes this true' },
  requiredIf: { never: 'no answer makes this true, so it is never required', always: 'every answer makes this true' },
} as const;

export function checkTruth(
  layout: Layout,
  placeOf: (element: PlacedElement) => ExpressionPlace,
  problems: Problems,
): void {
  const answers = new Map(layout.questions.map(({ json }) => [String(json.name), answersTo(json)]));
  let tried = 0;
  const elements: PlacedElement[] = [...layout.groups, ...layout.questions];
  for (const element of elements)
    for (const [property, words] of Object.entries(onElements)) {
      const { json, path, around } = element;
      if (isBlank(json[property])) continue;
      const asked: Asked = { place: placeOf(element), answers, tried };
      const truth = truthOf(json[property], around, asked);
      tried = asked.tried;
      if (truth) problems.warning(join(path, property), truth === 'never' ? 'never-true' : 'always-true', words[truth]);
    }
}
