// How one answer is read out of a response.
import type { Answer, Answers, Response } from '../programme/records.ts';
import type { Column } from './columns.ts';
import type { Question } from './questions.ts';

/** What a response has under one name, and of which kind its column is. */
export interface Read {
  kind: Column['kind'];
  read: (response: Response) => string | number | boolean | readonly string[] | undefined;
}

export function answerReader(question: Question): Read {
  const at = ({ answers }: Response) => answerOf(answers, question);
  switch (question.type) {
    case 'number':
      return { kind: 'number', read: (response) => asNumber(at(response)) };
    case 'boolean':
      return { kind: 'boolean', read: (response) => asBoolean(at(response)) };
    case 'list':
      return { kind: 'list', read: (response) => asList(at(response)) };
    default:
      return { kind: 'code', read: (response) => asText(at(response)) };
  }
}

function answerOf(answers: Answers, { question, row, half, isLength }: Question): Answer | undefined {
  const own = (from: unknown, key: string): Answer | undefined =>
    typeof from === 'object' && from !== null && Object.hasOwn(from, key) ? (from as Answers)[key] : undefined;
  const answer = own(half ? own(answers, half) : answers, question);
  if (isLength) return Array.isArray(answer) ? answer.length : undefined;
  return row === undefined ? answer : own(answer, row);
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
    ? answer.map(String)
    : answer === undefined || typeof answer === 'object'
      ? []
      : [String(answer)];
  return values.length > 0 ? values : undefined;
}
