// When the progression cards were filled in, and by whom there are two or more to compare.
import { addDays, daysBetween, workday } from '../days.ts';
import { createRandom, type Random } from '../random.ts';
import type { Participant } from './people.ts';

const mostCards = 8;
/** Numbers with two or more cards that published means of a site ask for. */
const assessedAtSite: Readonly<Record<string, number>> = { mariestad: 50, vara: 25 };
/** A gender group has none or at least five rows in every population. */
const fewestOther = 6;

/** Dates of each person's cards, first to last. */
export function planCards(people: readonly Participant[]): Map<Participant, string[]> {
  const random = createRandom('cresco-plus card plan 1');
  const counts = new Map(people.map((person) => [person, cardCount(random, person)]));
  for (const [site, target] of Object.entries(assessedAtSite))
    settle(
      random,
      counts,
      people.filter((person) => person.site === site),
      target,
    );
  const others = people.filter((person) => person.gender === 'other');
  settle(
    random,
    counts,
    others,
    Math.max(fewestOther, others.filter((person) => (counts.get(person) ?? 0) > 1).length),
  );
  return new Map(people.map((person) => [person, datesOf(random, person, counts.get(person) ?? 1)]));
}

function cardCount(random: Random, person: Participant): number {
  const days = daysBetween(person.start, person.end);
  if (days < 75 || random.chance(0.07)) return 1;
  return Math.min(mostCards, 1 + Math.round(days / 92));
}

/** Gives or takes cards, those with the longest time first, until `target` of the group have two or more. */
function settle(random: Random, counts: Map<Participant, number>, group: readonly Participant[], target: number): void {
  const several = group.filter((person) => (counts.get(person) ?? 0) > 1);
  const single = group.filter((person) => counts.get(person) === 1);
  const longestFirst = single.sort((a, b) => daysBetween(b.start, b.end) - daysBetween(a.start, a.end));
  for (const person of longestFirst.slice(0, Math.max(0, target - several.length))) counts.set(person, 2);
  for (const person of random.shuffle(several).slice(0, Math.max(0, several.length - target))) counts.set(person, 1);
}

function datesOf(random: Random, person: Participant, count: number): string[] {
  const days = daysBetween(person.start, person.end);
  const firstAfter = Math.min(random.integer(0, 12), Math.floor(days / 4));
  const lastBefore = Math.min(random.integer(0, 10), Math.floor(days / 4));
  const step = count > 1 ? (days - firstAfter - lastBefore) / (count - 1) : 0;
  return Array.from({ length: count }, (_, index) =>
    workday(addDays(person.start, Math.round(firstAfter + step * index))),
  );
}
