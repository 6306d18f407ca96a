import { z } from 'zod';
import { populations } from '../domain/programme/schema.ts';

const title = z.record(z.string(), z.string()).nullable();
const key = z.record(z.string(), z.union([z.string(), z.number()]));
const number = z.number();
const maybe = number.nullable();
const interval = z.tuple([number, number]).nullable();

const category = z.object({
  value: z.union([z.string(), number, z.boolean()]),
  title,
  below: maybe.meta({ description: 'upper end of a band, not in it' }),
  gone: z.literal(true).optional().meta({ description: 'an answer that the newest version does not offer any more' }),
});
const moment = z.enum(['first', 'last', 'change']).nullable();
const variable = { name: z.string(), title, moment };
const spread = {
  n: number,
  missing: number,
  counts: z.array(number).meta({ description: 'in the order of the categories' }),
  shares: z.array(maybe),
  cumulative: z.array(maybe),
  quartiles: z.object({ n: number, lower: number, median: number, upper: number }).nullable(),
};
const distribution = z.object({
  ...variable,
  multiple: z.boolean(),
  ordered: z.boolean(),
  categories: z.array(category),
  whole: z.object(spread),
  groups: z.array(z.object({ by: key, ...spread })).nullable(),
});

const side = z.object({
  side: z.union([z.object({ group: key }), z.object({ rest: z.literal(true) }), z.object({ wave: z.string() })]),
  value: number,
  n: number,
});
const comparison = z.object({ estimate: number, ci95: interval, first: side, second: side, clear: z.boolean() });

const test = z
  .object({
    n: number,
    chiSquare: number,
    df: number,
    p: number,
    v: number,
    condition: z.object({ holds: z.boolean(), smallest: number, underFive: number }),
  })
  .nullable();
const table = {
  counts: z.array(z.array(maybe)),
  rowTotals: z.array(maybe),
  columnTotals: z.array(maybe),
  total: maybe,
  rowShares: z.array(z.array(maybe)),
  columnShares: z.array(z.array(maybe)),
  test,
  noTest: z.enum(['hidden', 'multiple', 'tooFew']).nullable(),
};

const steps = { n: number, up: number, same: number, down: number, mean: maybe, effect: maybe };
const change = z.object({
  ...steps,
  sd: maybe,
  ci95: interval,
  missing: number,
  regression: z.object({
    correlation: z.object({ r: number, ci95: z.tuple([number, number]) }).nullable(),
    oldham: maybe,
    clear: z.boolean(),
  }),
  pickedByFirst: z.boolean(),
  transitions: z.object({ categories: z.array(category), counts: z.array(z.array(number)) }).nullable(),
  groups: z.array(z.object({ by: key, ...steps })).nullable(),
});

const head = { programme: z.string(), computedAt: z.string(), as: z.string() };
export const goalAnalysis = z.object({
  ...head,
  goal: z.string(),
  by: z.array(z.string()),
  suppressed: z.boolean(),
  withheld: z.array(z.enum(['hiddenGroups', 'smallCategories', 'notReleased'])),
  distributions: z.array(distribution),
  change: change.nullable(),
  comparisons: z.array(comparison),
  outcome: z
    .object({
      ...table,
      groups: z.array(key),
      columns: z.array(category),
      outcome: z.enum(['share', 'answers', 'change']),
      hiddenGroups: number,
    })
    .nullable(),
});
export type GoalAnalysis = z.infer<typeof goalAnalysis>;
export const goalAnalysisQuery = z.strictObject({
  by: z.string().max(200).optional().meta({ description: 'one list of groups: gender, or gender*site' }),
});

const crossed = z.object({ ...variable, categories: z.array(category), multiple: z.boolean() });
export const crossTable = z.object({
  ...head,
  ...table,
  suppressed: z.boolean(),
  versionsNotComparable: z
    .boolean()
    .meta({ description: 'answers of versions that are not comparable stand together' }),
  row: crossed,
  column: crossed,
  missing: maybe,
});
export type CrossTable = z.infer<typeof crossTable>;
export const crossTableQuery = z.strictObject({
  population: z.enum(populations),
  survey: z.string().max(64).optional(),
  row: z.string().min(1).max(200),
  column: z.string().min(1).max(200),
});
export const crossTableChoices = z.object({
  choices: z.array(
    z.object({
      population: z.enum(populations),
      survey: z.string().nullable(),
      surveyTitle: title,
      variables: z.array(z.object(variable)),
      pairs: z
        .array(z.tuple([z.string(), z.string()]))
        .nullable()
        .meta({ description: 'null: any two' }),
    }),
  ),
});
export type CrossTableChoices = z.infer<typeof crossTableChoices>;
export type {
  Category,
  Comparison,
  Distribution,
  OutcomeTable,
  PairedChange,
  Side,
  Table,
  Variable,
  Withheld,
} from '../domain/analysis/findings.ts';
