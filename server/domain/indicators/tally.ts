// What is added up per group while the rows pass by, and the figures it gives in the end.

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

/** How one measure takes up a row that counts. */
export interface Counting {
  measure: Exclude<Measure, 'judged' | 'shareOfSites'>;
  base: Base;
  complete: (row: number) => boolean;
  holds: (row: number) => boolean;
  /** Of mean and meanChange; null where missing. */
  value: (row: number) => number | null;
  person: (row: number) => number;
}

export function take(tally: Tally, counting: Counting, row: number): void {
  tally.rows += 1;
  switch (counting.measure) {
    case 'people': {
      const person = counting.person(row);
      if (person < 0) tally.personless += 1;
      else tally.people.add(person);
      return;
    }
    case 'share': {
      const complete = counting.complete(row);
      if (complete) tally.complete += 1;
      if ((complete || counting.base === 'all') && counting.holds(row)) tally.hits += 1;
      return;
    }
    case 'mean':
    case 'meanChange': {
      const value = counting.value(row);
      if (value !== null) addTo(tally, value);
    }
  }
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
export function figuresOf(tally: Tally, { measure, base }: Counting): Figures {
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
