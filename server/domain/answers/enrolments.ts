// Columns of an enrolment: background, course through the programme, and what others registered about it.
import type { Activity, Enrolment, ProgrammeRows } from '../programme/records.ts';
import type { Programme } from '../programme/schema.ts';
import { booleanColumn, type Column, codeColumn, listColumn, numberColumn } from './columns.ts';

/** What is registered about one enrolment, in order of date. */
interface Course {
  activities: Activity[];
  cards: number;
  interventions: string[];
  jobFocused: boolean;
  followUp?: string;
}

/** Lower bound of the band a number falls in; undefined below the first. */
export function bandOf(bounds: readonly number[], value: number | undefined): number | undefined {
  return value === undefined ? undefined : bounds.findLast((bound) => value >= bound);
}

/** Days without a time are read as midnight UTC, so their difference is whole days. */
const millisecondsOfDay = 86_400_000;

/** Quarter of a day: '2024-08-17' is in '2024Q3'. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

export function gatherCourses(programme: Programme, rows: Omit<ProgrammeRows, 'responses'>): Map<string, Course> {
  const courses = new Map<string, Course>(
    rows.enrolments.map(({ enrolment }) => [
      enrolment,
      { activities: [], cards: 0, interventions: [], jobFocused: false },
    ]),
  );
  const jobFocused = new Set(programme.codes.intervention.filter((code) => code.jobFocused).map((code) => code.value));
  for (const activity of byDate(rows.activities)) courses.get(activity.enrolment)?.activities.push(activity);
  for (const { enrolment } of rows.assessments) {
    const course = courses.get(enrolment);
    if (course) course.cards += 1;
  }
  for (const { enrolment, type } of rows.interventions) {
    const course = courses.get(enrolment);
    if (!course) continue;
    if (!course.interventions.includes(type)) course.interventions.push(type);
    course.jobFocused ||= jobFocused.has(type);
  }
  for (const { enrolment, outcome } of byDate(rows.followUps)) {
    const course = courses.get(enrolment);
    if (course) course.followUp = outcome;
  }
  return courses;
}

export function byDate<Row extends { date: string }>(rows: Row[]): Row[] {
  return [...rows].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

const ageOf = ({ birthYear, start }: Enrolment): number | undefined =>
  birthYear === undefined ? undefined : Number(start.slice(0, 4)) - birthYear;

/** @returns a maker of columns by name; undefined for a name that enrolments lack */
export function enrolmentColumn(
  programme: Programme,
  enrolments: Enrolment[],
  courses: Map<string, Course>,
  today: string,
): (name: string) => Column | undefined {
  const size = enrolments.length;
  const code = (read: (enrolment: Enrolment) => string | undefined) =>
    codeColumn(size, (row) => pick(enrolments[row], read));
  const number = (read: (enrolment: Enrolment) => number | undefined) =>
    numberColumn(size, (row) => pick(enrolments[row], read));
  const course = ({ enrolment }: Enrolment) => courses.get(enrolment);
  const hours = (enrolment: Enrolment, at: number) => course(enrolment)?.activities.at(at)?.hoursPerWeek;
  const days = ({ start, end }: Enrolment) => (Date.parse(end ?? today) - Date.parse(start)) / millisecondsOfDay;

  const makers: Record<string, () => Column> = {
    site: () => code((each) => each.site),
    gender: () => code((each) => each.gender),
    bornAbroad: () => code((each) => each.bornAbroad),
    referrer: () => code((each) => each.referrer),
    exitReason: () => code((each) => each.exitReason),
    exitStatus: () => code((each) => each.exitStatus),
    start: () => code((each) => each.start),
    end: () => code((each) => each.end),
    cohort: () => code((each) => quarterOf(each.start)),
    followUp: () => code((each) => course(each)?.followUp),
    birthYear: () => number((each) => each.birthYear),
    age: () => number(ageOf),
    ageBand: () => number((each) => bandOf(programme.ageBands, ageOf(each))),
    days: () => number(days),
    cards: () => number((each) => course(each)?.cards),
    'activity.first': () => number((each) => hours(each, 0)),
    'activity.last': () => number((each) => hours(each, -1)),
    'activityBand.first': () => number((each) => bandOf(programme.activityBands, hours(each, 0))),
    'activityBand.last': () => number((each) => bandOf(programme.activityBands, hours(each, -1))),
    interventions: () => listColumn(size, (row) => pick(enrolments[row], (each) => course(each)?.interventions)),
    jobFocused: () => booleanColumn(size, (row) => pick(enrolments[row], (each) => course(each)?.jobFocused)),
  };
  return (name) => {
    const maker = Object.hasOwn(makers, name) ? makers[name] : undefined;
    if (maker) return maker();
    return programme.fields.some((field) => field.name === name) ? code((each) => ownField(each, name)) : undefined;
  };
}

const pick = <Row, Result>(row: Row | undefined, read: (row: Row) => Result | undefined) =>
  row === undefined ? undefined : read(row);

const ownField = ({ fields }: Enrolment, name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);
