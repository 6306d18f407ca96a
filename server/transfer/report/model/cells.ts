// A goal's figures as they stand in tables.
import type { Goal } from '../../../domain/programme/schema.ts';
import { fill } from '../text/languages.ts';
import type { Cell } from './blocks.ts';
import type { GoalFigures, Making } from './making.ts';

export const figuresOf = (goal: Goal, { content }: Pick<Making, 'content'>): GoalFigures | undefined =>
  content.results.goals.find((each) => each.id === goal.id);

export function statusCell(figures: GoalFigures | undefined, { text }: Making): Cell {
  const status = figures?.status;
  return status ? { text: text[status], status } : { text: figures?.suppressed ? text.hidden : '' };
}

/** Who judged, and what: apart from the computed status. */
export function verdictCell(figures: GoalFigures | undefined, { text }: Making): Cell {
  return figures?.verdict ? { text: text[figures.verdict.status] } : { text: text.none };
}

export function valueText(figures: GoalFigures | undefined, { text, words }: Making): string {
  if (figures?.suppressed) return text.hidden;
  return figures && figures.value !== null ? words.amount(figures.measure, figures.value) : text.none;
}

export const baseText = (figures: GoalFigures | undefined, { words }: Making) =>
  figures && !figures.suppressed ? words.base(figures.measure, figures) : '';

export function rateText({ answered, due }: { answered: number; due: number }, { text, words }: Making): string {
  if (due === 0) return '';
  const rate = words.amount('share', answered / due);
  return fill(text.responseRateOf, { rate, answered: words.whole(answered), due: words.whole(due) });
}
