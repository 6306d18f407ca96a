import { z } from 'zod';
import { definitionJson } from './survey.ts';

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The survey's own validator judges what stands in it, name by name. */
export const answers = z
  .custom<Record<string, unknown>>(isObject, { error: 'send an object with one property a question' })
  .meta({ override: { type: 'object', additionalProperties: true } });
export const draft = z.object({
  revision: z.number().int().meta({ description: '0: no draft yet' }),
  submissionId: z.string().nullable(),
  answers,
  language: z.string().nullable(),
});
export const respondPage = z.object({
  survey: z.string(),
  version: z.number().int(),
  programme: z.object({
    slug: z.string(),
    title: z.record(z.string(), z.string()),
  }),
  site: z.object({ slug: z.string(), title: z.string() }).nullable(),
  definition: definitionJson,
  languages: z.array(z.string()),
  machineTranslated: z.array(z.string()),
  language: z.string().meta({ description: "the invitee's own language, or sv" }),
  minutes: z.number().int().meta({ description: 'that it takes about, with all that may be asked' }),
  anonymous: z.boolean(),
  whoSees: z.record(z.string(), z.string()),
  information: z.record(z.string(), z.string()),
  draft,
});
export type RespondPage = z.infer<typeof respondPage>;

const language = z.string().regex(/^[a-z]{2,3}$/, 'a language code such as sv');
const version = z.number().int().min(1).optional().meta({
  description: 'the version that was shown; absent: that of the draft, else the latest',
});
export const draftSave = z.strictObject({
  submissionId: z.uuid(),
  revision: z.number().int().min(0),
  answers,
  language,
  version,
});
export type DraftSave = z.infer<typeof draftSave>;
export const draftSaved = z.object({ revision: z.number().int() });
export const submission = z.strictObject({
  submissionId: z.uuid(),
  answers,
  language,
  version,
});
export type Submission = z.infer<typeof submission>;
export const receipt = z.object({ receipt: z.string() });
export type Receipt = z.infer<typeof receipt>;
