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
/** `there`: a response of this submission is stored already. */
export type SubmissionOutcome = 'stored' | 'there' | Exclude<ClaimOutcome, 'claimed'>;

/** Claims the link for the submission, then stores its response once. May be called again with the same submission at any time. */
export const storeSubmission = together(async (list: readonly Sent[]): Promise<SubmissionOutcome[]> => {
  const claims = await claimInvitations(list);
  const claimed = list.filter((_, at) => claims[at] === 'claimed');
  const stored = new Set<Sent>();
  for (const programme of new Set(claimed.map((each) => each.programme))) {
    const those = claimed.filter((each) => each.programme === programme);
    const rows = those.map(({ submissionId, row }) => ({ ...row, response: responseKey(submissionId) }));
    const isNew = await insertResponses(programme, rows);
    for (const [at, each] of those.entries()) if (isNew[at]) stored.add(each);
  }
  return list.map((each, at) => {
    const claim = claims[at] ?? 'unknown';
    if (claim !== 'claimed') return claim;
    return stored.has(each) ? 'stored' : 'there';
  });
});
