import { z } from 'zod';
import { draftChange, publication, published, surveyDraft, tryoutLink, tryoutOrder } from '../../contract/survey.ts';
import { type AnyDefinition, isCard } from '../../domain/surveys/definition.ts';
import { notValid, problem } from '../../problems.ts';
import { holdVersions } from '../../store/offeredVersions.ts';
import { deleteDraft, readDraft, type SurveyDraft, saveDraft } from '../../store/surveyDrafts.ts';
import { insertSurveyVersion, listVersions, type SurveyVersion } from '../../store/surveys.ts';
import { createTryout } from '../../store/surveyTryouts.ts';
import { created, noContent, ok, route } from '../define/route.ts';
import type { Deps } from '../deps.ts';
import { getOwner, ownerQuery } from './owner.ts';
import { judgeSource, presentDraft, presentNoDraft } from './present.ts';
import { getPublishable, getWhole } from './publishable.ts';

interface Written {
  draft: SurveyDraft | undefined;
  /** Of the draft, or of the one that was before. */
  revision: number;
  /** Oldest first. */
  versions: SurveyVersion[];
  latest: SurveyVersion | undefined;
}

/** @throws Problem 404 when there is neither a draft nor a version */
async function getWritten(programme: string | null, name: string): Promise<Written> {
  const [{ draft, revision }, versions] = await Promise.all([
    readDraft(programme, name),
    listVersions(programme, name),
  ]);
  const latest = versions.at(-1);
  if (!draft && !latest) problem('not-found', 'there is no such survey');
  return { draft, revision, versions, latest };
}

function stale(revision: number): never {
  return problem('stale-revision', `revision: the draft has revision ${revision}; load it again`);
}

const deletionQuery = ownerQuery.extend({
  revision: z
    .string()
    .regex(/^\d{1,9}$/, 'the number of a revision')
    .transform(Number)
    .optional()
    .meta({ description: 'as it was seen: refused when somebody has saved since' }),
});

/** The name and number of a version are given here, whatever the source says. */
function numbered(definition: AnyDefinition, name: string, version: number): AnyDefinition {
  return { ...definition, name, version };
}

export const draftRoutes = ({ config }: Deps) => [
  route({
    method: 'get',
    path: '/surveys/:name/draft',
    summary: 'What is being written; without a draft the latest version to start from, with no day of change',
    access: ['administrator'],
    query: ownerQuery,
    reply: { 200: surveyDraft },
    handler: async ({ params, query, viewer }) => {
      const owner = await getOwner(viewer, query.programme);
      const { draft, revision, versions, latest } = await getWritten(owner, params.name);
      if (draft) return ok(presentDraft(draft, versions));
      return latest ? ok(presentNoDraft(latest, versions, revision)) : problem('not-found');
    },
  }),
  route({
    method: 'put',
    path: '/surveys/:name/draft',
    summary: 'Save the draft, errors and all',
    access: ['administrator'],
    size: 'large',
    query: ownerQuery,
    body: draftChange,
    reply: { 200: surveyDraft },
    handler: async ({ params, query, body, viewer }) => {
      const programme = await getOwner(viewer, query.programme);
      const { revision, versions } = await getWritten(programme, params.name);
      const written = { programme, name: params.name, source: body.source, changedBy: viewer.name };
      const saved = await saveDraft(written, body.revision);
      return saved ? ok(presentDraft(saved, versions)) : stale(revision);
    },
  }),
  route({
    method: 'delete',
    path: '/surveys/:name/draft',
    summary: 'Throw the draft away',
    access: ['administrator'],
    query: deletionQuery,
    reply: { 204: null },
    handler: async ({ params, query, viewer }) => {
      const programme = await getOwner(viewer, query.programme);
      const { draft, revision } = await readDraft(programme, params.name);
      if (!draft) return problem('not-found', 'there is no draft');
      const isGone = await deleteDraft(programme, params.name, query.revision ?? revision);
      return isGone ? noContent() : stale(revision);
    },
  }),
  route({
    method: 'post',
    path: '/surveys/:name/publish',
    summary: 'Make the draft the next version, for good',
    access: ['administrator'],
    query: ownerQuery,
    body: publication,
    reply: { 201: published },
    handler: async ({ params, query, body, viewer }) => {
      const { name } = params;
      const programme = await getOwner(viewer, query.programme);
      const { draft, revision, versions, latest } = await getWritten(programme, name);
      if (!draft || revision !== body.revision) return stale(revision);
      const { definition, comparison } = getPublishable(draft.source, versions, body.declared);
      const version = (latest?.version ?? 0) + 1;
      await holdVersions(programme, name);
      const isNew = await insertSurveyVersion({
        ...{ programme, name, version, comparison },
        definition: numbered(definition, name, version),
        publishedAt: new Date().toISOString(),
        publishedBy: viewer.name,
      });
      if (!isNew) return stale(revision);
      // What somebody saved in this very moment stays, as a draft of the next version.
      await deleteDraft(programme, name, revision);
      return created({ name, version, comparison });
    },
  }),
  route({
    method: 'post',
    path: '/surveys/:name/draft/tryout',
    summary: 'A link by which anybody may try the draft as it is now, for seven days; answers are thrown away',
    access: ['administrator'],
    query: ownerQuery,
    body: tryoutOrder,
    reply: { 201: tryoutLink },
    handler: async ({ params, query, body, viewer }) => {
      const programme = await getOwner(viewer, query.programme);
      const { draft, revision, versions, latest } = await getWritten(programme, params.name);
      if (revision !== body.revision) return stale(revision);
      const definition = draft ? getWhole(judgeSource(draft.source, versions)) : latest?.definition;
      if (!definition || isCard(definition))
        return notValid('name', 'no-link', 'a card is filled in on the tablet of a person, not by link');
      const { token, expiresAt } = await createTryout({ programme, definition });
      return created({ link: `${config.baseUrl}/try/${token}`, expiresAt: expiresAt.toISOString() });
    },
  }),
];
