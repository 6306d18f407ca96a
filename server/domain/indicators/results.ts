// Results as interface.md has them. Numbers are unrounded; shares 0-1.
import type { Measure, Target, Verdict } from '../programme/schema.ts';
import type { DefinitionUsed } from './definitions.ts';

export type Status = 'met' | 'near' | 'notMet' | 'noData' | 'judged';
export type GroupKey = Record<string, string | number>;

/** The figures of a goal or of one of its groups. What does not apply to the measure is null. */
export interface Figures {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  missing: number;
  /** mean and meanChange */
  n: number | null;
  mean: number | null;
  sd: number | null;
  ci95: [number, number] | null;
  responseRate: { answered: number; due: number } | null;
}

export interface GroupResult extends Figures {
  by: GroupKey;
  target: Target | null;
  status: Status | null;
  suppressed: false;
}

export interface SuppressedGroup {
  by: GroupKey;
  suppressed: true;
}

/** `filterNotApplicable`: the filter asked for needs a name that the goal's population lacks, so nothing was counted. */
export type Warning = 'responseRateGap' | 'smallBase' | 'versionsNotComparable' | 'filterNotApplicable';

export interface GoalResult extends Figures {
  id: string;
  title: Record<string, string>;
  measure: Measure;
  target: Target | null;
  /** Null for a goal without a target that is not judged either. */
  status: Status | null;
  verdict: Verdict | null;
  warnings: Warning[];
  suppressed: false;
  groups: (GroupResult | SuppressedGroup)[];
}

/** How many rows stand behind one figure: what disclosure control decides by. Never printed. */
export interface Cell {
  /** Rows of the group after filters; for followUps those that were reached. */
  rows: number;
  /** Rows the figure is reckoned on. */
  base: number;
  /** Of a share; null for other measures. */
  numerator: number | null;
  /** Rows that were due, for followUps; else the same as rows. */
  due: number;
}

/** One list of groups in counts. `leftOut` holds the rows that lack the variable: in the total, in no group. */
export interface CellList {
  variables: string[];
  keys: GroupKey[];
  cells: Cell[];
  leftOut: Cell;
}

export interface Basis {
  total: Cell;
  /** Response rates of women and men (and others) differ enough to warn, among groups large enough to be shown. */
  genderGap: boolean;
  /** The lists asked for, and both one-way margins of each crossed one. */
  lists: CellList[];
}

/** A goal as counted, complete. `protect` turns it into what may be shown, for whoever asks. */
export interface CountedGoal extends GoalResult {
  groups: GroupResult[];
  basis: Basis;
}

/** A goal whose total itself is too small to show: no number at all. */
export interface SuppressedGoal {
  id: string;
  title: Record<string, string>;
  measure: Measure;
  target: Target | null;
  status: null;
  verdict: Verdict | null;
  warnings: Warning[];
  suppressed: true;
  groups: (GroupResult | SuppressedGroup)[];
}

/** By which of its definition versions a goal was counted; absent in what was frozen before there were any. */
export interface Defined {
  definition?: DefinitionUsed | null;
}

export interface ProgrammeResults {
  programme: string;
  computedAt: string;
  as: string;
  goals: ((GoalResult | SuppressedGoal) & Defined)[];
}
