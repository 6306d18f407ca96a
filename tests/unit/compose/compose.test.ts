// There is no Docker engine where the tests run, so the file is held against the rules that it must keep.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = join(import.meta.dirname, '../../..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

const service = z.strictObject({
  build: z.strictObject({ context: z.literal('.'), dockerfile: z.string() }).optional(),
  image: z
    .string()
    .regex(/^[a-z0-9./-]+:v?\d[\w.]*$/, 'names a version')
    .optional(),
  restart: z.enum(['unless-stopped', 'always', 'on-failure']),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  user: z.string().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(z.string().regex(/^[a-z-]+:\/[\w/]+$/)).optional(),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/, 'published on this machine alone')).optional(),
  networks: z.array(z.string()),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  healthcheck: z.strictObject({
    test: z.tuple([z.literal('CMD')], z.string()),
    interval: z.string(),
    timeout: z.string(),
    retries: z.number().int().positive(),
    start_period: z.string().optional(),
  }),
});
const compose = z.strictObject({
  name: z.string(),
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.strictObject({})),
});
const { services, networks, volumes } = compose.parse(parse(text));
const all = Object.entries(services);

test('there is the app, a database and a mail catcher', () => {
  expect(Object.keys(services)).toEqual(['app', 'mongodb', 'mail']);
});

test('every volume and network that is used is declared, and none beside', () => {
  const used = (of: (each: z.infer<typeof service>) => string[] | undefined) =>
    [...new Set(all.flatMap(([, each]) => of(each) ?? []))].toSorted();
  expect(used((each) => each.volumes?.map((volume) => volume.split(':')[0] ?? ''))).toEqual(
    Object.keys(volumes).toSorted(),
  );
  expect(used((each) => each.networks)).toEqual(Object.keys(networks).toSorted());
});

test('whoever depends on a service waits until it is healthy, and that service exists', () => {
  const depended = all.flatMap(([, each]) => Object.keys(each.depends_on ?? {}));
  expect(depended.toSorted()).toEqual(['mail', 'mongodb']);
  for (const name of depended) expect(services[name]?.healthcheck).toBeDefined();
});

test('no secret stands in the file: each must be set, and has no default', () => {
  const secret = /PASSWORD|SECRET|KEY/;
  for (const [name, each] of all)
    for (const [key, value] of Object.entries(each.environment ?? {})) {
      const isOptional = key === 'ADMIN_PASSWORD' && value === '${ADMIN_PASSWORD:-}';
      if (secret.test(key) && !isOptional)
        expect([name, key, value]).toEqual([name, key, expect.stringMatching(/^\$\{\w+:\?.+\}$/)]);
      const credentials = /:\/\/[^:/]+:([^@]+)@/.exec(value)?.[1];
      if (credentials !== undefined) expect(credentials).toMatch(/^\$\{MONGODB_PASSWORD:\?.+\}$/);
    }
});

test('the database is a replica set whose members need a key, and is not published', () => {
  const mongodb = services.mongodb;
  expect(mongodb?.entrypoint?.join(' ')).toMatch(/--replSet rs0 --keyFile/);
  expect(mongodb?.healthcheck.test.join(' ')).toMatch(/rs\.initiate/);
  expect(mongodb?.healthcheck.test.join(' ')).toMatch(/isWritablePrimary/);
  expect(mongodb?.ports).toBeUndefined();
  expect(mongodb?.networks.every((name) => networks[name]?.internal)).toBe(true);
  expect(services.app?.environment?.MONGODB_URI).toMatch(/replicaSet=rs0/);
});

test('the app runs without privileges, from a Dockerfile that is there, and keeps its data on a volume', () => {
  const app = services.app;
  expect([app?.user, app?.read_only, app?.cap_drop]).toEqual(['node', true, ['ALL']]);
  const file = join(root, app?.build?.dockerfile ?? '');
  expect(existsSync(file)).toBe(true);
  const docker = readFileSync(file, 'utf8');
  const stages = docker.split(/^FROM /m).slice(1);
  expect(stages.length).toBeGreaterThan(1);
  for (const stage of stages) expect(stage).toMatch(/^node:20-slim/);
  expect(stages.at(-1)).toMatch(/^USER node$/m);
  expect(app?.volumes).toContain(`app-data:${app?.environment?.DATA_DIR}`);
  for (const [, from] of docker.matchAll(/^COPY (?!--from)(.+) \S+$/gm))
    for (const path of (from ?? '').split(' ')) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
});

test('what the settings name is known to the product', async () => {
  const { readConfig } = await import('../../../server/config.ts');
  const environment = Object.fromEntries(
    Object.entries(services.app?.environment ?? {}).map(([key, value]) => [
      key,
      value
        .replace(/\$\{BASE_URL:\?[^}]*\}/, 'https://stegvis.example.org')
        .replace(/\$\{\w+:\?[^}]*\}/g, 'x'.repeat(40))
        .replace(/\$\{\w+:-([^}]*)\}/g, '$1'),
    ]),
  );
  const config = readConfig(environment);
  expect(config).toMatchObject({ host: '0.0.0.0', port: 3000, demo: false, secureCookies: true, behindProxy: true });
  expect(config.admin).toBeUndefined();
  expect(config.smtpUrl).toBe('smtp://mail:1025');
});
