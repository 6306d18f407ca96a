import { z } from 'zod';

const text = z.record(z.string(), z.string());
const key = z.record(z.string(), z.union([z.string(), z.number()]));
const figures = {
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  missing: z.number(),
  n: z.number().nullable(),
  mean: z.number().nullable(),
  sd: z.number().nullable(),
  ci95: z.tuple([z.number(), z.number()]).nullable(),
  responseRate: z.object({ answered: z.number(), due: z.number() }).nullable(),
};
const target = z.record(z.string(), z.unknown()).nullable();
const status = z.enum(['met', 'near', 'notMet', 'noData', 'judged']).nullable();
const group = z.discriminatedUnion('suppressed', [
  z.object({
    by: key,
    ...figures,
    target,
    status,
    suppressed: z.literal(false),
  }),
  z.object({ by: key, suppressed: z.literal(true) }),
]);
const goalHead = {
  id: z.string(),
  title: text,
  measure: z.string(),
  target,
  status,
  verdict: z
    .object({
      status: z.string(),
      motivation: z.string(),
      by: z.string(),
      date: z.string(),
    })
    .nullable(),
  warnings: z.array(z.string()),
  definition: z
    .object({ version: z.number().int(), since: z.string() })
    .nullable()
    .optional()
    .meta({ description: 'which of its definition versions the goal was counted by' }),
  groups: z.array(group),
};
export const goalResult = z.discriminatedUnion('suppressed', [
  z.object({ ...goalHead, ...figures, suppressed: z.literal(false) }),
  z.object({ ...goalHead, suppressed: z.literal(true) }),
]);
export const results = z.object({
  programme: z.string(),
  computedAt: z.string(),
  as: z.string(),
  goals: z.array(goalResult),
});
export const resultsQuery = z.strictObject({
  by: z.string().max(500).optional().meta({
    description: 'gender,site: two lists; gender*site: the crossed one',
  }),
  where: z.string().max(4000).optional(),
  cohort: z
    .string()
    .regex(/^\d{4}Q[1-4]$/, 'a quarter such as 2024Q3')
    .optional(),
  minDays: z.coerce.number().int().min(0).max(3650).optional(),
});
export type ResultsQuery = z.infer<typeof resultsQuery>;
export type {
  GoalResult,
  GroupResult,
  ProgrammeResults,
  Status,
  SuppressedGoal,
  SuppressedGroup,
} from '../domain/indicators/results.ts';
