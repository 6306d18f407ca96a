// Writes that a browser sends with its cookie must come from a page of ours; that is what stops cross-site requests.
import type { NextFunction, Request, Response } from 'express';
import { problem } from '../problems.ts';

export const sessionCookie = 'stegvis.sid';
const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

export function refuseForeignOrigin(baseUrl: string) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (!harmless.has(request.method) && isForeign(request, baseUrl))
      problem('wrong-origin', `send it from a page of ${baseUrl}, or with a Bearer token`);
    next();
  };
}

function isForeign(request: Request, baseUrl: string): boolean {
  // No browser sends a Bearer token on its own.
  if (bearerOf(request) !== undefined) return false;
  const origin = request.get('origin');
  if (origin !== undefined) return origin !== baseUrl && !isOwnHost(origin, request);
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  // Neither header: not a browser of today. It may carry no cookie of ours then.
  return request.get('cookie')?.includes(`${sessionCookie}=`) === true;
}

function isOwnHost(origin: string, request: Request): boolean {
  return URL.canParse(origin) && new URL(origin).host === request.get('host');
}

export function bearerOf(request: Request): string | undefined {
  return /^Bearer ([\w-]{1,200})$/i.exec(request.get('authorization') ?? '')?.[1];
}
