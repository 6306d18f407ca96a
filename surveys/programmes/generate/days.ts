// Days as 'YYYY-MM-DD', reckoned in UTC so that the machine's time zone does not matter.
import type { Random } from './random.ts';

const dayLength = 86_400_000;
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayLength;
const dayOf = (number: number) => new Date(number * dayLength).toISOString().slice(0, 10);

export function addDays(day: string, days: number): string {
  return dayOf(numberOf(day) + days);
}

export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from);
}

export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

export function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** A Saturday or Sunday becomes the Friday before. */
export function workday(day: string): string {
  const weekday = new Date(numberOf(day) * dayLength).getUTCDay();
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, -2) : day;
}

/** A working day, both ends included; `to` when there is none between. */
export function workdayBetween(random: Random, from: string, to: string): string {
  return from >= to ? to : later(from, workday(addDays(from, random.integer(0, daysBetween(from, to)))));
}

/** A time of a day's office hours, as ISO 8601 in UTC. */
export function officeTime(random: Random, day: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day}T${two(random.integer(7, 15))}:${two(random.integer(0, 59))}:${two(random.integer(0, 59))}Z`;
}
