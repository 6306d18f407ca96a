import { expect, test } from 'vitest';
import { addTo, meanFigures } from '../../../server/domain/statistics/mean.ts';
import { t95 } from '../../../server/domain/statistics/student.ts';
import { wilsonInterval } from '../../../server/domain/statistics/wilson.ts';

// Two-sided 5 % points as any printed table of Student's t has them.
test.each([
  [1, 12.7062],
  [2, 4.30265],
  [3, 3.18245],
  [5, 2.57058],
  [10, 2.22814],
  [29, 2.04523],
  [30, 2.04227],
  [60, 2.0003],
  [120, 1.97993],
  [199, 1.97196],
  [200, 1.9719],
  [1000, 1.96234],
  [1_000_000, 1.95997],
])('t with %i degrees of freedom is %f', (df, value) => {
  expect(t95(df)).toBeCloseTo(value, value > 10 ? 4 : 5);
});

test('both ways to the t quantile agree where they meet', () => {
  expect(Math.abs(t95(199.999999) - t95(200))).toBeLessThan(1e-8);
});

test('the Wilson interval agrees with published examples', () => {
  // Newcombe (1998), Statistics in Medicine 17, 857-872, table I: 81/263, 15/148, 0/20, 1/29.
  const rounded = (hits: number, of: number) => wilsonInterval(hits, of)?.map((value) => Number(value.toFixed(4)));
  expect(rounded(81, 263)).toEqual([0.2553, 0.3662]);
  expect(rounded(15, 148)).toEqual([0.0624, 0.1605]);
  expect(rounded(0, 20)).toEqual([0, 0.1611]);
  expect(rounded(1, 29)).toEqual([0.0061, 0.1718]);
  expect(wilsonInterval(20, 20)?.[1]).toBe(1);
  expect(wilsonInterval(0, 0)).toBeNull();
});

const figuresOf = (values: number[]) => {
  const sums = { n: 0, origin: 0, sum: 0, squares: 0 };
  for (const value of values) addTo(sums, value);
  return meanFigures(sums);
};

test('mean, sample deviation and interval of a worked example', () => {
  // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squared deviations 32, sd sqrt(32 / 7), t(7) = 2.36462
  const { mean, sd, ci95 } = figuresOf([2, 4, 4, 4, 5, 5, 7, 9]);
  expect(mean).toBe(5);
  expect(sd).toBeCloseTo(2.13809, 5);
  expect(ci95?.[0]).toBeCloseTo(5 - (2.36462 * 2.13809) / Math.sqrt(8), 4);
});

test('equal values have no spread at all, one value none to speak of, none no mean', () => {
  expect(figuresOf([0.1, 0.1, 0.1])).toMatchObject({ mean: 0.1, sd: 0, ci95: [0.1, 0.1] });
  expect(figuresOf([3])).toEqual({ n: 1, mean: 3, sd: null, ci95: null });
  expect(figuresOf([])).toEqual({ n: 0, mean: null, sd: null, ci95: null });
});
