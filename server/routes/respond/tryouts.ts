// Trying a survey by link before it is published: the participant's own page and checks, and nothing stored.
import type { Limits } from '../../access/limits.ts';
import { receipt, respondPage, submission } from '../../contract/respond.ts';
import { problem } from '../../problems.ts';
import { findProgramme } from '../../store/programmes.ts';
import { findTryout, type Tryout } from '../../store/surveyTryouts.ts';
import { ok, route } from '../define/route.ts';
import type { Deps } from '../deps.ts';
import { receiptOf } from './link.ts';
import { presentSurvey } from './page.ts';
import { validated } from './row.ts';

/** @throws Problem 404 for an unknown or old link, 429 */
async function getTryout(token: string, limits: Limits, address: string): Promise<Tryout> {
  const found = await findTryout(token);
  if (!found) {
    await limits.takeUnknownToken(address);
    return problem('unknown-link', 'a link to try a survey is good for seven days: ask for a new one');
  }
  await limits.takeToken(token);
  return found;
}

/** Undefined for a survey of all programmes. */
async function titleOf(programme: string | null) {
  const found = programme === null ? undefined : await findProgramme(programme);
  return found && { slug: found.definition.slug, title: found.definition.title };
}

export const tryoutRoutes = ({ limits }: Deps) => [
  route({
    method: 'get',
    path: '/tryouts/:token',
    summary: 'The draft behind a link to try it',
    access: 'link',
    reply: { 200: respondPage },
    handler: async ({ params, request }) => {
      const { programme, definition } = await getTryout(params.token, limits, request.ip ?? '');
      const owner = (await titleOf(programme)) ?? { slug: '', title: '' };
      return ok({
        ...presentSurvey(owner, definition),
        ...{ site: null, language: 'sv' },
        draft: { revision: 0, submissionId: null, answers: {}, language: null },
      });
    },
  }),
  route({
    method: 'post',
    path: '/tryouts/:token',
    summary: 'Check the answers as those of participants are, and throw them away',
    access: 'link',
    body: submission,
    reply: { 200: receipt },
    handler: async ({ params, body, request }) => {
      const { definition } = await getTryout(params.token, limits, request.ip ?? '');
      validated(definition, body.answers);
      return ok({ receipt: receiptOf(body.submissionId) });
    },
  }),
];
