// How often something may be tried. Keys are keyed hashes, so that the counters name no address, link or person.
import { createHmac, hkdfSync } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { problem } from '../problems.ts';
import { type Limit, limit } from '../store/limits.ts';

const minute = 60;
/** A household, an office or a whole town hall may share one address. */
const signInsPerAddress = 100;
const signInsPerAccount = 10;
const signInWindow = 15 * minute;
const unknownTokensPerAddress = 30;
const callsPerToken = 120;
/** Of a programme, by all its administrators: more than a day's work on goals, fewer than an attack on small numbers takes. */
const previewsPerProgramme = 600;
const previewWindow = 24 * 60 * minute;
/** So many calls a minute with one token cost no write; every process grants them once. */
const freeCallsPerToken = 12;

export interface Limits {
  /** @throws Problem 429 */
  takeSignIn(email: string, address: string): Promise<void>;
  forgetSignIn(email: string, address: string): Promise<void>;
  takeToken(token: string): Promise<void>;
  takeUnknownToken(address: string): Promise<void>;
  takePreview(programme: string): Promise<void>;
}

export function createLimits(secretKey: Buffer): Limits {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'stegvis limits', 32));
  const hash = (...parts: string[]) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
  const account = limit('signInAccount', signInsPerAccount, signInWindow);
  const address = limit('signInAddress', signInsPerAddress, signInWindow);
  const unknown = limit('unknownToken', unknownTokensPerAddress, minute);
  const token = limit('token', callsPerToken, minute);
  const preview = limit('preview', previewsPerProgramme, previewWindow);
  const free = new RateLimiterMemory({ points: freeCallsPerToken, duration: minute });
  const accountKey = (email: string, from: string) => hash(email.toLowerCase(), from);
  return {
    takeSignIn: async (email, from) => {
      await take(address, hash(from));
      await take(account, accountKey(email, from));
    },
    forgetSignIn: (email, from) => account.forget(accountKey(email, from)),
    takeToken: async (value) => {
      const hashed = hash(value);
      const isFree = await free.consume(hashed).then(
        () => true,
        () => false,
      );
      if (!isFree) await take(token, hashed);
    },
    takeUnknownToken: (from) => take(unknown, hash(from)),
    takePreview: (programme) => take(preview, hash(programme)),
  };
}

async function take(each: Limit, key: string): Promise<void> {
  const seconds = await each.take(key);
  if (seconds !== undefined)
    problem('too-many-requests', `try again in ${seconds} seconds`, { retryAfterSeconds: seconds });
}
