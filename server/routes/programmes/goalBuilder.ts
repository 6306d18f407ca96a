import { getGoalNames, getGoalPreview } from '../../access/goalPreview.ts';
import { goalNames, goalNamesQuery, goalPreview, goalPreviewRequest } from '../../contract/goalBuilder.ts';
import { ok, route } from '../define/route.ts';
import type { Deps } from '../deps.ts';
import { getOwnProgramme } from './own.ts';

export const goalBuilderRoutes = ({ limits }: Deps) => [
  route({
    method: 'get',
    path: '/programmes/:slug/goal-names',
    summary: 'The names that conditions of a population can use, with titles and values',
    access: ['administrator'],
    query: goalNamesQuery,
    reply: { 200: goalNames },
    handler: async ({ params, query, viewer }) => {
      await getOwnProgramme(viewer, params.slug);
      return ok({ names: await getGoalNames(params.slug, query.population, query.survey) });
    },
  }),
  route({
    method: 'post',
    path: '/programmes/:slug/goals/preview',
    summary: 'About what a goal would come to, rounded at random; nothing is stored',
    access: ['administrator'],
    body: goalPreviewRequest,
    reply: { 200: goalPreview },
    handler: async ({ params, body, viewer }) => {
      await getOwnProgramme(viewer, params.slug);
      await limits.takePreview(params.slug);
      return ok(await getGoalPreview(params.slug, body));
    },
  }),
];
