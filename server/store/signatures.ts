// Signatures, sealed as names are: whoever has the database without the key sees only that somebody signed.
import type { Response } from '../domain/programme/records.ts';
import { openSecret, sealAlike } from './sealing.ts';

type Key = Pick<Response, 'survey' | 'response'>;
const contextOf = (programme: string, { survey, response }: Key, question: string) =>
  `signature ${programme} ${survey} ${response} ${question}`;

const each = (signatures: Readonly<Record<string, string>>, change: (text: string, question: string) => string) =>
  Object.fromEntries(Object.entries(signatures).map(([question, text]) => [question, change(text, question)]));

/** @param signatures pictures by question */
export const sealSignatures = (programme: string, key: Key, signatures: Readonly<Record<string, string>>) =>
  each(signatures, (picture, question) => sealAlike(picture, contextOf(programme, key, question)));

/** Pictures by question. @throws Error that names SECRET_KEY when they were sealed under another key */
export const openSignatures = (programme: string, row: Response): Record<string, string> =>
  each(row.signatures ?? {}, (sealed, question) => String(openSecret(sealed, contextOf(programme, row, question))));
