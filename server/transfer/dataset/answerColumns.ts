// Questions as variables: one column a question, a row of a matrix or a choice that may be ticked beside others.
import type { Answer, Answers } from '../../domain/programme/records.ts';
import { codesOverVersions } from '../../domain/surveys/codesOverVersions.ts';
import { type AnyDefinition, formsOf, questionsOf } from '../../domain/surveys/definition.ts';
import { type Coded as Choice, listQuestions, type Question } from '../../domain/surveys/questions.ts';
import type { Coded, Title } from '../codebook.ts';
import { type Cell, codeVariable, numbered, numberVariable, textVariable, type Variable } from './variable.ts';

export interface AnswerColumn {
  variable: Variable;
  question: string;
  /** undefined: not answered. */
  read(answers: Answers): Cell;
}

/**
 * Over all versions of one survey: titles and codes as the newest version that has them says; codes that were taken away keep their place, so no number moves.
 * @returns by name, each variable with the versions that ask it, and for each version its own columns
 */
export function answerColumnsOf(versions: readonly AnyDefinition[]): {
  variables: Variable[];
  columns: Map<number, Map<string, AnswerColumn>>;
} {
  const oldestFirst = versions.toSorted((one, other) => one.version - other.version);
  const columns = new Map(oldestFirst.map((each) => [each.version, byName(each)]));
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

function byName(definition: AnyDefinition): Map<string, AnswerColumn> {
  const asked = listQuestions(definition).filter((question) => !question.background);
  const columns = [...asked.flatMap(columnsOf), ...commentsOf(definition)];
  return new Map(columns.map((each) => [each.variable.name, each]));
}

function columnsOf(question: Question): AnswerColumn[] {
  const { name, half, kind, title, rows } = question;
  const column = half ? `${half}.${name}` : name;
  if (kind === 'multi') return multiple(question, column);
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

function commentsOf(definition: AnyDefinition): AnswerColumn[] {
  const withComment = formsOf(definition)
    .flatMap(questionsOf)
    .filter((each) => each.showCommentArea === true || each.showOtherItem === true);
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
