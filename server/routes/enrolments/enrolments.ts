import { enrolmentChange, enrolmentPage, enrolments, newEnrolment } from '../../contract/enrolment.ts';
import { created, ok, route } from '../define/route.ts';
import { getOwnEnrolment, getOwnProgramme } from '../programmes/own.ts';
import { correctEnrolment, enrol } from './enrol.ts';
import { enrolmentList } from './list.ts';
import { enrolmentPageOf } from './page.ts';

export const enrolmentRoutes = () => [
  route({
    method: 'get',
    path: '/programmes/:slug/enrolments',
    summary: "The own sites' people, and what is due",
    access: ['coordinator'],
    reply: { 200: enrolments },
    handler: async ({ params, viewer }) => {
      await getOwnProgramme(viewer, params.slug);
      return ok({ enrolments: await enrolmentList(viewer, params.slug) });
    },
  }),
  route({
    method: 'post',
    path: '/programmes/:slug/enrolments',
    summary: 'Enrol a person at an own site',
    access: ['coordinator'],
    body: newEnrolment,
    reply: { 201: enrolmentPage },
    handler: async ({ params, body, viewer }) => {
      const { definition } = await getOwnProgramme(viewer, params.slug);
      const key = await enrol(viewer, definition, body);
      return created(await enrolmentPageOf(viewer, params.slug, key));
    },
  }),
  route({
    method: 'get',
    path: '/programmes/:slug/enrolments/:enrolment',
    summary: "A person's page; every look is logged",
    access: ['coordinator'],
    reply: { 200: enrolmentPage },
    handler: async ({ params, viewer }) => ok(await enrolmentPageOf(viewer, params.slug, params.enrolment)),
  }),
  route({
    method: 'patch',
    path: '/programmes/:slug/enrolments/:enrolment',
    summary: 'Change background or contact; null removes a value',
    access: ['coordinator'],
    body: enrolmentChange,
    reply: { 200: enrolmentPage },
    handler: async ({ params, body, viewer }) => {
      const row = await getOwnEnrolment(viewer, params.slug, params.enrolment);
      const { definition } = await getOwnProgramme(viewer, params.slug);
      await correctEnrolment(definition, row, body);
      return ok(await enrolmentPageOf(viewer, params.slug, params.enrolment));
    },
  }),
];
