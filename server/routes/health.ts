import { health } from '../contract/health.ts';
import { ok, route } from './define/route.ts';
import type { Deps } from './deps.ts';
import { retryAfterSeconds } from './failures.ts';

export const healthRoutes = ({ database, version }: Deps) => [
  route({
    method: 'get',
    path: '/health',
    summary: 'Whether the product and its database answer',
    access: 'public',
    withoutDatabase: true,
    reply: { 200: health, 503: health },
    handler: async ({ response }) => {
      const about = { database: database.kind, version };
      if (await database.healthy()) return ok({ status: 'ok' as const, ...about });
      response.set('Retry-After', String(retryAfterSeconds));
      return { status: 503 as const, body: { status: 'unavailable' as const, ...about, away: ['database' as const] } };
    },
  }),
];
