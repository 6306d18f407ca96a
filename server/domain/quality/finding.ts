// What a rule of data quality is, and what it finds in a programme's rows.
import type { Activity, Enrolment, FollowUp, Intervention } from '../programme/records.ts';

/** In the order in which they are to be looked at: what cannot be true, what hardly is, what is not there. */
export const weights = ['impossible', 'doubtful', 'missing'] as const;
export type Weight = (typeof weights)[number];

export const ruleNames = [
  ...(['endBeforeStart', 'ageOutside', 'hoursOutside', 'interventionEndBeforeStart'] as const),
  ...(['followUpBeforeExit', 'cardOutside', 'dateAhead', 'overlapping', 'alike', 'sameRatings'] as const),
  ...(['sameAnswers', 'exitWithoutReason', 'exitWithoutSurvey', 'fewCards', 'halfCard'] as const),
  ...(['followUpMissing', 'backgroundMissing'] as const),
] as const;
export type RuleName = (typeof ruleNames)[number];

/** A card as it is stored: a half is absent until it is in. */
export interface Card {
  enrolment: string;
  date: string;
  person?: Record<string, number>;
  coordinator?: Record<string, number>;
}

/** Rows of a programme, or of the sites that somebody may see; every other row belongs to one of the enrolments. */
export interface QualityRows {
  enrolments: readonly Enrolment[];
  cards: readonly Card[];
  interventions: readonly Intervention[];
  activities: readonly Activity[];
  followUps: readonly FollowUp[];
  /** Enrolments with a response to the exit survey. */
  answeredExit: ReadonlySet<string>;
  /** What the programme does at all: nobody misses a card where cards are not written. */
  expected: { cards: boolean; followUps: boolean; exitSurvey: boolean };
  /** 'YYYY-MM-DD' */
  today: string;
}

/** Where a row is found: its enrolment, and its day where the enrolment has several such rows. */
export interface Place {
  enrolment: string;
  date?: string;
}

/** One row that a rule looked at. */
export interface Examined {
  place: Place;
  isFound: boolean;
}

export interface Rule {
  name: RuleName;
  weight: Weight;
  /** What the rule counts out of; null: rows that are registered about them. */
  among: Among;
  examine(rows: QualityRows): Examined[];
}

export type Among = 'enrolments' | 'exits' | null;

export interface GroupCount {
  by: { gender: string } | { site: string };
  count: number;
  of: number;
}

/** `count` of the `of` rows that the rule applies to were found. */
export interface Finding {
  rule: RuleName;
  weight: Weight;
  among: Among;
  /** Of responses: which survey they are to. Else null. */
  survey: string | null;
  count: number;
  of: number;
  groups: GroupCount[];
  places: Place[];
}

/** Exactly one row per item. */
export function examineEach<Row extends { enrolment: string; date?: string }>(
  rows: readonly Row[],
  isFound: (row: Row) => boolean,
): Examined[] {
  return rows.map((row) => ({
    place: { enrolment: row.enrolment, ...(row.date !== undefined && { date: row.date }) },
    isFound: isFound(row),
  }));
}

export function enrolmentsByKey({ enrolments }: QualityRows): Map<string, Enrolment> {
  return new Map(enrolments.map((each) => [each.enrolment, each]));
}

/** What one rule finds, in all and by gender and site. */
export function findingOf(rule: Rule, rows: QualityRows, byKey: ReadonlyMap<string, Enrolment>): Finding {
  const examined = rule.examine(rows);
  const found = examined.filter((each) => each.isFound);
  const { name, weight, among } = rule;
  const groups = [
    ...grouped(examined, (key) => byKey.get(key)?.gender ?? 'unknown').map(([gender, sums]) => ({
      by: { gender },
      ...sums,
    })),
    ...grouped(examined, (key) => byKey.get(key)?.site ?? '').map(([site, sums]) => ({ by: { site }, ...sums })),
  ];
  const places = found.map(({ place }) => place).toSorted(inOrder);
  return { rule: name, weight, among, survey: null, count: found.length, of: examined.length, groups, places };
}

function grouped(examined: readonly Examined[], groupOf: (enrolment: string) => string) {
  const sums = new Map<string, { count: number; of: number }>();
  for (const { place, isFound } of examined) {
    const group = groupOf(place.enrolment);
    const { count, of } = sums.get(group) ?? { count: 0, of: 0 };
    sums.set(group, { count: count + (isFound ? 1 : 0), of: of + 1 });
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1));
}

const keyOf = ({ enrolment, date = '' }: Place) => `${enrolment} ${date}`;
const inOrder = (one: Place, other: Place) => (keyOf(one) < keyOf(other) ? -1 : 1);
