// What belongs to a participant's link: its invitation, whether it is open, its survey and its sealed draft.
import { hash } from 'node:crypto';
import type { Limits } from '../../access/limits.ts';
import { dayOf } from '../../domain/schedule/due.ts';
import { isCard, type SurveyDefinition } from '../../domain/surveys/definition.ts';
import { problem } from '../../problems.ts';
import { waveVersion } from '../../store/programmes.ts';
import { findResponse, responseKey } from '../../store/responses.ts';
import { draftKey, open, seal } from '../../store/sealing.ts';
import { findLink, type StoredLink } from '../../store/submissions.ts';
import { chooseVersion, findSurveyVersion, findTiedVersion } from '../../store/surveys.ts';

export interface Draft {
  submissionId: string;
  answers: Record<string, unknown>;
  language: string;
  version: number;
}
export interface Link extends StoredLink {
  token: string;
  /** The version that the link or its wave is tied to; undefined for the latest. */
  version: number | undefined;
}

/** @throws Problem 404 for an unknown link, 429 */
export async function getLink(token: string, limits: Limits, address: string): Promise<Link> {
  const found = await findLink(token);
  if (!found) {
    await limits.takeUnknownToken(address);
    return problem('unknown-link', 'check that the whole link was copied');
  }
  await limits.takeToken(token);
  const { invitation, around } = found;
  const { survey, wave } = invitation;
  return { ...found, token, version: invitation.version ?? (around && waveVersion(around.programme, survey, wave)) };
}

/** A wave's days are whole days in Sweden, the last one included. @throws Problem 410 */
export function refuseClosed({ invitation, around }: Link, now = new Date()): void {
  const { survey, wave: slug } = invitation;
  if (slug === undefined) return;
  const wave = around?.programme.definition.waves.find((each) => each.survey === survey && each.slug === slug);
  const today = dayOf(now);
  if (wave?.opens !== undefined && today < wave.opens) problem('closed', `the survey opens ${wave.opens}`);
  if (wave?.closes !== undefined && today > wave.closes) problem('closed', `the survey closed ${wave.closes}`);
}

/** The version named, else the one the link is tied to, else the latest. @throws Problem 422, 404 */
export async function getSurvey(link: Link, version = link.version): Promise<SurveyDefinition> {
  const found = await findVersionOf(link, version);
  if (found && !isCard(found.definition)) return found.definition;
  return problem('unknown-link', 'the survey of this link is not there any more');
}

function findVersionOf({ invitation, around }: Link, version: number | undefined) {
  const { programme, survey, version: tied, shared } = invitation;
  if (tied !== undefined && version === tied) return findTiedVersion(shared ? null : programme, survey, tied);
  return around ? chooseVersion(around.heads, programme, version) : findSurveyVersion(programme, survey, version);
}

export function openDraft({ token, invitation }: Link): Draft | undefined {
  if (!invitation.draft) return undefined;
  return JSON.parse(open(invitation.draft.sealed, draftKey(token), 'draft')) as Draft;
}

export function sealDraft(token: string, draft: Draft): string {
  return seal(JSON.stringify(draft), draftKey(token), 'draft');
}

export const refuseTaken = () => problem('link-used', 'answers were already sent with this link');

/** @throws Problem 410 */
export function refuseUsed({ invitation }: Link): void {
  if (invitation.state === 'used') refuseTaken();
}

export function findLinkResponse({ invitation }: Link, submissionId: string) {
  return findResponse(invitation.programme, invitation.survey, responseKey(submissionId));
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Ten readable characters that follow from the submission id, so that a retry gets the same ones. */
export function receiptOf(submissionId: string): string {
  const bytes = hash('sha256', `receipt:${submissionId}`, 'buffer').subarray(0, 10);
  return [...bytes].map((byte) => letters[byte % letters.length]).join('');
}
