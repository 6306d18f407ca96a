// Keys that hold within one export alone: two exports cannot be joined, and none leads back to the database.
import { createHmac, randomBytes } from 'node:crypto';

export type Pseudonyms = (kind: 'person' | 'enrolment' | 'response', key: string) => string;
/** 96 bits. */
const characters = 16;

/** HMAC-SHA-256 (RFC 2104) under a key that is drawn for this export and kept nowhere. */
export function newPseudonyms(): Pseudonyms {
  const secret = randomBytes(32);
  return (kind, key) => createHmac('sha256', secret).update(`${kind}:${key}`).digest('base64url').slice(0, characters);
}
