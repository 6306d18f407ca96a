// QUESTION.first, .last and .change of enrolments with two or more cards.
import type { Assessment } from '../programme/records.ts';
import { type AnyDefinition, isCard } from '../surveys/definition.ts';
import type { Range } from './breaks.ts';
import { type Column, numberColumn } from './columns.ts';
import { byDate } from './enrolments.ts';
import { cardsOf, measuringPoints } from './names.ts';
import { type Question, questionNamesOf } from './questions.ts';

/** The cards of each enrolment by its place, in order of date. */
export function gatherCards(assessments: Assessment[], placeOf: Map<string, number>, size: number): Assessment[][] {
  const cards: Assessment[][] = Array.from({ length: size }, () => []);
  for (const card of byDate(assessments)) cards[placeOf.get(card.enrolment) ?? -1]?.push(card);
  return cards;
}

/**
 * First and last are the first and last non-missing by date; change is last minus first.
 * @param places the enrolment's place of each row
 */
export function assessedColumn(
  surveys: readonly AnyDefinition[],
  cards: Assessment[][],
  places: Int32Array,
): (name: string) => Column | undefined {
  const questions = questionNamesOf(cardsOf(surveys));
  return (name) => {
    const point = measuringPoints.find((each) => name.endsWith(`.${each}`));
    const question = point && questions.get(name.slice(0, -point.length - 1));
    if (!question) return undefined;
    return numberColumn(places.length, (row) => {
      const values = ratings(cards[places[row] ?? -1] ?? [], question);
      const [first, last] = [values.at(0), values.at(-1)];
      if (first === undefined || last === undefined) return undefined;
      return point === 'first' ? first : point === 'last' ? last : last - first;
    });
  };
}

interface PublishedCard {
  version: number;
  publishedAt: string;
  definition: AnyDefinition;
}
/** Cards that came in without a version: what was in force on their day, or the first there is. @returns others as they are */
export function withVersions<Card extends { date: string; version?: number }>(
  cards: readonly Card[],
  surveys: readonly PublishedCard[],
): Card[] {
  const oldestFirst = surveys.filter(({ definition }) => isCard(definition)).sort((a, b) => a.version - b.version);
  const inForce = (date: string) =>
    oldestFirst.findLast(({ publishedAt }) => publishedAt.slice(0, 10) <= date) ?? oldestFirst[0];
  return cards.map((card) => {
    const version = card.version ?? inForce(card.date)?.version;
    return version === undefined ? card : { ...card, version };
  });
}

/** The lowest and highest version of the cards that answer a question of those enrolments; undefined when none does. */
export function versionsAnswering(
  cards: readonly (readonly Assessment[])[],
  places: Int32Array,
  { half = 'person', question }: Question,
): Range | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const place of places)
    for (const { version, [half]: answers } of cards[place] ?? []) {
      if (version === undefined || !Object.hasOwn(answers, question)) continue;
      first = Math.min(first, version);
      last = Math.max(last, version);
    }
  return last > 0 ? [first, last] : undefined;
}

function ratings(cards: Assessment[], { half = 'person', question }: Question): number[] {
  return cards.flatMap((card) => {
    const value = Object.hasOwn(card[half], question) ? card[half][question] : undefined;
    return value === undefined ? [] : [value];
  });
}
