import { visibleSites } from '../../access/roles.ts';
import { goalDefinitions } from '../../contract/goalDefinitions.ts';
import { definitionOf } from '../../domain/indicators/definitions.ts';
import { problem } from '../../problems.ts';
import { listGoalDefinitions } from '../../store/goalDefinitions.ts';
import { ok, route } from '../define/route.ts';
import { cutToSites } from './cut.ts';
import { getOwnProgramme } from './own.ts';

export const goalDefinitionRoutes = () => [
  route({
    method: 'get',
    path: '/programmes/:slug/goals/:goal/definitions',
    summary: 'How a goal is counted and was counted before: its definition versions, also of a goal that was removed',
    access: 'signed-in',
    reply: { 200: goalDefinitions },
    handler: async ({ params: { slug, goal }, viewer }) => {
      const { definition: programme } = await getOwnProgramme(viewer, slug);
      const found = await listGoalDefinitions(slug, goal);
      if (found.length === 0) problem('not-found', 'the programme has no such goal');
      const sites = visibleSites(viewer, slug);
      const versions = found.toReversed().flatMap(({ version, since, by, changed, definition }) => {
        const whole = { id: goal, title: { sv: goal }, ...definition };
        return cutToSites({ ...programme, goals: [whole] }, sites).goals.map((own) => ({
          ...{ version, since, by, changed },
          definition: definitionOf(own),
        }));
      });
      return ok({ goal, versions });
    },
  }),
];
