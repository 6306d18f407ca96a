import { compareProgrammes } from '../access/comparison.ts';
import { resultsViewer } from '../access/results.ts';
import { comparison, comparisonQuery } from '../contract/comparison.ts';
import { ok, route } from './define/route.ts';
import { getOwnProgramme } from './programmes/own.ts';

export const comparisonRoutes = () => [
  route({
    method: 'get',
    path: '/programmes/:slug/comparison',
    summary: 'Goals that two programmes have in common, with their differences; the caller must have access to both',
    access: ['administrator', 'evaluator'],
    query: comparisonQuery,
    reply: { 200: comparison },
    handler: async ({ params: { slug }, query, viewer }) => {
      const { definition: one } = await getOwnProgramme(viewer, slug);
      const { definition: other } = await getOwnProgramme(viewer, query.with);
      return ok(await compareProgrammes(one, other, resultsViewer(viewer, slug)));
    },
  }),
];
