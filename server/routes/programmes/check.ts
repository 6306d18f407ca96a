import { checkGoal } from '../../domain/indicators/check.ts';
import type { Programme } from '../../domain/programme/schema.ts';
import { type FieldProblem, problem } from '../../problems.ts';
import { listEnrolments } from '../../store/enrolments.ts';
import { surveysOf } from '../../store/surveys.ts';

/** What a schema can't see: names used in goals, sites and surveys referred to. @throws Problem 422 */
export async function checkDefinition(programme: Programme): Promise<void> {
  const surveys = await surveysOf(programme.slug);
  const definitions = surveys.map((each) => each.definition);
  const errors: FieldProblem[] = programme.goals.flatMap((goal, at) =>
    checkGoal(programme, definitions, goal).map(({ path, message }) => ({
      field: `definition.goals.${at}.${path}`,
      code: 'goal-not-valid',
      detail: message,
    })),
  );
  programme.waves.forEach(({ survey, opens, closes }, at) => {
    const field = `definition.waves.${at}`;
    if (!surveys.some((each) => each.name === survey))
      errors.push({ field: `${field}.survey`, code: 'unknown-survey', detail: `there is no survey "${survey}"` });
    if (opens !== undefined && closes !== undefined && closes < opens)
      errors.push({ field: `${field}.closes`, code: 'too-early', detail: 'not before it opens' });
  });
  if (programme.end !== undefined && programme.end < programme.start)
    errors.push({ field: 'definition.end', code: 'too-early', detail: 'not before the start' });
  const first = errors[0];
  if (first) problem('not-valid', `${first.field}: ${first.detail}`, { errors: errors.slice(0, 100) });
}

/** A site with people stays. @throws Problem 409 */
export async function refuseOrphans(before: Programme, after: Programme): Promise<void> {
  const kept = new Set(after.sites.map((each) => each.slug));
  for (const { slug, title } of before.sites) {
    if (kept.has(slug) || (await listEnrolments(before.slug, { site: slug })).length === 0) continue;
    const detail = `people are enrolled at ${title}; keep the site "${slug}"`;
    problem('in-use', `definition.sites: ${detail}`, {
      errors: [{ field: 'definition.sites', code: 'in-use', detail }],
    });
  }
}
