import { expect, test } from 'vitest';
import type { Enrolment, Gender } from '../../../server/domain/programme/records.ts';
import type { Programme, ProgrammeInput } from '../../../server/domain/programme/schema.ts';
import { buildEnrolment, buildProgramme, buildRows, count, type GoalOverrides, times } from '../indicators/builders.ts';
import { protect } from './protect.ts';

const counted: GoalOverrides = { indicator: { population: 'enrolments', measure: 'count' } };
const employed: GoalOverrides = {
  indicator: { population: 'enrolments', measure: 'share', of: "{exitStatus} = 'employed'" },
};

const people = (n: number, overrides: Partial<Enrolment>) => times(n, () => buildEnrolment(overrides));
const bySite = (numbers: Record<string, number>) => Object.entries(numbers).flatMap(([site, n]) => people(n, { site }));
const withSites = (names: string[], goals: GoalOverrides[], rest: Partial<ProgrammeInput> = {}) =>
  buildProgramme(goals, { sites: names.map((slug) => ({ slug, title: slug })), ...rest });

/** For each goal, its hidden groups as text; null for a goal hidden whole. */
function hidden(programme: Programme, enrolments: Enrolment[], by: string) {
  const goals = count(programme, buildRows({ enrolments }), by);
  return protect(programme, goals).map((goal) =>
    goal.suppressed
      ? null
      : goal.groups.filter((each) => each.suppressed).map(({ by: key }) => Object.values(key).join(' ')),
  );
}

test('a group of four takes the smallest other group with it; empty groups and the rest are shown', () => {
  const programme = withSites(['a', 'b', 'c', 'd'], [counted, employed]);
  expect(hidden(programme, bySite({ a: 4, b: 30, c: 12 }), 'site')).toEqual([
    ['a', 'c'],
    ['a', 'c'],
  ]);
});

test('small groups that together reach the limit need no further one; those that do not, do', () => {
  const programme = withSites(['a', 'b', 'c', 'd'], [counted]);
  expect(hidden(programme, bySite({ a: 3, b: 2, c: 9, d: 20 }), 'site')).toEqual([['a', 'b']]);
  expect(hidden(programme, bySite({ a: 2, b: 2, c: 9, d: 20 }), 'site')).toEqual([['a', 'b', 'c']]);
});

test('hidden groups that must have one row each are not left so', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const programme = withSites(names, [counted]);
  expect(hidden(programme, bySite({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 8 }), 'site')).toEqual([names]);
});

test('a total below the limit hides the goal whole, with no number anywhere; a total of none is no secret', () => {
  const programme = withSites(['a', 'b'], [{ ...counted, target: { atLeast: 3 } }]);
  const shown = (enrolments: Enrolment[]) => protect(programme, count(programme, buildRows({ enrolments }), 'site'));
  const [goal] = shown(bySite({ a: 4 }));
  expect(goal).toEqual({
    id: 'goal-0',
    title: { sv: 'x' },
    measure: 'count',
    target: { atLeast: 3 },
    status: null,
    verdict: null,
    warnings: [],
    suppressed: true,
    groups: [
      { by: { site: 'a' }, suppressed: true },
      { by: { site: 'b' }, suppressed: true },
    ],
  });
  expect(shown([])[0]).toMatchObject({ suppressed: false, value: 0 });
});

test('a hidden group says nothing but who it is, and nobody is told the counts behind the decision', () => {
  const programme = withSites(['a', 'b'], [counted]);
  const goals = protect(programme, count(programme, buildRows({ enrolments: bySite({ a: 3, b: 9 }) }), 'site'));
  expect(goals[0]?.groups).toEqual([
    { by: { site: 'a' }, suppressed: true },
    { by: { site: 'b' }, suppressed: true },
  ]);
  expect(goals[0]).not.toHaveProperty('basis');
});

test('a group with few answers is hidden in that goal alone, with a partner', () => {
  const programme = withSites(['a', 'b', 'c'], [counted, { indicator: { ...employed.indicator, base: 'answered' } }]);
  const enrolments = [
    ...people(3, { site: 'a', exitStatus: 'employed' }),
    ...people(10, { site: 'a' }),
    ...people(6, { site: 'b', exitStatus: 'other' }),
    ...people(9, { site: 'c', exitStatus: 'other' }),
  ];
  expect(hidden(programme, enrolments, 'site')).toEqual([[], ['a', 'b']]);
});

test('few rows without the variable are no group: nobody is recognised by what is not known of them', () => {
  const programme = withSites(['a'], [counted]);
  const enrolments = [...people(9, {}), ...people(7, { gender: 'man' }), ...people(2, { gender: undefined })];
  expect(hidden(programme, enrolments, 'gender')).toEqual([[]]);
  const fewMen = [...people(9, {}), ...people(3, { gender: 'man' }), ...people(2, { gender: undefined })];
  expect(hidden(programme, fewMen, 'gender')).toEqual([['woman', 'man']]);
});

test('with cells, a share whose numerator or remainder is small is hidden, alone too', () => {
  const make = (cells: boolean) => withSites(['a', 'b', 'c'], [counted, employed], { suppression: { cells } });
  const enrolments = [
    ...people(2, { site: 'a', exitStatus: 'employed' }),
    ...people(18, { site: 'a' }),
    ...people(10, { site: 'b', exitStatus: 'employed' }),
    ...people(15, { site: 'b' }),
    ...people(30, { site: 'c' }),
  ];
  expect(hidden(make(false), enrolments, 'site')).toEqual([[], []]);
  expect(hidden(make(true), enrolments, 'site')[1]).toEqual(['a', 'b']);
  const few = [...people(3, { exitStatus: 'employed' }), ...people(40, {})];
  expect(hidden(make(true), few, '')[1]).toBeNull();
});

test('a crossed list hides what its own small groups and the hidden ones of its margins need', () => {
  const programme = withSites(['a', 'b', 'c'], [counted]);
  const table: Record<string, [number, number]> = { a: [3, 20], b: [10, 8], c: [2, 1] };
  const enrolments = Object.entries(table).flatMap(([site, [women, men]]) => [
    ...people(women, { site, gender: 'woman' }),
    ...people(men, { site, gender: 'man' }),
  ]);
  // Women of a (3) take men of a; the cells of c are small. Site c (3 rows) takes a with it, whose cells are hidden already:
  // b (18) is smaller, but its cells would have to be hidden for its sake.
  expect(hidden(programme, enrolments, 'site,gender*site')[0]).toEqual([
    'a',
    'c',
    'woman a',
    'woman c',
    'man a',
    'man c',
  ]);
});

test('a gap in response rates that only hidden groups have is not told of', () => {
  const enrolments = [...bySite({ a: 20, b: 20 }), ...bySite({ c: 3, d: 3 })];
  const reached = (site: string) => site !== 'd';
  const followUps = enrolments.map(({ enrolment, site }) => ({
    enrolment,
    date: '2024-09-01',
    outcome: reached(site) ? ('kept' as const) : ('notReached' as const),
  }));
  const programme = withSites(
    ['a', 'b', 'c', 'd'],
    [{ indicator: { population: 'followUps', measure: 'share', of: "{followUp} = 'kept'" } }],
  );
  const goals = count(programme, buildRows({ enrolments, followUps }), 'site');
  expect(goals[0]?.warnings).toContain('responseRateGap');
  expect(protect(programme, goals)[0]?.warnings).not.toContain('responseRateGap');
});

test('gender is protected like any other variable', () => {
  const genders: [Gender, number][] = [
    ['woman', 40],
    ['man', 30],
    ['other', 3],
  ];
  const enrolments = genders.flatMap(([gender, n]) => people(n, { gender }));
  expect(hidden(withSites(['a'], [counted, employed]), enrolments, 'gender')).toEqual([
    ['man', 'other'],
    ['man', 'other'],
  ]);
});
