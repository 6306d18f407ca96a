// Renders a whole route of the staff app; the server is replaced at the network's border, and only there.
import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { routes } from '../../client/routes.tsx';
import '../../client/text/i18n.ts';
import { theme } from '../../client/theme.ts';
import { type Replies, stubServer } from './stubServer.ts';

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
