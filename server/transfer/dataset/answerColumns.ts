// Questions as variables: one column a question, a row of a matrix or a choice that may be ticked beside others.
import type { Answer, Answers } from '../../domain/programme/records.ts';
import { codesOverVersions } from '../../domain/surveys/codesOverVersions.ts';
import {
  type AnyDefinition,
  formsOf,
  type QuestionDefinition,
  questionsOf,
  templateOf,
} from '../../domain/surveys/definition.ts';
import { entriesOf } from '../../domain/surveys/fields/entries.ts';
import { type Coded as Choice, listQuestions, type Question } from '../../domain/surveys/questions.ts';
import type { Coded, Title } from '../codebook.ts';
import {
  type Cell,
  codeVariable,
  notAsked,
  numbered,
  numberVariable,
  textVariable,
  type Variable,
} from './variable.ts';

export interface AnswerColumn {
  variable: Variable;
  question: string;
  /** In the entry of a repeating panel: `jobs.2.employer`. */
  inner?: string;
  /** undefined: not answered. */
  read(answers: Answers): Cell;
}

/**
 * Over all versions of one survey: titles and codes as the newest version that has them says; codes that were taken away keep their place, so no number moves.
 * @param entries of repeating panels, how many have columns
 * @returns by name, each variable with the versions that ask it, and for each version its own columns
 */
export function answerColumnsOf(
  versions: readonly AnyDefinition[],
  entries: EntryCounts = new Map(),
): {
  variables: Variable[];
  columns: Map<number, Map<string, AnswerColumn>>;
} {
  const oldestFirst = versions.toSorted((one, other) => one.version - other.version);
  const columns = new Map(oldestFirst.map((each) => [each.version, byName(each, entries)]));
  const merged = new Map<string, Variable>();
  for (const [version, own] of [...columns].reverse())
    for (const [name, { variable }] of own) merged.set(name, together(merged.get(name), variable, version));
  return { variables: [...merged.values()], columns };
}

function together(newer: Variable | undefined, older: Variable, version: number): Variable {
  if (!newer) return { ...older, versions: [version] };
  const titled = ({ codes }: Variable) =>
    codes.map(({ code, label }) => ({ code, title: { ...label } as Choice['title'] }));
  const codes = codesOverVersions([titled(newer), titled(older)]);
  return { ...newer, codes: numbered(codes.map(coded)), versions: [version, ...newer.versions] };
}

function byName(definition: AnyDefinition, entries: EntryCounts): Map<string, AnswerColumn> {
  const asked = listQuestions(definition).filter((question) => !question.background);
  const columns = [
    ...asked.flatMap((question) =>
      question.kind === 'entries' ? entryColumns(question, entries.get(question.name) ?? 0) : columnsOf(question),
    ),
    ...commentsOf(formsOf(definition).flatMap(questionsOf)),
  ];
  return new Map(columns.map((each) => [each.variable.name, each]));
}

function columnsOf(question: Question): AnswerColumn[] {
  const { name, half, kind, title, rows } = question;
  const column = half ? `${half}.${name}` : name;
  if (kind === 'multi') return multiple(question, column);
  if (kind === 'signature')
    return [
      {
        variable: codeVariable(column, title, [signed]),
        question: name,
        read: (answers) => (answers[name] === undefined ? undefined : signed.code),
      },
    ];
  if (kind !== 'matrix' && kind !== 'texts')
    return [
      { variable: variableOf(question, column, title), question: name, read: (answers) => cellOf(answers[name]) },
    ];
  return rows.map(({ code, title: rowTitle }) => ({
    variable: variableOf(question, `${column}.${code}`, joined(title, rowTitle)),
    question: name,
    read: (answers) => cellOf((answers[name] as Answers | undefined)?.[code]),
  }));
}

/** By question: the largest number of entries that anybody gave. */
export type EntryCounts = ReadonlyMap<string, number>;

/** An entry that somebody did not give was not asked; of whoever gave none the first was, and is not answered. */
function entryColumns({ name, title, inner, source }: Question, count: number): AnswerColumn[] {
  const own = [...inner.flatMap(columnsOf), ...commentsOf(templateOf(source))];
  return Array.from({ length: count }, (_, at) =>
    own.map(({ variable, question, read }): AnswerColumn => {
      const head = `${name}.${at + 1}.`;
      const label = joined(ofEntry(title, at + 1), variable.label);
      return {
        variable: { ...variable, name: `${head}${variable.name}`, label },
        ...{ question: name, inner: `${head}${question}` },
        read: (answers) => {
          const entry = entriesOf(answers[name])[at];
          return entry ? read(entry) : at === 0 ? undefined : notAsked;
        },
      };
    }),
  ).flat();
}

const ofEntry = (title: Title, number: number): Title =>
  Object.fromEntries(Object.entries(title).map(([language, text]) => [language, text && `${text} ${number}`]));

/** That somebody signed, never the signature. */
const signed = { code: 'yes', title: { sv: 'Undertecknat', en: 'Signed' } };

const yesNo: Coded = [
  { code: '0', title: { sv: 'Nej', en: 'No' } },
  { code: '1', title: { sv: 'Ja', en: 'Yes' } },
];

/** The list as it stands, then 0 or 1 for each choice, since few programs count within a list. */
function multiple({ name, codes, title }: Question, column: string): AnswerColumn[] {
  const listOf = (answers: Answers) => answers[name] as readonly Answer[] | undefined;
  return [
    { variable: textVariable(column, title), question: name, read: (answers) => listOf(answers)?.join('|') },
    ...codes.map(({ code, title: choice }) => ({
      variable: codeVariable(`${column}.${code}`, joined(title, choice), yesNo),
      question: name,
      read: (answers: Answers) => {
        const list = listOf(answers);
        return list && Number(list.includes(code));
      },
    })),
  ];
}

function variableOf({ kind, type, codes }: Question, name: string, title: Title): Variable {
  if (kind === 'number') return numberVariable(name, title);
  if (codes.length === 0) return textVariable(name, title);
  const areNumbers = codes.every(({ code }) => typeof code === 'number');
  const isOrdered = type === 'rating' || kind === 'matrix' || areNumbers;
  return codeVariable(name, title, codes.map(coded), { level: isOrdered ? 'ordinal' : 'nominal' });
}

const coded = ({ code, title }: Choice) => ({ code: String(code), title });
const joined = (question: Title, part: Title): Title => ({
  sv: `${question.sv ?? question.en ?? ''}: ${part.sv ?? part.en ?? ''}`,
  ...(question.en && { en: `${question.en}: ${part.en ?? part.sv ?? ''}` }),
});

function cellOf(answer: Answer | undefined): Cell {
  if (answer === undefined || typeof answer === 'number') return answer;
  return typeof answer === 'string' ? answer : String(answer);
}

const commentTitle = { sv: 'Kommentar', en: 'Comment' };

function commentsOf(questions: readonly QuestionDefinition[]): AnswerColumn[] {
  const withComment = questions.filter((each) => each.showCommentArea === true || each.showOtherItem === true);
  return withComment.map(({ name: question, title }) => {
    const name = `${question}-Comment`;
    const head = typeof title === 'object' ? title : { sv: title ?? question };
    return {
      variable: textVariable(name, joined(head, commentTitle)),
      question,
      read: (answers: Answers) => cellOf(answers[name]),
    };
  });
}
