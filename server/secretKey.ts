// The key that seals direct identifiers: from SECRET_KEY, else made once in the data folder for its owner alone.
import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, SettingError } from './config.ts';

const fileName = 'secret.key';

type Settings = Pick<Config, 'secretKey' | 'dataDir'>;

/** 32 bytes. @throws SettingError when the data folder can't be written or the file is not a key. */
export function getSecretKey(config: Settings): Buffer {
  return derived(config.secretKey ?? readOrMake(config.dataDir));
}

/** Undefined where none was made yet; none is made. */
export function findSecretKey(config: Settings): Buffer | undefined {
  const secret = config.secretKey ?? readIfThere(join(config.dataDir, fileName));
  return secret === undefined ? undefined : derived(secret);
}

function derived(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'stegvis direct identifiers', 32));
}

function readOrMake(dataDir: string): string {
  const path = join(dataDir, fileName);
  try {
    const secret = readIfThere(path) ?? make(dataDir, path);
    if (secret.length >= 32) return secret;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingError(`DATA_DIR: the secret key can't be kept in ${dataDir} (${reason})`);
  }
  throw new SettingError(`DATA_DIR: ${path} is not a whole key; put back the one that the data was stored with`);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written whole under another name first and then linked, so that two starts at once agree and none is half written. */
function make(dataDir: string, path: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const own = `${path}.${process.pid}`;
  writeFileSync(own, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
  chmodSync(own, 0o600);
  try {
    linkSync(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}
