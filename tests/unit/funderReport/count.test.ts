// A month's enrolled, ongoing and ended, counted by hand.
import { expect, test } from 'vitest';
import { type CountedRow, funderTally } from '../../../server/domain/funderReport/count.ts';
import { roundedCounts } from '../../../server/domain/funderReport/rounding.ts';
import { programmeDefinition } from '../../../server/domain/programme/schema.ts';
import { buildProgramme } from '../indicators/builders.ts';

const row = (start: string, end?: string, overrides: Partial<CountedRow> = {}): CountedRow => ({
  ...{ site: 'norra', start, gender: 'woman', birthYear: 2000 },
  ...(end && { end }),
  ...overrides,
});
const count = (rows: CountedRow[], month = '2024-02', sites?: string[]) => {
  const tally = funderTally(buildProgramme(), month, sites);
  for (const each of rows) tally.add(each);
  return tally.counts();
};

test('first and last day belong to the month; who leaves on the last day is no longer there after it', () => {
  const rows = [
    row('2024-01-31', '2024-02-01'),
    row('2024-02-01'),
    row('2024-02-29', '2024-02-29'),
    row('2024-01-15', '2024-03-01'),
    row('2024-03-01'),
    row('2023-12-01', '2024-01-31'),
  ];
  expect(count(rows).total).toEqual({ enrolled: 2, ongoing: 2, ended: 2 });
});

test('groups hold everybody once; what is not known is a group of its own, and nobody is a row too', () => {
  const rows = [
    row('2024-02-03'),
    row('2024-02-03', undefined, { gender: undefined, birthYear: undefined, site: 'sodra' }),
    row('2024-02-03', undefined, { gender: 'man', birthYear: 2012 }),
  ];
  const [gender, ageBand, site] = count(rows).lists.map(({ groups }) =>
    Object.fromEntries(groups.map(({ value, counts }) => [value, counts.enrolled])),
  );
  expect(gender).toEqual({ woman: 1, man: 1, other: 0, unknown: 1 });
  expect(ageBand).toEqual({ 16: 0, 19: 1, 25: 0, 30: 0, 45: 0, unknown: 2 });
  expect(site).toEqual({ norra: 2, sodra: 1 });
});

test('a coordinator has no row of another site, not even an empty one', () => {
  const sites = count([row('2024-02-03')], '2024-02', ['norra']).lists.find(({ variable }) => variable === 'site');
  expect(sites?.groups.map(({ value }) => value)).toEqual(['norra']);
});

test('rounded: one of the two multiples beside the number, right on average, nothing for nobody', () => {
  const rows = Array.from({ length: 7 }, () => row('2024-02-03'));
  const shown = [0, 1, 2, 3, 4].map((drawn) => roundedCounts(count(rows), 5, () => drawn).total.enrolled);
  expect(shown).toEqual([5, 5, 5, 10, 10]);
  expect(shown.reduce((sum, each) => sum + each, 0) / 5).toBe(7);
  expect(roundedCounts(count([]), 5, () => 4).total).toEqual({ enrolled: 0, ongoing: 0, ended: 0 });
});

test("a code for a value that the programme lacks is refused, with the programme's own values", () => {
  const broken = { ...buildProgramme(), funderCodes: { site: { norra: '01', atlantis: '99' } } };
  const issues = programmeDefinition.safeParse(broken).error?.issues;
  expect(issues?.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['funderCodes.site.atlantis', '"atlantis" is none of norra, sodra'],
  ]);
});
