// The built client: the participant page for a link to answer or to try, the staff app for everything else, assets precompressed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Request, type Response, Router } from 'express';
import { problem } from '../problems.ts';

const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/** `folder` is the client as built; what it lacks is a 404. */
export function pages(folder: string): Router {
  const router = Router();
  // The names of assets carry a hash of their content.
  router.use('/assets', precompressed(join(folder, 'assets')), (_request, response) => {
    response.status(404).type('text/plain').send('Not found');
  });
  router.get(['/s/:token', '/try/:token'], (_request, response) => {
    response.set({ 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex, nofollow' });
    sendPage(response, folder, 'respond.html');
  });
  router.use(express.static(folder, { index: false, maxAge: 0, redirect: false }));
  router.get('/{*path}', (_request, response) => sendPage(response, folder, 'index.html'));
  return router;
}

function sendPage(response: Response, folder: string, name: string): void {
  const path = join(folder, name);
  if (!existsSync(path)) problem('not-found', 'the client is not built: npm run build');
  response.set('Cache-Control', 'no-cache');
  response.sendFile(path, { cacheControl: false, dotfiles: 'allow' });
}

function precompressed(folder: string) {
  const serve = express.static(folder, {
    index: false,
    immutable: true,
    maxAge: '1y',
    redirect: false,
    dotfiles: 'allow',
  });
  return (request: Request, response: Response, next: () => void): void => {
    const path = request.path;
    const isPlain = /^\/[\w./-]+\.(js|css|svg|json|txt|map)$/.test(path) && !path.includes('..');
    const accepted = isPlain && encodings.find(({ name }) => request.acceptsEncodings(name) === name);
    const encoding = accepted && existsSync(join(folder, path + accepted.ending)) ? accepted : undefined;
    if (encoding) {
      response.type(path.slice(path.lastIndexOf('.')));
      response.set({ 'Content-Encoding': encoding.name, Vary: 'Accept-Encoding' });
      request.url = request.url.replace(path, path + encoding.ending);
    }
    serve(request, response, next);
  };
}
