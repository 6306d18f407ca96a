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

/** Of a file with a column for the version: each row is read by its own, one without it by the newest that has its answers. */
export function versionedKind(
  programme: Programme,
  newestFirst: readonly CardDefinition[],
  known: KnownEnrolments,
): Kind<Assessment> {
  const kinds = newestFirst.map((card) => ({ card, kind: assessmentKind(programme, card, known) }));
  const asked = [...new Set(kinds.flatMap(({ kind }) => kind.columns))];
  const read = (cells: Cells): Assessment => {
    const given = cells.number('version', { whole: true });
    const filled = asked.filter((column) => cells.raw(column) !== undefined);
    const isWhole = ({ kind }: (typeof kinds)[number]) => filled.every((column) => kind.columns.includes(column));
    const own = given === undefined ? kinds.find(isWhole) : kinds.find(({ card }) => card.version === given);
    if (!own) {
      const versions = newestFirst.map(({ version }) => version).toReversed();
      cells.refuse('version', `the card has no such version for this row; it has ${versions.join(', ')}`);
      return { enrolment: '', date: '', person: {}, coordinator: {} };
    }
    for (const column of filled)
      if (!own.kind.columns.includes(column))
        cells.refuse(column, `version ${own.card.version} has no such question; leave it empty`);
    return { ...own.kind.read(cells), ...(given !== undefined && { version: given }) };
  };
  return { columns: ['version', ...asked], key: ['enrolment', 'date'], read };
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
