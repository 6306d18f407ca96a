// Turns declarations into express routes: permission first, then size and form of the request, then the handler.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { z as zod } from 'zod';
import type { GetViewer } from '../../access/viewer.ts';
import { problem } from '../../problems.ts';
import { parse, refuseDangerous } from './check.ts';
import { orAway } from './patience.ts';
import { type AnyReply, Download, type Route } from './route.ts';

const limits = { usual: '100kb', large: '5mb', file: '7mb' } as const;
const parsers = {
  usual: express.json({ limit: limits.usual }),
  large: express.json({ limit: limits.large }),
  file: express.json({ limit: limits.file }),
};
const noQuery = zod.strictObject({});

export interface Registering {
  getViewer: GetViewer;
  isDatabaseHealthy: () => Promise<boolean>;
}

export function registerRoutes(routes: readonly Route[], { getViewer, isDatabaseHealthy }: Registering): Router {
  const router = Router({ caseSensitive: true });
  for (const each of routes)
    router[each.method](each.path, async (request, response) => {
      const work = replyTo(each, getViewer, request, response);
      const reply = await (each.withoutDatabase ? work : orAway(work, isDatabaseHealthy));
      if (reply.body instanceof Download) await sendDownload(reply.body, response, isDatabaseHealthy);
      else send(each, reply, response);
    });
  for (const path of new Set(routes.map((each) => each.path))) {
    const methods = routes.filter((each) => each.path === path).map((each) => each.method.toUpperCase());
    router.all(path, (request, response) => {
      response.set('Allow', methods.join(', '));
      problem('method-not-allowed', `${request.method} is not taken here, only ${methods.join(', ')}`);
    });
  }
  return router;
}

async function replyTo(each: Route, getViewer: GetViewer, request: Request, response: Response): Promise<AnyReply> {
  const viewer = await getViewer(each.access, request, response);
  const body = each.body ? await readBody(each.body, each.size ?? 'usual', request, response) : undefined;
  const query = parse(each.query ?? noQuery, { ...request.query });
  const params = pathParameters(request);
  const call = { params, query, body, viewer, request, response } as Parameters<Route['handler']>[0];
  return each.handler(call);
}

/** Parsing the reply keeps what its schema names and nothing else. */
function send(each: Route, { status, body }: AnyReply, response: Response): void {
  const schema = each.reply[status];
  response.status(status);
  if (schema) response.json(schema.parse(body));
  else response.end();
}

/** What fails before the first piece is told like any failure; later the connection is cut, so that no half is taken for whole. */
async function sendDownload(
  { type, name, content }: Download,
  response: Response,
  isDatabaseHealthy: () => Promise<boolean>,
): Promise<void> {
  const pieces = content[Symbol.asyncIterator]();
  const first = await orAway(pieces.next(), isDatabaseHealthy);
  response.status(200).attachment(name).type(type);
  const whole = async function* () {
    try {
      for (let piece = first; !piece.done; piece = await pieces.next()) yield piece.value;
    } finally {
      await pieces.return?.();
    }
  };
  await pipeline(Readable.from(whole(), { objectMode: false }), response).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
}

/** Whoever asked has gone away. */
const isGone = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

/** Anything that could not be a key, slug or day is simply not there. */
function pathParameters(request: Request): Record<string, string> {
  const entries = Object.entries(request.params).map(([name, value]) => [name, String(value)] as const);
  if (entries.some(([, value]) => value.length > 200 || value.includes('\0'))) problem('not-found');
  return Object.fromEntries(entries);
}

async function readBody(schema: z.ZodType, size: keyof typeof limits, request: Request, response: Response) {
  if (!request.is('application/json'))
    problem('unsupported-media-type', 'send the body as JSON with Content-Type: application/json');
  await new Promise<void>((resolve, reject) => {
    const next: NextFunction = (error?: unknown) => (error ? reject(error) : resolve());
    parsers[size](request, response, next);
  }).catch(refuseBody(size));
  refuseDangerous(request.body);
  return parse(schema, request.body);
}

const refuseBody = (size: keyof typeof limits) => (error: { type?: string }) => {
  if (error.type === 'entity.too.large') problem('too-large', `send at most ${limits[size]}`);
  if (error.type === 'entity.parse.failed') problem('broken-json', 'the body could not be read as JSON');
  if (error.type === 'encoding.unsupported' || error.type === 'charset.unsupported')
    problem('unsupported-media-type', 'send the body as JSON in UTF-8');
  if (error.type === 'request.aborted' || error.type === 'request.size.invalid')
    problem('broken-json', 'the body did not arrive whole');
  throw error;
};
