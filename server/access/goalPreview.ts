// What an administrator is told while making a goal. Never exact: see domain/preview/noise.ts.
import { checkGoal } from '../domain/indicators/check.ts';
import { nameChoices } from '../domain/indicators/nameChoices.ts';
import { type Preview, type PreviewedGoal, previewGoal } from '../domain/preview/preview.ts';
import type { Goal, Population } from '../domain/programme/schema.ts';
import { notValid, problem } from '../problems.ts';
import { keyedDraw } from '../store/sealing.ts';
import { definitionsOf } from './analysis.ts';
import { getTable } from './tables.ts';

export interface GoalPreview extends Preview {
  programme: string;
  computedAt: string;
  roundedTo: number;
  measure: string;
}
type Asked = PreviewedGoal & Pick<Goal, 'siteTargets' | 'groupTargets'>;

/** @throws Problem not-valid naming the field, as `indicator.of`; beyond-memory where single rows are not kept */
export async function getGoalPreview(slug: string, asked: Asked): Promise<GoalPreview> {
  const { programme, surveys } = await definitionsOf(slug);
  const errors = checkGoal(programme, surveys, { id: 'preview', title: { sv: 'preview' }, ...asked }).map(
    ({ path, message }) => ({ field: path, code: 'goal-not-valid', detail: message }),
  );
  const [first] = errors;
  if (first) problem('not-valid', `${first.field}: ${first.detail}`, { errors });
  const { of, where, reach } = asked.indicator;
  const computedAt = new Date().toISOString();
  const texts = [of, where, reach?.of].flat().filter((text) => text !== undefined);
  const table = await getTable(programme, surveys, computedAt.slice(0, 10), texts);
  if (table.isGathered) problem('beyond-memory', 'save the goal to see it counted');
  const secret = {
    seed: keyedDraw(`preview coins ${slug}`, 2 ** 32),
    draw: (words: string, choices: number) => keyedDraw(`preview ${slug} ${words}`, choices),
  };
  const figures = previewGoal({ programme, surveys, table }, asked, secret);
  const { below } = programme.suppression;
  return { programme: slug, computedAt, roundedTo: below, measure: asked.indicator.measure, ...figures };
}

/** @throws Problem not-valid for a survey that is not there */
export async function getGoalNames(slug: string, population: Population, survey?: string) {
  const { programme, surveys } = await definitionsOf(slug);
  const names = nameChoices(programme, surveys, population, survey);
  return names ?? notValid('survey', 'unknown-survey', `there is no survey "${survey ?? ''}"`);
}
