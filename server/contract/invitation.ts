import { z } from 'zod';

const shared = {
  survey: z.string().min(1).max(64),
  wave: z.string().min(1).max(64).optional(),
};
/** `count` makes unaddressed single-use links for a site; `enrolments` personal ones, which can be mailed. */
export const newInvitations = z.union([
  z.strictObject({
    ...shared,
    site: z.string().min(1).max(64),
    count: z.number().int().min(1).max(10_000),
  }),
  z.strictObject({
    ...shared,
    enrolments: z.array(z.string().min(1).max(100)).min(1).max(10_000),
    send: z.boolean().default(false).meta({
      description: 'mail each link to the person, where an address is known',
    }),
  }),
]);
export type NewInvitations = z.input<typeof newInvitations>;
export const createdInvitations = z.object({
  links: z.array(z.string()),
  sent: z.number().int(),
  kept: z.boolean().meta({ description: 'no mail server is set: what is sent is kept in the outbox' }),
  withoutAddress: z.array(z.string()).meta({ description: 'enrolments that no mail could be sent to' }),
});
export type CreatedInvitations = z.infer<typeof createdInvitations>;

/** Per survey, site and wave; never a list of links, and no count of answers small enough to point someone out. */
export const invitationCount = z.object({
  survey: z.string(),
  site: z.string().nullable(),
  wave: z.string().nullable(),
  created: z.number().int(),
  answered: z.number().int().nullable(),
});
export const invitationCounts = z.object({
  invitations: z.array(invitationCount),
});
export type InvitationCounts = z.infer<typeof invitationCounts>;
