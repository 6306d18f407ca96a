// The progression card: two halves that do not see each other until both are in.
import { z } from 'zod';
import { assessment, assessmentHalf, card, newAssessment } from '../../contract/enrolment.ts';
import { breaksOf } from '../../domain/answers/breaks.ts';
import { compileHalf } from '../../domain/surveys/compile.ts';
import { type AnyDefinition, type CardDefinition, type HalfName, isCard } from '../../domain/surveys/definition.ts';
import { validateAnswers } from '../../domain/surveys/validate.ts';
import { notValid, problem } from '../../problems.ts';
import {
  deleteOpenAssessment,
  findAssessment,
  type Half,
  insertAssessment,
  isComplete,
  listAssessments,
  putHalf,
} from '../../store/assessments.ts';
import { isDuplicate } from '../../store/collection.ts';
import { findOfferedVersion } from '../../store/offeredVersions.ts';
import { findSurveyVersion, surveysOf } from '../../store/surveys.ts';
import { created, noContent, ok, route } from '../define/route.ts';
import { getOwnEnrolment, getOwnProgramme } from '../programmes/own.ts';
import { refuseFuture } from './checks.ts';
import { presentAssessment } from './page.ts';

const cardName = 'progression-card';
const base = '/programmes/:slug/enrolments/:enrolment/assessments';
const access = ['coordinator'] as const;

/** @param version of the card that was begun; that in force where it is not known, and for a new one */
async function getCard(programme: string, version?: number): Promise<CardDefinition> {
  const begun = version === undefined ? undefined : await findSurveyVersion(programme, cardName, version);
  const found = begun ?? (await findOfferedVersion(programme, cardName));
  if (found === 'withdrawn')
    return problem('not-found', 'every version of the card is withdrawn: an administrator can take one back');
  const definition: AnyDefinition | undefined = found?.definition;
  return definition && isCard(definition) ? definition : problem('not-found', 'the programme has no progression card');
}

const versionQuery = z.strictObject({
  version: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, 'the number of a version')
    .transform(Number)
    .optional()
    .meta({ description: 'of a card that was begun; absent: the one in force' }),
});

/** @throws Problem 422 with an error a question */
function readHalf(card: CardDefinition, half: HalfName, answers: unknown): Half {
  const result = validateAnswers(compileHalf(card, half), answers);
  if (!result.ok) return problem('not-valid', result.errors[0]?.detail, { errors: result.errors });
  if (Object.keys(result.answers).length === 0) notValid('answers', 'required', 'answer at least one question');
  return result.answers as Half;
}

const halfRoute = (half: HalfName) =>
  route({
    method: 'put',
    path: `${base}/:date/${half}`,
    summary: `The ${half}'s half of a card; it can not be changed afterwards`,
    access,
    body: assessmentHalf,
    reply: { 200: assessment },
    handler: async ({ params, body, viewer }) => {
      const { enrolment } = await getOwnEnrolment(viewer, params.slug, params.enrolment);
      const open = await findAssessment(params.slug, enrolment, params.date);
      if (!open) return problem('not-found', 'there is no card of that day');
      const answers = readHalf(await getCard(params.slug, open.version), half, body.answers);
      const stored = await putHalf(params.slug, { enrolment, date: params.date }, half, answers);
      if (stored === 'no-card') return problem('not-found', 'there is no card of that day');
      if (stored === 'half-already-in') return problem(stored, 'answers: what is in stays as it is');
      return ok(presentAssessment(stored));
    },
  });

export const cardRoutes = () => [
  route({
    method: 'get',
    path: '/programmes/:slug/card',
    summary: 'The two halves of the card, as SurveyJS JSON, and where its questions break their series',
    access,
    query: versionQuery,
    reply: { 200: card },
    handler: async ({ params, query, viewer }) => {
      await getOwnProgramme(viewer, params.slug);
      const { version, halves } = await getCard(params.slug, query.version);
      const breaks = breaksOf(await surveysOf(params.slug)).get(cardName) ?? new Map<string, readonly number[]>();
      const broken = Object.fromEntries([...breaks].map(([question, versions]) => [question, [...versions]]));
      return ok({ version, breaks: broken, person: { ...halves.person }, coordinator: { ...halves.coordinator } });
    },
  }),
  route({
    method: 'post',
    path: base,
    summary: 'Begin a card',
    access,
    body: newAssessment,
    reply: { 201: assessment },
    handler: async ({ params, body, viewer }) => {
      const { enrolment } = await getOwnEnrolment(viewer, params.slug, params.enrolment);
      refuseFuture('date', body.date);
      const open = (await listAssessments(params.slug, enrolment)).find((each) => !isComplete(each));
      if (open && open.date !== body.date)
        problem('assessment-open', `finish or remove the card of ${open.date} first`);
      const { version } = await getCard(params.slug);
      await insertAssessment(params.slug, enrolment, body.date, version).catch((error: unknown) => {
        if (isDuplicate(error)) problem('assessment-exists', `date: there is a card of ${body.date}`);
        throw error;
      });
      return created(presentAssessment({ enrolment, date: body.date, version }));
    },
  }),
  halfRoute('person'),
  halfRoute('coordinator'),
  route({
    method: 'delete',
    path: `${base}/:date`,
    summary: 'Remove a card that is not finished',
    access,
    reply: { 204: null },
    handler: async ({ params, viewer }) => {
      const { enrolment } = await getOwnEnrolment(viewer, params.slug, params.enrolment);
      if (await deleteOpenAssessment(params.slug, enrolment, params.date)) return noContent();
      const stored = await findAssessment(params.slug, enrolment, params.date);
      return stored
        ? problem('card-finished', 'a card with both halves in stays')
        : problem('not-found', 'there is no card of that day');
    },
  }),
];
