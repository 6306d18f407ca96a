import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { requestClasses } from '../../server/requestClasses.ts';

test('a request and its response come with what express gives them, and express leaves them as they came', async () => {
  const app = express();
  app.get('/', (request, response) => response.json({ host: request.hostname, query: request.query }));
  let seen: object[] = [];
  const prototypes = (...both: object[]) => both.map((each) => Object.getPrototypeOf(each));
  const server = createServer(requestClasses(app), (request: IncomingMessage, response: ServerResponse) => {
    seen = prototypes(request, response);
    app(request, response);
    seen.push(...prototypes(request, response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const reply = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?a=1`);
  expect(await reply.json()).toEqual({ host: '127.0.0.1', query: { a: '1' } });
  expect(seen).toHaveLength(4);
  for (const [at, each] of seen.entries()) expect(each).toBe(at % 2 === 0 ? app.request : app.response);
  server.close();
});
