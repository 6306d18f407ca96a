// What is added up per group while the rows pass by, and the figures it gives in the end.
import type { Codes, NumberColumn } from '../answers/columns.ts';
import type { Measure } from '../programme/schema.ts';
import { addTo, meanFigures, type Sums } from '../statistics/mean.ts';
import { wilsonInterval } from '../statistics/wilson.ts';
import type { Cell, Figures } from './results.ts';

export interface Tally extends Sums {
  /** Rows of the population; for followUps only those that were reached. */
  rows: number;
  due: number;
  /** Rows where every name used has a value. */
  complete: number;
  hits: number;
  people: Set<number>;
  personless: number;
}

export const emptyTally = (): Tally => ({
  rows: 0,
  due: 0,
  complete: 0,
  hits: 0,
  people: new Set(),
  personless: 0,
  n: 0,
  origin: 0,
  sum: 0,
  squares: 0,
});

/** Base of a share: all rows, or those where every name used has a value. */
export type Base = 'all' | 'answered';

/** What a row is to a count. The rows of one measure are put into these once, and then counted by group. */
export const standing = { out: 0, due: 1, incomplete: 2, incompleteHit: 3, complete: 4, completeHit: 5 } as const;
/** Room for the standings of one group. */
const width = 8;

/** How one measure takes up the rows that count. */
export interface Counting {
  measure: Exclude<Measure, 'judged' | 'shareOfSites'>;
  base: Base;
  /** By row its standing. */
  standings: Uint8Array;
  /** Of mean and meanChange: by row what the mean is taken of. */
  values?: NumberColumn;
  /** By row the person by number, -1 where no person is known. */
  people: Codes;
  /** By row how many rows of the population it stands for; absent where each stands for itself. */
  weights?: Int32Array;
}

/**
 * Tallies of `size` groups, and of the rows in none last.
 * @param codes by row its group, -1 for none; null: all rows are in group 0
 */
export function tallyBy(counting: Counting, codes: Codes | null, size: number): Tally[] {
  const counts = countStandings(counting, codes, size);
  const tallies = Array.from({ length: size + 1 }, (_, group) => {
    const of = (which: number) => counts[((group + 1) % (size + 1)) * width + which] ?? 0;
    const complete = of(standing.complete) + of(standing.completeHit);
    const rows = complete + of(standing.incomplete) + of(standing.incompleteHit);
    const hits = of(standing.completeHit) + (counting.base === 'all' ? of(standing.incompleteHit) : 0);
    return { ...emptyTally(), rows, due: rows + of(standing.due), complete, hits };
  });
  if (counting.measure === 'people') addPeople(counting, codes, tallies);
  if (counting.values) addValues(counting, counting.values, codes, tallies);
  return tallies;
}

/** By group, those in none first, and by standing. */
function countStandings({ standings, weights }: Counting, codes: Codes | null, size: number): Int32Array {
  const counts = new Int32Array((size + 1) * width);
  if (weights)
    for (let row = 0; row < standings.length; row++) {
      const group = codes ? (codes[row] as number) + 1 : 1;
      const at = group * width + (standings[row] as number);
      counts[at] = (counts[at] as number) + (weights[row] as number);
    }
  else if (codes)
    for (let row = 0; row < standings.length; row++) {
      const at = ((codes[row] as number) + 1) * width + (standings[row] as number);
      counts[at] = (counts[at] as number) + 1;
    }
  else
    for (let row = 0; row < standings.length; row++) {
      const at = width + (standings[row] as number);
      counts[at] = (counts[at] as number) + 1;
    }
  return counts;
}

const groupAt = (codes: Codes | null, row: number, none: number): number => {
  const code = codes ? (codes[row] as number) : 0;
  return code < 0 ? none : code;
};

function addPeople({ standings, people, weights }: Counting, codes: Codes | null, tallies: Tally[]): void {
  for (let row = 0; row < standings.length; row++) {
    if ((standings[row] as number) < standing.incomplete) continue;
    const tally = tallies[groupAt(codes, row, tallies.length - 1)];
    const person = people[row] ?? -1;
    if (person < 0 && tally) tally.personless += weights?.[row] ?? 1;
    else tally?.people.add(person);
  }
}

/** So many counters are cheap; beyond them each row is added by itself. */
const mostCounters = 1_000_000;

/** How often each value stands in each group is counted first, and the sums are made of that. */
function addValues(
  { standings, weights }: Counting,
  values: NumberColumn,
  codes: Codes | null,
  tallies: Tally[],
): void {
  const none = tallies.length - 1;
  const { codes: places, dictionary } = values;
  const many = dictionary.length;
  if (many * tallies.length > mostCounters) {
    for (let row = 0; row < standings.length; row++) {
      const tally = tallies[groupAt(codes, row, none)];
      const value = dictionary[places[row] as number];
      if (tally && value !== undefined && (standings[row] as number) >= standing.incomplete)
        addTo(tally, value, weights?.[row] ?? 1);
    }
    return;
  }
  const counts = new Int32Array(many * tallies.length);
  for (let row = 0; row < standings.length; row++) {
    const place = places[row] as number;
    if (place < 0 || (standings[row] as number) < standing.incomplete) continue;
    const at = groupAt(codes, row, none) * many + place;
    counts[at] = (counts[at] as number) + (weights ? (weights[row] as number) : 1);
  }
  for (const [group, tally] of tallies.entries())
    for (const [place, value] of dictionary.entries()) addTo(tally, value, counts[group * many + place] ?? 0);
}

export const noFigures: Figures = {
  value: null,
  numerator: null,
  denominator: null,
  missing: 0,
  n: null,
  mean: null,
  sd: null,
  ci95: null,
  responseRate: null,
};

/** Without rows a share or a mean has no value: it is never 0 %. */
export function figuresOf(tally: Tally, { measure, base }: Pick<Counting, 'measure' | 'base'>): Figures {
  switch (measure) {
    case 'count':
      return { ...noFigures, value: tally.rows, denominator: tally.rows };
    case 'people':
      return { ...noFigures, value: tally.people.size, denominator: tally.people.size, missing: tally.personless };
    case 'share': {
      const denominator = base === 'all' ? tally.rows : tally.complete;
      return {
        ...noFigures,
        value: denominator > 0 ? tally.hits / denominator : null,
        numerator: tally.hits,
        denominator,
        missing: tally.rows - tally.complete,
        ci95: wilsonInterval(tally.hits, denominator),
      };
    }
    default: {
      const figures = meanFigures(tally);
      return { ...noFigures, ...figures, value: figures.mean, missing: tally.rows - tally.n };
    }
  }
}

export function cellOf(tally: Tally, counting: Counting): Cell {
  const figures = figuresOf(tally, counting);
  const base = figures.n ?? figures.denominator ?? tally.rows;
  return { rows: tally.rows, base, numerator: figures.numerator, due: tally.due };
}
