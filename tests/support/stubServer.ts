// The server replaced at the network's border, for client tests.
import { vi } from 'vitest';

/** A reply, or what makes one from the request's body. `{ status, body }` for anything but 200. */
export type Replies = Record<string, unknown | ((body: unknown) => unknown)>;
interface Reply {
  status: number;
  body: unknown;
}
const isReply = (value: unknown): value is Reply =>
  typeof value === 'object' && value !== null && 'status' in value && 'body' in value;

export interface Call {
  method: string;
  path: string;
  body: unknown;
}

/** Keys are 'GET /session'; what is not listed is answered 404, and every call is kept. */
export const stubServer = (replies: Replies): Call[] => {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    const path = url.replace(/^\/api/, '');
    const body: unknown = init.body ? JSON.parse(String(init.body)) : undefined;
    calls.push({ method, path, body });
    const listed = replies[`${method} ${path}`];
    const value = typeof listed === 'function' ? (listed as (body: unknown) => unknown)(body) : listed;
    const reply: Reply =
      value === undefined
        ? { status: 404, body: { status: 404, code: 'not-found', title: 'There is nothing here' } }
        : isReply(value)
          ? value
          : { status: 200, body: value };
    return new Response(reply.status === 204 ? null : JSON.stringify(reply.body), {
      status: reply.status,
      headers: { 'content-type': 'application/json' },
    });
  });
  return calls;
};
