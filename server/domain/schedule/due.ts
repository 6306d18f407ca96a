// When something is to be done next. Days are 'YYYY-MM-DD'; "today" is the day in Sweden.
import { addMonths, format, parseISO } from 'date-fns';

export const monthsBetweenCards = 3;
export const monthsToFollowUp = 6;

const swedishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

export function dayOf(moment: Date): string {
  return swedishDay.format(moment);
}

/** The same day of the month that many months later, or the last day of a shorter month. */
export function monthsAfter(day: string, months: number): string {
  return format(addMonths(parseISO(day), months), 'yyyy-MM-dd');
}

/** Three months after the last card, else after the start; null when exited. */
export function nextCardDue(enrolment: { start: string; end?: string }, cards: readonly { date: string }[]) {
  if (enrolment.end !== undefined) return null;
  return monthsAfter(lastOf(cards) ?? enrolment.start, monthsBetweenCards);
}

/** Six months after the exit; null before it, and once somebody has asked. */
export function followUpDue(enrolment: { end?: string }, followUps: readonly unknown[]): string | null {
  if (enrolment.end === undefined || followUps.length > 0) return null;
  return monthsAfter(enrolment.end, monthsToFollowUp);
}

export function lastOf(rows: readonly { date: string }[]): string | undefined {
  return rows.reduce<string | undefined>(
    (last, { date }) => (last === undefined || date > last ? date : last),
    undefined,
  );
}
