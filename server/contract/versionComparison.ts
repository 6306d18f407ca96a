import { z } from 'zod';
import { questionComparison } from './questionComparison.ts';

const words = z.record(z.string(), z.string());
const number = z.number().int();
const status = questionComparison.shape.status;
export const comparedText = z.object({
  part: z.enum(['title', 'description', 'choice', 'row', 'end']),
  code: z.string().nullable(),
  before: words.nullable(),
  after: words.nullable(),
});
export type ComparedText = z.infer<typeof comparedText>;
export const chainedQuestion = z.object({
  question: z.string(),
  status: status.meta({ description: 'over all versions between: one that is not comparable breaks the series' }),
  steps: z
    .array(
      z.object({
        ...{ version: number, status, reasons: z.array(z.string()), publishedAt: z.string(), publishedBy: z.string() },
      }),
    )
    .meta({ description: 'the versions that changed it' }),
  texts: z.array(comparedText).meta({ description: 'its title, and what else differs' }),
});
export type ChainedQuestion = z.infer<typeof chainedQuestion>;
export const versionComparison = z.object({
  title: words,
  from: number,
  to: number,
  versions: z.array(number),
  languages: z.array(z.string()),
  questions: z.array(chainedQuestion),
});
export type VersionComparison = z.infer<typeof versionComparison>;
