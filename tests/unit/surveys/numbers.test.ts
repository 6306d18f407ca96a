// Of countless numbers those that conditions tell apart.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aroundNumbers } from '../../../server/domain/surveys/cases/numbers.ts';

/** Tenths, so that there are whole numbers and others. */
const tenth = fc.integer({ min: -50, max: 50 }).map((each) => each / 10);
const standing = (number: number, constants: readonly number[]) =>
  constants.map((each) => Math.sign(number - each)).join();

test('every number that can be answered stands to the constants as one of the cases does, and each case can be answered', () => {
  const limits = fc.record({ min: tenth, max: tenth, decimals: fc.constantFrom(0, 1, 2) }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.uniqueArray(tenth, { maxLength: 4 }), limits, (constants, { min, max, decimals }) => {
      const isAnswer = (each: number) =>
        each >= (min ?? -Infinity) && each <= (max ?? Infinity) && (decimals !== 0 || Number.isInteger(each));
      const [none, ...cases] = aroundNumbers({ min, max, decimals }, new Set(constants));
      expect(none).toBeUndefined();
      const known = cases.map(Number);
      expect(known.every(isAnswer)).toBe(true);
      // Hundredths only where they may be answered: between two tenths there is nothing else.
      const perOne = decimals === undefined || decimals === 2 ? 100 : 10;
      const all = Array.from({ length: 14 * perOne + 1 }, (_, at) => (at - 7 * perOne) / perOne).filter(isAnswer);
      const missing = all.filter(
        (each) => !known.some((one) => standing(one, constants) === standing(each, constants)),
      );
      expect(missing).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});

test('a number so small that it is written with an exponent is no whole one', () => {
  expect(aroundNumbers({ decimals: 0 }, new Set([1e-7]))).toEqual([undefined, 0, 1]);
});
