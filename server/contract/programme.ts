import { z } from 'zod';
import { programmeDefinition, verdictStatus } from '../domain/programme/schema.ts';

export const programmeSummary = z.object({
  slug: z.string(),
  title: z.record(z.string(), z.string()),
  start: z.string(),
  end: z.string().nullable(),
  sites: z.array(z.object({ slug: z.string(), title: z.string() })).meta({ description: 'those the caller may see' }),
  goals: z.number().int(),
});
export type ProgrammeSummary = z.infer<typeof programmeSummary>;
export const programmes = z.object({ programmes: z.array(programmeSummary) });
export const programme = z.object({
  definition: programmeDefinition,
  revision: z.number().int(),
});
export type ProgrammeDocument = z.infer<typeof programme>;
export const programmeChange = z.strictObject({
  definition: programmeDefinition,
  revision: z.number().int().min(0),
});
export type ProgrammeChange = z.input<typeof programmeChange>;
export const newProgramme = z.strictObject({ definition: programmeDefinition });
export type NewProgramme = z.input<typeof newProgramme>;
/** `by` and `date` are the caller and today. */
export const verdictChange = z.strictObject({
  status: verdictStatus,
  motivation: z.string().trim().min(1).max(10_000),
});
export type VerdictChange = z.infer<typeof verdictChange>;
export type {
  Goal,
  Indicator,
  Programme,
  ProgrammeInput,
  Target,
  Verdict,
} from '../domain/programme/schema.ts';
