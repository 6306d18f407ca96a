import { z } from 'zod';

const status = z.enum(['unchanged', 'comparable', 'notComparable', 'added', 'removed']);

export const questionComparison = z.object({ question: z.string(), status, reasons: z.array(z.string()) });
export type QuestionComparison = z.infer<typeof questionComparison>;

/** What an administrator says of a question, with the reason. */
export const said = z.strictObject({
  comparable: z.boolean(),
  reason: z.string().trim().min(1).max(2000),
});
export type Said = z.infer<typeof said>;

export const draftComparison = questionComparison.extend({
  computed: status.meta({ description: 'without what is said at the question itself' }),
  against: z.number().int().nullable().meta({ description: 'the latest version that asks the question' }),
  changes: z.array(z.string()).meta({ description: 'since that version' }),
  canContinue: z.boolean().meta({ description: 'whether it may be said to be comparable' }),
  judged: z
    .string()
    .nullable()
    .meta({ description: 'for `comparableWith.judged`, while the question stands as it does' }),
  declaration: z
    .object({ version: z.number().int(), comparable: z.boolean(), reason: z.string(), judged: z.string() })
    .nullable()
    .meta({ description: '`comparableWith` of the question' }),
  standing: z
    .enum(['used', 'first', 'unknown', 'notAsked', 'older', 'otherKind', 'needless', 'outdated'])
    .nullable()
    .meta({ description: 'whether the declaration is used, or why not; null where there is none' }),
});
export type DraftComparison = z.infer<typeof draftComparison>;
