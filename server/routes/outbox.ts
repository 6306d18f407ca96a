import { outbox } from '../contract/outbox.ts';
import { listMails } from '../store/outbox.ts';
import { ok, route } from './define/route.ts';
import type { Deps } from './deps.ts';

export const outboxRoutes = ({ mailer }: Deps) => [
  route({
    method: 'get',
    path: '/outbox',
    summary: 'Mail that is kept here because no mail server is named, newest first',
    access: ['administrator'],
    reply: { 200: outbox },
    handler: async () => ok({ kept: mailer.keeps, mails: await listMails() }),
  }),
];
