import { z } from 'zod';

export const health = z.object({
  status: z.enum(['ok', 'unavailable']),
  database: z.enum(['embedded', 'mongodb']),
  version: z.string(),
});
export type Health = z.infer<typeof health>;
