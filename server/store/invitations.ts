// Single-use links. Nothing here says which response a link became, or when it was used.
import type { ClientSession } from 'mongoose';
import { dayOf } from '../domain/schedule/due.ts';
import { collection, required, trusted } from './collection.ts';
import { newToken, tokenHash } from './tokens.ts';

export interface NewInvitation {
  survey: string;
  site?: string;
  wave?: string;
  enrolment?: string;
  /** Of the survey; absent in a wave, which has one of its own. */
  version?: number;
  /** That version is of the survey for all programmes. */
  shared?: boolean;
}
/** Text sealed under draftKey(token). */
export interface SealedDraft {
  sealed: string;
  revision: number;
}
export interface Invitation extends NewInvitation {
  programme: string;
  createdAt: string;
  state: 'open' | 'used';
  draft?: SealedDraft;
}
/** `_id` is the token's hash. */
type Stored = Invitation & { _id: string; demonstration?: boolean };

const invitations = collection<Stored>(
  'invitations',
  {
    programme: required(String),
    survey: required(String),
    site: String,
    wave: String,
    enrolment: String,
    version: Number,
    shared: Boolean,
    createdAt: required(String),
    state: required(String),
    draft: { type: { sealed: String, revision: Number, _id: false }, default: undefined },
    demonstration: Boolean,
  },
  [[{ programme: 1, survey: 1 }], [{ programme: 1, enrolment: 1 }]],
);
/** Earlier programs wrote `usedBy`, too. */
const hidden = { usedBy: 0, demonstration: 0 } as const;

/** Tokens in the order of the invitations: this is the only time they are known. */
export async function createInvitations(
  programme: string,
  list: readonly NewInvitation[],
  purpose?: 'demonstration',
): Promise<string[]> {
  const today = dayOf(new Date());
  const tokens = list.map(newToken);
  const documents = list.map(({ survey, site, wave, enrolment, version, shared }, at) => ({
    ...{ _id: tokenHash(tokens[at] ?? newToken()), programme, survey, state: 'open' as const },
    // A link that names nobody keeps its month alone: the day could tell to whom it was sent.
    createdAt: enrolment ? today : today.slice(0, 7),
    ...(site && { site }),
    ...(wave && { wave }),
    ...(enrolment && { enrolment }),
    ...(version && { version }),
    ...(version && shared && { shared }),
    ...(purpose && { demonstration: true }),
  }));
  await invitations.insertMany(documents);
  return tokens;
}

export const hasInvitations = async (programme: string, survey: string, wave: string): Promise<boolean> =>
  (await invitations.findOne({ programme, survey, wave }, { _id: 1 }).lean()) !== null;

/** Ties the open links of no wave that have no version yet. */
export async function holdInvitations(
  programme: string,
  survey: string,
  tie: { version: number; shared?: boolean },
): Promise<void> {
  const none = () => trusted({ $exists: false });
  const free = { programme, survey, state: 'open' as const, wave: none(), version: none() };
  await invitations.updateMany(free, { $set: tie });
}

const among = (ids: readonly string[]) => ({ _id: trusted({ $in: [...new Set(ids)] }) });

/** In the order of the tokens. */
export async function findInvitations(
  tokens: readonly string[],
  session?: ClientSession,
): Promise<(Invitation | undefined)[]> {
  const ids = tokens.map(tokenHash);
  const found = await invitations.find(among(ids), hidden, { ...(session && { session }) }).lean<Stored[]>();
  const byId = new Map(found.map(({ _id, ...invitation }) => [_id, invitation]));
  return ids.map((id) => byId.get(id));
}

export const findInvitation = async (token: string): Promise<Invitation | undefined> =>
  (await findInvitations([token]))[0];

/** Of those that are open: what was a draft is gone with it. @returns how many that were */
export async function takeInvitations(tokens: readonly string[], session: ClientSession): Promise<number> {
  const open = { ...among(tokens.map(tokenHash)), state: 'open' as const };
  const result = await invitations.updateMany(open, { $set: { state: 'used' }, $unset: { draft: 1 } }, { session });
  return result.modifiedCount;
}

/** `revision` is the one that was read, 0 for none. @returns the new one; undefined when stale or the link is used. */
export async function saveDraft(token: string, revision: number, sealed: string): Promise<number | undefined> {
  const before = revision === 0 ? { draft: trusted({ $exists: false }) } : { 'draft.revision': revision };
  const next = { sealed, revision: revision + 1 };
  const result = await invitations.updateOne(
    { _id: tokenHash(token), state: 'open', ...before },
    { $set: { draft: next } },
  );
  return result.matchedCount > 0 ? next.revision : undefined;
}

export interface InvitationCount {
  survey: string;
  site: string | null;
  wave: string | null;
  created: number;
  answered: number;
  /** Open ones with a draft. */
  begun: number;
}

/** Per survey, site and wave. `answered` and `begun` are exact: hide them where they are small before showing them. */
export async function countInvitations(programme: string): Promise<InvitationCount[]> {
  const fields = { _id: 0, survey: 1, site: 1, wave: 1, state: 1, 'draft.revision': 1 } as const;
  const counts = new Map<string, InvitationCount>();
  for (const each of await invitations.find({ programme }, fields).lean<Stored[]>()) {
    const { survey, site = null, wave = null } = each;
    const key = JSON.stringify([survey, site, wave]);
    const count = counts.get(key) ?? { survey, site, wave, created: 0, answered: 0, begun: 0 };
    count.created += 1;
    count.answered += each.state === 'used' ? 1 : 0;
    count.begun += each.state === 'open' && each.draft ? 1 : 0;
    counts.set(key, count);
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

/** Personal links of one enrolment, oldest first. */
export async function listInvitationsOf(programme: string, enrolment: string): Promise<Invitation[]> {
  return invitations
    .find({ programme, enrolment }, { ...hidden, _id: 0 })
    .sort({ createdAt: 1 })
    .lean<Invitation[]>();
}

/** Unused links of an earlier start of the demonstration. */
export async function deleteDemonstrationInvitations(): Promise<void> {
  await invitations.deleteMany({ demonstration: true, state: 'open' });
}
