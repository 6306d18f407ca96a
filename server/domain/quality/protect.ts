// What leaves for those who may not see individuals: counts for the whole programme, and none that is about a few.
import type { Among, Finding, Weight } from './finding.ts';
import { type Uneven, unevenAmong } from './leftOut.ts';
import type { QuestionCount } from './responses.ts';

/** `count` and `of` are null where they are not told; `of` and the share it makes also where only the count may be. */
export interface ShownFinding extends Omit<Finding, 'count' | 'of' | 'among'> {
  weight: Weight;
  count: number | null;
  of: number | null;
}
export interface ShownQuestion extends Omit<QuestionCount, 'unanswered' | 'asked'> {
  survey: string;
  unanswered: number | null;
  asked: number | null;
  uneven: Uneven | null;
}
/** Links of one survey. */
export interface InvitationSums {
  survey: string;
  made: number;
  answered: number;
  /** Begun, and not sent so far. */
  begun: number;
  /** `answered` of each site and wave. */
  parts: readonly number[];
}
export interface ShownInvitations extends Omit<InvitationSums, 'answered' | 'begun' | 'parts'> {
  answered: number | null;
  begun: number | null;
}

const isFew = (below: number) => (number: number) => number > 0 && number < below;

export const openFinding = ({ among: _, ...finding }: Finding): ShownFinding => finding;
export const openQuestion = (survey: string, counted: QuestionCount): ShownQuestion => ({
  survey,
  ...counted,
  uneven: unevenAmong(counted.groups) ?? null,
});
export const openInvitations = ({ parts: _, ...sums }: InvitationSums): ShownInvitations => sums;

/**
 * A finding without its rows and groups. Count and total are both hidden where the found or the rest are 1 to below-1 rows.
 * The total alone is hidden where it is as few, or falls short by as few of all enrolments or exits, which other rules tell;
 * a count of all would then tell it, and is hidden too. Totals of anything but enrolments and exits are not told at all:
 * their differences would be too many to weigh.
 * @param totals all enrolments and exits of the programme
 */
export function protectFinding(
  { among, ...finding }: Finding,
  totals: Readonly<Record<NonNullable<Among>, number>>,
  below: number,
): ShownFinding {
  const { count, of } = finding;
  const bare = { ...finding, groups: [], places: [] };
  if (among === null) return { ...bare, count: isFew(below)(count) ? null : count, of: null };
  const wider = among === 'exits' ? [totals.exits, totals.enrolments] : [totals.enrolments];
  if ([count, of - count].some(isFew(below))) return { ...bare, count: null, of: null };
  if (of < count) return { ...bare, of: null }; // told at different times
  if (![of, ...wider.map((total) => total - of)].some(isFew(below))) return bare;
  return { ...bare, count: count === of ? null : count, of: null };
}

/**
 * Only questions that every response was asked are counted: how many were asked one with a condition tells how many gave the
 * answer that it hangs on. Groups are for those who may see individuals.
 */
export function protectQuestion(survey: string, counted: QuestionCount, size: number, below: number): ShownQuestion {
  const { unanswered, asked } = counted;
  const isHidden = asked !== size || unanswered > asked || [unanswered, asked - unanswered, asked].some(isFew(below));
  const bare = { survey, ...counted, groups: [], uneven: null };
  return isHidden ? { ...bare, unanswered: null, asked: null } : bare;
}

/**
 * How many links were made is about nobody, so the rest is only weighed where it says more. Hidden also when a site or wave has
 * a few: theirs may be the only one not told elsewhere.
 */
export function protectInvitations({ parts, ...sums }: InvitationSums, below: number): ShownInvitations {
  const { made, answered, begun } = sums;
  const rest = [made - answered, made - answered - begun].filter((each) => each !== made);
  return [answered, begun, ...rest, ...parts].some(isFew(below)) ? { ...sums, answered: null, begun: null } : sums;
}
