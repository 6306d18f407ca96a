// Answering by link: the page, its draft, and the submission that is stored once however often it is sent.
import { draftSave, draftSaved, receipt, respondPage, type Submission, submission } from '../../contract/respond.ts';
import { Problem, problem } from '../../problems.ts';
import { findInvitation, saveDraft } from '../../store/invitations.ts';
import { storeSubmission } from '../../store/submissions.ts';
import { created, ok, route } from '../define/route.ts';
import type { Deps } from '../deps.ts';
import {
  type Draft,
  findLinkResponse,
  getLink,
  getSurvey,
  type Link,
  openDraft,
  receiptOf,
  refuseClosed,
  refuseTaken,
  refuseUsed,
  sealDraft,
} from './link.ts';
import { respondPageOf } from './page.ts';
import { isSameContent, responseRow } from './row.ts';

async function storeDraft(link: Link, revision: number, draft: Draft): Promise<number> {
  const saved = await saveDraft(link.token, revision, sealDraft(link.token, draft));
  if (saved !== undefined) return saved;
  const now = await findInvitation(link.token);
  if (now?.state === 'used') refuseTaken();
  return problem('stale-revision', `revision: the draft has revision ${now?.draft?.revision ?? 0}; load it again`);
}

/** By a link that is used: the same submission gets its receipt again. @throws Problem 409 when it says something else now, 410 */
async function submitAgain(link: Link, sent: Submission) {
  const stored = await findLinkResponse(link, sent.submissionId);
  if (!stored) return refuseTaken();
  const definition = await getSurvey(link, stored.version);
  const row = await responseRow(link, definition, sent).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
  });
  if (!row || !isSameContent(row, stored))
    return problem('other-content', 'submissionId: other answers are stored under this id; make a new one');
  return ok({ receipt: receiptOf(sent.submissionId) });
}

async function submit(link: Link, sent: Submission) {
  const { token, invitation } = link;
  const { submissionId } = sent;
  if (invitation.state === 'used') return submitAgain(link, sent);
  refuseClosed(link);
  const definition = await getSurvey(link, sent.version ?? openDraft(link)?.version);
  const row = await responseRow(link, definition, sent);
  const outcome = await storeSubmission({ token, submissionId, programme: invitation.programme, row });
  if (outcome === 'elsewhere')
    return problem('other-content', 'submissionId: it was used with another link; make a new one');
  if (outcome !== 'stored') return submitAgain(link, sent);
  return created({ receipt: receiptOf(submissionId) });
}

export const respondRoutes = ({ limits }: Deps) => [
  route({
    method: 'get',
    path: '/respond/:token',
    summary: 'The survey behind a link, with the draft',
    access: 'link',
    reply: { 200: respondPage },
    handler: async ({ params, request }) => {
      const link = await getLink(params.token, limits, request.ip ?? '');
      refuseUsed(link);
      refuseClosed(link);
      return ok(await respondPageOf(link, await getSurvey(link, openDraft(link)?.version)));
    },
  }),
  route({
    method: 'put',
    path: '/respond/:token/draft',
    summary: 'Save the draft; answers need not be complete',
    access: 'link',
    body: draftSave,
    reply: { 200: draftSaved },
    handler: async ({ params, body, request }) => {
      const link = await getLink(params.token, limits, request.ip ?? '');
      refuseUsed(link);
      refuseClosed(link);
      const { version } = await getSurvey(link, body.version ?? openDraft(link)?.version);
      const { submissionId, answers, language, revision } = body;
      return ok({ revision: await storeDraft(link, revision, { submissionId, answers, language, version }) });
    },
  }),
  route({
    method: 'post',
    path: '/respond/:token',
    summary: 'Send the answers; the same submission again gets the same receipt',
    access: 'link',
    body: submission,
    reply: { 200: receipt, 201: receipt },
    handler: async ({ params, body, request }) => submit(await getLink(params.token, limits, request.ip ?? ''), body),
  }),
];
