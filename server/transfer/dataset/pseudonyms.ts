// Keys that hold within one export alone: two exports cannot be joined, and none leads back to the database.
import { hash, randomBytes } from 'node:crypto';

export type Pseudonyms = (kind: 'person' | 'enrolment' | 'response', key: string) => string;
/** 96 bits. */
const characters = 16;
const [innerPad, outerPad] = [0x36, 0x5c];
const block = 64;

/**
 * HMAC-SHA-256 (RFC 2104) under a key that is drawn for this export and kept nowhere.
 * Written out over one-shot hashes: half the time of a Hmac object for each key, and nothing to collect.
 */
export function newPseudonyms(secret = newSecret()): Pseudonyms {
  const inner = padded(secret, innerPad);
  const outer = Buffer.concat([Buffer.from(padded(secret, outerPad)), Buffer.alloc(32)]);
  return (kind, key) => {
    outer.write(hash('sha256', `${inner}${kind}:${key}`, 'hex'), block, 'hex');
    return hash('sha256', outer, 'base64url').slice(0, characters);
  };
}

/** As long as a block of SHA-256, and in ASCII. */
const newSecret = () => randomBytes((block * 3) / 4).toString('base64url');
const padded = (secret: string, pad: number) => String.fromCharCode(...Buffer.from(secret).map((byte) => byte ^ pad));
