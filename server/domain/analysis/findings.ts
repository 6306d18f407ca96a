// What an analysis finds, as data: the reader's page puts it into words. Shares are 0-1, numbers unrounded.
import type { GroupKey } from '../indicators/results.ts';
import type { Change } from '../statistics/change.ts';
import type { Difference } from '../statistics/differences.ts';
import type { Independence } from '../statistics/independence.ts';
import type { Quartiles } from '../statistics/quantiles.ts';

export type Title = Record<string, string>;

/** One value of a variable; of numbers in bands, the lower bound and the one it stays below. */
export interface Category {
  value: string | number | boolean;
  /** As the survey or the programme calls it; null where the page has words of its own, or the value speaks for itself. */
  title: Title | null;
  below: number | null;
  /** Earlier versions offered it, and somebody chose it. */
  gone?: true;
}

export interface Variable {
  name: string;
  title: Title | null;
  /** Of a card's question: which card. */
  moment: 'first' | 'last' | 'change' | null;
}

/** Counts and shares stand in the order of the categories. */
export interface Spread {
  n: number;
  missing: number;
  counts: number[];
  shares: (number | null)[];
  cumulative: (number | null)[];
  /** Of numbers only. */
  quartiles: Quartiles | null;
}

/**
 * `hiddenGroups`: a group of the list is hidden, so no group's answers are told. `smallCategories`: with suppression.cells some
 * answer is too rare. `notReleased`: rows have changed since the figures shown were released.
 */
export type Withheld = 'hiddenGroups' | 'smallCategories' | 'notReleased';

export interface Distribution extends Variable {
  /** A row may have several of the values: shares are of the rows and add up to more than 1. */
  multiple: boolean;
  /** The values have an order that cumulative shares follow. */
  ordered: boolean;
  categories: Category[];
  whole: Spread;
  /** Null where no list was asked for or it is withheld. */
  groups: (Spread & { by: GroupKey })[] | null;
}

/** One of two that are compared: a group, all others that the goal counts, or an earlier wave. */
export type Side = { group: GroupKey } | { rest: true } | { wave: string };

export interface ComparedSide {
  side: Side;
  value: number;
  n: number;
}

export interface Comparison extends Difference {
  first: ComparedSide;
  second: ComparedSide;
  /** The interval leaves out zero. */
  clear: boolean;
}

/** Counts with their shares; null is hidden. */
export interface Table {
  counts: (number | null)[][];
  rowTotals: (number | null)[];
  columnTotals: (number | null)[];
  total: number | null;
  rowShares: (number | null)[][];
  columnShares: (number | null)[][];
  test: Independence | null;
  /** Why there is no test. `multiple`: a row stands in several cells. */
  noTest: 'hidden' | 'multiple' | 'tooFew' | null;
}

export interface PairedChange extends Change {
  /** Rows without both cards' answers. */
  missing: number;
  /** First value by last value, of one question; null of several, or where it would tell too much. */
  transitions: { categories: Category[]; counts: number[][] } | null;
  /** The goal counts only those whose first value was low, high or the like. */
  pickedByFirst: boolean;
  groups: ({ by: GroupKey } & Pick<Change, 'n' | 'up' | 'same' | 'down' | 'mean' | 'effect'>)[] | null;
}

/** The groups' outcome: of a share who holds and who does not, of a mean its values, of a change up, same and down. */
export interface OutcomeTable extends Table {
  groups: GroupKey[];
  columns: Category[];
  outcome: 'share' | 'answers' | 'change';
  /** Groups of the list that are hidden and so stand outside the table. */
  hiddenGroups: number;
}

export interface GoalFindings {
  goal: string;
  by: string[];
  /** The goal itself is hidden: there is nothing else here. */
  suppressed: boolean;
  /** Why something that could be asked for is not here. */
  withheld: Withheld[];
  distributions: Distribution[];
  change: PairedChange | null;
  comparisons: Comparison[];
  outcome: OutcomeTable | null;
}

export interface CrossTableFindings extends Table {
  /** Too few rows in all: no number at all. */
  suppressed: boolean;
  /** The answers are of versions of a question that are not comparable. */
  versionsNotComparable: boolean;
  row: Variable & { categories: Category[]; multiple: boolean };
  column: Variable & { categories: Category[]; multiple: boolean };
  /** Rows that lack one of the two; null where that would tell of hidden ones. */
  missing: number | null;
}
