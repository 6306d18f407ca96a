// Somebody must be able to sign in: the administrator that the settings name, else a one-time link for the first one.
import { hashPassword, isPasswordOf } from '../access/passwords.ts';
import type { Config } from '../config.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { createSetupToken } from '../store/setupTokens.ts';
import { findUserByEmail, hasAdministrator, insertUser, setPassword, updateUser } from '../store/users.ts';

/** Makes the account, or gives it back its role and password. */
export async function putInAdministrator({ email, password }: NonNullable<Config['admin']>): Promise<void> {
  const user = await findUserByEmail(email);
  if (!user) {
    const name = email.slice(0, email.indexOf('@'));
    await insertUser({ email, name, role: 'administrator', access: [] }, await hashPassword(password));
    return;
  }
  if (user.role !== 'administrator' || user.disabled)
    await updateUser(user.id, { role: 'administrator', access: [], disabled: false });
  if (await isPasswordOf(user.passwordHash, password)) return;
  await setPassword(user.id, await hashPassword(password));
  await deleteSessionsOf(user.id);
}

/** Undefined when there is an administrator already. */
export async function findFirstSetupLink(baseUrl: string): Promise<string | undefined> {
  if (await hasAdministrator()) return undefined;
  return `${baseUrl}/setup/${await createSetupToken(null)}`;
}
