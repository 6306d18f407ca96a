// A chart that is too long for a page goes on in another one.
import { expect, test } from 'vitest';
import { type Chart, chartOf, partsOf } from '../../../../server/transfer/report/chart/chart.ts';
import { making } from '../../../../server/transfer/report/model/making.ts';
import { buildSource } from './builders.ts';

const source = making(buildSource());
const [figures] = source.content.results.goals;
const whole = chartOf(figures!, source)!;
const [row] = whole.runs[0]!.rows;
const chart = (...lengths: number[]): Chart => ({
  ...whole,
  runs: [whole.runs[0]!, ...lengths.map((length, at) => ({ title: `v${at}`, rows: Array(length).fill(row) }))],
});
const shapeOf = (part: Chart) => part.runs.map(({ title, rows }) => `${title}${rows.length}`).join(' ');

test('every row is in just one part, the total in each, and a list that fits on one page is not parted', () => {
  expect(partsOf(chart(), 10).map(shapeOf)).toEqual(['1']);
  expect(partsOf(chart(2, 3), 10).map(shapeOf)).toEqual(['1 v02 v13']);
  expect(partsOf(chart(4, 8), 10).map(shapeOf)).toEqual(['1 v04', '1 v18']);
  expect(partsOf(chart(4, 24), 10).map(shapeOf)).toEqual(['1 v04 v16', '1 v110', '1 v18']);
  expect(partsOf(chart(10, 3), 10).map(shapeOf)).toEqual(['1 v010', '1 v13']);
});

test('axes begin at zero for shares and numbers, and hold intervals and target', () => {
  expect(whole.axis.low).toBe(0);
  expect(whole.axis.high).toBeGreaterThanOrEqual(24);
  expect(whole.targets.map(({ value }) => value)).toEqual([10]);
});
