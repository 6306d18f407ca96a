// Middleware and routes in the order in which a request meets them.
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { createLimits } from './access/limits.ts';
import { refuseForeignOrigin } from './access/origin.ts';
import { viewerFrom } from './access/viewer.ts';
import type { Config } from './config.ts';
import type { Mailer } from './mail/mailer.ts';
import { requestLog } from './requestLog.ts';
import { apiRoutes } from './routes/api.ts';
import { registerRoutes } from './routes/define/register.ts';
import { failures, unknownRoute } from './routes/failures.ts';
import { pages } from './routes/pages.ts';
import type { Database } from './store/database.ts';

export interface AppDeps {
  config: Pick<Config, 'baseUrl' | 'secureCookies' | 'behindProxy'>;
  database: Pick<Database, 'kind' | 'healthy'>;
  secretKey: Buffer;
  mailer: Mailer;
  logger: Logger;
  version: string;
}

export const clientFolder = join(import.meta.dirname, '../.build/client');

export function createApp({ config, database, secretKey, mailer, logger, version }: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.behindProxy ? 1 : false);
  app.set('query parser', 'simple');
  app.set('etag', false);
  const limits = createLimits(secretKey);
  const warn = (what: string, error: unknown) => logger.warn({ err: error }, what);
  const routes = apiRoutes({ config, database, limits, mailer, version, warn });

  app.use(requestLog(logger));
  app.use(securityHeaders(config.secureCookies));
  app.use(compressedReads());
  const uncached: RequestHandler = (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  };
  app.use(
    '/api',
    uncached,
    refuseForeignOrigin(config.baseUrl),
    registerRoutes(routes, { getViewer: viewerFrom(config.secureCookies), isDatabaseHealthy: database.healthy }),
    unknownRoute,
  );
  app.use(pages(clientFolder));
  app.use(unknownRoute);
  app.use(failures((error, reference) => logger.error({ err: error, reference }, 'a request failed')));
  return app;
}

/** What a write replies is a few bytes, and preparing to compress them takes longer than they do. */
function compressedReads(): RequestHandler {
  const compress = compression();
  return (request, response, next) => (request.method === 'GET' ? compress(request, response, next) : next());
}

/** Nothing comes from elsewhere; styles may stand inline since the component library writes them so. */
function securityHeaders(isSecure: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isSecure,
    referrerPolicy: { policy: 'no-referrer' },
  });
}
