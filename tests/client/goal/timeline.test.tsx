// The time line in words and figures: what is merged is said, and what cannot be shown says why.
import { screen, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';
import { definition, figures, head, result } from './goalPage.ts';

beforeAll(async () => {
  await import('../../../client/pages/goal/GoalPage.tsx');
});

const empty = { ...head, goal: 'work', suppressed: false, notReleased: false, points: [] as object[] };
const point = (from: string, month: string, day: string, numerator: number, denominator: number, status: string) => ({
  ...{ from, month, day, status },
  ...figures(numerator, denominator),
});
const points = [
  point('2025-01', '2025-02', '2025-02-28', 2, 10, 'notMet'),
  point('2025-03', '2025-06', '2025-06-14', 8, 20, 'met'),
];
const replies = (timeline: object) => ({
  ...signedIn('evaluator'),
  'GET /programmes/cresco-plus': { definition, revision: 1 },
  'GET /programmes/cresco-plus/results?by=gender': { ...head, goals: [result] },
  'GET /programmes/cresco-plus/goals/work/timeline': timeline,
  'GET /surveys?programme=cresco-plus': { surveys: [] },
});
const section = async () => screen.findByRole('region', { name: 'Månad för månad' });

test('the line says where it began and ended, which months are merged and why', async () => {
  renderRoute('/programmes/cresco-plus/goals/work', replies({ ...empty, points }));
  const found = within(await section());
  expect(await found.findByText(/I 2025-02 var värdet 20,0 %, i 2025-06 40,0 %\./)).toBeVisible();
  expect(found.getByText(/Månader där bara några få tillkom är hopslagna/)).toBeVisible();
  expect(found.getByRole('img', { name: /Arbete månad för månad, från 2025-02 till 2025-06/ })).toBeVisible();
  const rows = found.getAllByRole('row', { hidden: true }).map((row) => row.textContent);
  expect(rows[1]).toContain('2025-01 till 2025-02');
  expect(rows[2]).toContain('2025-03 till 2025-06 (till 2025-06-14)');
  expect(rows[2]).toContain('8 av 20');
});

test.each([
  [{ points: [] }, 'Här kommer målets utveckling när det finns något att räkna.'],
  [{ points: points.slice(0, 1) }, 'För få har tillkommit för att dela upp siffran på månader.'],
  [{ suppressed: true }, 'För få för att visas.'],
  [{ notReleased: true }, /Tidslinjen visas när siffrorna räknas om/],
])('without a line the section says why: %j', async (overrides, words) => {
  renderRoute('/programmes/cresco-plus/goals/work', replies({ ...empty, ...overrides }));
  expect(await within(await section()).findByText(words)).toBeVisible();
});
