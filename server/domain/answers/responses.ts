// Columns of the responses of one survey: what the response carries itself, and its answers.
import type { Answer, Answers, Response } from '../programme/records.ts';
import type { Programme } from '../programme/schema.ts';
import type { AnyDefinition } from '../surveys/definition.ts';
import { booleanColumn, type Column, codeColumn, listColumn, numberColumn } from './columns.ts';
import { bandOf } from './enrolments.ts';
import { type Question, questionNamesOf } from './questions.ts';

/** Without an enrolment there is no start: the age is then reckoned to the year of the response. */
const ageOf = ({ birthYear, submittedAt }: Response): number | undefined =>
  birthYear === undefined ? undefined : Number(submittedAt.slice(0, 4)) - birthYear;

/** @returns a maker of columns by name; undefined for a name that these responses lack */
export function responseColumn(
  programme: Programme,
  surveys: readonly AnyDefinition[],
  responses: Response[],
  survey: string,
): (name: string) => Column | undefined {
  const code = (read: (response: Response) => string | undefined) =>
    codeColumn(responses.length, (row) => {
      const response = responses[row];
      return response && read(response);
    });
  const number = (read: (response: Response) => number | undefined) =>
    numberColumn(responses.length, (row) => {
      const response = responses[row];
      return response && read(response);
    });
  const questions = questionNamesOf(surveys.filter((each) => each.name === survey));
  const makers: Record<string, () => Column> = {
    site: () => code((each) => each.site),
    gender: () => code((each) => each.gender),
    bornAbroad: () => code((each) => each.bornAbroad),
    referrer: () => code((each) => each.referrer),
    role: () => code((each) => each.role),
    wave: () => code((each) => each.wave),
    language: () => code((each) => each.language),
    mode: () => code((each) => each.mode),
    birthYear: () => number((each) => each.birthYear),
    age: () => number(ageOf),
    ageBand: () => number((each) => each.ageBand ?? bandOf(programme.ageBands, ageOf(each))),
  };
  return (name) => {
    const maker = Object.hasOwn(makers, name) ? makers[name] : undefined;
    if (maker) return maker();
    const question = questions.get(name);
    return question && answerColumn(responses, question);
  };
}

function answerOf(answers: Answers, { question, row, half }: Question): Answer | undefined {
  const own = (from: unknown, key: string): Answer | undefined =>
    typeof from === 'object' && from !== null && Object.hasOwn(from, key) ? (from as Answers)[key] : undefined;
  const answer = own(half ? own(answers, half) : answers, question);
  return row === undefined ? answer : own(answer, row);
}

function answerColumn(responses: Response[], question: Question): Column {
  const size = responses.length;
  const at = (row: number) => {
    const answers = responses[row]?.answers;
    return answers && answerOf(answers, question);
  };
  switch (question.type) {
    case 'number':
      return numberColumn(size, (row) => asNumber(at(row)));
    case 'boolean':
      return booleanColumn(size, (row) => asBoolean(at(row)));
    case 'list':
      return listColumn(size, (row) => asList(at(row)));
    default:
      return codeColumn(size, (row) => asText(at(row)));
  }
}

const asText = (answer: Answer | undefined): string | undefined =>
  answer === undefined || typeof answer === 'object' ? undefined : String(answer);

function asNumber(answer: Answer | undefined): number | undefined {
  if (typeof answer === 'number') return answer;
  return typeof answer === 'string' && answer.trim() !== '' ? Number(answer) : undefined;
}

function asBoolean(answer: Answer | undefined): boolean | undefined {
  if (typeof answer === 'boolean') return answer;
  return answer === 'true' ? true : answer === 'false' ? false : undefined;
}

/** Nothing chosen is not answered, as SurveyJS has it. One value is still a list. */
function asList(answer: Answer | undefined): string[] | undefined {
  const values = Array.isArray(answer)
    ? answer
    : answer === undefined || typeof answer === 'object'
      ? []
      : [String(answer)];
  return values.length > 0 ? values : undefined;
}
