import { z } from 'zod';

export const exportList = z.object({
  tables: z.array(z.object({ name: z.string(), title: z.record(z.string(), z.string()) })),
});
export type ExportList = z.infer<typeof exportList>;

export const exportQuery = z.strictObject({
  language: z.enum(['sv', 'en']).default('sv').meta({ description: 'of labels and titles' }),
  format: z
    .string()
    .regex(/^(csv|xlsx|sav)(,(csv|xlsx|sav))*$/, 'a list of csv, xlsx, sav')
    .default('csv')
    .meta({ description: 'of all.zip: which formats, with comma between' }),
});
