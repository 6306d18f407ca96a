import { z } from 'zod';

export const outboxMail = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  language: z.string(),
  at: z.string(),
});
export type OutboxMail = z.infer<typeof outboxMail>;
export const outbox = z.object({
  kept: z.boolean().meta({ description: 'false when SMTP_URL sends mail for real' }),
  mails: z.array(outboxMail),
});
export type Outbox = z.infer<typeof outbox>;
