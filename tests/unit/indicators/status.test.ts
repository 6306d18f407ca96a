import { expect, test } from 'vitest';
import { parseBy } from '../../../server/domain/indicators/by.ts';
import { formatMean, formatNumber, formatShare, roundHalfUp } from '../../../server/domain/indicators/format.ts';
import { statusOf } from '../../../server/domain/indicators/status.ts';
import type { Target } from '../../../server/domain/programme/schema.ts';

test.each<[number | null, Target, number, string]>([
  [0.35, { atLeast: 0.35 }, 0, 'met'],
  [0.3499, { atLeast: 0.35 }, 0, 'notMet'],
  [0.88, { atLeast: 0.9 }, 0.02, 'near'],
  [0.8799, { atLeast: 0.9 }, 0.02, 'notMet'],
  [0.1 + 0.2, { atMost: 0.3 }, 0, 'met'],
  [0.41, { atMost: 0.4 }, 0.01, 'near'],
  [0.4, { between: [0.4, 0.6] }, 0, 'met'],
  [0.6, { between: [0.4, 0.6] }, 0, 'met'],
  [0.61, { between: [0.4, 0.6] }, 0.02, 'near'],
  [0, { above: 0 }, 0, 'notMet'],
  [1e-17, { above: 0 }, 0, 'notMet'],
  [0.01, { above: 0 }, 0, 'met'],
  [0, { above: 0 }, 0.1, 'near'],
  [5, { below: 5 }, 0, 'notMet'],
  [4.9, { below: 5 }, 0, 'met'],
  [null, { atLeast: 0 }, 1, 'noData'],
])('%s against %j with near %s is %s', (value, target, near, status) => {
  expect(statusOf(value, target, near)).toBe(status);
});

test('aboveWave must be beaten, and needs data at the earlier wave', () => {
  expect(statusOf(3, { aboveWave: 'w1' }, 0, 2.92)).toBe('met');
  expect(statusOf(3, { aboveWave: 'w1' }, 0, 3)).toBe('notMet');
  expect(statusOf(3, { aboveWave: 'w1' }, 0, null)).toBe('noData');
});

test('rounding is half up in decimals, whatever the binary value', () => {
  expect([1.005, 0.285, 2.675, 0.125, -0.125, 0.1249].map((value) => roundHalfUp(value, 2))).toEqual([
    1.01, 0.29, 2.68, 0.13, -0.13, 0.12,
  ]);
  expect(formatShare(0.15924)).toBe('16\u00a0%');
  expect(formatShare(0.125)).toBe('13\u00a0%');
  expect(formatShare(0.145)).toBe('15\u00a0%');
  expect(formatShare(56 / 120, 1)).toBe('46,7\u00a0%');
  expect(formatMean(111 / 38)).toBe('2,92');
  expect(formatNumber(-0.12, 2)).toBe('\u22120,12');
  expect(formatNumber(-0.001, 2)).toBe('0,00');
  expect(formatNumber(741, 0)).toBe('741');
});

test('by reads commas as lists and stars as crosses, and refuses what makes no list', () => {
  expect(parseBy('gender, site')).toEqual([['gender'], ['site']]);
  expect(parseBy('gender*site,gender')).toEqual([['gender', 'site'], ['gender']]);
  expect(parseBy('')).toEqual([]);
  expect(parseBy('gender,gender')).toEqual([['gender']]);
  expect(() => parseBy('gender,,site')).toThrow('lacks a name');
  expect(() => parseBy('gender*gender')).toThrow('itself');
  expect(() => parseBy('a*b*c')).toThrow('more than two');
});
