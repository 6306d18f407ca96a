import { z } from 'zod';
import { ruleNames, weights } from '../domain/quality/finding.ts';
import { leftOutBy } from '../domain/quality/leftOut.ts';

const count = z.number().int();
const maybe = count.nullable();

const place = z.object({
  enrolment: z.string(),
  date: z.string().nullable(),
  name: z.string().meta({ description: 'empty where the person was imported without one' }),
});
export type QualityPlace = z.infer<typeof place>;

const group = z.object({
  by: z.union([z.object({ gender: z.string() }), z.object({ site: z.string() })]),
  count,
  of: count,
});

const title = z.record(z.string(), z.string()).meta({ description: 'by language' });

const finding = z.object({
  rule: z.enum(ruleNames),
  weight: z.enum(weights),
  survey: z.string().nullable(),
  count: maybe.meta({ description: 'null where there are so few that they are not told' }),
  of: maybe.meta({ description: 'rows that the rule applies to; null where it is not told' }),
  groups: z.array(group).meta({ description: 'by gender and site, for those who may see individuals' }),
  places: z.array(place).meta({ description: 'the rows found, for those who may see individuals' }),
});
export type QualityFinding = z.infer<typeof finding>;

const by = z.partialRecord(z.enum(leftOutBy), z.union([z.string(), z.number()]));
const question = z.object({
  survey: z.string(),
  half: z.enum(['person', 'coordinator']).nullable(),
  question: z.string(),
  title,
  unanswered: maybe,
  asked: maybe,
  groups: z
    .array(z.object({ by, unanswered: count, asked: count }))
    .meta({ description: 'by gender, age band, born abroad and site, for those who may see individuals' }),
  uneven: z
    .object({ by, estimate: z.number(), ci95: z.tuple([z.number(), z.number()]).nullable() })
    .nullable()
    .meta({
      description:
        'a group that leaves it out more than the others, by more than chance explains: the difference of the shares',
    }),
});
export type QualityQuestion = z.infer<typeof question>;

const invitations = z.object({
  survey: z.string(),
  made: count,
  answered: maybe,
  begun: maybe.meta({ description: 'begun and not sent so far' }),
});
export type QualityInvitations = z.infer<typeof invitations>;

export const quality = z.object({
  programme: z.string(),
  computedAt: z.string(),
  as: z.string(),
  below: count.meta({ description: 'fewer than so many are not told to those who may not see individuals' }),
  seesIndividuals: z.boolean(),
  enrolments: maybe.meta({ description: 'null where there are so few that they are not told' }),
  findings: z.array(finding),
  questions: z.array(question),
  invitations: z.array(invitations),
  surveys: z.array(z.object({ survey: z.string(), title })).meta({ description: 'titles of the surveys named' }),
});
export type RuleName = QualityFinding['rule'];
export type Quality = z.infer<typeof quality>;
