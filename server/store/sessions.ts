// Sessions of staff; the cookie and the Bearer token carry the same token.
import { collection, required } from './collection.ts';
import { newToken, tokenHash } from './tokens.ts';

interface Stored {
  _id: string;
  user: string;
  expiresAt: Date;
}
const sessions = collection<Stored>('sessions', { user: required(String), expiresAt: required(Date) }, [
  [{ user: 1 }],
  [{ expiresAt: 1 }, { expireAfterSeconds: 0 }],
]);

export async function createSession(user: string, hours: number): Promise<string> {
  const token = newToken();
  await sessions.insertMany([{ _id: tokenHash(token), user, expiresAt: new Date(Date.now() + hours * 3_600_000) }]);
  return token;
}

/** The user's id, unless the session is unknown or over. */
export async function findSession(token: string): Promise<{ user: string; expiresAt: Date } | undefined> {
  const stored = await sessions.findById(tokenHash(token), { _id: 0 }).lean<Stored>();
  return stored && stored.expiresAt.getTime() > Date.now() ? stored : undefined;
}

export async function deleteSession(token: string): Promise<void> {
  await sessions.deleteOne({ _id: tokenHash(token) });
}

/** After a new password, a new role or when a user is disabled. */
export async function deleteSessionsOf(user: string): Promise<void> {
  await sessions.deleteMany({ user });
}

/** A session in use lasts on; one that has ended stays ended. */
export async function extendSession(token: string, expiresAt: Date): Promise<void> {
  await sessions.updateOne({ _id: tokenHash(token) }, { $set: { expiresAt } });
}
