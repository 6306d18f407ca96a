import { z } from 'zod';
import { draftComparison, questionComparison, said } from './questionComparison.ts';

const text = z.record(z.string(), z.string());
export const surveyProblem = z.object({
  severity: z.enum(['error', 'warning']),
  path: z.string().meta({ description: 'JSON path, for example pages[0].elements[1].name' }),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  code: z.string(),
  message: z.string(),
  about: z
    .array(z.string())
    .optional()
    .meta({ description: 'names, values and limits that it is about, for whoever says it in another language' }),
});
export type { ProblemCode as SurveyProblemCode } from '../domain/surveys/check/problemCodes.ts';
export type SurveyProblem = z.infer<typeof surveyProblem>;

export const withdrawal = z.object({ reason: z.string(), withdrawnAt: z.string(), withdrawnBy: z.string() });
export const newWithdrawal = z.strictObject({ reason: z.string().trim().min(1).max(2000) });
export type NewWithdrawal = z.infer<typeof newWithdrawal>;

export const surveyVersionSummary = z.object({
  version: z.number().int(),
  publishedAt: z.string(),
  publishedBy: z.string(),
  responses: z
    .number()
    .int()
    .meta({
      description: 'stored responses of this version, hidden (null) when few',
    })
    .nullable(),
  comparison: z.array(questionComparison),
  withdrawn: withdrawal.nullable().meta({ description: 'offered to nobody new; null when it is not withdrawn' }),
});
export const surveySummary = z.object({
  name: z.string(),
  programme: z.string().nullable().meta({ description: 'slug when the survey belongs to one programme' }),
  title: text,
  anonymous: z.boolean(),
  kind: z.enum(['survey', 'card']),
  draftTexts: z.number().int().meta({ description: 'questions whose wording is marked as a draft' }),
  versions: z.array(surveyVersionSummary),
  draft: z
    .object({
      revision: z.number().int(),
      changedAt: z.string(),
      changedBy: z.string(),
    })
    .nullable(),
});
export type SurveySummary = z.infer<typeof surveySummary>;
export const surveys = z.object({ surveys: z.array(surveySummary) });

export const definitionJson = z.record(z.string(), z.unknown());
export const surveyVersion = z.object({
  name: z.string(),
  programme: z.string().nullable(),
  version: z.number().int(),
  publishedAt: z.string(),
  definition: definitionJson,
});
export type SurveyVersion = z.infer<typeof surveyVersion>;

export const reusedCode = z.object({
  question: z.string(),
  part: z.enum(['choice', 'row']),
  code: z.string(),
  version: z.number().int(),
  was: text,
  is: text,
});
export type ReusedCode = z.infer<typeof reusedCode>;

/** `source` is the JSON text as the administrator typed it, kept to the letter even with errors in it. */
export const surveyDraft = z.object({
  name: z.string(),
  programme: z.string().nullable(),
  source: z.string(),
  revision: z.number().int(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
  problems: z.array(surveyProblem),
  comparison: z.array(draftComparison).meta({
    description:
      'against the latest published version; empty when there is none, and while there are other errors than in `comparableWith`',
  }),
  reused: z.array(reusedCode).meta({
    description:
      'codes that meant something else in an earlier version: publishing needs the question declared comparable',
  }),
});
export type SurveyDraft = z.infer<typeof surveyDraft>;
const tab = z
  .string()
  .regex(/^[\w-]{8,64}$/, 'a tab names itself with 8 to 64 letters and digits')
  .meta({ description: 'chosen by the browser tab' });
export const writerState = z.strictObject({
  tab,
  question: z.string().max(200).meta({ description: 'name of the question that is open; empty for none' }),
});
export const writerReply = z.object({
  revision: z.number().int().meta({
    description: 'of the draft as it is stored now, or of the one that was there before; 0 when there never was one',
  }),
  others: z.array(
    z.object({ tab: z.string(), name: z.string(), question: z.string(), isMe: z.boolean() }).meta({
      description: 'other tabs that have the draft open; isMe: of the same user',
    }),
  ),
});
export type WriterReply = z.infer<typeof writerReply>;
export const draftChange = z.strictObject({
  source: z.string().max(5_000_000),
  revision: z.number().int().min(0),
});
export type DraftChange = z.infer<typeof draftChange>;
export const sourceCheck = z.strictObject({
  source: z.string().max(5_000_000),
  survey: z
    .strictObject({ name: z.string().max(64), programme: z.string().max(64).nullable() })
    .optional()
    .meta({ description: 'whose versions it is compared with' }),
});
export const sourceJudgement = z.object({
  problems: z.array(surveyProblem),
  comparison: z
    .array(draftComparison)
    .optional()
    .meta({ description: 'as of a draft; absent without `survey`, and while there are other errors' }),
});
export type SourceJudgement = z.infer<typeof sourceJudgement>;
export const newSurvey = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'use a-z, 0-9 and hyphen'),
  programme: z.string().max(64).nullable().default(null),
  source: z.string().max(5_000_000).optional().meta({ description: 'absent: a small survey to start from' }),
});
export type NewSurvey = z.input<typeof newSurvey>;
export const publication = z.strictObject({
  revision: z.number().int().min(0),
  declared: z.record(z.string(), said).optional().meta({
    description:
      'how changed questions compare, by name, in place of what the questions say themselves (`comparableWith`); absent: what they say',
  }),
});
export type Publication = z.input<typeof publication>;
export const published = z.object({
  name: z.string(),
  version: z.number().int(),
  comparison: z.array(questionComparison),
});
export type Published = z.infer<typeof published>;
/** The link is shown this once; it shows the draft of that revision. */
export const tryoutLink = z.object({ link: z.string(), expiresAt: z.string() });
export type TryoutLink = z.infer<typeof tryoutLink>;
export const tryoutOrder = z.strictObject({ revision: z.number().int().min(0) });
