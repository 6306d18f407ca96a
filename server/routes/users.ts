import { type CreatedUser, createdUser, newUser, userChange, user as userShape, users } from '../contract/user.ts';
import { setupLetter } from '../mail/letters.ts';
import { notValid, problem } from '../problems.ts';
import { findProgramme } from '../store/programmes.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { createSetupToken } from '../store/setupTokens.ts';
import { type Access, findUser, insertUser, listUsers, type Role, type User, updateUser } from '../store/users.ts';
import { created, ok, route } from './define/route.ts';
import type { Deps } from './deps.ts';

const setupDays = 7;

async function getUser(id: string): Promise<User> {
  return (await findUser(id)) ?? problem('not-found', 'there is no such user');
}

/** A coordinator has sites, an evaluator whole programmes, an administrator needs none. @throws Problem 422 */
async function checkAccess(role: Role, access: readonly Access[]): Promise<void> {
  if (role === 'administrator' && access.length > 0)
    notValid('access', 'not-for-role', 'an administrator has no programmes of their own; leave it empty');
  for (const [at, { programme, site }] of access.entries()) {
    const definition = (await findProgramme(programme))?.definition;
    if (!definition)
      return notValid(`access.${at}.programme`, 'unknown-programme', `there is no programme "${programme}"`);
    if (role === 'evaluator' && site !== undefined)
      notValid(`access.${at}.site`, 'not-for-role', 'an evaluator follows the whole programme; leave it out');
    if (role === 'coordinator' && site === undefined)
      notValid(`access.${at}.site`, 'required', 'name the site of the coordinator');
    if (site !== undefined && !definition.sites.some((each) => each.slug === site))
      notValid(`access.${at}.site`, 'unknown-site', `the programme has no site "${site}"`);
  }
}

/** @throws Problem 409 */
async function refuseLastAdministrator(user: User): Promise<void> {
  const others = (await listUsers()).filter((each) => each.role === 'administrator' && each.id !== user.id);
  if (!others.some((each) => !each.disabled && each.hasPassword))
    problem('last-administrator', 'make somebody else administrator first');
}

async function sendSetupLink(user: User, deps: Deps): Promise<Omit<CreatedUser, 'user'>> {
  const setupLink = `${deps.config.baseUrl}/setup/${await createSetupToken(user.id)}`;
  try {
    await deps.mailer.send(setupLetter(user.email, user.name, setupLink, setupDays));
    return { setupLink, mail: deps.mailer.keeps ? 'kept' : 'sent' };
  } catch (error) {
    deps.warn('a set-up link could not be mailed', error);
    return { setupLink, mail: 'failed' };
  }
}

export const userRoutes = (deps: Deps) => [
  route({
    method: 'get',
    path: '/users',
    summary: 'Everyone with an account',
    access: ['administrator'],
    reply: { 200: users },
    handler: async () => ok({ users: await listUsers() }),
  }),
  route({
    method: 'post',
    path: '/users',
    summary: 'Make an account; its set-up link is shown this once and mailed',
    access: ['administrator'],
    body: newUser,
    reply: { 201: createdUser },
    handler: async ({ body }) => {
      await checkAccess(body.role, body.access);
      const user = await insertUser(body);
      if (!user) return problem('email-taken', 'email: change that account instead');
      return created({ user, ...(await sendSetupLink(user, deps)) });
    },
  }),
  route({
    method: 'patch',
    path: '/users/:id',
    summary: 'Change name, role or access, or disable an account, which ends its sessions',
    access: ['administrator'],
    body: userChange,
    reply: { 200: userShape },
    handler: async ({ params, body }) => {
      const before = await getUser(params.id);
      const role = body.role ?? before.role;
      await checkAccess(role, body.access ?? (role === before.role ? before.access : []));
      const staysAdministrator = role === 'administrator' && !(body.disabled ?? before.disabled);
      if (before.role === 'administrator' && !before.disabled && !staysAdministrator)
        await refuseLastAdministrator(before);
      const access = body.access ?? (role === before.role ? undefined : []);
      const user = await updateUser(before.id, { ...body, ...(access && { access }) });
      if (user?.disabled) await deleteSessionsOf(before.id);
      return ok(user ?? before);
    },
  }),
  route({
    method: 'post',
    path: '/users/:id/setup-link',
    summary: 'A new set-up link; the earlier one ends',
    access: ['administrator'],
    reply: { 201: createdUser },
    handler: async ({ params }) => {
      const user = await getUser(params.id);
      return created({ user, ...(await sendSetupLink(user, deps)) });
    },
  }),
];
