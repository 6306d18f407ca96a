// The only reader of the environment. A wrong setting stops the start with one line that names it.
import { isIP } from 'node:net';
import { resolve } from 'node:path';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface Config {
  port: number;
  host: string;
  /** Absolute path. */
  dataDir: string;
  /** Absent: the embedded database in dataDir. */
  mongodbUri?: string;
  /** What links and the Origin check start from; no slash at the end. */
  baseUrl: string;
  /** Cookies are marked Secure when the product is reached by https. */
  secureCookies: boolean;
  /** https outside and plain http here: a proxy stands in front and names the caller's address. */
  behindProxy: boolean;
  /** Absent: mail is kept in the outbox. */
  smtpUrl?: string;
  admin?: { email: string; password: string };
  demo: boolean;
  /** Absent: generated once in dataDir by secretKey.ts. */
  secretKey?: string;
  /** Megabytes of answer tables kept in memory. */
  answerMemoryMb: number;
  logLevel: LogLevel;
}

/** One line that names the setting and says what it may be. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws SettingError */
export function readConfig(env: Environment = process.env): Config {
  const setting = (name: string) => env[name]?.trim() || undefined;
  const port = portOf(setting('PORT') ?? '3000');
  const host = hostOf(setting('HOST') ?? '127.0.0.1');
  const mongodbUri = setting('MONGODB_URI');
  checkUrl('MONGODB_URI', mongodbUri, ['mongodb:', 'mongodb+srv:']);
  const smtpUrl = setting('SMTP_URL');
  checkUrl('SMTP_URL', smtpUrl, ['smtp:', 'smtps:']);
  const baseUrl = baseUrlOf(setting('BASE_URL'), host, port);
  const admin = adminOf(setting('ADMIN_EMAIL'), setting('ADMIN_PASSWORD'));
  const secretKey = setting('SECRET_KEY');
  if (secretKey !== undefined && secretKey.length < 32)
    throw new SettingError('SECRET_KEY must have at least 32 characters, for example from: openssl rand -base64 32');
  const secure = baseUrl.startsWith('https:');
  return {
    port,
    host,
    dataDir: resolve(setting('DATA_DIR') ?? './data'),
    ...(mongodbUri && { mongodbUri }),
    baseUrl,
    secureCookies: secure,
    behindProxy: secure,
    ...(smtpUrl && { smtpUrl }),
    ...(admin && { admin }),
    demo: demoOf(setting('DEMO'), isLoopback(host) && mongodbUri === undefined),
    ...(secretKey && { secretKey }),
    answerMemoryMb: answerMemoryOf(setting('ANSWER_MEMORY_MB') ?? '512'),
    logLevel: logLevelOf(setting('LOG_LEVEL') ?? 'info'),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new SettingError(`PORT is "${text}" but must be a number from 0 to 65535`);
  return port;
}

function answerMemoryOf(text: string): number {
  const megabytes = Number(text);
  if (!/^\d{1,6}$/.test(text) || megabytes < 1)
    throw new SettingError(`ANSWER_MEMORY_MB is "${text}" but must be a whole number of megabytes, 1 or more`);
  return megabytes;
}

function hostOf(text: string): string {
  if (isIP(text) === 0 && !/^[A-Za-z0-9]([A-Za-z0-9.-]{0,252})$/.test(text))
    throw new SettingError(`HOST is "${text}" but must be an address or a host name such as 127.0.0.1 or 0.0.0.0`);
  return text;
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

function checkUrl(name: string, text: string | undefined, protocols: readonly string[]): void {
  if (text === undefined) return;
  // A replica set's list of hosts is not a URL that URL can read.
  const protocol = /^([a-z][a-z0-9+.-]*:)\/\/\S+$/i.exec(text)?.[1]?.toLowerCase();
  if (!protocol || !protocols.includes(protocol))
    throw new SettingError(`${name} must start with ${protocols.map((each) => `${each}//`).join(' or ')}`);
}

function baseUrlOf(text: string | undefined, host: string, port: number): string {
  if (text === undefined) {
    const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
    return `http://${isIP(reachable) === 6 ? `[${reachable}]` : reachable}:${port}`;
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
  if (!plain || url.username)
    throw new SettingError(`BASE_URL is "${text}" but must be an address without a path, such as https://example.org`);
  return url.origin;
}

function adminOf(email: string | undefined, password: string | undefined): Config['admin'] {
  if (email === undefined && password === undefined) return undefined;
  if (email === undefined) throw new SettingError('ADMIN_PASSWORD is set but ADMIN_EMAIL is not: set both or neither');
  if (password === undefined)
    throw new SettingError('ADMIN_EMAIL is set but ADMIN_PASSWORD is not: set both or neither');
  if (!/^[^\s@]+@[^\s@]+$/.test(email))
    throw new SettingError(`ADMIN_EMAIL is "${email}" but must be an e-mail address`);
  if (password.length < 12) throw new SettingError('ADMIN_PASSWORD must have at least 12 characters');
  return { email, password };
}

function demoOf(text: string | undefined, usual: boolean): boolean {
  if (text === undefined) return usual;
  if (text !== 'on' && text !== 'off') throw new SettingError(`DEMO is "${text}" but must be on or off`);
  return text === 'on';
}

function logLevelOf(text: string): LogLevel {
  const level = logLevels.find((each) => each === text);
  if (!level) throw new SettingError(`LOG_LEVEL is "${text}" but must be one of ${logLevels.join(', ')}`);
  return level;
}
