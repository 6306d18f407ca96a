// What those who may not see individuals are told: no count of a few, and none that can be had from those shown.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../../server/domain/quality/finding.ts';
import { protectFinding, protectInvitations, protectQuestion } from '../../../server/domain/quality/protect.ts';

const finding: Finding = {
  ...{ rule: 'exitWithoutReason', weight: 'missing', among: 'exits', survey: null, count: 10, of: 100 },
  groups: [{ by: { gender: 'woman' }, count: 1, of: 2 }],
  places: [{ enrolment: 'secret' }],
};
const totals = { enrolments: 200, exits: 100 };
const shown = (overrides: Partial<Finding>, among = totals) => {
  const { count, of } = protectFinding({ ...finding, ...overrides }, among, 5);
  return [count, of];
};

test('counts alone: no rows and no groups', () => {
  expect(protectFinding(finding, totals, 5)).toMatchObject({ count: 10, of: 100, groups: [], places: [] });
});

test.each([
  ['few found', { count: 4 }],
  ['few left', { count: 96 }],
  ['few in all', { count: 0, of: 4 }],
  ['all of a total short of all exits by a few', { count: 97, of: 97 }],
])('%s: neither count nor total is told', (_, overrides) => {
  expect(shown(overrides)).toEqual([null, null]);
});

test('nobody and everybody are told, as are five', () => {
  expect(shown({ count: 0 })).toEqual([0, 100]);
  expect(shown({ count: 100 })).toEqual([100, 100]);
  expect(shown({ count: 5 })).toEqual([5, 100]);
});

test('exits that fall short of the enrolments by a few would tell how few are still there: they are not told', () => {
  expect(shown({}, { enrolments: 103, exits: 100 })).toEqual([10, null]);
  expect(shown({ count: 0 }, { enrolments: 103, exits: 100 })).toEqual([0, null]);
  expect(shown({ of: 97 })).toEqual([10, null]);
});

test('of rows about people only the count is told', () => {
  expect(shown({ among: null, count: 97 })).toEqual([97, null]);
  expect(shown({ among: null, count: 3 })).toEqual([null, null]);
});

test('no difference between numbers told about enrolments and exits is one to four', () => {
  const number = fc.nat({ max: 30 });
  fc.assert(
    fc.property(number, number, number, number, number, (staying, exits, early, found, due) => {
      const all = { enrolments: exits + staying, exits };
      const of = Math.min(due, exits);
      const findings: Partial<Finding>[] = [
        { among: 'enrolments', of: all.enrolments, count: Math.min(found, all.enrolments) },
        { among: 'exits', of: exits, count: Math.min(found, exits) },
        { among: 'enrolments', of: Math.max(0, all.enrolments - early), count: 0 },
        { among: 'exits', of, count: Math.min(early, of) },
      ];
      const told = findings.map((each) => shown(each, all));
      const wholes = told.map(([, total]) => total).filter((each) => each !== null && each !== undefined);
      const few = (value: number) => value > 0 && value < 5;
      for (const [count, total] of told)
        if (count != null && total != null) expect(few(count) || few(total - count)).toBe(false);
      const [enrolments, left] = [told[0]![1], told[1]![1]];
      for (const total of wholes) if (enrolments != null) expect(few(enrolments - total)).toBe(false);
      if (left != null && told[3]![1] != null) expect(few(left - told[3]![1]!)).toBe(false);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('a question that not all were asked tells how many gave the answer before it: it is not counted', () => {
  const counted = { question: 'q', half: null, title: { sv: 'Q' }, unanswered: 10, asked: 50, groups: [] };
  expect(protectQuestion('exit', counted, 50, 5)).toMatchObject({ unanswered: 10, asked: 50 });
  expect(protectQuestion('exit', counted, 52, 5)).toMatchObject({ unanswered: null, asked: null });
  expect(protectQuestion('exit', { ...counted, unanswered: 46 }, 50, 5)).toMatchObject({ unanswered: null });
});

test('answers of a site with a few are not had back from the sum over sites', () => {
  const sums = { survey: 'treatment', made: 60, answered: 30, begun: 10 };
  expect(protectInvitations({ ...sums, parts: [30, 0] }, 5)).toEqual(sums);
  expect(protectInvitations({ ...sums, parts: [27, 3] }, 5)).toEqual({ ...sums, answered: null, begun: null });
  const none = { survey: 'exit', made: 1, answered: 0, begun: 0 };
  expect(protectInvitations({ ...none, parts: [0] }, 5)).toEqual(none);
  expect(protectInvitations({ ...none, answered: 1, parts: [1] }, 5)).toMatchObject({ answered: null });
  expect(protectInvitations({ ...sums, begun: 27, parts: [30] }, 5)).toMatchObject({ begun: null });
});
