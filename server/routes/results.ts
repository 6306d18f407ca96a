import { getResults, resultsViewer } from '../access/results.ts';
import { results, resultsQuery } from '../contract/results.ts';
import { ok, route } from './define/route.ts';
import { getOwnProgramme } from './programmes/own.ts';

export const resultRoutes = () => [
  route({
    method: 'get',
    path: '/programmes/:slug/results',
    summary: 'Results of all goals, as the caller may see them',
    access: 'signed-in',
    query: resultsQuery,
    reply: { 200: results },
    handler: async ({ params, query, viewer }) => {
      await getOwnProgramme(viewer, params.slug);
      return ok(await getResults(params.slug, resultsViewer(viewer, params.slug), query));
    },
  }),
];
