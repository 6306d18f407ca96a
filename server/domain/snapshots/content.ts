// What a snapshot freezes: everything that a report needs, and that its hash stands for.
import type { ProgrammeResults } from '../indicators/results.ts';
import type { Programme } from '../programme/schema.ts';
import type { AnyDefinition } from '../surveys/definition.ts';
import { isCard } from '../surveys/definition.ts';

export const rowKinds = ['enrolments', 'responses', 'assessments', 'interventions', 'activities', 'followUps'] as const;
export type RowKind = (typeof rowKinds)[number];

/** How many rows of one kind there are; responses by survey. */
export interface KindCount {
  kind: RowKind;
  survey: string | null;
  rows: number;
}
/** `rows` null with `fewerThan`: there are some, but fewer than that. Both null: how many is not told. */
export interface ShownNumber {
  rows: number | null;
  fewerThan: number | null;
}
export type ShownCount = Omit<KindCount, 'rows'> & ShownNumber;

export interface FrozenSurvey {
  name: string;
  version: number;
  publishedAt: string;
  definition: AnyDefinition;
}

export interface SnapshotContent {
  /** Of this form; a later one has a higher number. */
  form: 1;
  id: string;
  programme: string;
  title: string;
  createdAt: string;
  createdBy: string;
  /** The lists of groups that were asked for, as in an address. */
  by: string;
  minDays: number | null;
  productVersion: string;
  /** As of when the results were counted. */
  computedAt: string;
  /** With the verdicts of that moment. */
  definition: Programme;
  /** Every version of each survey that a goal counts. */
  surveys: FrozenSurvey[];
  rows: ShownCount[];
  /** As an evaluator sees them: small groups are hidden before anything is frozen. */
  results: ProgrammeResults;
}

/** A number of rows as whoever may not see individuals is told it. */
export function shownNumber(rows: number, below: number): ShownNumber {
  const isSmall = rows !== 0 && Math.abs(rows) < below;
  return isSmall ? { rows: null, fewerThan: below } : { rows, fewerThan: null };
}

/** Names of the surveys whose answers some goal counts; cards are counted by goals over assessed. */
export function countedSurveys(programme: Programme, surveys: readonly AnyDefinition[]): Set<string> {
  const cards = surveys.filter(isCard).map((each) => each.name);
  const names = programme.goals.flatMap(({ indicator: { population, survey } }) => {
    if (population === 'assessed') return cards;
    return survey === undefined ? [] : [survey];
  });
  return new Set(names);
}
