// Against figures that others have published: what R prints for its own data sets, NIST's reference data, Newcombe's table.
import { expect, test } from 'vitest';
import { changeOf, correlation } from '../../../server/domain/statistics/change.ts';
import {
  differenceOfMeans,
  differenceOfShares,
  type Sample,
  withoutPart,
} from '../../../server/domain/statistics/differences.ts';
import { chiSquareTail, independence } from '../../../server/domain/statistics/independence.ts';
import { addTo, meanFigures } from '../../../server/domain/statistics/mean.ts';
import { quartilesOf } from '../../../server/domain/statistics/quantiles.ts';

const figuresOf = (values: number[]) => {
  const sums = { n: 0, origin: 0, sum: 0, squares: 0 };
  for (const value of values) addTo(sums, value);
  return meanFigures(sums);
};
const sampleOf = (values: number[]): Sample => {
  const { n, mean, sd } = figuresOf(values);
  return { n, mean: mean ?? Number.NaN, sd };
};

// R 4, datasets::sleep and datasets::mtcars
const sleep = {
  first: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  second: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
};
const automatic = [
  21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 21.5, 15.5, 15.2, 13.3, 19.2,
];
const manual = [21, 21, 22.8, 32.4, 30.4, 33.9, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4];

test.each([
  // NIST StRD, univariate: certified mean and standard deviation
  ['NumAcc1', [10000001, 10000003, 10000002], 10000002, 1],
  ['NumAcc2', [1.2, ...Array.from({ length: 1000 }, (_, at) => (at % 2 ? 1.3 : 1.1))], 1.2, 0.1],
  [
    'NumAcc3',
    [1000000.2, ...Array.from({ length: 1000 }, (_, at) => (at % 2 ? 1000000.3 : 1000000.1))],
    1000000.2,
    0.1,
  ],
  [
    'NumAcc4',
    [10000000.2, ...Array.from({ length: 1000 }, (_, at) => (at % 2 ? 10000000.3 : 10000000.1))],
    10000000.2,
    0.1,
  ],
])('mean and standard deviation of %s are those NIST certifies', (_, values, mean, sd) => {
  const figures = figuresOf(values);
  expect(figures.mean! / mean).toBeCloseTo(1, 12);
  expect(figures.sd! / sd).toBeCloseTo(1, 7);
});

test('quartiles are those of R: quantile(mtcars$mpg)', () => {
  const { lower, median, upper } = quartilesOf([...automatic, ...manual])!;
  expect([lower, median, upper].map((each) => Number(each.toFixed(6)))).toEqual([15.425, 19.2, 22.8]);
  expect(quartilesOf([])).toBeNull();
  expect(quartilesOf([3])).toEqual({ n: 1, lower: 3, median: 3, upper: 3 });
});

test.each([
  // upper 5 % points and one far tail, as R's pchisq(lower.tail = FALSE)
  [3.841459, 1, 0.05],
  [18.30704, 10, 0.05],
  [124.3421, 100, 0.05],
  [0.01, 1, 0.9203443],
  [2, 4, 0.7357589],
])('the tail of chi-square beyond %f with %i degrees of freedom is %f', (x, df, p) => {
  expect(chiSquareTail(x, df)).toBeCloseTo(p, 6);
});

test('a far tail keeps its digits', () => {
  // 2 degrees of freedom: exp(-x / 2)
  expect(chiSquareTail(200, 2) / Math.exp(-100)).toBeCloseTo(1, 10);
  expect(chiSquareTail(0, 3)).toBe(1);
});

test.each([
  // ?chisq.test: party by gender, Agresti (2007) p. 39
  [
    'party',
    [
      [762, 327, 468],
      [484, 239, 477],
    ],
    30.07,
    2,
    2.954e-7,
    true,
  ],
  // chisq.test(table(mtcars$cyl, mtcars$gear)), with R's warning that the approximation may be incorrect
  [
    'gears',
    [
      [1, 8, 2],
      [2, 4, 1],
      [12, 0, 2],
    ],
    18.036,
    4,
    0.001214,
    false,
  ],
  [
    'gearbox',
    [
      [3, 8],
      [4, 3],
      [12, 2],
    ],
    8.7407,
    2,
    0.01265,
    false,
  ],
] as [string, number[][], number, number, number, boolean][])(
  'chi-square of %s is what R prints',
  (_, table, x, df, p, holds) => {
    const found = independence(table)!;
    expect(found.chiSquare).toBeCloseTo(x, x > 20 ? 2 : 3);
    expect(found.df).toBe(df);
    expect(found.p / p).toBeCloseTo(1, 3);
    expect(found.condition.holds).toBe(holds);
  },
);

test('hair and eyes: chi-square 138.29 and V 0.279, as vcd::assocstats prints', () => {
  const hair = [
    [68, 20, 15, 5],
    [119, 84, 54, 29],
    [26, 17, 14, 14],
    [7, 94, 10, 16],
  ];
  const { chiSquare, v, n, condition } = independence(hair)!;
  expect(chiSquare).toBeCloseTo(138.29, 2);
  expect(v).toBeCloseTo(0.279, 3);
  expect([n, condition.holds]).toEqual([592, true]);
});

test('empty rows and columns are not compared, and one row alone is not', () => {
  expect(
    independence([
      [3, 0, 8],
      [0, 0, 0],
      [4, 0, 3],
      [12, 0, 2],
    ])?.df,
  ).toBe(2);
  expect(
    independence([
      [3, 8],
      [0, 0],
    ]),
  ).toBeNull();
  expect(independence([])).toBeNull();
});

test.each([
  // Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('%i of %i less %i of %i lies between Newcombe’s limits', (a, m, b, n, low, high) => {
  const { estimate, ci95 } = differenceOfShares({ hits: a, of: m }, { hits: b, of: n })!;
  expect(estimate).toBeCloseTo(a / m - b / n, 12);
  expect(ci95?.map((each) => Number(each.toFixed(4)))).toEqual([low, high]);
});

test('shares of no rows are not compared', () => {
  expect(differenceOfShares({ hits: 0, of: 0 }, { hits: 1, of: 3 })).toBeNull();
});

test('Welch’s interval is R’s: t.test(extra ~ group, sleep) and t.test(mpg ~ am, mtcars)', () => {
  const rounded = (a: number[], b: number[]) =>
    differenceOfMeans(sampleOf(a), sampleOf(b)).ci95?.map((each) => Number(each.toFixed(5)));
  expect(rounded(sleep.first, sleep.second)).toEqual([-3.36548, 0.20548]);
  expect(rounded(automatic, manual)).toEqual([-11.28019, -3.20968]);
});

test('a mean of one value, or of equal values only, has a difference without interval', () => {
  expect(differenceOfMeans({ n: 1, mean: 3, sd: null }, { n: 5, mean: 2, sd: 1 })).toEqual({ estimate: 1, ci95: null });
  expect(differenceOfMeans({ n: 4, mean: 3, sd: 0 }, { n: 5, mean: 2, sd: 0 }).ci95).toBeNull();
});

test('what is left of a whole without a part is what the rest alone gives', () => {
  const rest = withoutPart(sampleOf([...automatic, ...manual]), sampleOf(manual))!;
  const own = sampleOf(automatic);
  expect(rest.n).toBe(19);
  expect(rest.mean).toBeCloseTo(own.mean, 10);
  expect(rest.sd).toBeCloseTo(own.sd!, 10);
  expect(withoutPart(own, own)).toBeNull();
});

test('paired change is R’s: t.test(sleep, paired = TRUE), mean 1.58 and its interval', () => {
  const pairs = sleep.first.map((first, at) => [first, sleep.second[at] ?? 0] as const);
  const change = changeOf(pairs);
  expect(change.mean).toBeCloseTo(1.58, 10);
  expect(change.ci95?.map((each) => Number(each.toFixed(7)))).toEqual([0.7001142, 2.4598858]);
  expect([change.up, change.same, change.down]).toEqual([9, 1, 0]);
  // t = 4.0621 = effect * sqrt(10)
  expect(change.effect! * Math.sqrt(10)).toBeCloseTo(4.0621, 4);
});

test('correlation is R’s: cor(sleep$extra[1:10], sleep$extra[11:20]) is 0.7951702', () => {
  expect(correlation(sleep.first, sleep.second)).toBeCloseTo(0.7951702, 6);
  expect(correlation([1, 1, 1], [1, 2, 3])).toBeNull();
});

test('low ones that rise and high ones that fall are taken for regression to the mean; an equal rise for all is not', () => {
  const crossed = Array.from({ length: 40 }, (_, at) => [1 + (at % 5), 1 + ((at * 2) % 5)] as const);
  expect(changeOf(crossed).regression.clear).toBe(true);
  const risen = Array.from({ length: 40 }, (_, at) => [1 + (at % 4), 2 + (at % 4) - Number(at === 3)] as const);
  expect(changeOf(risen).regression.clear).toBe(false);
  expect(changeOf([]).effect).toBeNull();
  expect(changeOf([[2, 3]]).regression).toEqual({ correlation: null, oldham: null, clear: false });
});
