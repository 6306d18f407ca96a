import { z } from 'zod';
import { access, role, sessionUser } from './session.ts';

export const user = sessionUser.extend({
  disabled: z.boolean(),
  hasPassword: z.boolean(),
  createdAt: z.string(),
});
export type User = z.infer<typeof user>;
export const users = z.object({ users: z.array(user) });

export const newUser = z.strictObject({
  email: z.email().max(254),
  name: z.string().trim().min(1).max(200),
  role,
  access: z.array(access.strict()).max(200).default([]),
});
export type NewUser = z.input<typeof newUser>;
/** The set-up link is shown this once; it is also mailed. */
export const createdUser = z.object({
  user,
  setupLink: z.string(),
  mail: z.enum(['sent', 'kept', 'failed']).meta({ description: 'kept: in the outbox, since no mail server is set' }),
});
export type CreatedUser = z.infer<typeof createdUser>;
export const userChange = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  role: role.optional(),
  access: z.array(access.strict()).max(200).optional(),
  disabled: z.boolean().optional(),
});
export type UserChange = z.infer<typeof userChange>;
