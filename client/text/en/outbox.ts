import type { outbox as swedish } from '../sv/outbox.ts';

export const outbox: typeof swedish = {
  title: 'Outbox',
  lead: 'Mail that the product has written. No mail server is set (SMTP_URL), so it stays here.',
  sentLead: 'A mail server is set: mail is sent for real and not kept here.',
  emptyTitle: 'No mail yet',
  emptyText: 'Invitations and account mail land here as long as no mail server is set.',
  to: 'To',
  subject: 'Subject',
  at: 'Written',
  open: 'Show the mail',
};
