import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { getSecretKey } from '../../../server/secretKey.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const makeFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'stegvis-config-'));
  folders.push(folder);
  return folder;
};

test('without any setting it listens on this machine alone, with the embedded database and the demonstration', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', demo: true, baseUrl: 'http://127.0.0.1:3000' });
  expect(config).toMatchObject({ logLevel: 'info', secureCookies: false });
  expect(config.mongodbUri).toBeUndefined();
  expect(config.dataDir).toMatch(/\/data$/);
});

test.each([
  [{ HOST: '0.0.0.0' }, false],
  [{ MONGODB_URI: 'mongodb://a,b/x?replicaSet=rs0' }, false],
  [{ HOST: '0.0.0.0', DEMO: 'on' }, true],
  [{ DEMO: 'off' }, false],
  [{ DEMO: '' }, true],
])('demonstration with %j: %s', (env, demo) => {
  expect(readConfig(env).demo).toBe(demo);
});

test('the memory for answer tables is a whole number of megabytes', () => {
  expect(readConfig({ ANSWER_MEMORY_MB: '64' }).answerMemoryMb).toBe(64);
  for (const wrong of ['0', '-1', '1.5', 'much'])
    expect(() => readConfig({ ANSWER_MEMORY_MB: wrong })).toThrow(/^ANSWER_MEMORY_MB is/);
});

test('behind https the cookies are secure and the address has no slash at its end', () => {
  const config = readConfig({ BASE_URL: 'https://example.org/' });
  expect(config).toMatchObject({ baseUrl: 'https://example.org', secureCookies: true, behindProxy: true });
});

test.each([
  [{ PORT: 'x' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ PORT: '3000.5' }, 'PORT'],
  [{ HOST: 'a b' }, 'HOST'],
  [{ MONGODB_URI: 'localhost:27017' }, 'MONGODB_URI'],
  [{ BASE_URL: 'example.org' }, 'BASE_URL'],
  [{ BASE_URL: 'ftp://example.org' }, 'BASE_URL'],
  [{ BASE_URL: 'https://example.org/app' }, 'BASE_URL'],
  [{ SMTP_URL: 'http://mail' }, 'SMTP_URL'],
  [{ ADMIN_EMAIL: 'a@example.org' }, 'ADMIN_EMAIL'],
  [{ ADMIN_PASSWORD: 'a long enough password' }, 'ADMIN_PASSWORD'],
  [{ ADMIN_EMAIL: 'a', ADMIN_PASSWORD: 'a long enough password' }, 'ADMIN_EMAIL'],
  [{ ADMIN_EMAIL: 'a@example.org', ADMIN_PASSWORD: 'short' }, 'ADMIN_PASSWORD'],
  [{ DEMO: 'yes' }, 'DEMO'],
  [{ SECRET_KEY: 'short' }, 'SECRET_KEY'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
])('a wrong setting is named in one line: %j', (env, name) => {
  expect(() => readConfig(env)).toThrow(new RegExp(`^${name}\\b.*$`));
});

test('no message about a wrong setting shows a password, a key or the credentials in an address', () => {
  for (const env of [
    { ADMIN_EMAIL: 'a@example.org', ADMIN_PASSWORD: 'geheim' },
    { SECRET_KEY: 'geheim' },
    { MONGODB_URI: 'geheim' },
    { SMTP_URL: 'geheim' },
  ]) {
    expect(() => readConfig(env)).toThrow(/^(?!.*geheim)/);
  }
});

test('the secret key is made once, for its owner alone, and found again', () => {
  const dataDir = join(makeFolder(), 'data');
  const key = getSecretKey({ dataDir });
  expect(key).toHaveLength(32);
  expect(getSecretKey({ dataDir })).toEqual(key);
  expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(dataDir, 'secret.key'), 'utf8')).not.toBe(
    getSecretKey({ dataDir: makeFolder() }).toString(),
  );
});

test('a damaged key file and a folder that can not be written stop the start and name DATA_DIR', () => {
  const dataDir = makeFolder();
  writeFileSync(join(dataDir, 'secret.key'), 'cut');
  expect(() => getSecretKey({ dataDir })).toThrow(/^DATA_DIR/);
  expect(() => getSecretKey({ dataDir: join(dataDir, 'secret.key', 'below') })).toThrow(/^DATA_DIR/);
});
