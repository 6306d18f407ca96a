// Hours a week at the start, about every third month and at the end: bands move as published, hours move in smaller steps.
import { chooseByQuotas } from '../choose.ts';
import type { Row } from '../csv.ts';
import { addDays, daysBetween, workday } from '../days.ts';
import { at, createRandom, type Random } from '../random.ts';
import type { Exit } from './exits.ts';
import type { Participant } from './people.ts';

export interface Hours {
  first: number;
  last: number;
}

/** Hours that fall in each band, the common ones more than once. */
const bands = [
  [0],
  [1, 2, 2, 2.5, 3, 4, 4, 5],
  [6, 6, 7, 7.5, 8, 8, 9],
  [10, 10, 12, 12, 14, 15, 15, 16, 18],
  [20, 20, 20, 22, 24, 25, 28],
  [30, 30, 32, 35, 40],
] as const;
type Direction = 'up' | 'same' | 'down';

export function createHours(
  people: readonly Participant[],
  exits: ReadonlyMap<Participant, Exit>,
): Map<Participant, Hours> {
  const random = createRandom('cresco-plus hours 1');
  const quota = (woman: number, man: number, other: number) => [
    { of: (person: Participant) => person.gender, counts: { woman, man, other } },
  ];
  const up = chooseByQuotas(random, people, 394, quota(231, 159, 4), (person) =>
    activityWeight(exits.get(person)?.exitStatus),
  );
  const still = people.filter((person) => !up.has(person));
  const same = chooseByQuotas(random, still, 267, quota(159, 105, 3));
  return new Map(
    people.map((person) => [person, hoursFor(random, up.has(person) ? 'up' : same.has(person) ? 'same' : 'down')]),
  );
}

function activityWeight(status: string | undefined): number {
  if (status === 'employed' || status === 'subsidised' || status === 'studying') return 8;
  return status === 'workTraining' ? 4 : 1;
}

function hoursFor(random: Random, direction: Direction): Hours {
  const first = firstBand(random, direction);
  const steps = random.weighted([
    [1, 5],
    [2, 4],
    [3, 2],
  ]);
  const last =
    direction === 'up' ? Math.min(5, first + steps) : direction === 'down' ? Math.max(0, first - steps) : first;
  const hours = { first: random.pick(at(bands, first)), last: random.pick(at(bands, last)) };
  const backwards = direction === 'same' && hours.last < hours.first && random.chance(0.6);
  return backwards ? { first: hours.last, last: hours.first } : hours;
}

function firstBand(random: Random, direction: Direction): number {
  return random.weighted([
    [0, direction === 'down' ? 0 : 34],
    [1, 36],
    [2, 15],
    [3, 11],
    [4, direction === 'up' ? 2 : 4],
  ]);
}

/** A short enrolment whose hours stay the same is often registered only once. */
export function createActivity(people: readonly Participant[], hours: ReadonlyMap<Participant, Hours>): Row[] {
  const random = createRandom('cresco-plus activity 1');
  return people.flatMap((person) => {
    const { first, last } = hours.get(person) ?? { first: 0, last: 0 };
    const days = daysBetween(person.start, person.end);
    const row = (date: string, hoursPerWeek: number) => ({ enrolment: person.enrolment, date, hoursPerWeek });
    if (first === last && days < 120) return [row(person.start, first)];
    const between = Math.min(6, Math.floor(days / 95));
    const middle = Array.from({ length: between }, (_, index) => {
      const part = (index + 1) / (between + 1);
      const date = workday(addDays(person.start, Math.round(days * part) + random.integer(-6, 6)));
      return row(date, Math.max(0, Math.round(first + (last - first) * part + random.integer(-1, 1))));
    });
    return [row(person.start, first), ...middle, row(person.end, last)];
  });
}
