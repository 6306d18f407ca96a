import { z } from 'zod';
import { versionComparison } from '../../contract/versionComparison.ts';
import { chainBetween } from '../../domain/surveys/chain.ts';
import { formsOf } from '../../domain/surveys/definition.ts';
import { notValid, problem } from '../../problems.ts';
import { listVersions, type SurveyVersion } from '../../store/surveys.ts';
import { ok, route } from '../define/route.ts';
import { getOwner, ownerQuery } from './owner.ts';
import { inLanguages } from './present.ts';

const number = z
  .string()
  .regex(/^[1-9]\d{0,6}$/, 'the number of a version')
  .transform(Number);

/** @throws Problem 422 that names the parameter */
function getVersion(versions: readonly SurveyVersion[], parameter: 'from' | 'to', version: number): SurveyVersion {
  const known = versions.map((each) => each.version).join(', ');
  const found = versions.find((each) => each.version === version);
  return found ?? notValid(parameter, 'unknown-version', `there is no version ${version}; there are ${known}`);
}

export const versionComparisonRoutes = () => [
  route({
    method: 'get',
    path: '/surveys/:name/comparison',
    summary: 'Two published versions question by question, by what was said of every version between them',
    access: ['administrator', 'evaluator'],
    query: ownerQuery.extend({ from: number, to: number }),
    reply: { 200: versionComparison },
    handler: async ({ params, query, viewer }) => {
      const versions = await listVersions(await getOwner(viewer, query.programme), params.name);
      if (versions.length === 0) return problem('not-found', 'there is no such survey');
      const [first, last] = [getVersion(versions, 'from', query.from), getVersion(versions, 'to', query.to)];
      if (first.version >= last.version) return notValid('to', 'too-small', 'choose a later version than from');
      const forms = [first, last].flatMap(({ definition }) => formsOf(definition));
      return ok({
        title: inLanguages(last.definition.title),
        ...{ from: first.version, to: last.version, versions: versions.map((each) => each.version) },
        languages: [...new Set(forms.flatMap((form) => [...form.languages]))],
        questions: chainBetween(versions, first.version, last.version),
      });
    },
  }),
];
