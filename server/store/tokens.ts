// Tokens are random and shown once; what is stored is their hash.
import { hash, randomBytes } from 'node:crypto';

/** 192 random bits, safe in an address. */
export const newToken = (): string => randomBytes(24).toString('base64url');
export const tokenHash = (token: string): string => hash('sha256', token, 'base64url');
