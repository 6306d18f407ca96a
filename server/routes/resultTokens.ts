// Tokens with which other programs fetch results, and the CSV they fetch. A token sees what an evaluator sees.
import type { Request } from 'express';
import type { Limits } from '../access/limits.ts';
import { bearerOf } from '../access/origin.ts';
import { getResults } from '../access/results.ts';
import { createdResultToken, newResultToken, resultsCsvQuery, resultTokens } from '../contract/resultToken.ts';
import { problem } from '../problems.ts';
import { acceptResultToken, createResultToken, deleteResultToken, listResultTokens } from '../store/resultTokens.ts';
import { resultsAsCsv } from '../transfer/results/csv.ts';
import { created, Download, download, noContent, ok, route } from './define/route.ts';
import type { Deps } from './deps.ts';
import { getOwnProgramme } from './programmes/own.ts';

const most = 50;

export const resultTokenRoutes = ({ config, limits }: Pick<Deps, 'config' | 'limits'>) => [
  route({
    method: 'get',
    path: '/programmes/:slug/tokens',
    summary: 'Tokens that read the results of a programme',
    access: ['administrator'],
    reply: { 200: resultTokens },
    handler: async ({ params, viewer }) => {
      await getOwnProgramme(viewer, params.slug);
      return ok({ tokens: await listResultTokens(params.slug) });
    },
  }),
  route({
    method: 'post',
    path: '/programmes/:slug/tokens',
    summary: 'Make a token that reads results, shown this once',
    access: ['administrator'],
    body: newResultToken,
    reply: { 201: createdResultToken },
    handler: async ({ params, body, viewer }) => {
      await getOwnProgramme(viewer, params.slug);
      if ((await listResultTokens(params.slug)).length >= most)
        problem('in-use', `the programme has ${most} tokens; revoke one that is not used any more`);
      const made = await createResultToken(params.slug, { label: body.label, createdBy: viewer.name });
      const address = `${config.baseUrl}/api/programmes/${params.slug}/results.csv?locale=sv&token=${made.token}`;
      return created({ ...made, address });
    },
  }),
  route({
    method: 'delete',
    path: '/programmes/:slug/tokens/:id',
    summary: 'Revoke a token',
    access: ['administrator'],
    reply: { 204: null },
    handler: async ({ params, viewer }) => {
      await getOwnProgramme(viewer, params.slug);
      if (!(await deleteResultToken(params.slug, params.id))) problem('not-found', 'there is no such token');
      return noContent();
    },
  }),
  route({
    method: 'get',
    path: '/programmes/:slug/results.csv',
    summary: 'Results as CSV for a spreadsheet that has a token, as an evaluator sees them',
    access: 'link',
    query: resultsCsvQuery,
    produces: ['text/csv; charset=utf-8'],
    reply: { 200: download },
    handler: async ({ params, query: { token, locale, ...asked }, request }) => {
      await admit(limits, params.slug, token ?? bearerOf(request), request);
      const text = resultsAsCsv(await getResults(params.slug, { kind: 'evaluator' }, asked), locale);
      return ok(new Download('text/csv; charset=utf-8', `${params.slug}.csv`, once(text)));
    },
  }),
];

/** @throws Problem 401, the same whether the token or the programme is not there; 429 */
async function admit(limits: Limits, programme: string, token: string | undefined, { ip }: Request): Promise<void> {
  if (token !== undefined) await limits.takeToken(token);
  if (token !== undefined && (await acceptResultToken(programme, token))) return;
  await limits.takeUnknownToken(ip ?? '');
  problem('unknown-token', 'it is not written whole, was revoked, or is of another programme; ask an administrator');
}

async function* once(text: string): AsyncIterable<string> {
  yield text;
}
