// What each part of the report is made with.
import type { Goal } from '../../../domain/programme/schema.ts';
import type { SnapshotContent } from '../../../domain/snapshots/content.ts';
import type { ReportTexts } from '../../../store/reports.ts';
import { type FigureWords, figureWords } from '../figures.ts';
import { type Language, reportTexts } from '../text/languages.ts';
import type { ReportText } from '../text/sv.ts';

export interface Source {
  content: SnapshotContent;
  hash: string;
  /** Absent while nobody has written anything. */
  texts: ReportTexts | undefined;
  language: Language;
}
export interface Making extends Source {
  text: ReportText;
  words: FigureWords;
}
export type GoalFigures = SnapshotContent['results']['goals'][number];
/** A goal that has a target or is judged; all others are only followed. */
export const isGoal = (goal: Goal): boolean => goal.target !== undefined || goal.indicator.measure === 'judged';

export const making = (source: Source): Making => ({
  ...source,
  text: reportTexts[source.language],
  words: figureWords(source.content.definition, source.language),
});
