// RFC 9457 problem details; `code` is stable and is what the client translates by.
import { z } from 'zod';

export const fieldError = z.object({
  field: z.string().meta({
    description: 'path of the field, for example background.birthYear',
  }),
  code: z.string(),
  detail: z.string(),
});
export const questionError = z.object({
  question: z.string(),
  code: z.string(),
  detail: z.string(),
});
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.union([fieldError, questionError])).optional(),
});
export type Problem = z.infer<typeof problem>;
export type FieldError = z.infer<typeof fieldError>;
