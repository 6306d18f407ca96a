// Which versions of its questions a goal counts: whether answers lie on both sides of a version that broke their series.
import { type Breaks, type Range, versionsIn } from '../answers/breaks.ts';
import { cardsOf, measuringPoints } from '../answers/names.ts';
import { type Question, questionNamesOf } from '../answers/questions.ts';
import { namesInText } from '../expressions/parse.ts';
import type { Goal } from '../programme/schema.ts';
import type { AnyDefinition } from '../surveys/definition.ts';
import type { Source } from './selection.ts';

/** Of one question that a version broke: those versions, and the first and last one that answers are of. */
export interface Stretch {
  question: string;
  breaks: readonly number[];
  range: Range;
}

export const isBroken = (stretches: readonly Stretch[]): boolean =>
  stretches.some(({ breaks, range: [first, last] }) => breaks.some((each) => first < each && each <= last));

/** Of two sources together, the questions that both have answers to. */
export function together(one: readonly Stretch[], other: readonly Stretch[]): Stretch[] {
  return one.flatMap((each) => {
    const same = other.find(({ question }) => question === each.question);
    if (!same) return [];
    const [[first, last], [from, to]] = [each.range, same.range];
    return [{ ...each, range: [Math.min(first, from), Math.max(last, to)] as const }];
  });
}

type Counted = Omit<Source, 'programme'>;

const namesCounted = ({ indicator: { of, where, reach } }: Goal): string[] =>
  [of, where, reach?.of].flat().flatMap((text) => (text === undefined ? [] : namesInText(text)));

/** Of a goal that counts responses the questions it counts, whether a version broke them or not. */
export function questionsCounted(surveys: readonly AnyDefinition[], goal: Goal): string[] {
  const known = questionNamesOf(surveys.filter(({ name }) => name === goal.indicator.survey));
  return [...new Set(namesCounted(goal).flatMap((name) => known.get(name)?.question ?? []))];
}

/** Of the whole goal, whatever it is narrowed to: whether a group has answers to both versions is told to nobody. */
export function stretchesOf(source: Counted, goal: Goal): Stretch[] {
  const { indicator, target } = goal;
  const { population, survey, wave } = indicator;
  const names = namesCounted(goal);
  if (population === 'assessed') return ofCards(source, names);
  if (population !== 'responses' || survey === undefined) return [];
  const others = target !== undefined && 'aboveWave' in target ? [target.aboveWave] : [];
  return ofResponses(source, survey, names, wave === undefined ? undefined : [wave, ...others]);
}

/** @param names of questions, or of rows of a matrix; @param waves only those, when given */
export function ofResponses(
  { surveys, table }: Counted,
  survey: string,
  names: readonly string[],
  waves?: readonly string[],
): Stretch[] {
  const known = questionNamesOf(surveys.filter((each) => each.name === survey));
  const questions = new Set(names.map((name) => known.get(name)?.question ?? name));
  const broken = [...questions].flatMap((question) => {
    const breaks = breaksAt(table.breaks, survey, question);
    return breaks.length > 0 ? [{ question, breaks }] : [];
  });
  // Most goals have none, and need no look at every response.
  const range = broken.length > 0 ? versionsIn(table.rowsOf('responses', survey), waves) : undefined;
  return broken.flatMap(({ question, breaks }) => stretch(question, breaks, range));
}

/** @param names with or without `.first`, `.last`, `.change` */
export function ofCards({ surveys, table }: Counted, names: readonly string[]): Stretch[] {
  const cards = cardsOf(surveys);
  const known = questionNamesOf(cards);
  const found = new Map(
    names.flatMap((name) => known.get(withoutPoint(name)) ?? []).map((each) => [keyOf(each), each]),
  );
  const { versionsAnswering } = table.rowsOf('assessed');
  return [...found].flatMap(([key, question]) => {
    const breaks = [...new Set(cards.map(({ name }) => name))].flatMap((card) => breaksAt(table.breaks, card, key));
    return stretch(key, breaks, breaks.length > 0 ? versionsAnswering?.(question) : undefined);
  });
}

const keyOf = ({ half = 'person', question }: Question) => `${half}.${question}`;
const breaksAt = (breaks: Breaks, survey: string, question: string) => breaks.get(survey)?.get(question) ?? [];
const stretch = (question: string, breaks: readonly number[], range: Range | undefined): Stretch[] =>
  breaks.length > 0 && range ? [{ question, breaks, range }] : [];

function withoutPoint(name: string): string {
  const point = measuringPoints.find((each) => name.endsWith(`.${each}`));
  return point ? name.slice(0, -point.length - 1) : name;
}
