// Single-use links. Nothing here says which response a link became, or when it was used.
import { hash } from 'node:crypto';
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
/** `_id` is the token's hash. `usedBy` can't be compared with a response's key without the submission id. */
type Stored = Invitation & { _id: string; usedBy?: string; demonstration?: boolean };

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
    usedBy: String,
    draft: { type: { sealed: String, revision: Number, _id: false }, default: undefined },
    demonstration: Boolean,
  },
  [[{ programme: 1, survey: 1 }], [{ programme: 1, enrolment: 1 }]],
);
const shown = { _id: 0, usedBy: 0, demonstration: 0 } as const;
const usedByHash = (submissionId: string) => hash('sha256', `used:${submissionId}`, 'base64url');

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
export async function findInvitations(tokens: readonly string[]): Promise<(Invitation | undefined)[]> {
  const ids = tokens.map(tokenHash);
  const found = await invitations.find(among(ids), { usedBy: 0, demonstration: 0 }).lean<Stored[]>();
  const byId = new Map(found.map(({ _id, ...invitation }) => [_id, invitation]));
  return ids.map((id) => byId.get(id));
}

export const findInvitation = async (token: string): Promise<Invitation | undefined> =>
  (await findInvitations([token]))[0];

export interface Claim {
  token: string;
  submissionId: string;
}
/** `open`: nobody has it, and it was only looked at. */
export type ClaimOutcome = 'claimed' | 'open' | 'used' | 'unknown';

/**
 * Each atomic: one submission gets a link, and the same one gets it again. What was a draft is gone with it.
 * @param may of each whether it is to get the link; how the link stands is told in any case. All may when absent.
 */
export async function claimInvitations(
  list: readonly Claim[],
  session?: ClientSession,
  may?: readonly boolean[],
): Promise<ClaimOutcome[]> {
  const claims = list.map(({ token, submissionId }) => ({ _id: tokenHash(token), usedBy: usedByHash(submissionId) }));
  const wanted = claims.filter((_, at) => may?.[at] !== false);
  if ((await claim(wanted, session)) === claims.length) return claims.map(() => 'claimed' as const);
  const ids = claims.map(({ _id }) => _id);
  const stored = await invitations.find(among(ids), { usedBy: 1, state: 1 }, { session }).lean<Stored[]>();
  const found = new Map(stored.map((each) => [each._id, each]));
  return claims.map(({ _id, usedBy }) => {
    const link = found.get(_id);
    if (!link) return 'unknown';
    if (link.state === 'open') return 'open';
    return link.usedBy === usedBy ? 'claimed' : 'used';
  });
}

/** @returns how many got their link now. */
async function claim(
  claims: readonly Required<Pick<Stored, '_id' | 'usedBy'>>[],
  session?: ClientSession,
): Promise<number> {
  if (claims.length === 0) return 0;
  const result = await invitations.bulkWrite(
    claims.map(({ _id, usedBy }) => ({
      updateOne: {
        filter: { _id, state: 'open' },
        update: { $set: { state: 'used', usedBy }, $unset: { draft: 1 } },
      },
    })),
    { ordered: false, ...(session && { session }) },
  );
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
  return invitations.find({ programme, enrolment }, shown).sort({ createdAt: 1 }).lean<Invitation[]>();
}

/** Unused links of an earlier start of the demonstration. */
export async function deleteDemonstrationInvitations(): Promise<void> {
  await invitations.deleteMany({ demonstration: true, state: 'open' });
}
