// QUESTION.first, .last and .change of enrolments with two or more cards.
import type { Assessment } from '../programme/records.ts';
import type { AnyDefinition } from '../surveys/definition.ts';
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

function ratings(cards: Assessment[], { half = 'person', question }: Question): number[] {
  return cards.flatMap((card) => {
    const value = Object.hasOwn(card[half], question) ? card[half][question] : undefined;
    return value === undefined ? [] : [value];
  });
}
