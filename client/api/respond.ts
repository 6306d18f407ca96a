// The participant's calls, and those of whoever tries a survey. Kept apart from the staff fetcher so that the page stays light.
import type { Problem } from '../../server/contract/problem.ts';
import type { DraftSave, Receipt, RespondPage, Submission } from '../../server/contract/respond.ts';

/** A refusal with the server's stable code; `offline` when no answer came at all, `unavailable` when it is to be tried again. */
export class RespondRefusal extends Error {
  readonly code: string;
  readonly errors: { question: string; code: string }[];
  constructor(code: string, errors: { question: string; code: string }[] = []) {
    super(code);
    this.code = code;
    this.errors = errors;
  }
  get passing(): boolean {
    return ['offline', 'unavailable', 'too-many-requests'].includes(this.code);
  }
}

const call = async <Reply>(path: string, method: string, body?: unknown): Promise<Reply> => {
  const reply = await fetch(`/api/${path}`, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    credentials: 'omit',
    signal: AbortSignal.timeout(20_000),
  }).catch(() => {
    throw new RespondRefusal('offline');
  });
  // A reply that breaks off on the way is as good as none.
  if (reply.ok)
    return (await reply.json().catch(() => {
      throw new RespondRefusal('offline');
    })) as Reply;
  const problem = (await reply.json().catch(() => ({}))) as Partial<Problem>;
  const errors = (problem.errors ?? []).flatMap((error) => ('question' in error ? [error] : []));
  throw new RespondRefusal(reply.status >= 500 ? 'unavailable' : (problem.code ?? 'unavailable'), errors);
};

const respond = (token: string) => `respond/${encodeURIComponent(token)}`;
const tryout = (token: string) => `tryouts/${encodeURIComponent(token)}`;

export const loadPage = (token: string) => call<RespondPage>(respond(token), 'GET');
export const loadTryout = (token: string) => call<RespondPage>(tryout(token), 'GET');
export const saveDraft = (token: string, draft: DraftSave) =>
  call<{ revision: number }>(`${respond(token)}/draft`, 'PUT', draft);
export const submitAnswers = (token: string, submission: Submission) =>
  call<Receipt>(respond(token), 'POST', submission);
/** The answers are checked and thrown away. */
export const submitTryout = (token: string, submission: Submission) => call<Receipt>(tryout(token), 'POST', submission);
export type { RespondPage };
