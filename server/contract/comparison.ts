import { z } from 'zod';
import { type GoalResult, goalResult, type SuppressedGoal } from './results.ts';

const side = z.object({
  programme: z.string(),
  title: z.record(z.string(), z.string()),
  computedAt: z.string(),
});
const pair = z.object({
  one: goalResult,
  other: goalResult,
  matchedBy: z.enum(['id', 'definition']),
  sameDefinition: z.boolean().meta({ description: 'false: the same goal by id, counted in another way' }),
  versionsNotComparable: z.boolean().meta({
    description: 'those who answered in the two were asked versions of a question that are not comparable',
  }),
  difference: z
    .object({ estimate: z.number(), ci95: z.tuple([z.number(), z.number()]).nullable() })
    .nullable()
    .meta({ description: 'one minus other: shares with Newcombe’s interval, means with Welch’s' }),
  why: z.enum(['hidden', 'noData', 'size', 'sites']).nullable().meta({ description: 'why there is no difference' }),
});
const lone = z.object({
  id: z.string(),
  title: z.record(z.string(), z.string()),
  reason: z.enum(['judged', 'otherMeasure', 'noCounterpart']),
});

export const comparison = z.object({
  one: side,
  other: side,
  pairs: z.array(pair),
  alone: z.object({ one: z.array(lone), other: z.array(lone) }),
});
/** Goals as `results` has them, their measures and statuses named. */
type Result = GoalResult | SuppressedGoal;
export type GoalPair = Omit<z.infer<typeof pair>, 'one' | 'other'> & { one: Result; other: Result };
export type ProgrammeComparison = Omit<z.infer<typeof comparison>, 'pairs'> & { pairs: GoalPair[] };
export type LoneGoal = z.infer<typeof lone>;

export const comparisonQuery = z.strictObject({
  with: z.string().min(1).max(64).meta({ description: 'slug of the other programme' }),
});
