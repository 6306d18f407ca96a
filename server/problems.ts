// Every deliberate failure: its stable code, status and title (RFC 9457). `detail` says which thing, and what to do.
const entry = (status: number, title: string) => ({ status, title });

export const problems = {
  'broken-json': entry(400, 'The body is not JSON'),
  'forbidden-key': entry(400, 'The body has a key that is not allowed'),
  'too-deep': entry(400, 'The body is nested too deeply'),
  'not-signed-in': entry(401, 'Sign in first'),
  'unknown-token': entry(401, 'The token is not known'),
  'wrong-sign-in': entry(401, 'The e-mail address or the password is wrong'),
  'not-allowed': entry(403, 'Your role may not do this'),
  'filter-not-allowed': entry(403, 'Your role may not ask for this breakdown or filter'),
  'wrong-origin': entry(403, 'The request does not come from a page of this product'),
  'not-found': entry(404, 'There is nothing here'),
  'unknown-link': entry(404, 'The link is not known'),
  'method-not-allowed': entry(405, 'This address does not take that method'),
  'stale-revision': entry(409, 'Somebody else has changed this meanwhile'),
  'already-exists': entry(409, 'This exists already'),
  'email-taken': entry(409, 'The e-mail address has an account already'),
  'last-administrator': entry(409, 'There would be no administrator left'),
  'other-content': entry(409, 'Other answers were already sent with this submission id'),
  'assessment-exists': entry(409, 'There is a card of that date already'),
  'assessment-open': entry(409, 'Another card is not finished'),
  'half-already-in': entry(409, 'Other answers to this half are in already'),
  'card-finished': entry(409, 'The card is finished'),
  'not-exited': entry(409, 'The enrolment has no exit'),
  'in-use': entry(409, 'What you want to remove is in use'),
  'link-used': entry(410, 'The link has been used'),
  closed: entry(410, 'The survey is closed'),
  'too-large': entry(413, 'The body is too large'),
  'unsupported-media-type': entry(415, 'The body must be application/json'),
  'not-valid': entry(422, 'Something in the request is not valid'),
  'survey-not-valid': entry(422, 'The survey has errors'),
  'too-many-requests': entry(429, 'Too many requests'),
  internal: entry(500, 'Something went wrong on the server'),
  'beyond-memory': entry(507, 'The programme has more answers than this server keeps in memory'),
  'database-away': entry(503, 'The database cannot be reached'),
} as const;

export type ProblemCode = keyof typeof problems;
export interface FieldProblem {
  field: string;
  code: string;
  detail: string;
}
export interface QuestionProblem {
  question: string;
  code: string;
  detail: string;
}
export interface ProblemExtra {
  errors?: readonly (FieldProblem | QuestionProblem)[];
  /** Sent as the header Retry-After. */
  retryAfterSeconds?: number;
}

export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly code: ProblemCode,
    readonly detail?: string,
    readonly extra: ProblemExtra = {},
  ) {
    super(detail ?? problems[code].title);
  }
}

/** @throws Problem, always */
export function problem(code: ProblemCode, detail?: string, extra?: ProblemExtra): never {
  throw new Problem(code, detail, extra);
}

/** Refuses one field. @throws Problem `not-valid` */
export function notValid(field: string, code: string, detail: string): never {
  throw new Problem('not-valid', `${field}: ${detail}`, { errors: [{ field, code, detail }] });
}

/** The body of a reply as application/problem+json. */
export function problemBody(code: ProblemCode, detail?: string, errors?: ProblemExtra['errors']) {
  const { status, title } = problems[code];
  return { type: `/problems/${code}`, title, status, code, ...(detail && { detail }), ...(errors && { errors }) };
}
