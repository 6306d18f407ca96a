// Who asks. Read from the database each time, so that a disabled account or a changed role counts at once.
import type { Request, Response } from 'express';
import { problem } from '../problems.ts';
import { findUser, type Role, type User } from '../store/users.ts';
import { findSessionUser } from './sessions.ts';

export type Viewer = Pick<User, 'id' | 'email' | 'name' | 'role' | 'access'>;
type Access = 'public' | 'link' | 'signed-in' | readonly Role[];
export type GetViewer = (access: Access, request: Request, response: Response) => Promise<Viewer | undefined>;

/** @throws Problem 401 without a session, 403 for a role that may never */
export const viewerFrom =
  (secureCookies: boolean): GetViewer =>
  async (access, request, response) => {
    if (access === 'public' || access === 'link') return undefined;
    const id = await findSessionUser(request, response, secureCookies);
    const user = id === undefined ? undefined : await findUser(id);
    if (!user || user.disabled) return problem('not-signed-in');
    if (access !== 'signed-in' && !access.includes(user.role))
      problem('not-allowed', `this is for: ${access.join(', ')}`);
    return user;
  };
