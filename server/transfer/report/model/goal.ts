// One goal's chapter: figure, chart, groups, how it is counted, the evaluator's text, what to bear in mind.
import type { Goal } from '../../../domain/programme/schema.ts';
import { altText, chartOf, partsOf } from '../chart/chart.ts';
import { howCounted } from '../counted.ts';
import { isMean, isShare } from '../figures.ts';
import { clean, fill, titleIn } from '../text/languages.ts';
import { type Block, type Cell, facts, heading, paragraphs } from './blocks.ts';
import { figuresOf, rateText, statusCell, valueText } from './cells.ts';
import { groupTables, leftOutVariables } from './groups.ts';
import { type GoalFigures, isGoal, type Making } from './making.ts';

/** Of a figure that is only followed, no chapter unless somebody has written about it. */
export function goalSection(goal: Goal, made: Making): Block[] {
  const { text, texts, language, content } = made;
  const written = clean(texts?.goals[goal.id] ?? '');
  const figures = figuresOf(goal, made);
  if (!figures || (!isGoal(goal) && written === '')) return [];
  const title = titleIn(goal.title, language);
  const other = texts && texts.language !== language ? texts.language : undefined;
  const own = paragraphs(written, other);
  const limits = limitsOf(figures, made);
  const counted = howCounted(goal, {
    programme: content.definition,
    surveys: content.surveys,
    language,
    words: made.words,
  });
  return [
    heading(2, title, true),
    { kind: 'facts', rows: keyRows(goal, figures, made) },
    ...chartBlocks(figures, title, made),
    ...(limits.length > 0 ? [heading(3, text.limits), { kind: 'list', items: limits } as const] : []),
    ...groupBlocks(figures, made),
    heading(3, text.howCounted),
    facts(counted),
    ...(own.length > 0 ? [heading(3, text.comment), ...own] : []),
  ];
}

const isCount = (measure: string) => measure === 'count' || measure === 'people';

function keyRows(goal: Goal, figures: GoalFigures, made: Making): { term: string; cell: Cell }[] {
  const { text, words } = made;
  const rows: { term: string; cell: Cell }[] = [];
  const add = (term: string, said: string) => said !== '' && rows.push({ term, cell: { text: said } });
  const { measure } = goal.indicator;
  if (measure !== 'judged') add(text.result, valueText(figures, made));
  if (!figures.suppressed) {
    add(text.base, words.base(measure, figures));
    if (measure !== 'judged' && (figures.missing > 0 || !isCount(measure)))
      add(text.missing, words.whole(figures.missing));
    add(text.interval, words.interval(measure, figures.ci95));
    if (figures.sd !== null) add(text.sd, words.amount('mean', figures.sd));
    if (figures.responseRate) add(text.responseRate, rateText(figures.responseRate, made));
  }
  add(text.target, words.target(measure, goal.target ?? null));
  const status = statusCell(figures, made);
  if (status.text !== '') rows.push({ term: text.computed, cell: status });
  const { verdict } = figures;
  if (!verdict) return isGoal(goal) ? [...rows, { term: text.verdict, cell: { text: text.noVerdict } }] : rows;
  const judged = { status: text[verdict.status], by: clean(verdict.by), date: verdict.date };
  add(text.verdict, fill(text.verdictBy, judged));
  add(text.motivation, clean(verdict.motivation));
  return rows;
}

/** Rows of a chart that stay readable on one page. */
const mostRows = 32;

function chartBlocks(figures: GoalFigures, title: string, made: Making): Block[] {
  const chart = chartOf(figures, made);
  if (!chart) return [];
  const { text } = made;
  const note = isMean(figures.measure) ? text.chartDots : isShare(figures.measure) ? text.chartNote : text.chartCounts;
  return [
    ...partsOf(chart, mostRows).map((part): Block => ({ kind: 'chart', chart: part, alt: altText(part, title, made) })),
    { kind: 'paragraph', text: note, tone: 'quiet' },
  ];
}

function groupBlocks(figures: GoalFigures, made: Making): Block[] {
  const tables = groupTables(figures, made);
  if (tables.length === 0) return [];
  const others = leftOutVariables(figures).map(made.words.variable);
  const note = fill(made.text.otherTables, { variables: others.join(', ') });
  return [
    heading(3, made.text.tables),
    ...tables,
    ...(others.length > 0 ? [{ kind: 'paragraph', text: note, tone: 'quiet' } as const] : []),
  ];
}

/** Warnings of the figures, and what is hidden and why. */
function limitsOf(figures: GoalFigures, { text, content }: Making): string[] {
  const { below } = content.definition.suppression;
  const warnings = figures.warnings.map((warning) => text[warning]).filter((each) => each !== undefined);
  if (figures.suppressed) return [...warnings, fill(text.hiddenTotal, { below })];
  const count = figures.groups.filter((group) => group.suppressed).length;
  if (count === 0) return warnings;
  return [...warnings, fill(count === 1 ? text.hiddenGroup : text.hiddenGroups, { count, below })];
}
