import { draftChange, publication, published, surveyDraft, tryoutLink, tryoutOrder } from '../../contract/survey.ts';
import { type AnyDefinition, isCard } from '../../domain/surveys/definition.ts';
import { notValid, problem } from '../../problems.ts';
import { holdVersions } from '../../store/offeredVersions.ts';
import { deleteDraft, findDraft, type SurveyDraft, saveDraft } from '../../store/surveyDrafts.ts';
import { insertSurveyVersion, listVersions, type SurveyVersion } from '../../store/surveys.ts';
import { createTryout } from '../../store/surveyTryouts.ts';
import { created, noContent, ok, route } from '../define/route.ts';
import type { Deps } from '../deps.ts';
import { getOwner, ownerQuery } from './owner.ts';
import { judgeSource, presentDraft, presentNoDraft } from './present.ts';
import { getPublishable, getWhole } from './publishable.ts';

interface Written {
  draft: SurveyDraft | undefined;
  /** Oldest first. */
  versions: SurveyVersion[];
  latest: SurveyVersion | undefined;
}

/** @throws Problem 404 when there is neither a draft nor a version */
async function getWritten(programme: string | null, name: string): Promise<Written> {
  const [draft, versions] = await Promise.all([findDraft(programme, name), listVersions(programme, name)]);
  const latest = versions.at(-1);
  if (!draft && !latest) problem('not-found', 'there is no such survey');
  return { draft, versions, latest };
}

function stale(draft: SurveyDraft | undefined): never {
  return problem('stale-revision', `revision: the draft has revision ${draft?.revision ?? 0}; load it again`);
}

/** The name and number of a version are given here, whatever the source says. */
function numbered(definition: AnyDefinition, name: string, version: number): AnyDefinition {
  return { ...definition, name, version };
}

export const draftRoutes = ({ config }: Deps) => [
  route({
    method: 'get',
    path: '/surveys/:name/draft',
    summary: 'What is being written; without a draft the latest version to start from, revision 0',
    access: ['administrator'],
    query: ownerQuery,
    reply: { 200: surveyDraft },
    handler: async ({ params, query, viewer }) => {
      const { draft, versions, latest } = await getWritten(await getOwner(viewer, query.programme), params.name);
      if (draft) return ok(presentDraft(draft, versions));
      return latest ? ok(presentNoDraft(latest, versions)) : problem('not-found');
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
      const { draft, versions } = await getWritten(programme, params.name);
      const written = { programme, name: params.name, source: body.source, changedBy: viewer.name };
      const saved = await saveDraft(written, body.revision);
      return saved ? ok(presentDraft(saved, versions)) : stale(draft);
    },
  }),
  route({
    method: 'delete',
    path: '/surveys/:name/draft',
    summary: 'Throw the draft away',
    access: ['administrator'],
    query: ownerQuery,
    reply: { 204: null },
    handler: async ({ params, query, viewer }) => {
      const programme = await getOwner(viewer, query.programme);
      if (!(await findDraft(programme, params.name))) problem('not-found', 'there is no draft');
      await deleteDraft(programme, params.name);
      return noContent();
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
      const { draft, versions, latest } = await getWritten(programme, name);
      if (!draft || draft.revision !== body.revision) return stale(draft);
      const { definition, comparison } = getPublishable(draft.source, versions, body.declared);
      const version = (latest?.version ?? 0) + 1;
      await holdVersions(programme, name);
      const isNew = await insertSurveyVersion({
        ...{ programme, name, version, comparison },
        definition: numbered(definition, name, version),
        publishedAt: new Date().toISOString(),
        publishedBy: viewer.name,
      });
      if (!isNew) return stale(draft);
      await deleteDraft(programme, name);
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
      const { draft, versions, latest } = await getWritten(programme, params.name);
      if ((draft?.revision ?? 0) !== body.revision) return stale(draft);
      const definition = draft ? getWhole(judgeSource(draft.source, versions)) : latest?.definition;
      if (!definition || isCard(definition))
        return notValid('name', 'no-link', 'a card is filled in on the tablet of a person, not by link');
      const { token, expiresAt } = await createTryout({ programme, definition });
      return created({ link: `${config.baseUrl}/try/${token}`, expiresAt: expiresAt.toISOString() });
    },
  }),
];
