// The database goes away behind a gate that can be shut (connections refused) or hang (nothing comes back).
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type EmbeddedDatabase, openEmbedded } from '../../../server/embedded/engine.ts';
import { getSecretKey } from '../../../server/secretKey.ts';
import { connectDatabase, type Database } from '../../../server/store/database.ts';
import { putInBuiltInSurveys } from '../../../server/store/firstStart.ts';
import { listResponses } from '../../../server/store/responses.ts';
import { createTestApp } from '../../support/app.ts';
import { buildLink, buildProgramme } from '../../support/factories.ts';

const dir = mkdtempSync(join(tmpdir(), 'stegvis-away-'));
const gatePath = join(dir, 'gate.sock');
const sockets = new Set<Socket>();
let engine: EmbeddedDatabase;
let database: Database;
let gate: Server;
let isHanging = false;
let isShut = false;
let app: ReturnType<typeof createTestApp>;
let slug: string;

beforeAll(async () => {
  engine = await openEmbedded({ dir: join(dir, 'data') });
  const behind = decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(engine.uri)?.[1] ?? '');
  gate = createServer((client) => {
    if (isShut) return void client.destroy();
    const server = createConnection(behind);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => isHanging || to.write(chunk));
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => gate.listen(gatePath, resolve));
  const settings = {
    dataDir: dir,
    mongodbUri: `mongodb://${encodeURIComponent(gatePath)}/stegvis?directConnection=true`,
  };
  database = await connectDatabase(settings, getSecretKey(settings));
  await putInBuiltInSurveys();
  app = createTestApp({ database, dir, uri: database.uri, environment: {}, close: async () => {} });
  slug = (await buildProgramme()).slug;
});
beforeEach(() => {
  isHanging = false;
  isShut = false;
});
afterAll(async () => {
  await database.close();
  gate.close();
  for (const socket of sockets) socket.destroy();
  await engine.close();
  rmSync(dir, { recursive: true, force: true });
});

const shut = () => {
  isShut = true;
  for (const socket of sockets) socket.destroy();
  sockets.clear();
};
const timed = async (call: request.Test) => {
  const since = Date.now();
  const reply = await call;
  return { reply, seconds: (Date.now() - since) / 1000 };
};
const submission = () => ({ submissionId: randomUUID(), answers: { feelsBetter: 'yes' }, language: 'sv' });
const untilHealthy = async () => {
  for (let tries = 0; tries < 100; tries++) if ((await request(app.app).get('/api/health')).status === 200) return;
  throw new Error('the app does not find its database again');
};

const hang = () => {
  isHanging = true;
};

test.each([
  ['hangs', hang],
  ['refuses connections', shut],
])(
  'when the database %s, calls are told to come back within three seconds, and health says so',
  async (_name, goAway) => {
    const token = await buildLink(slug);
    const sent = submission();
    goAway();
    const { reply, seconds } = await timed(request(app.app).post(`/api/respond/${token}`).send(sent));
    expect([reply.status, reply.body.code]).toEqual([503, 'database-away']);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(3.2);
    const health = await timed(request(app.app).get('/api/health'));
    expect([health.reply.status, health.reply.body.status]).toEqual([503, 'unavailable']);
    expect(health.seconds).toBeLessThan(3.2);
    isHanging = false;
    isShut = false;
    await untilHealthy();
    const again = await request(app.app).post(`/api/respond/${token}`).send(sent);
    expect([200, 201]).toContain(again.status);
    const stored = await listResponses(slug, 'exit');
    expect(stored.filter((row) => row.answers.feelsBetter === 'yes').length).toBeGreaterThan(0);
  },
  20_000,
);

test('what fails inside is told without its inside', async () => {
  shut();
  const { reply } = await timed(request(app.app).post('/api/session').send({ email: 'a@b.se', password: 'x' }));
  expect(reply.text).not.toMatch(/mongo|sock|stack|Error/i);
}, 20_000);
