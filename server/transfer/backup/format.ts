// The backup file: a line that names it, gzip, and the SHA-256 of all before it. Inside the gzip stand frames, each a letter and
// a BSON document: one header, then of each collection its name and its documents as they are stored, and one end.
import { z } from 'zod';

export const magic = Buffer.from('stegvis backup 1\n');
export const magicOfAny = /^stegvis backup \d+\n/;
export const checksumBytes = 32;
/** MongoDB's limit for a document is 16 MB and a little. */
export const largestDocument = 17 * 1024 * 1024;

export const frames = { header: 0x48, collection: 0x43, document: 0x44, end: 0x45 } as const;
export type FrameKind = keyof typeof frames;

export const backupHeader = z.object({
  productVersion: z.string(),
  schemaVersion: z.int().min(1),
  createdAt: z.date(),
  /** Tells whether the key that names are sealed with is the one of the place it is restored to; the key is not in it. */
  keyFingerprint: z.string().optional(),
  /** How all collections come to be of one moment. */
  consistency: z.enum(['snapshot', 'transaction']),
});
export type BackupHeader = z.infer<typeof backupHeader>;

export const collectionStart = z.object({ name: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/) });

/** Of one collection: how many documents, and the XOR of their SHA-256 as base64. */
export const collectionSum = z.object({ name: z.string(), documents: z.int().min(0), digest: z.string() });
export const backupEnd = z.object({ collections: z.array(collectionSum) });

export function frame(kind: FrameKind, document: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([frames[kind]]), document]);
}
