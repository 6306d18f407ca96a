// What a coordinator registers about an enrolment: activity hours, interventions, the exit, follow-ups.
import { activity, enrolmentPage, exit, followUp, intervention } from '../../contract/enrolment.ts';
import { problem } from '../../problems.ts';
import { deleteActivity, upsertActivity } from '../../store/activities.ts';
import { changeEnrolment } from '../../store/enrolments.ts';
import { listFollowUps, upsertFollowUp } from '../../store/followUps.ts';
import { deleteIntervention, upsertIntervention } from '../../store/interventions.ts';
import { created, ok, route } from '../define/route.ts';
import { getOwnEnrolment, getOwnProgramme } from '../programmes/own.ts';
import { checkCode, refuseBefore, refuseFuture } from './checks.ts';
import { enrolmentPageOf } from './page.ts';

const base = '/programmes/:slug/enrolments/:enrolment';
const access = ['coordinator'] as const;

export const registeredRoutes = () => [
  route({
    method: 'post',
    path: `${base}/activities`,
    summary: 'Register hours of activity a week on a day; the same day again replaces',
    access,
    body: activity,
    reply: { 201: enrolmentPage },
    handler: async ({ params, body, viewer }) => {
      const { enrolment } = await getOwnEnrolment(viewer, params.slug, params.enrolment);
      refuseFuture('date', body.date);
      await upsertActivity(params.slug, { enrolment, ...body });
      return created(await enrolmentPageOf(viewer, params.slug, enrolment));
    },
  }),
  route({
    method: 'delete',
    path: `${base}/activities/:date`,
    summary: 'Take the activity of a day away',
    access,
    reply: { 200: enrolmentPage },
    handler: async ({ params, viewer }) => {
      const { enrolment } = await getOwnEnrolment(viewer, params.slug, params.enrolment);
      if (!(await deleteActivity(params.slug, enrolment, params.date)))
        problem('not-found', 'no activity is registered on that day');
      return ok(await enrolmentPageOf(viewer, params.slug, enrolment));
    },
  }),
  route({
    method: 'post',
    path: `${base}/interventions`,
    summary: 'Register an intervention; the same type and start again replaces',
    access,
    body: intervention,
    reply: { 201: enrolmentPage },
    handler: async ({ params, body, viewer }) => {
      const { enrolment } = await getOwnEnrolment(viewer, params.slug, params.enrolment);
      const { definition } = await getOwnProgramme(viewer, params.slug);
      checkCode('type', body.type, definition.codes.intervention);
      const { type, start, end, hoursPerWeek } = body;
      await upsertIntervention(params.slug, {
        ...{ enrolment, type, start },
        ...(end && { end }),
        ...(hoursPerWeek !== null && hoursPerWeek !== undefined && { hoursPerWeek }),
      });
      return created(await enrolmentPageOf(viewer, params.slug, enrolment));
    },
  }),
  route({
    method: 'delete',
    path: `${base}/interventions/:type/:start`,
    summary: 'Take an intervention away',
    access,
    reply: { 200: enrolmentPage },
    handler: async ({ params, viewer }) => {
      const { enrolment } = await getOwnEnrolment(viewer, params.slug, params.enrolment);
      if (!(await deleteIntervention(params.slug, enrolment, params.type, params.start)))
        problem('not-found', 'no such intervention is registered');
      return ok(await enrolmentPageOf(viewer, params.slug, enrolment));
    },
  }),
  route({
    method: 'put',
    path: `${base}/exit`,
    summary: 'Register the exit, or correct it',
    access,
    body: exit,
    reply: { 200: enrolmentPage },
    handler: async ({ params, body, viewer }) => {
      const row = await getOwnEnrolment(viewer, params.slug, params.enrolment);
      const { definition } = await getOwnProgramme(viewer, params.slug);
      refuseFuture('end', body.end);
      refuseBefore('end', body.end, row.start, 'the start');
      checkCode('exitReason', body.exitReason, definition.codes.exitReason);
      checkCode('exitStatus', body.exitStatus, definition.codes.exitStatus);
      const { end, exitReason = null, exitStatus = null } = body;
      await changeEnrolment(params.slug, row.enrolment, { end, exitReason, exitStatus });
      return ok(await enrolmentPageOf(viewer, params.slug, row.enrolment));
    },
  }),
  route({
    method: 'delete',
    path: `${base}/exit`,
    summary: 'Take the exit back, while no follow-up is registered',
    access,
    reply: { 200: enrolmentPage },
    handler: async ({ params, viewer }) => {
      const row = await getOwnEnrolment(viewer, params.slug, params.enrolment);
      if (row.end === undefined) problem('not-found', 'no exit is registered');
      if ((await listFollowUps(params.slug, row.enrolment)).length > 0)
        problem('in-use', 'a follow-up of the exit is registered; the exit can be corrected but not taken back');
      await changeEnrolment(params.slug, row.enrolment, { end: null, exitReason: null, exitStatus: null });
      return ok(await enrolmentPageOf(viewer, params.slug, row.enrolment));
    },
  }),
  route({
    method: 'post',
    path: `${base}/follow-ups`,
    summary: 'Register the follow-up after the exit; the same day again replaces',
    access,
    body: followUp,
    reply: { 201: enrolmentPage },
    handler: async ({ params, body, viewer }) => {
      const { enrolment, end } = await getOwnEnrolment(viewer, params.slug, params.enrolment);
      if (end === undefined) return problem('not-exited', 'register the exit first');
      refuseFuture('date', body.date);
      refuseBefore('date', body.date, end, 'the exit');
      await upsertFollowUp(params.slug, { enrolment, ...body });
      return created(await enrolmentPageOf(viewer, params.slug, enrolment));
    },
  }),
];
