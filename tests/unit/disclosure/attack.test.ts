// A reader who knows all that is shown tries every table that fits it. Empty groups are shown, so hidden ones are known to have
// rows, but for lists where the empty ones had to be hidden too.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GoalResult, GroupResult, SuppressedGroup } from '../../../server/domain/indicators/results.ts';
import { buildEnrolment, buildProgramme, buildRows, count, times } from '../indicators/builders.ts';
import { protect } from './protect.ts';

const below = 5;
const sites = ['a', 'b', 'c'];
const genders = ['woman', 'man'] as const;
const programme = buildProgramme([{ indicator: { population: 'enrolments', measure: 'count' } }], {
  sites: sites.map((slug) => ({ slug, title: slug })),
});

type Table = number[][];
const enrolmentsOf = (table: Table) =>
  table.flatMap((row, g) =>
    row.flatMap((n, s) => times(n, () => buildEnrolment({ gender: genders[g], site: sites[s] }))),
  );

function shown(table: Table, by: string): GoalResult | undefined {
  const goals = count(programme, buildRows({ enrolments: enrolmentsOf(table) }), by);
  const [goal] = protect(programme, goals);
  return goal?.suppressed === false ? goal : undefined;
}

type Group = GroupResult | SuppressedGroup;
/** Undefined where hidden. A value that no row has makes no group, which tells that there are none. */
const numberOf = (group: Group | undefined) => (group?.suppressed ? undefined : (group?.value ?? 0));

/** Every table of gender by site that fits the shown numbers, with hidden groups of at least `least` rows. */
function fitting(goal: GoalResult, least: number): Table[] {
  const value = (gender?: string, site?: string) =>
    numberOf(
      goal.groups.find(
        ({ by }) => by.gender === gender && by.site === site && Object.keys(by).length === (gender && site ? 2 : 1),
      ),
    );
  const genderSums = genders.map((gender) => value(gender));
  const siteSums = sites.map((site) => value(undefined, site));
  const cells = genders.flatMap((gender) => sites.map((site) => value(gender, site)));
  const total = goal.value ?? 0;
  const found: Table[] = [];
  const fits = (table: number[], done: boolean) => {
    const check = (places: number[], sum: number | undefined) => {
      const known = places.every((place) => place < table.length);
      const has = places.reduce((all, place) => all + (table[place] ?? 0), 0);
      return sum === undefined ? !known || has > 0 : known ? has === sum : has <= sum;
    };
    return (
      genderSums.every((sum, g) =>
        check(
          [0, 1, 2].map((s) => g * 3 + s),
          sum,
        ),
      ) &&
      siteSums.every((sum, s) => check([s, s + 3], sum)) &&
      check([0, 1, 2, 3, 4, 5], total) &&
      (!done || table.length === 6)
    );
  };
  const extend = (table: number[]) => {
    if (!fits(table, false)) return;
    if (table.length === 6) {
      found.push([table.slice(0, 3), table.slice(3)]);
      return;
    }
    const known = cells[table.length];
    if (known !== undefined) extend([...table, known]);
    else for (let n = least; n <= total; n++) extend([...table, n]);
  };
  extend([]);
  return found;
}

const cell = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 9 }));
const tables = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 });

test('no hidden group of a crossed list or its margins can be worked out', () => {
  let attacked = 0;
  fc.assert(
    fc.property(tables, (table) => {
      const goal = shown(table, 'gender,site,gender*site');
      if (!goal?.groups.some((group) => group.suppressed)) return;
      attacked += 1;
      const isHidden = (g: number, s: number) =>
        goal.groups.some(({ by, suppressed }) => suppressed && by.gender === genders[g] && by.site === sites[s]);
      const emptyHidden = table.some((row, g) => row.some((n, s) => n === 0 && isHidden(g, s)));
      const possible = fitting(goal, emptyHidden ? 0 : 1);
      expect(possible.some((each) => each.join() === table.join())).toBe(true);
      for (const [g, gender] of genders.entries())
        for (const [s, site] of sites.entries()) {
          if (!isHidden(g, s) || table[g]?.[s] === 0) continue;
          const values = new Set(possible.map((each) => each[g]?.[s]));
          expect([...values].length, `${gender} ${site} of ${JSON.stringify(table)}`).toBeGreaterThan(1);
        }
    }),
    { numRuns: 400, seed: 7 },
  );
  expect(attacked).toBeGreaterThan(200);
});

test('a small group is never shown, and the hidden groups of a list hold at least the limit together', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), (numbers) => {
      const goal = shown([numbers, [0, 0, 0]], 'site');
      if (!goal) return;
      const groups = sites.map((site) => goal.groups.find(({ by }) => by.site === site));
      const hidden = numbers.filter((_, s) => groups[s]?.suppressed);
      for (const [s, n] of numbers.entries()) if (n > 0 && n < below) expect(groups[s]?.suppressed).toBe(true);
      if (hidden.length === 0) return;
      const sum = hidden.reduce((all, n) => all + n, 0);
      expect(hidden.length).toBeGreaterThan(1);
      expect(sum).toBeGreaterThanOrEqual(below);
      expect(sum).toBeGreaterThan(hidden.length);
    }),
    { numRuns: 500, seed: 8 },
  );
});
