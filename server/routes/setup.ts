// One-time links: the first administrator names the account, an invited user only chooses a password.
import { hashPassword } from '../access/passwords.ts';
import { startSession } from '../access/sessions.ts';
import { type Setup, session, setup, setupInformation } from '../contract/session.ts';
import { notValid, problem } from '../problems.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { findSetupToken, takeSetupToken } from '../store/setupTokens.ts';
import { findUser, findUserByEmail, insertUser, setPassword, type User } from '../store/users.ts';
import { created, ok, route } from './define/route.ts';
import type { Deps } from './deps.ts';

/** Whom the link is for: a user, or null for the first administrator. */
async function getLink(token: string, { limits }: Deps, address: string): Promise<User | null> {
  const link = await findSetupToken(token);
  const user = link?.user ? await findUser(link.user) : null;
  if (link && (link.user === null || (user && !user.disabled))) return user ?? null;
  await limits.takeUnknownToken(address);
  return problem('unknown-link', 'the link is unknown, used or too old; ask an administrator for a new one');
}

async function nameAdministrator({ email, name }: Setup): Promise<{ email: string; name: string }> {
  if (email === undefined) return notValid('email', 'required', 'give the e-mail address of the first administrator');
  if (name === undefined) return notValid('name', 'required', 'give the name of the first administrator');
  if (await findUserByEmail(email)) problem('email-taken', 'sign in with that account instead');
  return { email, name };
}

export const setupRoutes = (deps: Deps) => [
  route({
    method: 'get',
    path: '/setup/:token',
    summary: 'Whom a set-up link is for',
    access: 'public',
    reply: { 200: setupInformation },
    handler: async ({ params, request }) => {
      const user = await getLink(params.token, deps, request.ip ?? '');
      return ok(user ? { kind: 'user', email: user.email } : { kind: 'first-administrator' });
    },
  }),
  route({
    method: 'post',
    path: '/setup/:token',
    summary: 'Choose a password by a set-up link, and sign in',
    access: 'public',
    body: setup,
    reply: { 201: session },
    handler: async ({ params, body, request, response }) => {
      const invited = await getLink(params.token, deps, request.ip ?? '');
      const administrator = invited ? undefined : await nameAdministrator(body);
      const passwordHash = await hashPassword(body.password);
      if (!(await takeSetupToken(params.token))) return problem('unknown-link', 'the link has just been used');
      const user = administrator
        ? await insertUser({ ...administrator, role: 'administrator', access: [] }, passwordHash)
        : (invited ?? undefined);
      if (!user) return problem('email-taken', 'sign in with that account instead');
      if (invited) await setPassword(user.id, passwordHash);
      await deleteSessionsOf(user.id);
      const token = await startSession(response, user.id, deps.config.secureCookies);
      return created({ user, role: user.role, token });
    },
  }),
];
