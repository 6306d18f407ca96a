// Every call of the staff app. A refusal becomes an ApiProblem with the server's stable code and errors per field.
import type { FieldError, Problem } from '../../server/contract/problem.ts';

export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly errors: (FieldError | { question: string; code: string; detail: string })[];
  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem.code ?? 'unavailable';
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
  }
  /** Detail by field path, for forms. */
  get fields(): Record<string, string> {
    return Object.fromEntries(this.errors.flatMap((error) => ('field' in error ? [[error.field, error.detail]] : [])));
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** @param keepalive sent to the end though the page is left. @throws ApiProblem; code `offline` when no answer came. */
export const call = async <Reply>(method: Method, path: string, body?: unknown, keepalive = false): Promise<Reply> => {
  const reply = await fetch(`/api${path}`, {
    method,
    keepalive,
    credentials: 'same-origin',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiProblem(0, { code: 'offline' });
  });
  if (reply.status === 204) return undefined as Reply;
  const value: unknown = await reply.json().catch(() => ({}));
  if (!reply.ok) throw new ApiProblem(reply.status, value as Partial<Problem>);
  return value as Reply;
};

/** A file that the server makes. @throws ApiProblem as `call` does */
export const fetchFile = async (path: string): Promise<Blob> => {
  const reply = await fetch(`/api${path}`, { credentials: 'same-origin' }).catch(() => {
    throw new ApiProblem(0, { code: 'offline' });
  });
  if (!reply.ok) throw new ApiProblem(reply.status, (await reply.json().catch(() => ({}))) as Partial<Problem>);
  return reply.blob();
};

/** Path with its parts escaped: path`/programmes/${slug}`. */
export const path = (texts: TemplateStringsArray, ...parts: (string | number)[]): string =>
  texts.reduce((whole, text, at) => whole + encodeURIComponent(parts[at - 1] ?? '') + text);

/** A query string of what has a value, with its question mark, or ''. */
export const query = (values: Record<string, string | number | undefined | null>): string => {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
};
