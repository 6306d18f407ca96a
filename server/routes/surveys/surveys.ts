import type { Viewer } from '../../access/viewer.ts';
import { newSurvey, sourceCheck, sourceJudgement, surveyDraft, surveys, surveyVersion } from '../../contract/survey.ts';
import { checkSource } from '../../domain/surveys/check.ts';
import { problem } from '../../problems.ts';
import { listDrafts, readDraft, saveDraft } from '../../store/surveyDrafts.ts';
import { findSurveyVersion, listSurveys, listVersions } from '../../store/surveys.ts';
import { listWithdrawals } from '../../store/surveyWithdrawals.ts';
import { created, ok, route } from '../define/route.ts';
import { checkOwner, getOwner, ownerQuery, versionNumber } from './owner.ts';
import { judgeSource, presentDraft, surveySummary } from './present.ts';
import { starterSource } from './starter.ts';

/** Those of all programmes, and of one programme its own beside them. */
async function summaries(programme: string | null) {
  const owners = programme === null ? [null] : [programme, null];
  const lists = await Promise.all(
    owners.map(async (owner) => {
      const [versions, drafts, withdrawals] = await Promise.all([
        listSurveys(owner),
        listDrafts(owner),
        listWithdrawals([owner]),
      ]);
      const names = [...new Set([...versions, ...drafts].map((each) => each.name))].toSorted();
      return Promise.all(
        names.map((name) =>
          surveySummary(
            versions.filter((each) => each.name === name),
            drafts.find((each) => each.name === name),
            withdrawals,
          ),
        ),
      );
    }),
  );
  return lists.flat().flatMap((each) => each ?? []);
}

const withoutDraft = (viewer: Viewer) => viewer.role !== 'administrator';

export const surveyRoutes = () => [
  route({
    method: 'get',
    path: '/surveys',
    summary: 'Surveys with their versions; with `programme` its own beside those for all',
    access: ['administrator', 'evaluator'],
    query: ownerQuery,
    reply: { 200: surveys },
    handler: async ({ query, viewer }) => {
      const list = await summaries(await getOwner(viewer, query.programme));
      if (!withoutDraft(viewer)) return ok({ surveys: list });
      const published = list.filter((each) => each.versions.length > 0);
      return ok({ surveys: published.map((each) => ({ ...each, draft: null })) });
    },
  }),
  route({
    method: 'post',
    path: '/surveys',
    summary: 'Begin a new survey, as a draft',
    access: ['administrator'],
    size: 'large',
    body: newSurvey,
    reply: { 201: surveyDraft },
    handler: async ({ body, viewer }) => {
      const { name, programme } = body;
      await checkOwner(programme);
      const source = body.source ?? starterSource(name);
      const before = await readDraft(programme, name);
      const isTaken = before.draft !== undefined || (await listVersions(programme, name)).length > 0;
      const written = { programme, name, source, changedBy: viewer.name };
      const draft = isTaken ? undefined : await saveDraft(written, before.revision);
      if (!draft) return problem('already-exists', `name: there is a survey "${name}"`);
      return created(presentDraft(draft, []));
    },
  }),
  route({
    method: 'post',
    path: '/surveys/check',
    summary: 'What is wrong with a survey, and how it compares with the versions of `survey`, without saving it',
    access: ['administrator'],
    size: 'large',
    body: sourceCheck,
    reply: { 200: sourceJudgement },
    handler: async ({ body: { source, survey }, viewer }) => {
      if (!survey) return ok({ problems: checkSource(source).problems });
      const owner = await getOwner(viewer, survey.programme ?? undefined);
      const { asked, problems, comparison } = judgeSource(source, await listVersions(owner, survey.name));
      return ok({ problems, ...(asked && { comparison }) });
    },
  }),
  route({
    method: 'get',
    path: '/surveys/:name/versions/:version',
    summary: 'A published version',
    access: ['administrator', 'evaluator'],
    query: ownerQuery,
    reply: { 200: surveyVersion },
    handler: async ({ params, query, viewer }) => {
      const programme = await getOwner(viewer, query.programme);
      const found = await findSurveyVersion(programme, params.name, versionNumber(params.version));
      if (!found) return problem('not-found', 'there is no such version');
      return ok({ ...found, definition: { ...found.definition } });
    },
  }),
];
