// Renders a whole route of the staff app; the server is replaced at the network's border, and only there.
import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import { routes } from '../../client/routes.tsx';
import '../../client/text/i18n.ts';
import { theme } from '../../client/theme.ts';

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

export const renderRoute = (path: string, replies: Replies) => {
  const calls = stubServer(replies);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  const view = render(
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} forceColorScheme="light" env="test">
        <ModalsProvider>
          <RouterProvider router={router} />
        </ModalsProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
  return { ...view, calls, router };
};

/** Replies for someone signed in with access to the programme `cresco-plus`. */
export const signedIn = (role: 'administrator' | 'coordinator' | 'evaluator'): Replies => ({
  'GET /session': {
    user: {
      id: 'u1',
      email: 'kim@example.org',
      name: 'Kim Exempel',
      role,
      access: [{ programme: 'cresco-plus', ...(role === 'coordinator' ? { site: 'skara' } : {}) }],
    },
    role,
  },
  'GET /programmes': {
    programmes: [
      {
        slug: 'cresco-plus',
        title: { sv: 'Cresco+', en: 'Cresco+' },
        start: '2023-01-01',
        end: null,
        sites: [{ slug: 'skara', title: 'Skara' }],
        goals: 2,
      },
    ],
  },
});
