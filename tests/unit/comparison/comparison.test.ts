// Which goals of two programmes are set against each other, and by how much they differ.
import { expect, test } from 'vitest';
import { differenceOf } from '../../../server/domain/comparison/difference.ts';
import { pairGoals } from '../../../server/domain/comparison/pairGoals.ts';
import type { GoalResult } from '../../../server/domain/indicators/results.ts';
import type { Goal } from '../../../server/domain/programme/schema.ts';

const goal = (id: string, measure: string, of?: string): Goal =>
  ({ id, title: { sv: id }, indicator: { population: 'exits', measure, ...(of && { of }) } }) as Goal;
const work = "{exitStatus} = 'employed'";
const told = (one: Goal[], other: Goal[]) => {
  const { pairs, alone } = pairGoals(one, other);
  return {
    pairs: pairs.map((each) => [each.one.id, each.other.id, each.matchedBy, each.sameDefinition]),
    one: alone.one.map(({ goal: { id }, reason }) => [id, reason]),
    other: alone.other.map(({ goal: { id }, reason }) => [id, reason]),
  };
};

test('goals meet by id, else by the same definition; the others say why they stand alone', () => {
  const one = [
    goal('work', 'share', work),
    goal('study', 'share', 'x'),
    goal('left', 'count'),
    goal('training', 'share', 'y'),
    goal('material', 'judged'),
  ];
  const other = [
    goal('exits', 'count'),
    goal('work', 'share', "{exitStatus} anyof ['employed', 'studying']"),
    goal('studies', 'share', 'x'),
    goal('training', 'count'),
    goal('else', 'share', 'z'),
  ];
  expect(told(one, other)).toEqual({
    pairs: [
      ['work', 'work', 'id', false],
      ['study', 'studies', 'definition', true],
      ['left', 'exits', 'definition', true],
    ],
    one: [
      ['training', 'otherMeasure'],
      ['material', 'judged'],
    ],
    other: [
      ['training', 'otherMeasure'],
      ['else', 'noCounterpart'],
    ],
  });
});

test('a goal that has met its namesake is not taken by definition, and each is taken once', () => {
  const one = [goal('a', 'share', work), goal('b', 'share', work)];
  const other = [goal('b', 'share', work)];
  expect(told(one, other)).toMatchObject({ pairs: [['b', 'b', 'id', true]], one: [['a', 'noCounterpart']], other: [] });
});

test('the order in which the definition was written does not matter', () => {
  const turned = {
    ...goal('c', 'share', work),
    indicator: { of: work, measure: 'share', population: 'exits' },
  } as Goal;
  expect(told([goal('a', 'share', work)], [turned]).pairs).toEqual([['a', 'c', 'definition', true]]);
});

const result = (measure: string, figures: Partial<GoalResult>): GoalResult =>
  ({
    measure,
    suppressed: false,
    numerator: null,
    denominator: null,
    n: null,
    mean: null,
    sd: null,
    ...figures,
  }) as GoalResult;

test('shares differ by Newcombe: his example of 56 of 70 against 48 of 80', () => {
  const [one, other] = [
    result('share', { numerator: 56, denominator: 70 }),
    result('share', { numerator: 48, denominator: 80 }),
  ];
  const { difference } = differenceOf(one, other);
  expect(difference?.estimate).toBeCloseTo(0.2, 12);
  expect(difference?.ci95?.map((each) => each.toFixed(4))).toEqual(['0.0524', '0.3339']);
});

test('means differ by Welch', () => {
  const { difference } = differenceOf(
    result('meanChange', { n: 10, mean: 1, sd: 1 }),
    result('meanChange', { n: 10, mean: 0.5, sd: 1 }),
  );
  // t with 18 degrees of freedom is 2.1009; times the root of 0.2
  expect(difference?.ci95?.map((each) => each.toFixed(3))).toEqual(['-0.440', '1.440']);
});

test.each([
  ['hidden', { measure: 'share', suppressed: true }],
  ['noData', result('share', { numerator: 0, denominator: 0 })],
  ['noData', result('mean', { n: 0 })],
  ['size', result('count', {})],
  ['size', result('people', {})],
  ['sites', result('shareOfSites', { numerator: 1, denominator: 2 })],
] as const)('no difference, %s', (why, one) => {
  const other = result(one.measure, { numerator: 1, denominator: 2, n: 5, mean: 1, sd: 1 });
  expect(differenceOf(one as GoalResult, other)).toEqual({ difference: null, why });
});
