// openapi.json, made from the schemas that check the requests.
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { problem } from '../../contract/problem.ts';
import type { Route } from './route.ts';

const problemContent = { 'application/problem+json': { schema: problem } };
const describeAccess = (access: Route['access']) => (typeof access === 'string' ? access : access.join(', '));

const contentOf = ({ produces = ['application/json'] }: Route, schema: z.ZodType) =>
  Object.fromEntries(produces.map((type) => [type, { schema }]));

function operationOf(each: Route): ZodOpenApiOperationObject {
  const names = [...each.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '');
  const path = names.length > 0 ? z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) : undefined;
  const isOpen = each.access === 'public' || each.access === 'link';
  return {
    summary: each.summary,
    description: `Who may: ${describeAccess(each.access)}.`,
    'x-access': each.access,
    tags: [each.path.split('/')[1] ?? ''],
    security: isOpen ? [] : [{ session: [] }, { bearer: [] }],
    requestParams: { ...(path && { path }), ...(each.query && { query: each.query as z.ZodObject }) },
    ...(each.body && { requestBody: { required: true, content: { 'application/json': { schema: each.body } } } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(each.reply).map(([status, schema]) => [
          status,
          { description: each.summary, ...(schema && { content: contentOf(each, schema) }) },
        ]),
      ),
      default: { description: 'What went wrong, with a stable code', content: problemContent },
    },
  };
}

export function openApiDocument(routes: readonly Route[], version: string, baseUrl: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const each of routes) {
    const path = each.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [each.method]: operationOf(each) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Stegvis', version },
    servers: [{ url: `${baseUrl}/api` }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'stegvis.sid' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  });
}
