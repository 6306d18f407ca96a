import { expect, test } from 'vitest';
import { axisFor, targetLines } from '../../../client/charts/domain.ts';

const mark = (value: number, low = value, high = value) => ({ value, ci95: [low, high] as const });

test('a share begins at zero and never ends above one', () => {
  expect(axisFor('share', [mark(0.16, 0.13, 0.19)], [0.35]).domain).toEqual([0, 0.4]);
  expect(axisFor('share', [mark(0.99, 0.97, 1)], [0.9]).domain).toEqual([0, 1]);
});
test('a mean keeps to the scale of its question', () => {
  expect(axisFor('mean', [mark(3, 2.6, 3.4)], [], [1, 5]).domain).toEqual([1, 5]);
});
test('a change has room on both sides of zero when groups differ in sign, and every interval fits', () => {
  const { domain, ticks } = axisFor('meanChange', [mark(1.12, 0.9, 1.34), mark(-0.12, -0.3, 0.06)], [0]);
  expect(domain[0]).toBeLessThanOrEqual(-0.3);
  expect(domain[1]).toBeGreaterThanOrEqual(1.34);
  expect(ticks).toContain(0);
});
test('nothing but zeros still has an axis', () => {
  expect(axisFor('count', [mark(0)], []).domain).toEqual([0, 1]);
});
test('only targets that are numbers are drawn', () => {
  expect(targetLines({ between: [0.4, 0.6] })).toEqual([0.4, 0.6]);
  expect(targetLines({ aboveWave: 'w1' })).toEqual([]);
  expect(targetLines({ judged: 'yes' })).toEqual([]);
});
