// By which definition a goal was counted, and how it was before.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';
import { definition, head, result } from './goalPage.ts';

beforeAll(async () => {
  await import('../../../client/pages/goal/GoalPage.tsx');
});

const since = '2026-11-02T08:00:00.000Z';
const indicator = { population: 'exits', measure: 'share', of: "{exitStatus} = 'employed'" };
const version = (number: number, moment: string, own: object) => ({
  ...{ version: number, since: moment, by: null, changed: [], definition: { indicator, target: { atLeast: 0.35 } } },
  ...own,
});
const first = version(1, '2026-09-01T08:00:00.000Z', { definition: { indicator, target: { atLeast: 0.5 } } });
const second = version(2, since, { by: 'Ada Admin', changed: ['target'] });

const open = (versions: object[], used: object | null) =>
  renderRoute('/programmes/cresco-plus/goals/work', {
    ...signedIn('evaluator'),
    'GET /programmes/cresco-plus': { definition, revision: 1 },
    'GET /programmes/cresco-plus/results?by=gender': { ...head, goals: [{ ...result, definition: used }] },
    'GET /programmes/cresco-plus/goals/work/definitions': { goal: 'work', versions },
    'GET /surveys?programme=cresco-plus': { surveys: [] },
  });
const section = async () => within(await screen.findByRole('region', { name: 'Så räknas det' }));

test('the page says by which definition the goal was counted, and lists the earlier ones in words', async () => {
  const user = userEvent.setup();
  open([second, first], { version: 2, since: since.slice(0, 10) });
  const found = await section();
  expect(await found.findByText('Räknat efter definition 2, som gäller sedan 2026-11-02.')).toBeVisible();
  await user.click(await found.findByText('En tidigare definition'));
  const earlier = within(found.getByRole('region', { name: 'Definition 1' }));
  expect(
    earlier.getByText(/Gällde från 2026-09-01 till 2026-11-02, inläst\. Sedan ändrades målvärdet\./),
  ).toBeVisible();
  expect(earlier.getByText(/minst 50 %/)).toBeVisible();
  expect(earlier.getByText('Inskrivningar som har avslutats.')).toBeVisible();
});

test('a goal that never changed says so, and one without a number why', async () => {
  const { unmount } = open([version(1, since, {})], { version: 1, since: since.slice(0, 10) });
  expect(await (await section()).findByText(/på samma sätt hela tiden/)).toBeVisible();
  unmount();
  open([], null);
  expect(await (await section()).findByText(/ändrats av en äldre version/)).toBeVisible();
});
