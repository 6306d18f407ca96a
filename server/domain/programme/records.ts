// What is kept about people and answers, as plain rows. Days are 'YYYY-MM-DD'; keys are unique within a programme.
export type Gender = 'woman' | 'man' | 'other' | 'unknown';
export type YesNoUnknown = 'yes' | 'no' | 'unknown';
export const genders: readonly Gender[] = ['woman', 'man', 'other', 'unknown'];
export const yesNoUnknown: readonly YesNoUnknown[] = ['yes', 'no', 'unknown'];

/** A person may be enrolled more than once; `enrolment` is the key, `person` the one behind it. */
export interface Enrolment {
  enrolment: string;
  person: string;
  site: string;
  start: string;
  end?: string;
  gender?: Gender;
  birthYear?: number;
  bornAbroad?: YesNoUnknown;
  referrer?: string;
  exitReason?: string;
  exitStatus?: string;
  /** The programme's own fields by name. */
  fields: Record<string, string>;
}

/** The entries of a repeating panel are a list of answers each. */
export type Answer = string | number | boolean | string[] | { [row: string]: Answer } | Entry[];
export type Answers = Record<string, Answer>;
export type Entry = { [question: string]: Answer };

/** A response of an anonymous survey has neither `enrolment` nor `birthYear`, and its `submittedAt` is a day. */
export interface Response {
  response: string;
  survey: string;
  version: number;
  enrolment?: string;
  wave?: string;
  submittedAt: string;
  site?: string;
  gender?: Gender;
  birthYear?: number;
  /** Lower bound of the band. */
  ageBand?: number;
  bornAbroad?: YesNoUnknown;
  referrer?: string;
  role?: string;
  language?: string;
  mode?: string;
  answers: Answers;
  /** By question, sealed (store/signatures.ts): each names the person. In `answers` stands `true`. */
  signatures?: Record<string, string>;
}

/** One filled-in card: the person's half and the coordinator's half, kept apart since names occur in both. */
export interface Assessment {
  enrolment: string;
  date: string;
  /** Of the card; absent where it is not known. */
  version?: number;
  person: Record<string, number>;
  coordinator: Record<string, number>;
}

export interface Intervention {
  enrolment: string;
  type: string;
  start: string;
  end?: string;
  hoursPerWeek?: number;
}

export interface Activity {
  enrolment: string;
  date: string;
  hoursPerWeek: number;
}

export const followUpOutcomes = ['forward', 'kept', 'back', 'declined', 'notReached'] as const;
export type FollowUpOutcome = (typeof followUpOutcomes)[number];
export interface FollowUp {
  enrolment: string;
  date: string;
  outcome: FollowUpOutcome;
}

/** All rows of one programme, as handed to the counting. */
export interface ProgrammeRows {
  enrolments: Enrolment[];
  responses: Response[];
  assessments: Assessment[];
  interventions: Intervention[];
  activities: Activity[];
  followUps: FollowUp[];
}
