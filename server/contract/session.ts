import { z } from 'zod';

export const role = z.enum(['administrator', 'coordinator', 'evaluator']);
export type Role = z.infer<typeof role>;

/** Coordinator: programme and site. Evaluator: programme. Administrator: none needed. */
export const access = z.object({
  programme: z.string().min(1).max(64),
  site: z.string().min(1).max(64).optional(),
});

export const sessionUser = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role,
  access: z.array(access),
});
export type SessionUser = z.infer<typeof sessionUser>;

export const signIn = z.strictObject({
  email: z.email().max(254),
  password: z.string().min(1).max(1000),
});
export type SignIn = z.infer<typeof signIn>;
export const session = z.object({ user: sessionUser, role, token: z.string() });
export type Session = z.infer<typeof session>;
export const currentSession = session.omit({ token: true });
export type CurrentSession = z.infer<typeof currentSession>;

/** One-time set-up link: the first administrator (with email and name) or an invited user (password alone). */
export const setupInformation = z.object({
  kind: z.enum(['first-administrator', 'user']),
  email: z.string().optional(),
});
export type SetupInformation = z.infer<typeof setupInformation>;
export const setup = z.strictObject({
  email: z.email().max(254).optional(),
  name: z.string().trim().min(1).max(200).optional(),
  password: z.string().min(12, 'use at least 12 characters').max(1000),
});
export type Setup = z.infer<typeof setup>;
