import { z } from 'zod';

export const funderQuery = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2025-03'),
  language: z.enum(['sv', 'en']).default('sv').meta({ description: 'of the labels' }),
});
const counts = {
  enrolled: z.number().int().meta({ description: 'began in the month' }),
  ongoing: z.number().int().meta({ description: 'still there when its last day was over' }),
  ended: z.number().int().meta({ description: 'left in the month' }),
};
export const funderReport = z.object({
  programme: z.string(),
  month: z.string(),
  roundedTo: z.number().int().nullable().meta({
    description:
      'null: the numbers are exact, as coordinators see them of the own sites. Else each is rounded at random, up or down, to a multiple of this, so groups need not add up to the total',
  }),
  total: z.object(counts),
  lists: z.array(
    z.object({
      variable: z.enum(['gender', 'ageBand', 'site']),
      groups: z.array(
        z.object({
          value: z.string(),
          code: z.string().meta({ description: "of the funder's form: funderCodes of the programme, else the value" }),
          label: z.string(),
          ...counts,
        }),
      ),
    }),
  ),
});
export type FunderReport = z.infer<typeof funderReport>;
