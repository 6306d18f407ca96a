// Signed-in state. One random token a sign-in, as an httpOnly cookie for browsers and as a Bearer token for others.
import type { CookieOptions, Request, Response } from 'express';
import { createSession, deleteSession, extendSession, findSession } from '../store/sessions.ts';
import { bearerOf, sessionCookie } from './origin.ts';

const hours = 8;
const lifetime = hours * 3_600_000;
/** A session in use is prolonged at most this often. */
const prolongEvery = 5 * 60_000;

const cookieOptions = (secure: boolean): CookieOptions => ({ httpOnly: true, sameSite: 'lax', secure, path: '/' });

/** Always a new token, so that none fixed beforehand is of use. */
export async function startSession(response: Response, user: string, secure: boolean): Promise<string> {
  const token = await createSession(user, hours);
  response.cookie(sessionCookie, token, { ...cookieOptions(secure), maxAge: lifetime });
  return token;
}

/** Ends the session of the cookie and that of the Bearer token. */
export async function endSession(request: Request, response: Response, secure: boolean): Promise<void> {
  for (const token of [bearerOf(request), cookieOf(request)]) if (token !== undefined) await deleteSession(token);
  response.clearCookie(sessionCookie, cookieOptions(secure));
}

/** The signed-in user's id. A Bearer token counts before a cookie. */
export async function findSessionUser(request: Request, response: Response, secure: boolean) {
  const bearer = bearerOf(request);
  const token = bearer ?? cookieOf(request);
  const session = token === undefined ? undefined : await findSession(token);
  if (token === undefined || !session) return undefined;
  if (session.expiresAt.getTime() < Date.now() + lifetime - prolongEvery) {
    await extendSession(token, new Date(Date.now() + lifetime));
    if (bearer === undefined) response.cookie(sessionCookie, token, { ...cookieOptions(secure), maxAge: lifetime });
  }
  return session.user;
}

export function cookieOf(request: Request): string | undefined {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${sessionCookie}=`))?.slice(sessionCookie.length + 1);
  return value !== undefined && /^[\w-]{20,100}$/.test(value) ? value : undefined;
}
