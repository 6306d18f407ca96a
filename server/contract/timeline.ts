import { z } from 'zod';

const number = z.number();
const maybe = number.nullable();
const month = z.string().regex(/^\d{4}-\d{2}$/);

const point = z.object({
  month,
  from: month.meta({ description: 'the first of the months merged into this point' }),
  day: z.string().meta({ description: "the month's last day, or today" }),
  value: maybe,
  numerator: maybe,
  denominator: maybe,
  missing: number,
  n: maybe,
  mean: maybe,
  sd: maybe,
  ci95: z.tuple([number, number]).nullable(),
  responseRate: z.object({ answered: number, due: number }).nullable(),
  status: z.enum(['met', 'near', 'notMet', 'noData', 'judged']).nullable(),
});
export type TimelinePoint = z.infer<typeof point>;

export const timeline = z.object({
  programme: z.string(),
  computedAt: z.string(),
  as: z.string(),
  goal: z.string(),
  suppressed: z.boolean(),
  notReleased: z.boolean().meta({ description: 'rows have moved since the results were released' }),
  points: z.array(point),
});
export type Timeline = z.infer<typeof timeline>;
