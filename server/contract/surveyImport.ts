import { z } from 'zod';

/** 5 MB as base64. */
const longest = 7_000_000;
export const importFile = z.strictObject({
  file: z.base64().min(1).max(longest).meta({ description: 'the .xlsx file as base64, at most 5 MB before that' }),
});
export type ImportFile = z.infer<typeof importFile>;

export const notCarried = z.object({
  sheet: z.string(),
  row: z.number().int().meta({ description: 'counts from 1, as the spreadsheet program shows it' }),
  column: z.string().meta({ description: 'as the header names it' }),
  value: z.string().meta({ description: 'what stands there, shortened' }),
  code: z.string().meta({ description: 'the kind of thing that was not carried' }),
  reason: z.string(),
});
export type NotCarried = z.infer<typeof notCarried>;

export const importedSurvey = z.object({
  source: z.string().meta({ description: 'the survey as JSON, without errors, to begin a draft with' }),
  notCarried: z.array(notCarried),
  languages: z.array(z.string()).meta({ description: 'codes, Swedish first' }),
  questions: z.number().int(),
});
export type ImportedSurvey = z.infer<typeof importedSurvey>;
