// Seals direct identifiers and drafts with AES-256-GCM: unreadable without the key, and bound to the row they belong to.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;
let secretKey: Buffer | undefined;
let refusal = 'no sealing key: connectDatabase() comes first';

/** The key of sealSecret and openSecret, 32 bytes; connectDatabase hands it in. */
export function setSecretKey(key: Buffer): void {
  if (key.length !== 32) throw new RangeError('the sealing key must have 32 bytes');
  secretKey = key;
}

/** From here on whatever seals or opens fails with this line. */
export function refuseSealing(reason: string): void {
  secretKey = undefined;
  refusal = reason;
}

/** `context` names the row; the same context is needed to open it. base64url of nonce, text and tag. */
export function seal(text: string, key: Buffer, context: string, nonce = randomBytes(nonceBytes)): string {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** @throws when the key or the context is another one, or a byte was changed. */
export function open(sealed: string, key: Buffer, context: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const end = bytes.length - tagBytes;
  if (end < nonceBytes) throw new Error('sealed text is cut short');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(end));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, end)), decipher.final()]).toString('utf8');
}

export function sealSecret(value: unknown, context: string): string {
  return seal(JSON.stringify(value), keyInUse(), context);
}

/**
 * The same for the same value in the same row, so that it can be told whether it is sent again. The nonce follows from what is
 * sealed, and so is the same for nothing else (as in RFC 5297).
 */
export function sealAlike(value: unknown, context: string): string {
  const text = JSON.stringify(value);
  const key = Buffer.from(hkdfSync('sha256', keyInUse(), '', 'stegvis nonce', 32));
  const nonce = createHmac('sha256', key).update(`${context}\0${text}`).digest().subarray(0, nonceBytes);
  return seal(text, keyInUse(), context, nonce);
}

/** @throws Error that names SECRET_KEY when the value was sealed under another key. */
export function openSecret(sealed: string, context: string): unknown {
  const key = keyInUse();
  try {
    return JSON.parse(open(sealed, key, context));
  } catch {
    throw new Error('SECRET_KEY is not the one that this data was sealed with');
  }
}

/** The key of a draft comes from its link's token alone, so the database by itself can't open it. */
export function draftKey(token: string): Buffer {
  return Buffer.from(hkdfSync('sha256', token, '', 'stegvis draft', 32));
}

/** A whole number from 0 to below `choices`, the same for the same words as long as the key is: nobody without it can tell which. */
export function keyedDraw(words: string, choices: number): number {
  const key = Buffer.from(hkdfSync('sha256', keyInUse(), '', 'stegvis draw', 32));
  return Math.floor((createHmac('sha256', key).update(words).digest().readUInt32BE() / 2 ** 32) * choices);
}

function keyInUse(): Buffer {
  if (!secretKey) throw new Error(refusal);
  return secretKey;
}

/** The same for the same words as long as the key is; without it nobody can try words out. */
export function keyedHash(words: string): string {
  const key = Buffer.from(hkdfSync('sha256', keyInUse(), '', 'stegvis hash', 32));
  return createHmac('sha256', key).update(words).digest('base64url');
}
