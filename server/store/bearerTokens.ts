// Bearer tokens of signed-in users: only their hash is kept.
import { collection, required, trusted } from './collection.ts';
import { newToken, tokenHash } from './tokens.ts';

interface Stored {
  _id: string;
  user: string;
  expires: Date;
}

const tokens = collection<Stored>('bearerTokens', { user: required(String), expires: required(Date) }, [
  [{ expires: 1 }, { expireAfterSeconds: 0 }],
  [{ user: 1 }],
]);

/** Told this once. */
export async function insertToken(user: string, expires: Date): Promise<string> {
  const token = newToken();
  await tokens.insertMany([{ _id: tokenHash(token), user, expires }]);
  return token;
}

/** The user's id, while the token is valid. */
export async function findTokenUser(token: string): Promise<string | undefined> {
  const live = { _id: tokenHash(token), expires: trusted({ $gt: new Date() }) };
  return (await tokens.findOne(live).lean<Stored>())?.user;
}

export async function deleteToken(token: string): Promise<void> {
  await tokens.deleteOne({ _id: tokenHash(token) });
}

export async function deleteTokensOf(user: string): Promise<void> {
  await tokens.deleteMany({ user });
}
