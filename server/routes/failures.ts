// What a request that failed is told: a deliberate problem as it is, everything else without its inside.
import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { Problem, type ProblemCode, type ProblemExtra, problem, problemBody } from '../problems.ts';
import { isDatabaseAway } from '../store/away.ts';

/** While the database is away. */
export const retryAfterSeconds = 5;

export const unknownRoute: RequestHandler = () => problem('not-found', 'there is no such address');

function send(response: Response, code: ProblemCode, detail?: string, extra: ProblemExtra = {}): void {
  const body = problemBody(code, detail, extra.errors);
  if (extra.retryAfterSeconds !== undefined) response.set('Retry-After', String(extra.retryAfterSeconds));
  response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
}

/** Express knows it by its four arguments. */
export function failures(report: (error: unknown, reference: string) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    if (response.headersSent) {
      report(error, String(response.getHeader('x-request-id') ?? ''));
      response.destroy();
      return;
    }
    if (error instanceof Problem) return send(response, error.code, error.detail, error.extra);
    if (isMalformedAddress(error)) return send(response, 'not-found', 'there is no such address');
    const reference = String(response.getHeader('x-request-id') ?? randomUUID());
    report(error, reference);
    if (isDatabaseAway(error)) return send(response, 'database-away', 'try again in a moment', { retryAfterSeconds });
    send(response, 'internal', `tell whoever runs this product the reference ${reference}`);
  };
}

/** express could not decode a part of the path. */
function isMalformedAddress(error: unknown): boolean {
  return error instanceof URIError || (error instanceof Error && 'status' in error && error.status === 400);
}
