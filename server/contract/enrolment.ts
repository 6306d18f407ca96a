// People of a site and what is registered about them. Nothing here is ever sent to an administrator or evaluator.
import { z } from 'zod';
import { followUpOutcomes } from '../domain/programme/records.ts';
import { day } from '../domain/programme/schema.ts';

const gender = z.enum(['woman', 'man', 'other', 'unknown']);
const yesNoUnknown = z.enum(['yes', 'no', 'unknown']);
const key = z.string().min(1).max(100);
const thisYear = new Date().getUTCFullYear();

const background = {
  gender: gender.optional(),
  birthYear: z.number().int().min(1900, 'a year such as 1985').max(thisYear, 'not in the future').optional(),
  bornAbroad: yesNoUnknown.optional(),
  referrer: z.string().max(200).optional(),
  fields: z.record(z.string(), z.string().max(200)).optional(),
};
const contact = {
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254).optional(),
  phone: z.string().trim().max(40).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
};

/** `person` names someone already known at the site (a second enrolment); else `contact` makes a new person. */
export const newEnrolment = z.strictObject({
  site: key,
  person: key.optional(),
  contact: z.strictObject(contact).optional(),
  start: day,
  ...background,
});
export type NewEnrolment = z.infer<typeof newEnrolment>;
/** null removes a value. */
export const enrolmentChange = z.strictObject({
  start: day.optional(),
  gender: gender.nullable().optional(),
  birthYear: background.birthYear.unwrap().nullable().optional(),
  bornAbroad: yesNoUnknown.nullable().optional(),
  referrer: z.string().max(200).nullable().optional(),
  fields: z.record(z.string(), z.string().max(200)).optional(),
  contact: z
    .strictObject({
      name: contact.name.optional(),
      email: z.email().max(254).nullable().optional(),
      phone: contact.phone.unwrap().nullable().optional(),
      language: contact.language,
    })
    .optional(),
});
export type EnrolmentChange = z.infer<typeof enrolmentChange>;

/** One row of the coordinator's list, enough to see what is due. */
export const enrolmentSummary = z.object({
  enrolment: z.string(),
  person: z.string(),
  name: z.string(),
  site: z.string(),
  start: z.string(),
  end: z.string().nullable(),
  cards: z.number().int(),
  lastCard: z.string().nullable(),
  openCard: z.string().nullable().meta({ description: 'date of a card whose halves are not both in' }),
  nextCardDue: z.string().nullable().meta({
    description: 'three months after the last card, or the start; null when exited',
  }),
  followUpDue: z.string().nullable().meta({
    description: 'six months after the exit while no follow-up is registered',
  }),
  lastActivity: z.object({ date: z.string(), hoursPerWeek: z.number() }).nullable(),
});
export type EnrolmentSummary = z.infer<typeof enrolmentSummary>;
export const enrolments = z.object({ enrolments: z.array(enrolmentSummary) });

export const activity = z.strictObject({
  date: day,
  hoursPerWeek: z.number().min(0).max(80, 'at most 80 hours a week'),
});
export type ActivityForm = z.infer<typeof activity>;
export const intervention = z
  .strictObject({
    type: key,
    start: day,
    end: day.nullable().optional(),
    hoursPerWeek: z.number().min(0).max(80).nullable().optional(),
  })
  .refine((value) => !value.end || value.end >= value.start, {
    path: ['end'],
    message: 'not before the start',
  });
export type InterventionForm = z.infer<typeof intervention>;
export const exit = z.strictObject({
  end: day,
  exitReason: key.optional(),
  exitStatus: key.optional(),
});
export type ExitForm = z.infer<typeof exit>;
export const followUp = z.strictObject({
  date: day,
  outcome: z.enum(followUpOutcomes),
});
export type FollowUpForm = z.infer<typeof followUp>;

const half = z.record(z.string(), z.number());
/** Both halves stay null until both are in. */
export const assessment = z.object({
  date: z.string(),
  version: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'of the card it was begun with; null where it is not known' }),
  personDone: z.boolean(),
  coordinatorDone: z.boolean(),
  person: half.nullable(),
  coordinator: half.nullable(),
});
export type AssessmentView = z.infer<typeof assessment>;
export const newAssessment = z.strictObject({ date: day });
/** The same answers again are accepted; other answers to a half that is in are refused (409 half-already-in). */
export const assessmentHalf = z.strictObject({
  answers: z.record(z.string(), z.unknown()),
});
export type AssessmentHalf = z.infer<typeof assessmentHalf>;

export const enrolmentPage = z.object({
  enrolment: z.string(),
  person: z.string(),
  contact: z.object({
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    language: z.string().nullable(),
  }),
  site: z.string(),
  start: z.string(),
  gender: gender.nullable(),
  birthYear: z.number().nullable(),
  bornAbroad: yesNoUnknown.nullable(),
  referrer: z.string().nullable(),
  fields: z.record(z.string(), z.string()),
  exit: z
    .object({
      end: z.string(),
      exitReason: z.string().nullable(),
      exitStatus: z.string().nullable(),
    })
    .nullable(),
  otherEnrolments: z.array(
    z.object({
      enrolment: z.string(),
      start: z.string(),
      end: z.string().nullable(),
    }),
  ),
  activities: z.array(z.object({ date: z.string(), hoursPerWeek: z.number() })),
  interventions: z.array(
    z.object({
      type: z.string(),
      start: z.string(),
      end: z.string().nullable(),
      hoursPerWeek: z.number().nullable(),
    }),
  ),
  assessments: z.array(assessment),
  followUps: z.array(z.object({ date: z.string(), outcome: z.enum(followUpOutcomes) })),
  invitations: z.array(
    z.object({
      survey: z.string(),
      wave: z.string().nullable(),
      createdAt: z.string(),
      answered: z.boolean().nullable().meta({ description: 'null for anonymous surveys: not told' }),
    }),
  ),
  signatures: z
    .array(
      z.object({
        survey: z.string(),
        version: z.number().int(),
        date: z.string(),
        title: z.record(z.string(), z.string()).meta({ description: 'what was signed, by language' }),
        text: z.record(z.string(), z.string()),
        picture: z.string().nullable().meta({ description: 'PNG as a data URL; null: signed elsewhere' }),
      }),
    )
    .meta({ description: 'consent signed in surveys that are not anonymous' }),
  nextCardDue: z.string().nullable(),
  followUpDue: z.string().nullable(),
});
export type EnrolmentPage = z.infer<typeof enrolmentPage>;
/** The card's two halves as SurveyJS JSON. */
export const card = z.object({
  version: z.number().int(),
  breaks: z.record(z.string(), z.array(z.number().int())).meta({
    description: 'by question (person.health) the versions whose answers are not comparable with earlier ones',
  }),
  person: z.record(z.string(), z.unknown()),
  coordinator: z.record(z.string(), z.unknown()),
});
export type Card = z.infer<typeof card>;
export const erased = z.object({
  rows: z.number().int().meta({ description: 'enrolments, cards, answers, links and what else hung on them' }),
});
export type Erased = z.infer<typeof erased>;
