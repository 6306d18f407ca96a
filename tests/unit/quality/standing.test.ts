// Numbers told day after day move by no fewer than the limit, and are never further from the truth.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Standing } from '../../../server/domain/quality/standing.ts';

const below = 5;
const tellAll = (numbers: readonly number[]) => {
  let previous = {};
  return numbers.map((number) => {
    const standing = new Standing(previous, below);
    const told = standing.tell('found', number);
    previous = standing.numbers;
    return told;
  });
};

test('a number stays while few come or go, and moves when it is the limit away', () => {
  expect(tellAll([10, 11, 14, 15, 12, 10])).toEqual([10, 10, 10, 15, 15, 10]);
});

test('what was hidden or nothing binds to nothing', () => {
  expect(tellAll([0, 3, 5, 4, 0])).toEqual([0, 3, 5, 5, 0]);
});

test('of two numbers told in turn, both five or more, the difference is none or five', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 30 }), (numbers) => {
      const told = tellAll(numbers);
      for (const [at, number] of told.entries()) {
        expect(Math.abs(number - (numbers[at] ?? 0))).toBeLessThan(below);
        const before = told[at - 1];
        if (before === undefined || before < below || number < below) continue;
        expect(number === before || Math.abs(number - before) >= below).toBe(true);
      }
    }),
    { seed: 11 },
  );
});
