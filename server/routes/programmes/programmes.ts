import { canSeeProgramme, visibleSites } from '../../access/roles.ts';
import { newProgramme, programme, programmeChange, programmes } from '../../contract/programme.ts';
import { notValid, problem } from '../../problems.ts';
import { findProgramme, insertProgramme, listProgrammes, replaceProgramme } from '../../store/programmes.ts';
import { created, ok, route } from '../define/route.ts';
import { checkDefinition, refuseOrphans } from './check.ts';
import { cutToSites } from './cut.ts';
import { getOwnProgramme } from './own.ts';

export const programmeRoutes = () => [
  route({
    method: 'get',
    path: '/programmes',
    summary: 'The programmes that the caller takes part in',
    access: 'signed-in',
    reply: { 200: programmes },
    handler: async ({ viewer }) => {
      const own = (await listProgrammes()).filter((each) => canSeeProgramme(viewer, each.definition.slug));
      return ok({
        programmes: own.map(({ definition }) => {
          const { slug, title, start, end, sites, goals } = cutToSites(
            definition,
            visibleSites(viewer, definition.slug),
          );
          return { slug, title, start, end: end ?? null, sites, goals: goals.length };
        }),
      });
    },
  }),
  route({
    method: 'post',
    path: '/programmes',
    summary: 'Make a programme',
    access: ['administrator'],
    size: 'large',
    body: newProgramme,
    reply: { 201: programme },
    handler: async ({ body, viewer }) => {
      await checkDefinition(body.definition);
      const stored = await insertProgramme(withoutVerdicts(body.definition), viewer.name);
      if (!stored) return problem('already-exists', `definition.slug: there is a programme "${body.definition.slug}"`);
      return created(stored);
    },
  }),
  route({
    method: 'get',
    path: '/programmes/:slug',
    summary: 'A programme: sites, codes, waves, goals',
    access: 'signed-in',
    reply: { 200: programme },
    handler: async ({ params, viewer }) => {
      const { definition, revision } = await getOwnProgramme(viewer, params.slug);
      return ok({ definition: cutToSites(definition, visibleSites(viewer, params.slug)), revision });
    },
  }),
  route({
    method: 'put',
    path: '/programmes/:slug',
    summary: 'Change a programme; verdicts stay as they are',
    access: ['administrator'],
    size: 'large',
    body: programmeChange,
    reply: { 200: programme },
    handler: async ({ params, body, viewer }) => {
      const before = await getOwnProgramme(viewer, params.slug);
      if (body.definition.slug !== params.slug)
        notValid('definition.slug', 'fixed', 'the slug of a programme can not be changed');
      if (before.revision !== body.revision) return stale(before.revision);
      await checkDefinition(body.definition);
      await refuseOrphans(before.definition, body.definition);
      const stored = await replaceProgramme(body.definition, body.revision, viewer.name);
      return stored ? ok(stored) : stale((await findProgramme(params.slug))?.revision);
    },
  }),
];

const stale = (revision: number | undefined) =>
  problem('stale-revision', `revision: the programme has revision ${revision ?? 'none'}; load it again`);

/** A verdict is the evaluator's, with author and date: none comes in with a definition. */
function withoutVerdicts(definition: Definition): Definition {
  return { ...definition, goals: definition.goals.map(({ verdict: _, ...goal }) => goal) };
}
type Definition = Parameters<typeof insertProgramme>[0];
