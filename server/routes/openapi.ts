import { z } from 'zod';
import { openApiDocument } from './define/openapi.ts';
import { ok, type Route, route } from './define/route.ts';
import type { Deps } from './deps.ts';

/** Describes the routes handed in, and itself. */
export function openApiRoutes(others: () => readonly Route[], { config, version }: Deps): Route[] {
  let document: Record<string, unknown> | undefined;
  const own: Route[] = [
    route({
      method: 'get',
      path: '/openapi.json',
      summary: 'This description',
      access: 'public',
      withoutDatabase: true,
      reply: { 200: z.record(z.string(), z.unknown()) },
      handler: () => {
        document ??= { ...openApiDocument([...others(), ...own], version, config.baseUrl) };
        return ok(document);
      },
    }),
  ];
  return own;
}
