import { setTimeout as pause } from 'node:timers/promises';
import { canSeeIndividuals } from '../../access/roles.ts';
import { erased } from '../../contract/enrolment.ts';
import { dayOf } from '../../domain/schedule/due.ts';
import { listEnrolments } from '../../store/enrolments.ts';
import { erase, eraseLate } from '../../store/erasures.ts';
import { ok, route } from '../define/route.ts';
import { getOwnEnrolment } from '../programmes/own.ts';

/** Milliseconds. Whoever was let in before the person was gone has been answered by then. */
const lateWithin = 1000;

export const personRoutes = () => [
  route({
    method: 'delete',
    path: '/programmes/:slug/enrolments/:enrolment/person',
    summary: 'Erase a person: every enrolment at the own sites with all that was registered and answered by name',
    access: ['coordinator'],
    reply: { 200: erased },
    handler: async ({ params: { slug, enrolment }, viewer }) => {
      const { person } = await getOwnEnrolment(viewer, slug, enrolment);
      const all = await listEnrolments(slug, { person });
      const own = all.filter(({ site }) => canSeeIndividuals(viewer, slug, site)).map((each) => each.enrolment);
      const isLast = own.length === all.length;
      const rows = await erase(slug, { person, enrolments: own, isLast, user: viewer.id, day: dayOf(new Date()) });
      await pause(lateWithin);
      return ok({ rows: rows + (await eraseLate(slug, own)) });
    },
  }),
];
