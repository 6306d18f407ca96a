// One-time links by which a user, or the very first administrator, chooses a password.
import { collection, required } from './collection.ts';
import { newToken, tokenHash } from './tokens.ts';

const days = 7;
/** `_id` is the token's hash; `user` null: for the first administrator. */
interface Stored {
  _id: string;
  user: string | null;
  expiresAt: Date;
}
const setupTokens = collection<Stored>(
  'setupTokens',
  { user: { type: String, default: null }, expiresAt: required(Date) },
  [[{ user: 1 }], [{ expiresAt: 1 }, { expireAfterSeconds: 0 }]],
);

/** Earlier ones for the same user end. Good for seven days. */
export async function createSetupToken(user: string | null): Promise<string> {
  const token = newToken();
  await setupTokens.deleteMany({ user });
  await setupTokens.insertMany([{ _id: tokenHash(token), user, expiresAt: new Date(Date.now() + days * 86_400_000) }]);
  return token;
}

/** Whom it is for, unless it is unknown, used or too old. */
export async function findSetupToken(token: string): Promise<{ user: string | null } | undefined> {
  return valid(await setupTokens.findById(tokenHash(token)).lean<Stored>());
}

/** Uses it up: of two callers one gets it. */
export async function takeSetupToken(token: string): Promise<{ user: string | null } | undefined> {
  return valid(await setupTokens.findOneAndDelete({ _id: tokenHash(token) }).lean<Stored>());
}

function valid(stored: Stored | null): { user: string | null } | undefined {
  return stored && stored.expiresAt.getTime() > Date.now() ? { user: stored.user } : undefined;
}
