import { surveyReview } from '../../contract/surveyReview.ts';
import { surveyWaves } from '../../contract/wave.ts';
import type { AnyDefinition } from '../../domain/surveys/definition.ts';
import { accessibilityOf } from '../../domain/surveys/review/accessibility/accessibility.ts';
import { burdenOf } from '../../domain/surveys/review/burden.ts';
import { goalsCounting } from '../../domain/surveys/review/goals.ts';
import { problem } from '../../problems.ts';
import { findProgramme, listProgrammes } from '../../store/programmes.ts';
import { readDraft } from '../../store/surveyDrafts.ts';
import { listVersions } from '../../store/surveys.ts';
import { ok, route } from '../define/route.ts';
import { presentWave } from '../programmes/waves.ts';
import { getOwner, ownerQuery } from './owner.ts';
import { inLanguages, judgeSource } from './present.ts';

/** Those that may use the survey. */
async function programmesOf(programme: string | null) {
  const found = programme === null ? await listProgrammes() : [await findProgramme(programme)];
  return found.flatMap((each) => each ?? []);
}

export const reviewRoutes = () => [
  route({
    method: 'get',
    path: '/surveys/:name/draft/review',
    summary: 'What the draft, else the latest version, asks of those who answer, and which goals count its questions',
    access: ['administrator'],
    query: ownerQuery,
    reply: { 200: surveyReview },
    handler: async ({ params: { name }, query, viewer }) => {
      const programme = await getOwner(viewer, query.programme);
      const [{ draft, revision }, versions] = await Promise.all([
        readDraft(programme, name),
        listVersions(programme, name),
      ]);
      const latest = versions.at(-1);
      if (!draft && !latest) return problem('not-found', 'there is no such survey');
      const next = draft ? judgeSource(draft.source, versions).definition : latest?.definition;
      const both = [latest?.definition, next].filter((each): each is AnyDefinition => each !== undefined);
      const goals = (await programmesOf(programme)).flatMap((each) => goalsCounting(each.definition, name, both));
      const asked = next && { burden: burdenOf(next), accessibility: accessibilityOf(next) };
      return ok({ revision, ...(asked ?? { burden: null, accessibility: null }), goals });
    },
  }),
  route({
    method: 'get',
    path: '/surveys/:name/waves',
    summary: 'The waves in which the survey is asked, each with its version',
    access: ['administrator'],
    query: ownerQuery,
    reply: { 200: surveyWaves },
    handler: async ({ params: { name }, query, viewer }) => {
      const programmes = await programmesOf(await getOwner(viewer, query.programme));
      const waves = programmes.flatMap((each) =>
        each.definition.waves
          .filter(({ survey }) => survey === name)
          .map((wave) => ({
            ...presentWave(each, wave),
            programme: { slug: each.definition.slug, title: inLanguages(each.definition.title) },
          })),
      );
      return ok({ waves });
    },
  }),
];
