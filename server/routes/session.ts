import { isPasswordOf } from '../access/passwords.ts';
import { endSession, startSession } from '../access/sessions.ts';
import { currentSession, session, signIn } from '../contract/session.ts';
import { problem } from '../problems.ts';
import { findUserByEmail } from '../store/users.ts';
import { noContent, ok, route } from './define/route.ts';
import type { Deps } from './deps.ts';

export const sessionRoutes = ({ config, limits }: Deps) => [
  route({
    method: 'post',
    path: '/session',
    summary: 'Sign in; sets the session cookie, and the token works as Bearer',
    access: 'public',
    body: signIn,
    reply: { 200: session },
    handler: async ({ body, request, response }) => {
      const address = request.ip ?? '';
      await limits.takeSignIn(body.email, address);
      const user = await findUserByEmail(body.email);
      const matches = await isPasswordOf(user?.passwordHash, body.password);
      if (!user || !matches || user.disabled) return problem('wrong-sign-in');
      await limits.forgetSignIn(body.email, address);
      const token = await startSession(response, user.id, config.secureCookies);
      return ok({ user, role: user.role, token });
    },
  }),
  route({
    method: 'get',
    path: '/session',
    summary: 'Who is signed in',
    access: 'signed-in',
    reply: { 200: currentSession },
    handler: ({ viewer }) => ok({ user: viewer, role: viewer.role }),
  }),
  route({
    method: 'delete',
    path: '/session',
    summary: 'Sign out',
    access: 'signed-in',
    reply: { 204: null },
    handler: async ({ request, response }) => {
      await endSession(request, response, config.secureCookies);
      return noContent();
    },
  }),
];
