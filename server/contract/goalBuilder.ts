// What the form for a goal needs: the names that its conditions can use, and about what the goal would come to.
import { z } from 'zod';
import { measuringPoints } from '../domain/answers/names.ts';
import { goal, indicator, populations, slug, target } from '../domain/programme/schema.ts';

const text = z.record(z.string(), z.string());
export const goalNamesQuery = z.strictObject({
  population: z.enum(populations),
  survey: slug.optional().meta({ description: 'for responses: of which survey' }),
});

const value = z.union([z.string(), z.number(), z.boolean()]);
export const goalName = z.object({
  name: z.string().meta({ description: 'as it stands in an expression' }),
  type: z.enum(['code', 'text', 'number', 'boolean', 'date', 'list']),
  title: text.nullable().meta({ description: 'null: one that every programme has' }),
  row: text.nullable().meta({ description: 'of a matrix' }),
  half: z.enum(['person', 'coordinator']).nullable().meta({ description: 'of a card' }),
  point: z.enum(measuringPoints).nullable().meta({ description: 'of a card: first, last, or the change between them' }),
  sameAs: z.string().nullable().meta({ description: 'a shorter name for the same' }),
  values: z.array(z.object({ value, title: text.nullable() })).nullable(),
});
export type GoalName = z.infer<typeof goalName>;
export const goalNames = z.object({ names: z.array(goalName) });

export const goalPreviewRequest = z.strictObject({
  indicator,
  target: target.optional(),
  near: z.number().min(0).optional(),
  siteTargets: goal.shape.siteTargets,
  groupTargets: goal.shape.groupTargets,
});
export type GoalPreviewRequest = z.input<typeof goalPreviewRequest>;

/** Rounded at random, as is all that is reckoned from it. */
export const goalPreview = z.object({
  programme: z.string(),
  computedAt: z.string(),
  roundedTo: z.number().int().meta({ description: 'each number of rows is a multiple of this' }),
  measure: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  missing: z.number().meta({ description: 'of shareOfSites: sites with too few rows to tell' }),
  n: z.number().nullable(),
  tooFew: z.boolean().meta({ description: 'there are rows, but too few for a share or a mean to be told' }),
  status: z.enum(['met', 'near', 'notMet', 'noData', 'judged']).nullable(),
});
export type GoalPreview = z.infer<typeof goalPreview>;
