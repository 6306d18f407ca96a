// Progression cards: long with one row a card, wide with one row an enrolment. Cards with one half are left out, as in counting.
import type { Assessment } from '../../domain/programme/records.ts';
import { isCard } from '../../domain/surveys/definition.ts';
import { isComplete, listAssessments } from '../../store/assessments.ts';
import type { Title } from '../codebook.ts';
import { answerColumnsOf } from './answerColumns.ts';
import { shortBackground } from './background.ts';
import { batches, inOrder, ownEnrolments } from './enrolmentTables.ts';
import type { Source } from './source.ts';
import { type Cell, dayVariable, numberVariable, type Table, type Variable, withBreaks } from './variable.ts';

interface Question {
  variable: Variable;
  read(card: Assessment): number | undefined;
}

/** One question a name, over all versions. */
function questionsOf({ surveys, breaks }: Source): Question[] {
  const card = surveys.find(isCard)?.name ?? '';
  const { variables } = answerColumnsOf(surveys.filter(isCard));
  return variables.flatMap((variable) => {
    const [half, ...rest] = variable.name.split('.');
    const name = rest.join('.');
    if (half !== 'person' && half !== 'coordinator') return [];
    const read = (card: Assessment) => (Object.hasOwn(card[half], name) ? card[half][name] : undefined);
    return [{ variable: withBreaks(variable, breaks.get(card)), read }];
  });
}

/** The cards of each enrolment in order of date. */
async function ownCards(source: Source): Promise<Map<string, Assessment[]>> {
  const cards = (await listAssessments(source.programme.slug)).filter(isComplete);
  const byEnrolment = new Map<string, Assessment[]>();
  for (const card of inOrder(cards, (each) => each.date)) {
    const list = byEnrolment.get(card.enrolment);
    if (list) list.push(card);
    else byEnrolment.set(card.enrolment, [card]);
  }
  return byEnrolment;
}

const dateTitle = { sv: 'Kortets datum', en: 'Date of the card' };

export function longCards(source: Source): Table {
  const background = shortBackground(source);
  const questions = questionsOf(source);
  return {
    ...{
      name: 'assessments',
      label: { sv: 'Progressionskort, en rad per kort', en: 'Progression cards, one row a card' },
    },
    variables: [
      ...background.variables,
      dayVariable('date', dateTitle),
      numberVariable('card', { sv: 'Kortets nummer i ordningen', en: 'Which card in order' }),
      numberVariable('version', { sv: 'Kortets version', en: 'Version of the card' }),
      ...questions.map(({ variable }) => variable),
    ],
    async *rows() {
      const [enrolments, cards] = [await ownEnrolments(source), await ownCards(source)];
      const lines = [...enrolments.values()].flatMap((enrolment) =>
        (cards.get(enrolment.enrolment) ?? []).map((card, at) => ({ ...card, about: enrolment, number: at + 1 })),
      );
      yield* batches(source, lines, (line) => [
        ...[...background.cells(line.about), line.date, line.number, line.version],
        ...questions.map(({ read }) => read(line)),
      ]);
    },
  };
}

const named = (label: Title, sv: string, en: string): Title => ({
  sv: `${label.sv ?? ''} (${sv})`,
  ...(label.en && { en: `${label.en} (${en})` }),
});

/** `question.1`, `question.2` ... and first, last and change as the counting has them: of the answers that are there. */
function wideVariables({ variable }: Question, most: number): Variable[] {
  const { name, label } = variable;
  const numbers = Array.from({ length: most }, (_, at) => ({
    ...{ ...variable, name: `${name}.${at + 1}` },
    label: named(label, `kort ${at + 1}`, `card ${at + 1}`),
  }));
  return [
    ...numbers,
    { ...variable, name: `${name}.first`, label: named(label, 'första', 'first') },
    { ...variable, name: `${name}.last`, label: named(label, 'senaste', 'latest') },
    numberVariable(`${name}.change`, named(label, 'senaste minus första', 'latest minus first')),
  ];
}

function wideCells({ read }: Question, cards: readonly Assessment[], most: number): Cell[] {
  const all = Array.from({ length: most }, (_, at) => pick(cards[at], read));
  const answered = all.filter((each) => each !== undefined);
  const [first, last] = [answered.at(0), answered.at(-1)];
  return [...all, first, last, first === undefined || last === undefined ? undefined : last - first];
}

const pick = (card: Assessment | undefined, read: Question['read']) => card && read(card);

export const wideCardsHead = {
  name: 'assessments-wide',
  label: { sv: 'Progressionskort, en rad per inskrivning', en: 'Progression cards, one row an enrolment' },
};

/** @param most cards of one enrolment, which decides how many columns there are */
function wideTable(source: Source, most: number): Table {
  const background = shortBackground(source);
  const questions = questionsOf(source);
  const dates = Array.from({ length: most }, (_, at) =>
    dayVariable(`date.${at + 1}`, named(dateTitle, `kort ${at + 1}`, `card ${at + 1}`)),
  );
  return {
    ...wideCardsHead,
    variables: [
      ...[...background.variables, numberVariable('cards', { sv: 'Antal kort', en: 'Number of cards' }), ...dates],
      ...questions.flatMap((each) => wideVariables(each, most)),
    ],
    async *rows() {
      const [enrolments, cards] = [await ownEnrolments(source), await ownCards(source)];
      const own = [...enrolments.values()].filter((each) => cards.has(each.enrolment));
      yield* batches(source, own, (enrolment) => {
        const list = cards.get(enrolment.enrolment) ?? [];
        const days = Array.from({ length: most }, (_, at) => list[at]?.date);
        const answers = questions.flatMap((each) => wideCells(each, list, most));
        return [...background.cells(enrolment), list.length, ...days, ...answers];
      });
    },
  };
}

export async function wideCards(source: Source): Promise<Table> {
  const [enrolments, cards] = [await ownEnrolments(source), await ownCards(source)];
  const counts = [...cards].map(([enrolment, list]) => (enrolments.has(enrolment) ? list.length : 0));
  return wideTable(
    source,
    counts.reduce((most, each) => Math.max(most, each), 0),
  );
}
