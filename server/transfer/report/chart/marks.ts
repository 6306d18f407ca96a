// A chart as rectangles, lines, circles and texts: drawn alike as SVG and into a PDF.
import type { Chart, ChartRow } from './chart.ts';
import { edge, ink, quiet, targetColour } from './colours.ts';

export type Mark =
  | { kind: 'rect'; x: number; y: number; width: number; height: number; fill: string; stroke?: string }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; stroke: string; width: number; dashed?: boolean }
  | { kind: 'circle'; x: number; y: number; radius: number; fill: string }
  /** `y` is the base line. */
  | {
      kind: 'text';
      x: number;
      y: number;
      text: string;
      size: number;
      bold: boolean;
      align: 'left' | 'center' | 'right';
      fill: string;
    };

export interface Drawing {
  width: number;
  height: number;
  marks: Mark[];
}
const width = 640;
const [left, right] = [178, 500];
const [top, rowHeight, runGap, barHeight] = [24, 19, 21, 11];

export function drawChart(chart: Chart): Drawing {
  const { low, high } = chart.axis;
  const x = (value: number) => left + ((value - low) / (high - low || 1)) * (right - left);
  const marks: Mark[] = [];
  let y = top;
  for (const { title, rows } of chart.runs) {
    if (title !== '') {
      y += runGap;
      marks.push(
        label(left - 8, y - 5, title.charAt(0).toUpperCase() + title.slice(1), {
          align: 'right',
          bold: true,
          size: 12,
        }),
      );
    }
    for (const row of rows) {
      marks.push(...rowMarks(row, y, x, chart.dots));
      y += rowHeight;
    }
  }
  const bottom = y + 4;
  return {
    width,
    height: bottom + 20,
    marks: [...gridMarks(chart, x, bottom), ...marks, ...targetMarks(chart, x, bottom)],
  };
}

interface LabelStyle {
  align?: 'left' | 'center' | 'right';
  bold?: boolean;
  size?: number;
  fill?: string;
}
const label = (x: number, y: number, text: string, style: LabelStyle = {}): Mark => {
  const { align = 'left', bold = false, size = 13, fill = ink } = style;
  return { kind: 'text', x, y, text, size, bold, align, fill };
};

function gridMarks({ axis, tick }: Chart, x: (value: number) => number, bottom: number): Mark[] {
  return axis.ticks.flatMap((value): Mark[] => [
    {
      kind: 'line',
      x1: x(value),
      y1: top - 4,
      x2: x(value),
      y2: bottom,
      stroke: edge,
      width: value === 0 ? 1.5 : 0.75,
    },
    label(x(value), bottom + 14, tick(value), { align: 'center', size: 11, fill: quiet }),
  ]);
}

function targetMarks({ targets }: Chart, x: (value: number) => number, bottom: number): Mark[] {
  return targets.flatMap(({ value, label: text }, at): Mark[] => {
    const align = targets.length < 2 ? 'center' : at === 0 ? 'right' : 'left';
    const style = { align, bold: true, size: 12, fill: targetColour } as const;
    return [...upright(x(value), top - 8, bottom, 2, true), label(x(value), top - 12, text, style)];
  });
}

/** White beside it, so that it is seen on a dark bar too, also without colour. */
function upright(at: number, from: number, to: number, lineWidth: number, dashed: boolean): Mark[] {
  const line = { kind: 'line', x1: at, y1: from, x2: at, y2: to } as const;
  return [
    { ...line, stroke: '#ffffff', width: lineWidth + 2 },
    { ...line, stroke: targetColour, width: lineWidth, dashed },
  ];
}

function rowMarks(row: ChartRow, y: number, x: (value: number) => number, dots: boolean): Mark[] {
  const middle = y + rowHeight / 2;
  const barTop = middle - barHeight / 2;
  const name = label(left - 8, middle + 4.5, shortened(row.name), { align: 'right' });
  const figure = label(right + 10, middle + 4.5, row.figure, {
    bold: row.value !== null,
    fill: row.hidden ? quiet : ink,
  });
  const base = label(width, middle + 4.5, row.base, { align: 'right', size: 11, fill: quiet });
  const field = row.hidden ? hatched(barTop) : valueMarks(row, middle, x, dots);
  const own = row.target.flatMap((value) => upright(x(value), barTop - 3, barTop + barHeight + 3, 2.5, false));
  return [name, ...field, ...own, figure, ...(row.base === '' ? [] : [base])];
}

function valueMarks(
  { value, interval, colour }: ChartRow,
  middle: number,
  x: (value: number) => number,
  dots: boolean,
): Mark[] {
  if (value === null) return [];
  const [zero, end] = [x(0), x(value)];
  const bar: Mark = dots
    ? { kind: 'circle', x: end, y: middle, radius: 5, fill: colour }
    : {
        ...{ kind: 'rect', y: middle - barHeight / 2, height: barHeight, fill: colour },
        ...{ x: Math.min(zero, end), width: Math.max(Math.abs(end - zero), 0.5) },
      };
  const span = interval ? whisker(x(interval[0]), x(interval[1]), middle) : [];
  return dots ? [...span, bar] : [bar, ...span];
}

/** White behind the dark line, so that it is seen on the bar as well as beside it. */
function whisker(from: number, to: number, middle: number): Mark[] {
  const lines = (stroke: string, lineWidth: number): Mark[] =>
    [
      { x1: from, y1: middle, x2: to, y2: middle },
      ...[from, to].map((at) => ({ x1: at, y1: middle - 4, x2: at, y2: middle + 4 })),
    ].map((line) => ({ kind: 'line', ...line, stroke, width: lineWidth }));
  return [...lines('#ffffff', 3.5), ...lines(ink, 1.25)];
}

function hatched(y: number): Mark[] {
  const step = 7;
  const count = Math.floor((right - left - barHeight) / step);
  const lines = Array.from({ length: count + 1 }, (_, at): Mark => {
    const x1 = left + at * step;
    return { kind: 'line', x1, y1: y + barHeight, x2: x1 + barHeight, y2: y, stroke: '#9aa5a2', width: 1 };
  });
  return [
    { kind: 'rect', x: left, y, width: right - left, height: barHeight, fill: '#ffffff', stroke: edge },
    ...lines,
  ];
}

const mostLetters = 26;
const shortened = (name: string) => (name.length > mostLetters ? `${name.slice(0, mostLetters - 1).trimEnd()}…` : name);
