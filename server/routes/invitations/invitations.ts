import { visibleSites } from '../../access/roles.ts';
import { createdInvitations, invitationCounts, newInvitations } from '../../contract/invitation.ts';
import { isCard } from '../../domain/surveys/definition.ts';
import { countInvitations, type InvitationCount } from '../../store/invitations.ts';
import { findSurveyVersion } from '../../store/surveys.ts';
import { created, ok, route } from '../define/route.ts';
import type { Deps } from '../deps.ts';
import { getOwnProgramme } from '../programmes/own.ts';
import { createForEnrolments, createForSite } from './create.ts';

const path = '/programmes/:slug/invitations';
const access = ['administrator', 'coordinator'] as const;

/** Few answers to an anonymous survey could point somebody out, so their number is not told. */
async function hideFew(programme: string, counts: readonly InvitationCount[], below: number) {
  return Promise.all(
    counts.map(async (each) => {
      const survey = await findSurveyVersion(programme, each.survey);
      const isAnonymous = !survey || isCard(survey.definition) || survey.definition.anonymous;
      const isFew = each.answered > 0 && each.answered < below;
      return { ...each, answered: isAnonymous && isFew ? null : each.answered };
    }),
  );
}

export const invitationRoutes = (deps: Deps) => [
  route({
    method: 'get',
    path,
    summary: 'How many links were made and used, per survey, site and wave',
    access,
    reply: { 200: invitationCounts },
    handler: async ({ params, viewer }) => {
      const { definition } = await getOwnProgramme(viewer, params.slug);
      const sites = visibleSites(viewer, params.slug);
      const counts = (await countInvitations(params.slug)).filter(
        ({ site }) => sites === 'all' || (site !== null && sites.includes(site)),
      );
      return ok({ invitations: await hideFew(params.slug, counts, definition.suppression.below) });
    },
  }),
  route({
    method: 'post',
    path,
    summary: 'Make single-use links, for a site or (coordinators) for enrolments; they are shown this once',
    access,
    size: 'large',
    body: newInvitations,
    reply: { 201: createdInvitations },
    handler: async ({ params, body, viewer }) => {
      const programme = await getOwnProgramme(viewer, params.slug);
      return created(
        'count' in body
          ? await createForSite(viewer, programme, body, deps)
          : await createForEnrolments(viewer, programme, body, deps),
      );
    },
  }),
];
