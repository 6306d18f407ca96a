// A published version that is to be asked no more: new links and waves take the latest one that is left.
import type { Viewer } from '../../access/viewer.ts';
import { newWithdrawal, withdrawal } from '../../contract/survey.ts';
import { problem } from '../../problems.ts';
import { holdVersions } from '../../store/offeredVersions.ts';
import { findSurveyVersion } from '../../store/surveys.ts';
import { deleteWithdrawal, insertWithdrawal } from '../../store/surveyWithdrawals.ts';
import { created, noContent, route } from '../define/route.ts';
import { getOwner, ownerQuery, versionNumber } from './owner.ts';

const path = '/surveys/:name/versions/:version/withdrawal';

/** Of the owner named, not of another with the same name. @throws Problem 404 */
async function getOwnVersion(viewer: Viewer, owner: string | undefined, name: string, version: string) {
  const programme = await getOwner(viewer, owner);
  const found = await findSurveyVersion(programme, name, versionNumber(version));
  if (found?.programme === programme) return found;
  return problem('not-found', 'there is no such version');
}

export const withdrawalRoutes = () => [
  route({
    method: 'post',
    path,
    summary: 'Withdraw a published version: no new links or waves are made of it, and what has begun goes on',
    access: ['administrator'],
    query: ownerQuery,
    body: newWithdrawal,
    reply: { 201: withdrawal },
    handler: async ({ params, query, body, viewer }) => {
      const found = await getOwnVersion(viewer, query.programme, params.name, params.version);
      const { programme, name, version } = found;
      await holdVersions(programme, name);
      const made = { reason: body.reason, withdrawnAt: new Date().toISOString(), withdrawnBy: viewer.name };
      if (await insertWithdrawal({ programme, name, version, ...made })) return created(made);
      return problem('already-exists', `version ${version} is withdrawn already`);
    },
  }),
  route({
    method: 'delete',
    path,
    summary: 'Take a withdrawal back',
    access: ['administrator'],
    query: ownerQuery,
    reply: { 204: null },
    handler: async ({ params, query, viewer }) => {
      const { programme, name, version } = await getOwnVersion(viewer, query.programme, params.name, params.version);
      await holdVersions(programme, name);
      if (await deleteWithdrawal({ programme, name, version })) return noContent();
      return problem('not-found', `version ${version} is not withdrawn`);
    },
  }),
];
