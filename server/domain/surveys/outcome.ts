/** What checking a set of answers comes to. Codes are stable: the client translates by them. */
export const answerErrorCodes = [
  'unknown-question',
  'hidden-question',
  'wrong-type',
  'not-a-choice',
  'out-of-range',
  'required',
  'too-long',
  'too-short',
  'too-many',
  'too-few',
  'duplicate',
  'exclusive',
  'incomplete',
  'invalid-format',
  'invalid',
  'unused-comment',
  'too-many-errors',
] as const;
export type AnswerErrorCode = (typeof answerErrorCodes)[number];

/** `question` is a question's name, `question.row` for a matrix cell or an item, `question-Comment` for its comment. */
export interface AnswerError {
  question: string;
  code: AnswerErrorCode;
  detail: string;
}

const most = 100;

/** Collects errors up to a limit, so that a hostile request gets a short answer. */
export class Report {
  readonly errors: AnswerError[] = [];

  add(question: string, code: AnswerErrorCode, detail: string): void {
    if (this.errors.length < most) this.errors.push({ question, code, detail: `${question}: ${detail}` });
  }

  get isFull(): boolean {
    return this.errors.length >= most;
  }
}
