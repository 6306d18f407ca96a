import { z } from 'zod';

/** Plain text; an empty line begins a new paragraph. */
const text = z
  .string()
  .max(20_000)
  // Line ends of any system, and no control characters: they would break the documents made of it.
  .overwrite((value) => value.replace(/\r\n?/g, '\n').replace(/(?![\n\t])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ''));
export const reportLanguage = z.enum(['sv', 'en']);
const texts = {
  language: reportLanguage.meta({
    description: 'in which the texts are written, and the report is made unless asked otherwise',
  }),
  introduction: text,
  goals: z.record(z.string(), text).meta({ description: "by the goal's id; of the goals that the snapshot has" }),
  reservations: text,
  closing: text,
};
export const reportChange = z.strictObject({
  revision: z.number().int().min(0).meta({ description: 'that was read; 0 when there was none' }),
  ...texts,
});
export type ReportChange = z.input<typeof reportChange>;

/** Revision 0, with empty texts: nobody has written anything yet. */
export const report = z.object({
  revision: z.number().int(),
  ...texts,
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
});
export type Report = z.output<typeof report>;
export const fileQuery = z.strictObject({ language: reportLanguage.optional() });
/** With `by`, the groups of that one variable; else the goal's total and all its lists. */
export const pictureQuery = fileQuery.extend({ by: z.string().max(100).optional() });
