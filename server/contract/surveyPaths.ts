import { z } from 'zod';

const number = z.number().int();
const half = z.enum(['person', 'coordinator']).optional().meta({ description: 'of a card; absent: the first' });
const source = z.string().max(5_000_000);
const answers = z.record(z.string(), z.unknown());

export const walkOrder = z.strictObject({ source, half, answers });
export const surveyWalk = z.object({
  steps: z
    .array(
      z.object({
        path: z.string().meta({ description: 'within the form, for example pages[0].elements[1]' }),
        ...{ name: z.string(), type: z.string() },
        ...{ isShown: z.boolean(), isRequired: z.boolean(), isAnswered: z.boolean() },
        conditions: z.array(
          z.object({
            property: z.enum(['visibleIf', 'skipIf', 'enableIf', 'requiredIf']),
            ...{ expression: z.string(), holds: z.boolean() },
            values: answers.meta({ description: 'what it read; null: no answer' }),
          }),
        ),
      }),
    )
    .meta({ description: 'pages, panels and questions in the order asked, each group before what it holds' }),
  computed: answers,
  ...{ questions: number, minutes: number },
  errors: z.array(z.object({ question: z.string(), code: z.string(), detail: z.string() })),
});
export type SurveyWalk = z.infer<typeof surveyWalk>;

const length = z.object({ questions: number, minutes: number });
export const waysOrder = z.strictObject({ source, half });
export const surveyWays = z.object({
  combinations: number.nullable().meta({
    description:
      'sets of answers that were tried and can be sent; null when there are too many, or they cannot be listed',
  }),
  free: z.array(z.string()).meta({ description: 'questions whose answers cannot be listed' }),
  ways: z
    .array(length.extend({ combinations: number, answers, skipped: z.array(z.string()) }))
    .meta({ description: 'the most usual first, at most fifty' }),
  count: number.meta({ description: 'of all ways' }),
  shortest: length.meta({ description: 'when ways cannot be listed: of all that is unconditional' }),
  longest: length,
  unreachable: z.array(z.string()).meta({ description: 'paths of what no answers lead to' }),
  always: z.array(z.string()).meta({ description: 'paths of what all answers lead to' }),
});
export type SurveyWays = z.infer<typeof surveyWays>;
