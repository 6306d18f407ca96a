// Results as interface.md has them. Numbers are unrounded; shares 0-1.
import type { Measure, Target, Verdict } from '../programme/schema.ts';

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

export type Warning = 'responseRateGap' | 'smallBase' | 'versionsNotComparable';

export interface GoalResult extends Figures {
  id: string;
  title: Record<string, string>;
  measure: Measure;
  target: Target | null;
  status: Status;
  verdict: Verdict | null;
  warnings: Warning[];
  suppressed: false;
  groups: (GroupResult | SuppressedGroup)[];
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

export interface ProgrammeResults {
  programme: string;
  computedAt: string;
  as: string;
  goals: (GoalResult | SuppressedGoal)[];
}
