import { health } from '../contract/health.ts';
import { route } from './define/route.ts';
import type { Deps } from './deps.ts';

export const healthRoutes = ({ database, version }: Deps) => [
  route({
    method: 'get',
    path: '/health',
    summary: 'Whether the product and its database answer',
    access: 'public',
    withoutDatabase: true,
    reply: { 200: health, 503: health },
    handler: async () => {
      const isHealthy = await database.healthy();
      const body = { status: isHealthy ? ('ok' as const) : ('unavailable' as const), database: database.kind, version };
      return { status: isHealthy ? (200 as const) : (503 as const), body };
    },
  }),
];
