// The draft as this browser keeps it. It outlives a closed tab, a flat battery and a lost network, and goes away with the
// submission. The submission id is made once, here, so that however often the answers are sent, they are stored once.
import { del, get, set } from 'idb-keyval';
import type { RespondPage } from '../../api/respond.ts';

export interface Draft {
  submissionId: string;
  /** The server's revision that these answers build on, and what that one said. */
  revision: number;
  known?: Record<string, unknown>;
  answers: Record<string, unknown>;
  language: string;
  page: number;
  /** Whether the server has these answers. */
  synced: boolean;
}

// The browser keeps a digest, not the link: whoever borrows the phone cannot read the link out of the storage.
const keyOf = async (token: string): Promise<string> => {
  if (!globalThis.crypto.subtle) return `draft:${token.slice(0, 6)}`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`draft:${token}`));
  return `draft:${Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};

/** UUID version 4; also where the page is not a secure context and crypto.randomUUID is missing. */
const newSubmissionId = (): string => {
  if (window.isSecureContext) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

/** What this browser has of the link's draft. Private windows may refuse storage: then nothing is kept here. */
export const readKept = async (token: string): Promise<Draft | undefined> =>
  keyOf(token)
    .then((key) => get<Draft>(key))
    .catch(() => undefined);

export const keep = async (token: string, draft: Draft): Promise<boolean> =>
  keyOf(token)
    .then((key) => set(key, draft))
    .then(
      () => true,
      () => false,
    );

export const forget = async (token: string): Promise<void> =>
  keyOf(token)
    .then((key) => del(key))
    .catch(() => undefined);

/** What was answered, changed or taken back since, question by question; undefined for taken back. */
const changesSince = (known: Record<string, unknown>, answers: Record<string, unknown>): [string, unknown][] =>
  Object.keys({ ...known, ...answers })
    .filter((name) => JSON.stringify(known[name]) !== JSON.stringify(answers[name]))
    .map((name) => [name, answers[name]]);

/** The draft to go on with: what the server has, with what this page or browser changed and could not send on top. */
export const mergeDrafts = (server: RespondPage['draft'], kept: Draft | undefined, language: string): Draft => {
  const submissionId = server.submissionId ?? kept?.submissionId ?? newSubmissionId();
  // A server that has less than it said it had was restored: then all that is kept here is news to it.
  const known = kept && kept.revision <= server.revision ? (kept.known ?? (kept.synced ? kept.answers : {})) : {};
  const unsent = changesSince(known, kept?.answers ?? known);
  const answers = { ...server.answers };
  for (const [name, value] of unsent)
    if (value === undefined) delete answers[name];
    else answers[name] = value;
  return {
    submissionId,
    revision: server.revision,
    known: server.answers,
    answers,
    language: kept?.language ?? server.language ?? language,
    page: kept?.page ?? 0,
    synced: unsent.length === 0,
  };
};
