import { z } from 'zod';
import { itemThemes } from '../domain/surveys/items/item.ts';
import { questionComparison, said } from './questionComparison.ts';
import { surveyProblem } from './survey.ts';

const text = z.record(z.string(), z.string());
const theme = z.enum(itemThemes);
const name = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'use a-z, 0-9 and hyphen, a letter first');
const question = z.record(z.string(), z.unknown()).meta({ description: 'SurveyJS JSON of one question' });

export const itemComparison = questionComparison.pick({ status: true, reasons: true });
export type ItemComparison = z.infer<typeof itemComparison>;

export const itemVersion = z.object({
  version: z.number().int(),
  theme,
  source: text.meta({ description: 'where the wording comes from' }),
  question,
  note: z.string().meta({ description: 'what changed, in the words of whoever did it; empty for a first version' }),
  at: z.string(),
  by: z.string(),
  comparison: itemComparison.nullable().meta({ description: 'with the version before; null for the first' }),
});
export type ItemVersion = z.infer<typeof itemVersion>;

export const itemSummary = itemVersion.extend({
  name,
  programme: z.string().nullable().meta({ description: 'slug when the item belongs to one programme' }),
  used: z.object({ drafts: z.number().int(), published: z.number().int() }).meta({
    description: 'in how many drafts and in how many published versions of surveys',
  }),
});
export type ItemSummary = z.infer<typeof itemSummary>;
export const itemList = z.object({ items: z.array(itemSummary) });

export const itemUse = z.object({
  survey: z.string(),
  programme: z.string().nullable(),
  title: text,
  version: z.number().int().nullable().meta({ description: 'null: the draft' }),
  question: z.string().meta({ description: 'as it is called there; on a card person.health' }),
  itemVersion: z.number().int(),
});
export type ItemUse = z.infer<typeof itemUse>;
export const item = itemSummary.extend({
  versions: z.array(itemVersion).meta({ description: 'oldest first' }),
  uses: z.array(itemUse),
});
export type Item = z.infer<typeof item>;

const source = z.record(z.string().max(20), z.string().trim().max(500)).default({});
const note = z.string().trim().max(2000);
export const newItem = z.strictObject({
  name,
  programme: z.string().max(64).nullable().default(null),
  theme,
  source,
  question,
});
export type NewItem = z.input<typeof newItem>;

export const itemChange = z.strictObject({
  revision: z.number().int().min(1).meta({ description: 'number of the version that was read as the latest' }),
  theme,
  source,
  question,
  note: note.min(1, 'say what you changed'),
  declared: said.optional().meta({ description: 'whether it is comparable with the version before, with the reason' }),
});
export type ItemChange = z.input<typeof itemChange>;

export const itemCheck = z.strictObject({
  name: name.optional().meta({ description: 'of the item that it would be a new version of' }),
  question,
});
export const itemJudgement = z.object({
  problems: z.array(surveyProblem).meta({ description: 'paths begin with `question`' }),
  comparison: itemComparison.nullable(),
});
export type ItemJudgement = z.infer<typeof itemJudgement>;
