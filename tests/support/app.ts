// The real app over a fresh database, with everything it would write to its log at hand.
import { Writable } from 'node:stream';
import type { Express } from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { createApp } from '../../server/app.ts';
import { createMailer } from '../../server/mail/mailer.ts';
import { getSecretKey } from '../../server/secretKey.ts';
import { putInBuiltInSurveys } from '../../server/store/firstStart.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

export const baseUrl = 'http://stegvis.test';

export interface TestApp {
  app: Express;
  database: TestDatabase;
  /** What has been logged, as JSON lines. */
  logged(): string;
  call(method: Method, path: string, options?: { token?: string; body?: unknown }): request.Test;
  close(): Promise<void>;
}
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export async function openTestApp(): Promise<TestApp> {
  const database = await openTestDatabase();
  await putInBuiltInSurveys();
  const app = createTestApp(database);
  return {
    ...app,
    database,
    call: (method, path, { token, body } = {}) => {
      const test = request(app.app)[method](`/api${path}`);
      if (token !== undefined) test.set('authorization', `Bearer ${token}`);
      return body === undefined ? test : test.send(body as object);
    },
    close: () => database.close(),
  };
}

/** A further process's app on the same database. */
export function createTestApp({ database, dir }: TestDatabase, smtpUrl?: string): { app: Express; logged(): string } {
  let lines = '';
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines += chunk.toString();
      done();
    },
  });
  const app = createApp({
    config: { baseUrl, secureCookies: false, behindProxy: false },
    database,
    secretKey: getSecretKey({ dataDir: dir }),
    mailer: createMailer({ baseUrl, ...(smtpUrl !== undefined && { smtpUrl }) }),
    logger: pino({ level: 'info' }, stream),
    version: '0.0.0-test',
  });
  return { app, logged: () => lines };
}
