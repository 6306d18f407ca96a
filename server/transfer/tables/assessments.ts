import type { Answers, Assessment } from '../../domain/programme/records.ts';
import type { Programme } from '../../domain/programme/schema.ts';
import type { CardDefinition } from '../../domain/surveys/definition.ts';
import { answerReader } from '../answers.ts';
import type { Cells } from '../cells.ts';
import type { Kind } from '../readTable.ts';
import { type KnownEnrolments, readEnrolment } from './events.ts';

/** @param card the version whose questions the columns are */
export function assessmentKind(programme: Programme, card: CardDefinition, known: KnownEnrolments): Kind<Assessment> {
  const person = answerReader(programme, card.halves.person, 'person.');
  const coordinator = answerReader(programme, card.halves.coordinator, 'coordinator.');
  const read = (cells: Cells): Assessment => {
    const enrolment = readEnrolment(cells, known);
    const date = cells.required('date', cells.day('date'));
    const row = {
      ...{ enrolment, date },
      person: numbers(person.read(cells), 'person.', cells),
      coordinator: numbers(coordinator.read(cells), 'coordinator.', cells),
    };
    const answered = [...person.columns, ...coordinator.columns].some((column) => cells.raw(column) !== undefined);
    if (!answered) cells.refuse('person, coordinator', 'the card has no answer at all; leave the row out');
    return row;
  };
  return {
    columns: ['enrolment', 'date', ...person.columns, ...coordinator.columns],
    key: ['enrolment', 'date'],
    read,
  };
}

/** A card's answers are ratings: anything else has no place in an assessment. */
function numbers(answers: Answers, prefix: string, cells: Cells): Record<string, number> {
  const ratings: Record<string, number> = {};
  for (const [name, answer] of Object.entries(answers)) {
    if (typeof answer === 'number') ratings[name] = answer;
    else cells.refuse(`${prefix}${name}`, 'is not a number; a card keeps ratings alone');
  }
  return ratings;
}
