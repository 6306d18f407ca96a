// The access log. It never has a token, a cookie or a body, and of participants' calls no address either.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { type HttpLogger, pinoHttp } from 'pino-http';

const participant = /^\/(api\/respond|s)\//;
const secrets: readonly [RegExp, string][] = [
  [/^\/(api\/respond|s)\/[^/?]*/, '/$1/-'],
  [/^\/(api\/)?setup\/[^/?]*/, '/$1setup/-'],
];

/** The address as it may be written down: without tokens, without what was asked for. */
export function loggedUrl(url: string): string {
  const path = url.replace(/\?.*$/s, '');
  return secrets.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), path);
}

export function requestLog(logger: Logger): HttpLogger {
  return pinoHttp({
    logger,
    genReqId: (_request: IncomingMessage, response: ServerResponse) => {
      const id = randomUUID();
      response.setHeader('x-request-id', id);
      return id;
    },
    serializers: {
      req: (request: { id: unknown; method: string; url: string; remoteAddress?: string }) => ({
        id: request.id,
        method: request.method,
        url: loggedUrl(request.url),
        ...(!participant.test(request.url) && { from: request.remoteAddress }),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: (error: Error) => ({ type: error.name }),
    },
    customLogLevel: (_request, response, error) => {
      if (error || response.statusCode >= 500) return 'error';
      return response.statusCode === 429 ? 'warn' : 'info';
    },
  });
}
