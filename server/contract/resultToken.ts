import { z } from 'zod';
import { resultsQuery } from './results.ts';

export const newResultToken = z.strictObject({
  label: z.string().trim().min(1).max(100).meta({ description: 'what it is used for' }),
});
export const resultToken = z.object({
  id: z.string(),
  label: z.string(),
  createdBy: z.string(),
  createdOn: z.string(),
  lastUsedOn: z.string().nullable(),
});
export type ResultToken = z.infer<typeof resultToken>;
export const resultTokens = z.object({ tokens: z.array(resultToken) });
export const createdResultToken = resultToken.extend({
  token: z.string().meta({ description: 'shown this once' }),
  address: z.string().meta({ description: 'of the CSV, with the token in it' }),
});
export type CreatedResultToken = z.infer<typeof createdResultToken>;

export const resultsCsvQuery = resultsQuery.omit({ where: true }).extend({
  token: z.string().max(100).optional().meta({ description: 'or as Authorization: Bearer' }),
  locale: z.enum(['sv', 'en']).default('en').meta({ description: 'sv: semicolons and decimal comma' }),
});
