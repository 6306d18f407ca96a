// A goal month by month: as it stood at the end of each, by what was registered up to then.
import { rowsetOf, textOf } from '../disclosure/rowset.ts';
import type { Countable } from '../indicators/compute.ts';
import { countBy } from '../indicators/count.ts';
import { prepare } from '../indicators/prepare.ts';
import type { Figures, GoalResult, Status, SuppressedGoal } from '../indicators/results.ts';
import { type Source, select } from '../indicators/selection.ts';
import { statusOf } from '../indicators/status.ts';
import type { Goal } from '../programme/schema.ts';
import { choosePoints, type Days, type MayTell } from './choosePoints.ts';
import { lastDayOf, monthOf, monthsBetween } from './months.ts';
import { type Standpoint, standpointsOf } from './standpoints.ts';
import { beginning, isSafeStep, movesBetween } from './steps.ts';

/** Ten years. */
const mostMonths = 120;
const minimumDays = [90, 180, 365];

export interface TimelineQuestion extends Source {
  goal: Goal;
  /** The goal as the reader may see it now; of enrolments by cohort, where the reader may not see individuals. */
  result: GoalResult | SuppressedGoal;
  /** The reader may see individuals among the goal's rows. */
  open: boolean;
  sites?: readonly string[] | undefined;
}

export interface TimelinePoint extends Figures {
  /** 'YYYY-MM', and the first of the months that were merged into it. */
  month: string;
  from: string;
  /** The day it stands for: the month's last, or today. */
  day: string;
  status: Status | null;
}

export interface Timeline {
  goal: string;
  suppressed: boolean;
  /** Rows have moved since the reader's results were released: nothing is told until they are released anew. */
  notReleased: boolean;
  points: TimelinePoint[];
}

/**
 * For a reader who may not see individuals months are merged by `choosePoints`; goals that count the same rows get the same
 * points, or their numbers of rows could be set against each other. Not covered: goals over nested rows, and the same goal asked
 * for at different days, as with the results themselves.
 */
export function timelineOf(question: TimelineQuestion): Timeline {
  const { goal, result, programme, open, sites } = question;
  const { population, measure } = goal.indicator;
  const nothing = { goal: goal.id, suppressed: false, notReleased: false, points: [] };
  if (population === undefined || measure === 'judged') return nothing;
  if (result.suppressed) return { ...nothing, suppressed: true };
  const { today } = question.table;
  const months = monthsBetween(programme.start < today ? programme.start : today, today, mostMonths);
  const days = months.map((month) => (month === monthOf(today) ? today : lastDayOf(month)));
  const line = standpointsOf(question, { ...goal.indicator, population }, days, sites);
  const latest = line.at(-1);
  if (!latest || (!open && !isSame(latest.figures, result))) return { ...nothing, notReleased: true };
  const places = days.map((_, place) => place);
  const chosen = open ? places : safePoints(question, population, days);
  return { ...nothing, points: pointsOf(question, line, withoutQuietEnd(question, line, chosen)) };
}

const isSame = (a: Figures, b: Figures): boolean =>
  (['value', 'numerator', 'denominator', 'missing', 'n'] as const).every(
    (name) => a[name] === b[name] || Math.abs((a[name] ?? Number.NaN) - (b[name] ?? Number.NaN)) < 1e-9,
  );

function safePoints(question: TimelineQuestion, population: string, days: readonly string[]): number[] {
  const { goal, programme, sites, table } = question;
  const countable = { ...goal.indicator, population } as Countable;
  const isOfEnrolments = population === 'enrolments';
  const elsewhere = isOfEnrolments ? minimumDays.map((number) => daysBefore(table.today, number)) : [];
  const all = [...new Set([...days, ...elsewhere])].sort();
  const lines = goalsOverSameRows(programme.goals, countable).map((each) => standpointsOf(question, each, all, sites));
  const mayTell: MayTell = (earlier, later, extent) =>
    lines.every((line) => {
      const [a, b] = [line[earlier], line[later]];
      return b === undefined || isSafeStep(a ?? beginning(b), b, programme.suppression, extent);
    });
  const placeIn = (day: string) => all.indexOf(day);
  const wanted: Days = {
    candidates: days.map(placeIn),
    told: elsewhere.map(placeIn),
    links: isOfEnrolments ? cohortLinks(question, all) : [],
  };
  return choosePoints(wanted, mayTell).map((place) => days.indexOf(all[place] ?? ''));
}

const rowsText = (indicator: Countable) => textOf(rowsetOf(indicator, 0, 0));

function goalsOverSameRows(goals: readonly Goal[], indicator: Countable): Countable[] {
  const all = goals.flatMap(({ indicator: { population, ...rest } }): Countable[] =>
    population === undefined || rest.measure === 'judged' ? [] : [{ ...rest, population }],
  );
  return all.filter((each) => rowsText(each) === rowsText(indicator));
}

function daysBefore(day: string, number: number): string {
  return new Date(Date.parse(day) - number * 86_400_000).toISOString().slice(0, 10);
}

/** A shown cohort is the difference between the ends of two quarters; today stands for the end of the one under way. */
function cohortLinks({ result }: TimelineQuestion, all: readonly string[]): [number, number][] {
  const endOf = (day: string) => Math.min(all.findIndex((each) => each >= day) + 1 || all.length, all.length) - 1;
  return result.groups.flatMap(({ by, suppressed }): [number, number][] => {
    const [year = 0, quarter = 0] = String(by.cohort).split('Q').map(Number);
    if (suppressed || !quarter) return [];
    const months = [quarter * 3 - 3, quarter * 3].map((number) => new Date(Date.UTC(year, number, 0)));
    const [before = '', last = ''] = months.map((date) => date.toISOString().slice(0, 10));
    return [[before < (all[0] ?? '') ? -1 : endOf(before), endOf(last)]];
  });
}

/** After the programme's end nothing is drawn but what still changed. */
function withoutQuietEnd({ programme }: TimelineQuestion, line: readonly Standpoint[], chosen: number[]): number[] {
  const { end } = programme;
  if (end === undefined) return chosen;
  const kept = [...chosen];
  const standsStill = (a: Standpoint | undefined, b: Standpoint | undefined) =>
    a !== undefined && b !== undefined && movesBetween(a, b, false).every((rows) => rows === 0);
  while (kept.length > 1) {
    const [before, last] = [line[kept.at(-2) ?? -1], line[kept.at(-1) ?? -1]];
    if (!before || before.day < end || !standsStill(before, last)) break;
    kept.pop();
  }
  return kept;
}

function pointsOf(question: TimelineQuestion, line: readonly Standpoint[], chosen: readonly number[]): TimelinePoint[] {
  const { goal } = question;
  const reference = referenceOf(question);
  return chosen.flatMap((place, at): TimelinePoint[] => {
    const [found, firstMerged] = [line[place], line[at === 0 ? 0 : (chosen[at - 1] ?? 0) + 1]];
    if (!found || !firstMerged) return [];
    const { day, figures } = found;
    const status = goal.target ? statusOf(figures.value, goal.target, goal.near, reference) : null;
    return [{ ...figures, month: monthOf(day), from: monthOf(firstMerged.day), day, status }];
  });
}

/** Of a target that is another wave: what that wave came to. Not told to those who may not see individuals. */
function referenceOf(question: TimelineQuestion): number | null {
  const { goal, open, sites } = question;
  const { population } = goal.indicator;
  if (!open || !goal.target || !('aboveWave' in goal.target) || population === undefined) return null;
  const then = { ...goal.indicator, population, wave: goal.target.aboveWave };
  return countBy(prepare(select(question, then, { sites }), then), null).figures[0]?.value ?? null;
}
