import { z } from 'zod';

const number = z.number().int();
const lix = number
  .nullable()
  .meta({ description: 'läsbarhetsindex (Björnsson 1968) of the Swedish text; null for too little text' });

export const burden = z.object({
  ...{ pages: number, questions: number },
  conditional: number.meta({ description: 'of the questions those asked under a condition' }),
  minutes: z
    .object({ fewest: number, most: number })
    .meta({ description: 'without and with what is asked under a condition' }),
  lix,
  hard: z
    .array(z.object({ question: z.string(), words: number, lix, isDouble: z.boolean() }))
    .meta({ description: 'questions hard to read, or (isDouble) that may ask two things at once; the hardest first' }),
});
export const accessFinding = z.object({
  rule: z.enum([
    'noLabel',
    'noAlternativeText',
    'hiddenTitle',
    'abbreviation',
    'colourAlone',
    'timeLimit',
    'autoAdvance',
  ]),
  path: z.string().meta({ description: 'as the check writes it: pages[0].elements[1]; empty for the whole' }),
  question: z.string().nullable(),
  languages: z.array(z.string()).meta({ description: 'in which it holds; empty: in all' }),
  entries: z.array(z.string()).meta({ description: 'codes of the answers, rows or fields meant, or the words' }),
  seconds: z.number().nullable().meta({ description: 'of a time limit' }),
});
export const surveyReview = z.object({
  revision: number.meta({ description: 'of the draft; 0: there is none' }),
  burden: burden.nullable().meta({ description: 'null while the draft has errors' }),
  accessibility: z.array(accessFinding).nullable().meta({
    description: 'rules of WCAG 2.2 that the survey breaks, in the order asked; null while the draft has errors',
  }),
  goals: z
    .array(
      z.object({
        programme: z.string(),
        goal: z.string(),
        title: z.record(z.string(), z.string()),
        questions: z.array(z.string()),
      }),
    )
    .meta({ description: 'goals that count questions of the latest version or of the draft' }),
});
export type AccessFinding = z.infer<typeof accessFinding>;
export type SurveyReview = z.infer<typeof surveyReview>;
