import type { Cells } from '../formSheet.ts';

/** What an expression may know of a question. */
export interface Subject {
  /** As it stands in SurveyJS expressions: the legal name, or `name-Comment`. */
  name: string;
  kind: 'one' | 'several' | 'text' | 'number' | 'moment' | 'computed';
  /** By the value in the sheet choices the one that our survey has; a number where the list is all whole numbers. */
  codes?: ReadonlyMap<string, string | number>;
  /** The repeat that it stands in: only there can it be asked for. */
  within?: string;
}

export interface Surroundings {
  /** @throws NotTranslatable when there is none, or it was not taken in */
  getSubject(name: string): Subject;
  /** What `.` stands for. */
  self?: Subject;
  /** In a choice_filter the cells of one choice by column. */
  cells?: Cells;
}
