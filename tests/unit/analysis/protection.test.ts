// What an evaluator is told of answers, and that nothing of a hidden group follows from it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { protectedCrossTable } from '../../../server/domain/analysis/crossTable.ts';
import type { Assessment, Enrolment } from '../../../server/domain/programme/records.ts';
import { protect } from '../disclosure/protect.ts';
import {
  buildEnrolment,
  buildProgramme,
  buildRows,
  count,
  type GoalOverrides,
  surveys,
  times,
} from '../indicators/builders.ts';
import { analyse } from './builders.ts';

const sites = ['a', 'b', 'c'];
const statuses = ['employed', 'other'];
const employed: GoalOverrides = {
  indicator: { population: 'exits', measure: 'share', of: "{exitStatus} = 'employed'" },
};
const build = (goal: GoalOverrides, suppression = {}) =>
  buildProgramme([goal], {
    suppression,
    sites: sites.map((slug) => ({ slug, title: slug })),
    codes: { exitStatus: statuses.map((value) => ({ value, title: { sv: value } })) },
  });
const exits = (n: number, exitStatus: string, overrides: Partial<Enrolment>) =>
  times(n, () => buildEnrolment({ end: '2024-12-01', exitStatus, ...overrides }));
/** For each site how many got work and how many did not. */
const bySite = (numbers: number[][]) =>
  buildRows({
    enrolments: numbers.flatMap(([yes = 0, no = 0], at) => [
      ...exits(yes, 'employed', { site: sites[at]! }),
      ...exits(no, 'other', { site: sites[at]! }),
    ]),
  });

test('where a group is hidden the answers are told of the whole only, and comparisons are of shown groups only', () => {
  const found = analyse(
    build(employed),
    bySite([
      [1, 2],
      [10, 20],
      [4, 3],
    ]),
    'site',
    'evaluator',
  );
  expect(found.withheld).toEqual(['hiddenGroups']);
  expect(found.distributions[0]?.groups).toBeNull();
  expect(found.distributions[0]?.whole.counts).toEqual([15, 25]);
  expect(found.comparisons.map(({ first }) => first.side)).toEqual([{ group: { site: 'b' } }]);
  expect(found.outcome).toMatchObject({ groups: [{ site: 'b' }], counts: [[10, 20]], hiddenGroups: 2, test: null });
});

test('where none is hidden each group’s answers are told', () => {
  const found = analyse(
    build(employed),
    bySite([
      [1, 6],
      [10, 20],
      [4, 3],
    ]),
    'site',
    'evaluator',
  );
  expect(found.withheld).toEqual([]);
  expect(found.distributions[0]?.groups?.map(({ counts }) => counts)).toEqual([
    [1, 6],
    [10, 20],
    [4, 3],
  ]);
});

test('a few rows in no group are a group of their own: the shown ones’ answers are not told', () => {
  const rows = buildRows({
    enrolments: [
      ...exits(9, 'employed', { gender: 'woman' }),
      ...exits(9, 'other', { gender: 'man' }),
      ...times(3, () => {
        const { gender: _, ...nobody } = buildEnrolment({ end: '2024-12-01', exitStatus: 'other' });
        return nobody;
      }),
    ],
  });
  const found = analyse(build(employed), rows, 'gender', 'evaluator');
  expect(found.distributions[0]?.groups).toBeNull();
});

test('a goal too small to show has no figure at all, and one that has moved on since its release tells no answers', () => {
  expect(analyse(build(employed), bySite([[1, 2]]), 'site', 'evaluator')).toEqual({
    ...{ goal: 'goal-0', by: ['site'], suppressed: true, withheld: [] },
    ...{ distributions: [], change: null, comparisons: [], outcome: null },
  });
  const programme = build(employed);
  const then = protect(programme, count(programme, bySite([[5, 5]])));
  const found = analyse(programme, bySite([[5, 6]]), '', 'evaluator', { results: then });
  expect(found).toMatchObject({ withheld: ['notReleased'], distributions: [], change: null });
});

test('who people are is never spread over values, only what they answered', () => {
  const women: GoalOverrides = {
    indicator: { population: 'exits', measure: 'share', of: "{gender} = 'woman' and {exitStatus} = 'employed'" },
  };
  const rows = buildRows({ enrolments: exits(9, 'employed', { gender: 'woman' }) });
  const names = (as: 'evaluator' | 'operator') =>
    analyse(build(women), rows, '', as).distributions.map(({ name }) => name);
  expect(names('evaluator')).toEqual(['exitStatus']);
  expect(names('operator')).toEqual(['gender', 'exitStatus']);
});

test('with cells protected too, a rare answer keeps back the distribution', () => {
  const cells = { cells: true };
  const rare = analyse(
    build(employed, cells),
    bySite([
      [12, 20],
      [3, 0],
    ]),
    '',
    'evaluator',
  );
  expect(rare.distributions).toHaveLength(1);
  const status = buildProgramme(
    [{ indicator: { population: 'exits', measure: 'share', of: '{exitStatus} notempty' } }],
    {
      suppression: cells,
      codes: { exitStatus: ['employed', 'other', 'ill'].map((value) => ({ value, title: { sv: value } })) },
    },
  );
  const enrolments = [...exits(20, 'employed', {}), ...exits(20, 'other', {}), ...exits(2, 'ill', {})];
  const found = analyse(status, buildRows({ enrolments }), '', 'evaluator');
  expect(found).toMatchObject({ distributions: [], withheld: ['smallCategories'] });
});

test('first by last answers are kept back where few began at some step', () => {
  const health: GoalOverrides = { indicator: { population: 'assessed', measure: 'meanChange', of: 'health' } };
  const rows = (few: number) => {
    const enrolments = times(10 + few, () => buildEnrolment());
    const assessments = enrolments.flatMap(({ enrolment }, at): Assessment[] =>
      ['2024-01-01', '2024-06-01'].map((date, card) => ({
        ...{ enrolment, date, coordinator: {} },
        person: { health: at < 10 ? 2 + card : 5 },
      })),
    );
    return buildRows({ enrolments, assessments });
  };
  const told = (few: number) => analyse(build(health), rows(few), '', 'evaluator').change;
  expect(told(2)?.transitions).toBeNull();
  expect(told(2)).toMatchObject({ n: 12, up: 10, same: 2 });
  expect(told(5)?.transitions?.counts[1]).toEqual([0, 0, 10, 0, 0]);
});

// Each site's outcomes are known but for those the evaluator cannot tell apart: swapping one answer between two hidden
// sites of the same size changes nothing that is shown.
const numbers = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), {
  minLength: 3,
  maxLength: 3,
});
test('an answer moved from one hidden group to another changes nothing that is told', () => {
  let tried = 0;
  fc.assert(
    fc.property(numbers, (table) => {
      const programme = build(employed);
      const told = (cells: number[][]) => analyse(programme, bySite(cells), 'site', 'evaluator');
      const results = protect(programme, count(programme, bySite(table), 'site'));
      const hidden = sites.flatMap((site, at) =>
        results[0]?.groups.some(({ by, suppressed }) => suppressed && by.site === site) ? [at] : [],
      );
      const [from, to] = hidden;
      if (from === undefined || to === undefined || results[0]?.suppressed) return;
      tried += 1;
      const moved = table.map((cells) => [...cells]);
      moved[from]![0]! -= 1;
      moved[from]![1]! += 1;
      moved[to]![0]! += 1;
      moved[to]![1]! -= 1;
      expect(told(moved)).toEqual(told(table));
    }),
    { numRuns: 150, seed: 11 },
  );
  expect(tried).toBeGreaterThan(50);
});

test('a cross table has exactly the cells that the results show, and no test while one is hidden', () => {
  const programme = build({ indicator: { population: 'exits', measure: 'count' } });
  const people = (site: string, gender: 'woman' | 'man', n: number) => exits(n, 'other', { site, gender });
  const question = { programme, surveys, population: 'exits' as const, row: 'site', column: 'gender' };
  const cross = (rows: ReturnType<typeof buildRows>) => {
    const goals = protect(programme, count(programme, rows, 'site,gender,site*gender'));
    return { shown: goals[0]!, found: protectedCrossTable(question, programme.goals[0]!, goals[0]!) };
  };
  const all = cross(
    buildRows({
      enrolments: [
        ...people('a', 'woman', 8),
        ...people('a', 'man', 6),
        ...people('b', 'woman', 7),
        ...people('b', 'man', 9),
      ],
    }),
  );
  expect(all.found).toMatchObject({
    counts: [
      [8, 6],
      [7, 9],
      [0, 0],
    ],
    rowTotals: [14, 16, 0],
    total: 30,
    missing: 0,
  });
  expect(all.found.test?.df).toBe(1);
  const some = cross(
    buildRows({
      enrolments: [
        ...people('a', 'woman', 2),
        ...people('a', 'man', 8),
        ...people('b', 'woman', 9),
        ...people('b', 'man', 9),
        ...people('c', 'woman', 9),
        ...people('c', 'man', 9),
      ],
    }),
  );
  const hidden = some.shown.groups.filter(({ suppressed }) => suppressed).length;
  expect(hidden).toBeGreaterThan(1);
  expect(
    [...some.found.counts.flat(), ...some.found.rowTotals, ...some.found.columnTotals].filter((each) => each === null),
  ).toHaveLength(hidden);
  expect(some.found).toMatchObject({
    test: null,
    noTest: 'hidden',
    missing: null,
    counts: [[null, null], expect.anything(), expect.anything()],
  });
  const few = cross(buildRows({ enrolments: people('a', 'woman', 3) }));
  expect(few.found).toMatchObject({ suppressed: true, counts: [], total: null, missing: null });
});
