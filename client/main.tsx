import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app.css';
import './text/i18n.ts';
import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { ApiProblem } from './api/fetcher.ts';
import { routes } from './routes.tsx';
import { theme } from './theme.ts';

/** A refusal is final; only what may pass by itself is asked again. */
const retry = (failures: number, error: Error) =>
  failures < 2 && (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500);

const client = new QueryClient({ defaultOptions: { queries: { retry, refetchOnWindowFocus: true } } });
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <MantineProvider theme={theme} forceColorScheme="light">
          <ModalsProvider>
            <Notifications position="bottom-right" />
            <RouterProvider router={createBrowserRouter(routes)} />
          </ModalsProvider>
        </MantineProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
