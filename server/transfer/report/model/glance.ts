import type { Goal } from '../../../domain/programme/schema.ts';
import { clean, titleIn } from '../text/languages.ts';
import { type Block, heading } from './blocks.ts';
import { baseText, figuresOf, statusCell, valueText, verdictCell } from './cells.ts';
import { isGoal, type Making } from './making.ts';

/** All goals in one table with their status; below it the figures that are followed without a target. */
export function glance(made: Making): Block[] {
  const { text, content } = made;
  const { goals } = content.definition;
  const aimed = goals.filter(isGoal);
  const followed = goals.filter((goal) => !isGoal(goal));
  const start: Block[] = [heading(2, text.glance, true)];
  if (goals.length === 0) return [...start, { kind: 'paragraph', text: text.noGoals, tone: 'plain' }];
  return [
    ...start,
    ...(aimed.length > 0 ? [{ kind: 'paragraph', text: text.glanceLead, tone: 'quiet' } as const] : []),
    ...(aimed.length > 0 ? [goalTable(aimed, made)] : []),
    ...(followed.length > 0 ? [heading(3, text.followed), followedTable(followed, made)] : []),
  ];
}

function goalTable(goals: readonly Goal[], made: Making): Block {
  const { text, words, language } = made;
  return {
    kind: 'table',
    caption: null,
    columns: [
      { title: text.goal, width: 27, align: 'left' },
      { title: text.target, width: 16, align: 'left' },
      { title: text.result, width: 11, align: 'right' },
      { title: text.base, width: 15, align: 'right' },
      { title: text.status, width: 19, align: 'left' },
      { title: text.verdict, width: 15, align: 'left' },
    ],
    rows: goals.map((goal) => {
      const figures = figuresOf(goal, made);
      return [
        { text: titleIn(goal.title, language) },
        { text: words.target(goal.indicator.measure, goal.target ?? null) },
        { text: valueText(figures, made) },
        { text: baseText(figures, made) },
        statusCell(figures, made),
        verdictCell(figures, made),
      ];
    }),
  };
}

function followedTable(goals: readonly Goal[], made: Making): Block {
  const { text, words, language } = made;
  return {
    kind: 'table',
    caption: null,
    columns: [
      { title: text.figure, width: 44, align: 'left' },
      { title: text.result, width: 12, align: 'right' },
      { title: text.base, width: 16, align: 'right' },
      { title: text.missing, width: 10, align: 'right' },
      { title: text.interval, width: 20, align: 'right' },
    ],
    rows: goals.map((goal) => {
      const figures = figuresOf(goal, made);
      const shown = figures && !figures.suppressed ? figures : undefined;
      return [
        { text: clean(titleIn(goal.title, language)) },
        { text: valueText(figures, made) },
        { text: baseText(figures, made) },
        { text: shown && shown.missing > 0 ? words.whole(shown.missing) : '' },
        { text: shown ? words.interval(shown.measure, shown.ci95) : '' },
      ];
    }),
  };
}
