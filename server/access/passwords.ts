// Passwords are kept as argon2id hashes, with OWASP's parameters for it (19 MiB, 2 passes).
import { randomBytes } from 'node:crypto';
import { hash as argon2, verify } from '@node-rs/argon2';

// argon2id is the library's default; said here by its number, since its enum is a type alone.
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
let ofNobody: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return argon2(password, parameters);
}

/** Takes as long when there is no such account, so that the time does not tell whether there is. */
export async function isPasswordOf(hash: string | undefined, password: string): Promise<boolean> {
  ofNobody ??= hashPassword(randomBytes(18).toString('base64url'));
  const matches = await verify(hash ?? (await ofNobody), password);
  return matches && hash !== undefined;
}
