import { writerReply, writerState } from '../../contract/survey.ts';
import { readDraft } from '../../store/surveyDrafts.ts';
import { leaveWriters, meetWriters } from '../../store/surveyWriters.ts';
import { noContent, ok, route } from '../define/route.ts';
import { getOwner, ownerQuery } from './owner.ts';

export const writerRoutes = () => [
  route({
    method: 'post',
    path: '/surveys/:name/draft/writers',
    summary: 'Say that the draft is open in a browser tab, and hear who else has it open and how far it has come',
    access: ['administrator'],
    query: ownerQuery,
    body: writerState,
    reply: { 200: writerReply },
    handler: async ({ params, query, body, viewer }) => {
      const programme = await getOwner(viewer, query.programme);
      const me = { tab: body.tab, user: viewer.id, name: viewer.name, question: body.question };
      const [{ revision }, others] = await Promise.all([
        readDraft(programme, params.name),
        meetWriters(programme, params.name, me),
      ]);
      return ok({
        revision,
        others: others.map(({ tab, user, name, question }) => ({ tab, name, question, isMe: user === viewer.id })),
      });
    },
  }),
  route({
    method: 'delete',
    path: '/surveys/:name/draft/writers/:tab',
    summary: 'The tab has closed the draft',
    access: ['administrator'],
    query: ownerQuery,
    reply: { 204: null },
    handler: async ({ params, query, viewer }) => {
      await leaveWriters(await getOwner(viewer, query.programme), params.name, params.tab);
      return noContent();
    },
  }),
];
