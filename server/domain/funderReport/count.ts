// Enrolments of one month as funders ask for them: who came, who is there, who left, by gender, age and site.
import { bandOf } from '../answers/enrolments.ts';
import { type Enrolment, genders } from '../programme/records.ts';
import type { Programme } from '../programme/schema.ts';

export const flows = ['enrolled', 'ongoing', 'ended'] as const;
/** enrolled: began in the month · ongoing: still there when its last day was over · ended: left in the month. */
export type Flows = Record<(typeof flows)[number], number>;
const funderVariables = ['gender', 'ageBand', 'site'] as const;
export type FunderVariable = (typeof funderVariables)[number];
export interface FunderList {
  variable: FunderVariable;
  /** Every value there is, also those that nobody has; an age that is not known is 'unknown'. */
  groups: { value: string; counts: Flows }[];
}
export interface FunderCounts {
  total: Flows;
  lists: FunderList[];
}
export const countedFields = ['site', 'start', 'end', 'gender', 'birthYear'] as const;
export type CountedRow = Pick<Enrolment, (typeof countedFields)[number]>;

const none = (): Flows => ({ enrolled: 0, ongoing: 0, ended: 0 });

/** @param sites of a coordinator; all when absent. @returns a tally that rows are added to */
export function funderTally(programme: Programme, month: string, sites?: readonly string[]) {
  const values: Record<FunderVariable, string[]> = {
    gender: [...genders],
    ageBand: [...programme.ageBands.map(String), 'unknown'],
    site: programme.sites.map((each) => each.slug).filter((slug) => !sites || sites.includes(slug)),
  };
  const total = none();
  const lists = funderVariables.map((variable) => ({
    variable,
    counts: new Map(values[variable].map((value) => [value, none()])),
  }));
  return {
    add(row: CountedRow): void {
      const here = flowsOf(row, month);
      const keys = keysOf(row, programme.ageBands);
      for (const each of [total, ...lists.map(({ variable, counts }) => counts.get(keys[variable]))])
        if (each) for (const flow of flows) each[flow] += here[flow];
    },
    counts: (): FunderCounts => ({
      total,
      lists: lists.map(({ variable, counts }) => ({
        variable,
        groups: [...counts].map(([value, each]) => ({ value, counts: each })),
      })),
    }),
  };
}

/** Days are compared as text: '2025-03' stands before every day of that month, and '2025-03~' after. */
function flowsOf({ start, end }: CountedRow, month: string): Flows {
  const isIn = (day: string) => day.startsWith(month);
  const isLater = (day: string) => day > `${month}~`;
  return {
    enrolled: Number(isIn(start)),
    ongoing: Number(!isLater(start) && (end === undefined || isLater(end))),
    ended: Number(end !== undefined && isIn(end)),
  };
}

/** Age as everywhere: the year of the start less the year of birth. */
function keysOf(
  { site, gender, birthYear, start }: CountedRow,
  bands: readonly number[],
): Record<FunderVariable, string> {
  const band = birthYear === undefined ? undefined : bandOf(bands, Number(start.slice(0, 4)) - birthYear);
  return { site, gender: gender ?? 'unknown', ageBand: band === undefined ? 'unknown' : String(band) };
}
