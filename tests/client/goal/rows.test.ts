import { expect, test } from 'vitest';
import type { AnyGoalResult, GroupResult, SuppressedGroup } from '../../../client/api/results.ts';
import { groupRows, reconcile } from '../../../client/components/goal/rows.ts';

const figures = { value: 0.5, missing: 0, n: null, mean: null, sd: null, ci95: null, responseRate: null };
const shown = (by: Record<string, string | number>, denominator: number): GroupResult => ({
  ...{ ...figures, by, denominator, numerator: 0, target: null, status: null, suppressed: false },
});
const hidden = (by: Record<string, string | number>): SuppressedGroup => ({ by, suppressed: true });
const goal = (groups: AnyGoalResult['groups'], denominator: number, measure: AnyGoalResult['measure'] = 'share') =>
  ({ ...shown({}, denominator), id: 'g', title: {}, measure, verdict: null, warnings: [], groups }) as AnyGoalResult;
const named = (_: string, value: string | number) => String(value);
const rowsOf = (groups: AnyGoalResult['groups'], ...variables: string[]) => groupRows(groups, variables, named) ?? [];

test('rows without the variable are told as lacking it, so that groups and total agree', () => {
  const groups = [shown({ gender: 'woman' }, 40), shown({ gender: 'man' }, 35)];
  expect(reconcile(goal(groups, 80), rowsOf(groups, 'gender'))).toEqual({
    ...{ kind: 'sums', groups: 75, lacking: 5, total: 80 },
  });
});

test('no sum is told where a group is hidden: the hidden one could be had by subtraction', () => {
  const groups = [shown({ gender: 'woman' }, 40), hidden({ gender: 'man' })];
  expect(reconcile(goal(groups, 44), rowsOf(groups, 'gender'))).toEqual({ kind: 'hidden' });
});

test('people and sites may stand in several groups and are not added up', () => {
  const groups = [shown({ gender: 'woman' }, 14), shown({ gender: 'man' }, 13)];
  for (const measure of ['people', 'shareOfSites'] as const)
    expect(reconcile(goal(groups, 14, measure), rowsOf(groups, 'gender'))).toBeUndefined();
});

test('women and men of a site stand together, a pair without rows is left out, a hidden one is not', () => {
  const groups = [
    ...[shown({ gender: 'woman', site: 'skara' }, 9), shown({ gender: 'woman', site: 'vara' }, 8)],
    ...[hidden({ gender: 'man', site: 'skara' }), shown({ gender: 'man', site: 'vara' }, 0)],
    shown({ gender: 'woman' }, 17),
  ];
  const rows = rowsOf(groups, 'gender', 'site');
  expect(rows.map((row) => row.name)).toEqual(['skara · woman', 'skara · man', 'vara · woman']);
  expect(rows.map((row) => row.opens)).toEqual([true, false, true]);
});

test('a list that the goal does not have is told apart from an empty one', () => {
  expect(groupRows([shown({ gender: 'woman' }, 3)], ['role'], named)).toBeUndefined();
});
