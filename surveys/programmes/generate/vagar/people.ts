// 230 enrolments of 226 invented people: four were enrolled twice, and their second time led somewhere.
import { addDays, daysBetween, earlier, later, workday, workdayBetween } from '../days.ts';
import { at, createRandom, type Random } from '../random.ts';

export interface Participant {
  enrolment: string;
  person: string;
  site: string;
  gender: 'woman' | 'man';
  birthYear: number;
  bornAbroad: 'yes' | 'no';
  start: string;
  end: string;
  exitStatus: string;
}

type Person = Pick<Participant, 'site' | 'gender' | 'birthYear' | 'bornAbroad'>;
type Stay = { who: Person; start: string; end: string; turn: 'only' | 'first' | 'second' };

/** The seven municipalities that the report names, with their enrolments. */
export const sites = [
  { slug: 'berg', title: 'Berg', enrolments: 22 },
  { slug: 'bracke', title: 'Bräcke', enrolments: 24 },
  { slug: 'krokom', title: 'Krokom', enrolments: 34 },
  { slug: 'ragunda', title: 'Ragunda', enrolments: 20 },
  { slug: 'stromsund', title: 'Strömsund', enrolments: 31 },
  { slug: 'are', title: 'Åre', enrolments: 21 },
  { slug: 'ostersund', title: 'Östersund', enrolments: 78 },
] as const;

export const employmentOrStudies = ['employed', 'subsidised', 'studying'] as const;
/** Exits to what the report lists, women and men. */
const listed: Readonly<Record<string, { woman: number; man: number }>> = {
  employed: { woman: 7, man: 9 },
  subsidised: { woman: 23, man: 30 },
  studying: { woman: 11, man: 11 },
  employmentService: { woman: 14, man: 14 },
  backToReferrer: { woman: 11, man: 11 },
  sickLeave: { woman: 9, man: 7 },
  sicknessCompensation: { woman: 1, man: 1 },
  treatmentHome: { woman: 0, man: 2 },
};
const women = 110;
const enrolledTwice = ['krokom', 'ostersund', 'ostersund', 'stromsund'] as const;
const period = { from: '2020-07-01', lastStart: '2022-03-18', to: '2022-05-31' };

export function createParticipants(): Participant[] {
  const random = createRandom('vagar people 1');
  const stays = createStays(random).sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const statuses = assignStatuses(random, stays);
  const persons = random.shuffle([...new Set(stays.map((stay) => stay.who))]);
  const numbers = new Map(persons.map((person, index) => [person, `P${String(index + 1).padStart(4, '0')}`]));
  return stays.map((stay, index) => ({
    enrolment: `VF-${String(index + 1).padStart(3, '0')}`,
    person: numbers.get(stay.who) ?? '',
    ...stay.who,
    start: stay.start,
    end: stay.end,
    exitStatus: statuses.get(stay) ?? otherStatus(random),
  }));
}

function createStays(random: Random): Stay[] {
  const twice = ['woman', 'man', 'woman', 'man'] as const;
  const repeaters = enrolledTwice.map((site, index) => createPerson(random, site, at(twice, index)));
  const once = sites.flatMap(({ slug, enrolments }) =>
    Array<string>(enrolments - 2 * enrolledTwice.filter((site) => site === slug).length).fill(slug),
  );
  const onceWomen = women - 2 * twice.filter((gender) => gender === 'woman').length;
  const genders = random.shuffle(once.map((_, index) => (index < onceWomen ? 'woman' : 'man')));
  const single = once.map((site, index): Stay => {
    const who = createPerson(random, site, at(genders, index));
    const start = workdayBetween(random, period.from, period.lastStart);
    const end = workdayBetween(random, addDays(start, 60), earlier(addDays(start, 520), period.to));
    return { who, start, end, turn: 'only' };
  });
  return [...single, ...repeaters.flatMap((who) => twoStays(random, who))];
}

function twoStays(random: Random, who: Person): Stay[] {
  const start = workdayBetween(random, '2020-08-03', '2020-11-30');
  const end = workday(addDays(start, random.integer(40, 120)));
  const again = workday(addDays(end, random.integer(90, 160)));
  const left = workdayBetween(random, later(addDays(again, 120), '2021-09-01'), period.to);
  return [
    { who, start, end, turn: 'first' },
    { who, start: again, end: left, turn: 'second' },
  ];
}

function createPerson(random: Random, site: string, gender: Person['gender']): Person {
  const age =
    random.weighted([
      [17, 4],
      [21, 26],
      [27, 18],
      [36, 30],
      [52, 22],
    ]) + random.integer(-1, 2);
  return { site, gender, birthYear: 2021 - age, bornAbroad: random.chance(0.46) ? 'yes' : 'no' };
}

/** Deals the listed exits; whoever was enrolled twice has none the first time and work or studies the second. */
function assignStatuses(random: Random, stays: readonly Stay[]): Map<Stay, string> {
  const statuses = new Map<Stay, string>();
  for (const gender of ['woman', 'man'] as const) {
    const deck = random.shuffle(
      Object.entries(listed).flatMap(([status, counts]) => Array<string>(counts[gender]).fill(status)),
    );
    const open = stays.filter((stay) => stay.who.gender === gender && stay.turn === 'only');
    for (const stay of stays.filter((each) => each.who.gender === gender && each.turn === 'second')) {
      const [status] = deck.splice(
        deck.findIndex((each) => each === 'subsidised' || each === 'studying'),
        1,
      );
      if (status !== undefined) statuses.set(stay, status);
    }
    random
      .shuffle(open)
      .slice(0, deck.length)
      .forEach((stay, index) => {
        statuses.set(stay, at(deck, index));
      });
  }
  return statuses;
}

function otherStatus(random: Random): string {
  return random.weighted([
    ['ordinaryMeasure', 55],
    ['moved', 15],
    ['unknown', 30],
  ]);
}

/** Longer enrolments have room for more; in days. */
export function lengthOf(participant: Participant): number {
  return daysBetween(participant.start, participant.end);
}
