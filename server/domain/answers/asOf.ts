// A programme's rows as they were registered by the end of a day, of what is known now.
import type { Enrolment, Intervention } from '../programme/records.ts';
import type { KeptRows } from './table.ts';

/**
 * Enrolments that had started, still open where they ended later; cards, activity, interventions and follow-ups dated by then.
 * Responses stay as they are: there are many of them, and a mask over the day of each is cheaper (`PopulationTable.submitted`).
 * @param day 'YYYY-MM-DD'
 */
export function rowsAsOf(rows: KeptRows, day: string): KeptRows {
  const dated = <Row extends { date: string }>(all: Row[]) => all.filter(({ date }) => date <= day);
  const started = <Row extends { start: string }>(all: Row[]) => all.filter(({ start }) => start <= day);
  return {
    responses: rows.responses,
    enrolments: started(rows.enrolments).map((each) => openUntil(each, day)),
    assessments: dated(rows.assessments),
    activities: dated(rows.activities),
    followUps: dated(rows.followUps),
    interventions: started(rows.interventions).map((each) => unendedUntil(each, day)),
  };
}

function openUntil(enrolment: Enrolment, day: string): Enrolment {
  if (enrolment.end === undefined || enrolment.end <= day) return enrolment;
  const { end: _, exitReason: __, exitStatus: ___, ...open } = enrolment;
  return open;
}

function unendedUntil(intervention: Intervention, day: string): Intervention {
  if (intervention.end === undefined || intervention.end <= day) return intervention;
  const { end: _, ...open } = intervention;
  return open;
}
