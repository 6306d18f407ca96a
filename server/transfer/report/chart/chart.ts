// What a goal's chart shows: the total and its groups as rows, on one axis, with the target.
import type { Target } from '../../../domain/programme/schema.ts';
import { isMean } from '../figures.ts';
import { printedGroups } from '../model/groups.ts';
import type { GoalFigures, Making } from '../model/making.ts';
import { fill } from '../text/languages.ts';
import { type Axis, axisFor } from './axis.ts';
import { accent, colourOf } from './colours.ts';

export interface ChartRow {
  name: string;
  /** Null: hidden, or there is no data. */
  value: number | null;
  interval: readonly [number, number] | null;
  hidden: boolean;
  colour: string;
  /** Beside the bar: the figure, and what it is reckoned on. */
  figure: string;
  base: string;
  /** The group's own target, where it has one. */
  target: number[];
}
export interface Chart {
  /** Runs of rows: the total first, then one for each variable, with its name. */
  runs: { title: string; rows: ChartRow[] }[];
  axis: Axis;
  tick(value: number): string;
  targets: { value: number; label: string }[];
  /** The target as a sentence; empty where there is none. */
  aim: string;
  /** A dot in place of a bar, where the axis does not begin at zero. */
  dots: boolean;
}
const drawn = ['gender', 'ageBand', 'bornAbroad', 'site'];

/** @param only this one variable. @returns undefined when there is nothing to draw: a judged or hidden goal, or one without data */
export function chartOf(figures: GoalFigures, made: Making, only?: string): Chart | undefined {
  if (figures.suppressed || figures.value === null) return undefined;
  const { measure } = figures;
  const { text, words } = made;
  const groups = [...printedGroups(figures)].filter(([name]) => (only ? name === only : drawn.includes(name)));
  const total = rowOf(text.total, figures, accent, measure, made);
  const runs = groups.map(([name, list]) => ({
    title: words.variable(name),
    rows: list.map((group) => rowOf(words.group(group.by), group, colourOf(group.by[name]), measure, made)),
  }));
  const all = [{ title: '', rows: [total] }, ...runs];
  const targets = lineTargets(figures.target);
  const values = all.flatMap((run) => run.rows).flatMap((row) => [...marksOf(row), ...row.target]);
  return {
    runs: all,
    axis: axisFor(measure, [...values, ...targets]),
    tick: (value) => words.precise(measure, value),
    targets: targets.map((value) => ({
      value,
      label: fill(text.targetLine, { value: words.precise(measure, value) }),
    })),
    aim: figures.target ? fill(text.chartTarget, { target: words.target(measure, figures.target) }) : '',
    dots: isMean(measure),
  };
}

/** @returns charts of at most so many rows, each with the total; a long run goes on in the next one */
export function partsOf(chart: Chart, most: number): Chart[] {
  const [total, ...rest] = chart.runs;
  const parts: Chart['runs'][] = [[]];
  let left = most;
  for (const { title, rows } of rest)
    for (let from = 0; from < rows.length; ) {
      const fits = rows.length <= most && rows.length > left ? 0 : Math.min(left, rows.length - from);
      if (fits > 0) parts.at(-1)?.push({ title, rows: rows.slice(from, from + fits) });
      else parts.push([]);
      left = fits > 0 ? left - fits : most;
      from += fits;
    }
  return parts.map((runs) => ({ ...chart, runs: [...(total ? [total] : []), ...runs] }));
}

const marksOf = ({ value, interval }: ChartRow) => [...(value === null ? [] : [value]), ...(interval ?? [])];

function rowOf(
  name: string,
  row: GoalFigures | GoalFigures['groups'][number],
  colour: string,
  measure: GoalFigures['measure'],
  { text, words }: Making,
): ChartRow {
  const head = { name, colour };
  if (row.suppressed)
    return { ...head, value: null, interval: null, hidden: true, figure: text.hidden, base: '', target: [] };
  const { value, ci95 } = row;
  const isGroup = 'by' in row;
  return {
    ...{ ...head, value, interval: ci95, hidden: false },
    figure: value === null ? text.noData : words.amount(measure, value),
    base: value === null ? '' : words.base(measure, row),
    target: isGroup ? lineTargets(row.target) : [],
  };
}

/** The numbers of a target that can be drawn; none for `aboveWave` and `judged`. */
function lineTargets(target: Target | null): number[] {
  if (!target || 'aboveWave' in target || 'judged' in target) return [];
  return Object.values(target).flat();
}

/** What the picture says, for those who hear it: every figure, in the order of the rows. */
export function altText(chart: Chart, title: string, { text }: Making): string {
  const rows = chart.runs.flatMap((run) => run.rows);
  const figures = rows.map((row) => fill(text.chartFigure, { name: row.name, value: row.figure })).join(', ');
  return [fill(text.chart, { title, figures: `${figures}.` }), chart.aim].join(' ').trim();
}
