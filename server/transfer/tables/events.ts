// What happens during and after an enrolment: interventions, activity and follow-ups.
import {
  type Activity,
  type Enrolment,
  type FollowUp,
  followUpOutcomes,
  type Intervention,
} from '../../domain/programme/records.ts';
import type { Programme } from '../../domain/programme/schema.ts';
import type { Cells } from '../cells.ts';
import type { Kind } from '../readTable.ts';

/** By key, those stored already included. */
export type KnownEnrolments = ReadonlyMap<string, Enrolment>;
const hours = { min: 0, max: 80 };

export function readEnrolment(cells: Cells, known: KnownEnrolments): string {
  const key = cells.required('enrolment', cells.key('enrolment'));
  if (key && !known.has(key)) cells.refuse('enrolment', `"${key}" is not known; add it to enrolments.csv first`);
  return key;
}

export const interventionColumns = ['enrolment', 'type', 'start', 'end', 'hoursPerWeek'];

export function interventionKind(programme: Programme, known: KnownEnrolments): Kind<Intervention> {
  const types = programme.codes.intervention.map((code) => code.value);
  const read = (cells: Cells): Intervention => {
    const enrolment = readEnrolment(cells, known);
    const type = cells.required('type', cells.code('type', types));
    const start = cells.required('start', cells.day('start'));
    const end = cells.day('end');
    const hoursPerWeek = cells.number('hoursPerWeek', hours);
    if (start && end && end < start) cells.refuse('end', `${end} is before the start ${start}`);
    return { enrolment, type, start, ...(end && { end }), ...(hoursPerWeek !== undefined && { hoursPerWeek }) };
  };
  return { columns: interventionColumns, key: ['enrolment', 'type', 'start'], read };
}

export const activityColumns = ['enrolment', 'date', 'hoursPerWeek'];

export function activityKind(known: KnownEnrolments): Kind<Activity> {
  const read = (cells: Cells): Activity => {
    const enrolment = readEnrolment(cells, known);
    const date = cells.required('date', cells.day('date'));
    const hoursPerWeek = cells.number('hoursPerWeek', hours);
    if (hoursPerWeek === undefined) cells.required('hoursPerWeek', undefined);
    return { enrolment, date, hoursPerWeek: hoursPerWeek ?? 0 };
  };
  return { columns: activityColumns, key: ['enrolment', 'date'], read };
}

export const followUpColumns = ['enrolment', 'date', 'outcome'];

export function followUpKind(known: KnownEnrolments): Kind<FollowUp> {
  const read = (cells: Cells): FollowUp => {
    const enrolment = readEnrolment(cells, known);
    const date = cells.required('date', cells.day('date'));
    const outcome = cells.code('outcome', followUpOutcomes);
    cells.required('outcome', outcome);
    return { enrolment, date, outcome: outcome ?? 'notReached' };
  };
  return { columns: followUpColumns, key: ['enrolment', 'date'], read };
}
