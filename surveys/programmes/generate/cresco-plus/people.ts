// 741 invented people with one enrolment each: background, start and end.
import { chooseByQuotas } from '../choose.ts';
import { addDays, daysBetween, earlier, later, workday, workdayBetween } from '../days.ts';
import { at, createRandom, type Random } from '../random.ts';
import { sites } from './sites.ts';

export type Gender = 'woman' | 'man' | 'other';

export interface Participant {
  enrolment: string;
  person: string;
  site: string;
  gender: Gender;
  birthYear: number;
  ageBand: number;
  bornAbroad: 'yes' | 'no';
  referrer: string;
  start: string;
  end: string;
  /** Ended when the six-month follow-up was done, and so due for it. */
  followedUp: boolean;
}

type Background = Omit<Participant, 'enrolment' | 'person' | 'end' | 'followedUp'>;

const genders: Record<Gender, number> = { woman: 437, man: 295, other: 9 };
/** Lower bound of the band, its highest age, how many. */
const ages = [
  [16, 18, 6],
  [19, 24, 118],
  [25, 29, 96],
  [30, 44, 262],
  [45, 64, 259],
] as const;
const bornAbroad = { woman: 35, man: 24 };
export const followUpsDue = { woman: 136, man: 96 };

/** Enrolments a month from January 2023 to March 2025, as weights: summers are slow, the last winter is busy. */
const startsByMonth = [
  6, 14, 20, 22, 22, 14, 5, 14, 24, 26, 26, 16, 24, 28, 28, 30, 28, 18, 6, 24, 38, 42, 40, 26, 48, 50, 36,
] as const;
const lastEnd = '2025-06-13';
const followUpWindow = { from: '2023-12-01', to: '2024-09-30' };

export function createParticipants(): Participant[] {
  const random = createRandom('cresco-plus people 1');
  const backgrounds = createBackgrounds(random).sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const due = chooseForFollowUp(random, backgrounds);
  const numbers = random.shuffle(backgrounds.map((_, index) => index + 1));
  return backgrounds.map((background, index) => ({
    ...background,
    enrolment: `CP-${String(index + 1).padStart(4, '0')}`,
    person: `P${String(at(numbers, index)).padStart(4, '0')}`,
    end: endOf(random, background.start, due.has(background)),
    followedUp: due.has(background),
  }));
}

function createBackgrounds(random: Random): Background[] {
  const genderList = random.shuffle(
    Object.entries(genders).flatMap(([gender, n]) => Array<Gender>(n).fill(gender as Gender)),
  );
  const ageList = random.shuffle(ages.flatMap(([from, to, n]) => Array.from({ length: n }, () => ({ from, to }))));
  const siteList = sites.flatMap((site) => Array<(typeof sites)[number]>(site.enrolments).fill(site));
  const people = siteList.map((site, index) => {
    const band = at(ageList, index);
    const start = startOf(random, site.lastStart);
    const birthYear = Number(start.slice(0, 4)) - random.integer(band.from, band.to);
    const gender = at(genderList, index);
    return { site: site.slug, gender, ageBand: band.from, birthYear, start, referrer: referrerOf(random, band.from) };
  });
  const abroad = new Set(
    (['woman', 'man'] as const).flatMap((gender) => {
      const group = people.filter((person) => person.gender === gender && person.ageBand > 16);
      return random.shuffle(group).slice(0, bornAbroad[gender]);
    }),
  );
  return people.map((person) => ({ ...person, bornAbroad: abroad.has(person) ? 'yes' : 'no' }));
}

function startOf(random: Random, lastStart: string): string {
  const months = startsByMonth.map((weight, index) => [index, weight] as const);
  for (;;) {
    const month = random.weighted(months);
    const first = `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    const start = workday(addDays(first, random.integer(month === 0 ? 8 : 2, 27)));
    if (start <= lastStart) return start;
  }
}

function referrerOf(random: Random, ageBand: number): string {
  return random.weighted([
    ['incomeSupport', ageBand < 30 ? 45 : 28],
    ['socialInsurance', ageBand < 30 ? 22 : 50],
    ['labourMarketUnit', 18],
    ['healthCare', 6],
    ['self', 4],
  ]);
}

/** Those whose enrolment ended between December 2023 and September 2024; by preference after four to fourteen months. */
function chooseForFollowUp(random: Random, people: readonly Background[]): Set<Background> {
  const early = people.filter(({ start, gender }) => start <= '2024-07-05' && gender !== 'other');
  const total = followUpsDue.woman + followUpsDue.man;
  const quota = { of: (person: Background) => person.gender, counts: followUpsDue };
  return chooseByQuotas(random, early, total, [quota], ({ start }) =>
    start < '2023-06-01' ? 2 : start < '2024-03-01' ? 4 : 1,
  );
}

function endOf(random: Random, start: string, followedUp: boolean): string {
  const soonest = addDays(start, 70);
  if (followedUp)
    return workdayBetween(random, later(soonest, followUpWindow.from), earlier(addDays(start, 480), followUpWindow.to));
  if (start < '2023-08-20' && random.chance(0.75)) return workdayBetween(random, soonest, '2023-11-30');
  const from = later(addDays(start, 40), '2024-10-01');
  const to = earlier(addDays(start, 560), lastEnd);
  return later(endNearLast(random, from, to), from);
}

/** Most stay until the programme closes. */
function endNearLast(random: Random, from: string, to: string): string {
  const one = workdayBetween(random, from, to);
  const other = workdayBetween(random, from, to);
  return daysBetween(one, other) > 0 && random.chance(0.6) ? other : one;
}
