// Who leaves a question out: the same count for each group of those who answered.
import { bandOf } from '../answers/enrolments.ts';
import type { Enrolment, Response } from '../programme/records.ts';
import { type Difference, differenceOfShares } from '../statistics/differences.ts';

export const leftOutBy = ['gender', 'ageBand', 'bornAbroad', 'site'] as const;
type Variable = (typeof leftOutBy)[number];
/** Of whoever answered, what is known. */
export type Groups = Partial<Record<Variable, string | number>>;

export interface LeftOut {
  by: Groups;
  unanswered: number;
  asked: number;
}

/** One group against all others that the same variable tells apart. */
export interface Uneven extends Difference {
  by: Groups;
}

/** Whoever is in the same groups has the same place; many share one, so counting by place is quick. */
export class GroupPlaces {
  readonly #places = new Map<string, number>();
  readonly groups: Groups[] = [];

  of(groups: Groups): number {
    const { gender, ageBand, bornAbroad, site } = groups;
    const key = `${gender} ${ageBand} ${bornAbroad} ${site}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.groups.length);
    return this.groups.push(groups) - 1;
  }
}

/** Of one question how many were asked and left it out, by their place. */
export class LeftOutTally {
  readonly #asked: number[] = [];
  readonly #unanswered: number[] = [];

  add(place: number, isUnanswered: boolean): void {
    this.#asked[place] = (this.#asked[place] ?? 0) + 1;
    if (isUnanswered) this.#unanswered[place] = (this.#unanswered[place] ?? 0) + 1;
  }

  /** By variable, and by value within it; of a variable that has one group alone nothing. */
  groupsAt({ groups: all }: GroupPlaces): LeftOut[] {
    return leftOutBy.flatMap((variable) => {
      const counts = new Map<string | number, LeftOut>();
      for (const [place, groups] of all.entries()) {
        const value = groups[variable];
        const asked = this.#asked[place] ?? 0;
        if (value === undefined || value === 'unknown' || asked === 0) continue;
        const counted = counts.get(value) ?? { by: { [variable]: value }, unanswered: 0, asked: 0 };
        counts.set(value, counted);
        counted.asked += asked;
        counted.unanswered += this.#unanswered[place] ?? 0;
      }
      const own = [...counts.values()];
      return own.length < 2 ? [] : own.toSorted((one, other) => order(one.by[variable], other.by[variable]));
    });
  }
}

const order = (one: string | number | undefined, other: string | number | undefined): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : String(one) < String(other) ? -1 : 1;

/**
 * The group that leaves the question out most, where its share is above that of all others of its variable by more than chance
 * explains: the 95 % interval of the difference (Newcombe 1998, see differenceOfShares) lies above nothing. Of several such groups
 * the one furthest from the others; undefined where there is none.
 */
export function unevenAmong(groups: readonly LeftOut[]): Uneven | undefined {
  const found = groups.flatMap((group) => {
    const [variable] = Object.keys(group.by) as Variable[];
    const others = groups.filter((each) => each !== group && variable !== undefined && each.by[variable] !== undefined);
    const sum = (of: (each: LeftOut) => number) => others.reduce((total, each) => total + of(each), 0);
    const rest = { hits: sum(({ unanswered }) => unanswered), of: sum(({ asked }) => asked) };
    const difference = differenceOfShares({ hits: group.unanswered, of: group.asked }, rest);
    return difference?.ci95 && difference.ci95[0] > 0 ? [{ by: group.by, ...difference }] : [];
  });
  return found.toSorted((one, other) => other.estimate - one.estimate)[0];
}

/** The age is that at the start, as everywhere. */
export function groupsOfEnrolment(
  { gender, birthYear, bornAbroad, site, start }: Enrolment,
  ageBands: readonly number[],
): Groups {
  const age = birthYear === undefined ? undefined : Number(start.slice(0, 4)) - birthYear;
  return present({ gender, bornAbroad, site, ageBand: bandOf(ageBands, age) });
}

export const groupsOfResponse = ({ gender, ageBand, bornAbroad, site }: Pick<Response, Variable>): Groups =>
  present({ gender, ageBand, bornAbroad, site });

const present = (groups: { [Name in Variable]: string | number | undefined }): Groups =>
  Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined)) as Groups;
