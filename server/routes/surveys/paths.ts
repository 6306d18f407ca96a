import { surveyWalk, surveyWays, walkOrder, waysOrder } from '../../contract/surveyPaths.ts';
import { checkSource } from '../../domain/surveys/check.ts';
import { type HalfName, isCard, type SurveyForm } from '../../domain/surveys/definition.ts';
import { walkThrough } from '../../domain/surveys/paths/walk.ts';
import { waysThrough } from '../../domain/surveys/paths/ways.ts';
import { ok, route } from '../define/route.ts';
import { getWhole } from './publishable.ts';

/** @throws Problem 422 with every error and its path in the source */
function getForm(source: string, half: HalfName = 'person'): SurveyForm {
  const definition = getWhole(checkSource(source));
  return isCard(definition) ? definition.halves[half] : definition;
}

export const pathRoutes = () => [
  route({
    method: 'post',
    path: '/surveys/walk',
    summary:
      'Follow a set of answers through a survey as it is written: what is asked, why, and what the validator says',
    access: ['administrator'],
    size: 'large',
    body: walkOrder,
    reply: { 200: surveyWalk },
    handler: ({ body }) => ok(walkThrough(getForm(body.source, body.half), body.answers)),
  }),
  route({
    method: 'post',
    path: '/surveys/ways',
    summary: 'All ways through a survey as it is written, where they can be listed; the shortest and the longest',
    access: ['administrator'],
    size: 'large',
    body: waysOrder,
    reply: { 200: surveyWays },
    handler: ({ body }) => ok(waysThrough(getForm(body.source, body.half))),
  }),
];
