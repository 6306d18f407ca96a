// What each person took part in. Every type has its published share, and a job-focused one stands behind each of the 86 per cent.
import { chooseByQuotas } from '../choose.ts';
import type { Row } from '../csv.ts';
import { addDays, daysBetween, earlier, workday } from '../days.ts';
import { at, createRandom, type Random } from '../random.ts';
import type { Participant } from './people.ts';
import { countsBySite } from './sites.ts';

interface Type {
  value: string;
  jobFocused: boolean;
  counts: { woman: number; man: number; other: number };
  weeks: readonly [number, number];
  hours: readonly number[];
}

const type = (
  value: string,
  counts: [number, number, number],
  weeks: [number, number],
  hours: number[],
  jobFocused = false,
): Type => ({ value, jobFocused, counts: { woman: counts[0], man: counts[1], other: counts[2] }, weeks, hours });

const types: readonly Type[] = [
  type('labourMarketKnowledge', [296, 203, 5], [3, 10], [1, 2, 2, 3], true),
  type('jobSearch', [179, 148, 4], [3, 14], [1, 2, 2, 4], true),
  type('mentorship', [160, 111, 3], [6, 20], [1, 2], true),
  type('practice', [172, 121, 3], [4, 24], [4, 8, 10, 12, 16, 20], true),
  type('subsidisedEmployment', [25, 20, 0], [8, 30], [20, 30, 30, 40], true),
  type('everydayLife', [340, 225, 6], [4, 26], [1, 2, 3]),
  type('socialSkills', [290, 193, 6], [4, 20], [1, 2, 3, 4]),
  type('health', [252, 153, 5], [6, 26], [1, 2, 3]),
  type('assessmentTreatment', [236, 127, 5], [4, 30], [1, 1, 2]),
  type('painManagement', [205, 106, 3], [5, 16], [1, 2]),
  type('socialMentor', [154, 102, 3], [8, 30], [1, 2, 3]),
  type('vocationalSkills', [126, 93, 3], [3, 16], [3, 6, 10]),
];
const fewest = 1;
const most = 8;

export function createInterventions(people: readonly Participant[]): Row[] {
  const random = createRandom('cresco-plus interventions 1');
  const jobFocused = chooseByQuotas(random, people, 638, [
    { of: (person) => person.gender, counts: { woman: 371, man: 260, other: 7 } },
    { of: (person) => person.site, counts: countsBySite((site) => site.jobFocused) },
  ]);
  const taken = assignTypes(random, people, jobFocused);
  giveEachAJobFocusedOne(random, taken, jobFocused);
  keepWithinBounds(random, taken, jobFocused);
  return people.flatMap((person) => rowsOf(random, person, taken.get(person) ?? new Set()));
}

function assignTypes(random: Random, people: readonly Participant[], jobFocused: ReadonlySet<Participant>) {
  const taken = new Map<Participant, Set<Type>>(people.map((person) => [person, new Set()]));
  const eagerness = new Map(people.map((person) => [person, random.pick([1, 2, 3, 4])]));
  for (const each of types) {
    const eligible = each.jobFocused ? people.filter((person) => jobFocused.has(person)) : people;
    const { woman, man, other } = each.counts;
    const quota = { of: (person: Participant) => person.gender, counts: each.counts };
    const chosen = chooseByQuotas(
      random,
      eligible,
      woman + man + other,
      [quota],
      (person) => eagerness.get(person) ?? 1,
    );
    for (const person of chosen) taken.get(person)?.add(each);
  }
  return taken;
}

type Taken = ReadonlyMap<Participant, Set<Type>>;
const jobFocusedOf = (set: ReadonlySet<Type>) => [...set].filter((each) => each.jobFocused);

/** Whoever counts as job-focused but got no such type takes one over from somebody of the same gender who has several. */
function giveEachAJobFocusedOne(random: Random, taken: Taken, jobFocused: ReadonlySet<Participant>): void {
  for (const person of jobFocused) {
    const own = taken.get(person);
    if (own === undefined || jobFocusedOf(own).length > 0) continue;
    const givers = [...jobFocused].filter(
      (other) => other.gender === person.gender && jobFocusedOf(taken.get(other) ?? new Set()).length > 1,
    );
    const theirs = taken.get(random.pick(givers));
    if (theirs === undefined) continue;
    const moved = random.pick(jobFocusedOf(theirs));
    theirs.delete(moved);
    own.add(moved);
  }
}

/** Moves types between people of the same gender until everyone has between one and eight. */
function keepWithinBounds(random: Random, taken: Taken, jobFocused: ReadonlySet<Participant>): void {
  const everyone = [...taken.keys()];
  const move = (from: Participant, to: Participant) => {
    const [theirs, own] = [taken.get(from), taken.get(to)];
    const movable = [...(theirs ?? [])].filter((each) => !own?.has(each) && !each.jobFocused);
    if (movable.length === 0) return;
    const moved = random.pick(movable);
    theirs?.delete(moved);
    own?.add(moved);
  };
  for (const person of everyone) {
    while ((taken.get(person)?.size ?? 0) > most)
      move(
        person,
        random.pick(everyone.filter((other) => other.gender === person.gender && (taken.get(other)?.size ?? 0) < 5)),
      );
    while ((taken.get(person)?.size ?? 0) < fewest)
      move(
        random.pick(everyone.filter((other) => other.gender === person.gender && (taken.get(other)?.size ?? 0) > 5)),
        person,
      );
  }
  const without = [...jobFocused].find((person) => jobFocusedOf(taken.get(person) ?? new Set()).length === 0);
  if (without) throw new Error(`${without.enrolment} lost its job-focused intervention`);
}

function rowsOf(random: Random, person: Participant, set: ReadonlySet<Type>): Row[] {
  const days = daysBetween(person.start, person.end);
  return types
    .filter((each) => set.has(each))
    .map((each) => {
      const start = workday(addDays(person.start, random.integer(3, Math.max(4, Math.floor(days * 0.6)))));
      const length = 7 * random.integer(each.weeks[0], each.weeks[1]);
      return {
        enrolment: person.enrolment,
        type: each.value,
        start,
        end: earlier(workday(addDays(start, length)), person.end),
        hoursPerWeek: random.chance(0.85) ? at(each.hours, random.integer(0, each.hours.length - 1)) : undefined,
      };
    });
}
