// One writing of each JSON value, so that whoever has a snapshot's content can compute its hash anew, in any language.
import { createHash } from 'node:crypto';

/**
 * JSON without white space, names of objects sorted by UTF-16 code unit, numbers as ECMAScript writes them: the form of
 * RFC 8785 (JSON Canonicalization Scheme). Properties that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join()}}`;
}

/** SHA-256 of the text in UTF-8, in hexadecimal. */
export const hashOf = (canonical: string): string => createHash('sha256').update(canonical, 'utf8').digest('hex');
