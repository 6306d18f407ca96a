// Links and what is sent with them. Many call at the same moment, when a class has been given its links: whatever can be asked
// for all of them at once is.
import type { ClientSession } from 'mongoose';
import type { Response } from '../domain/programme/records.ts';
import { findInvitations, type Invitation, takeInvitations } from './invitations.ts';
import { findProgrammes, type StoredProgramme } from './programmes.ts';
import { insertResponses, responseKey } from './responses.ts';
import { findSurveyHeads, type SurveyHead } from './surveys.ts';
import { together } from './together.ts';

export interface StoredLink {
  invitation: Invitation;
  /** Undefined where the link is of no wave and tied to a version of its survey: then it says all that is to be known. */
  around: Surroundings | undefined;
}
export interface Surroundings {
  programme: StoredProgramme;
  /** Every version of the link's survey. */
  heads: SurveyHead[];
}

export const findLink = together(async (tokens: readonly string[]): Promise<(StoredLink | undefined)[]> => {
  const invitations = await findInvitations(tokens);
  const loose = invitations.filter((each) => each !== undefined).filter((each) => !isTied(each));
  const around = await findSurroundings(loose);
  return invitations.map((invitation) => {
    if (!invitation || (!isTied(invitation) && !around.has(invitation))) return undefined;
    return { invitation, around: around.get(invitation) };
  });
});

const isTied = ({ wave, version }: Invitation) => wave === undefined && version !== undefined;

/** Without those whose programme is not there. */
async function findSurroundings(invitations: readonly Invitation[]): Promise<Map<Invitation, Surroundings>> {
  if (invitations.length === 0) return new Map();
  const [programmes, heads] = await Promise.all([
    findProgrammes(invitations.map((each) => each.programme)),
    findSurveyHeads(invitations.map(({ programme, survey }) => ({ programme, name: survey }))),
  ]);
  return new Map(
    invitations.flatMap((each, at) => {
      const programme = programmes.get(each.programme);
      return programme ? [[each, { programme, heads: heads[at] ?? [] }] as const] : [];
    }),
  );
}

interface Sent {
  token: string;
  submissionId: string;
  programme: string;
  row: Omit<Response, 'response'>;
}
/** `used`: by this same submission, or by another. `elsewhere`: another link's response has its id; this link stays open. */
export type SubmissionOutcome = 'stored' | 'used' | 'elsewhere' | 'unknown';

/** Uses up the link and stores the response, both or neither. May be called again with the same at any time. */
export const storeSubmission = together(async (list: readonly Sent[]): Promise<SubmissionOutcome[]> => {
  const outcomes = new Map<Sent, SubmissionOutcome>();
  for (const programme of new Set(list.map((each) => each.programme))) {
    const those = list.filter((each) => each.programme === programme);
    for (const [at, outcome] of (await storeIn(programme, those)).entries()) {
      const sent = those[at];
      if (sent) outcomes.set(sent, outcome);
    }
  }
  return list.map((each) => outcomes.get(each) ?? 'unknown');
});

/** Uses up links. @param isFree of each whether its response is not stored yet @returns 'stored' for each whose is to be */
type TakeLinks = (
  list: readonly Sent[],
  session: ClientSession,
  isFree: readonly boolean[],
) => Promise<SubmissionOutcome[]>;
class SomeAreNotOpen extends Error {}

async function storeIn(programme: string, list: readonly Sent[]): Promise<SubmissionOutcome[]> {
  try {
    return await storeWith(takeAll, programme, list);
  } catch (error) {
    if (error instanceof SomeAreNotOpen) return storeWith(takeEach, programme, list);
    throw error;
  }
}

async function storeWith(take: TakeLinks, programme: string, list: readonly Sent[]): Promise<SubmissionOutcome[]> {
  const rows = list.map(({ submissionId, row }) => ({ ...row, response: responseKey(submissionId) }));
  let outcomes: SubmissionOutcome[] = [];
  await insertResponses(programme, rows, async (session, isFree) => {
    outcomes = await take(list, session, isFree);
    return outcomes.map((outcome) => outcome === 'stored');
  });
  return outcomes;
}

/** In one statement what nearly always holds: every link is open. Where some are not, it does not tell which. */
const takeAll: TakeLinks = async (list, session, isFree) => {
  const tokens = new Set(list.map(({ token }) => token));
  if (tokens.size < list.length || isFree.includes(false)) return takeEach(list, session, isFree);
  if ((await takeInvitations([...tokens], session)) < tokens.size) throw new SomeAreNotOpen();
  return list.map(() => 'stored' as const);
};

const takeEach: TakeLinks = async (list, session, isFree) => {
  const tokens = list.map(({ token }) => token);
  const links = await findInvitations(tokens, session);
  const open = new Set(tokens.filter((_, at) => links[at]?.state === 'open'));
  const used: string[] = [];
  const outcomes = list.map(({ token }, at): SubmissionOutcome => {
    if (!links[at]) return 'unknown';
    if (!isFree[at]) return open.has(token) ? 'elsewhere' : 'used';
    if (!open.delete(token)) return 'used';
    used.push(token);
    return 'stored';
  });
  if (used.length > 0) await takeInvitations(used, session);
  return outcomes;
};
