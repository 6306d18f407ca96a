import { verdictChange } from '../../contract/programme.ts';
import { verdict as verdictShape } from '../../domain/programme/schema.ts';
import { dayOf } from '../../domain/schedule/due.ts';
import { problem } from '../../problems.ts';
import { setVerdict } from '../../store/programmes.ts';
import { noContent, ok, route } from '../define/route.ts';
import { getOwnProgramme } from './own.ts';

async function refuseUnknownGoal(viewer: Parameters<typeof getOwnProgramme>[0], slug: string, goal: string) {
  const { definition } = await getOwnProgramme(viewer, slug);
  if (!definition.goals.some((each) => each.id === goal)) problem('not-found', 'the programme has no such goal');
}

export const verdictRoutes = () => [
  route({
    method: 'put',
    path: '/programmes/:slug/goals/:goal/verdict',
    summary: "Give one's judgement of a goal, with the reason",
    access: ['evaluator'],
    body: verdictChange,
    reply: { 200: verdictShape },
    handler: async ({ params, body, viewer }) => {
      await refuseUnknownGoal(viewer, params.slug, params.goal);
      const verdict = { ...body, by: viewer.name, date: dayOf(new Date()) };
      await setVerdict(params.slug, params.goal, verdict);
      return ok(verdict);
    },
  }),
  route({
    method: 'delete',
    path: '/programmes/:slug/goals/:goal/verdict',
    summary: 'Take a judgement away',
    access: ['evaluator'],
    reply: { 204: null },
    handler: async ({ params, viewer }) => {
      await refuseUnknownGoal(viewer, params.slug, params.goal);
      await setVerdict(params.slug, params.goal, null);
      return noContent();
    },
  }),
];
