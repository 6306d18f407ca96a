// Links and what is sent with them. Many call at the same moment, when a class has been given its links: whatever can be asked
// for all of them at once is.
import type { Response } from '../domain/programme/records.ts';
import { type Claim, type ClaimOutcome, claimInvitations, findInvitations, type Invitation } from './invitations.ts';
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

interface Sent extends Claim {
  programme: string;
  row: Omit<Response, 'response'>;
}
/** `there`: its response is stored already. `elsewhere`: another link's has its id, so that this link stays open. */
export type SubmissionOutcome = 'stored' | 'there' | 'elsewhere' | 'used' | 'unknown';

/** Claims the link for the submission and stores its response, both or neither. May be called again with the same at any time. */
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

async function storeIn(programme: string, list: readonly Sent[]): Promise<SubmissionOutcome[]> {
  const rows = list.map(({ submissionId, row }) => ({ ...row, response: responseKey(submissionId) }));
  let claims: ClaimOutcome[] = [];
  const isNew = await insertResponses(programme, rows, async (session, isFree) => {
    claims = await claimInvitations(list, session, isFree);
    return claims.map((claim) => claim === 'claimed');
  });
  return claims.map((claim, at) => {
    if (claim === 'open') return 'elsewhere';
    if (claim !== 'claimed') return claim;
    return isNew[at] ? 'stored' : 'there';
  });
}
