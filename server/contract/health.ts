import { z } from 'zod';

export const health = z.object({
  status: z.enum(['ok', 'unavailable']),
  database: z.enum(['embedded', 'mongodb']),
  version: z.string(),
  /** What does not answer; absent when all does. */
  away: z.array(z.enum(['database'])).optional(),
});
export type Health = z.infer<typeof health>;
