import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';

const indicator = { population: 'exits', measure: 'share', of: "{exitStatus} = 'employed'" };
const titled = (sv: string) => ({ sv, en: sv });
const definition = {
  slug: 'cresco-plus',
  title: titled('Cresco+'),
  start: '2023-01-01',
  end: '2025-06-30',
  sites: [{ slug: 'skara', title: 'Skara' }],
  codes: { exitReason: [], exitStatus: [], intervention: [], role: [] },
  fields: [],
  activityBands: [0, 1],
  ageBands: [16, 45],
  waves: [],
  suppression: { below: 5, cells: false },
  goals: [
    { id: 'work', title: titled('Arbete'), indicator, target: { atLeast: 0.35 } },
    { id: 'studies', title: titled('Studier'), indicator, target: { atLeast: 0.35 } },
    { id: 'small', title: titled('Liten'), indicator, target: { atLeast: 0.35 } },
  ],
};
const head = { measure: 'share', target: { atLeast: 0.35 }, verdict: null, warnings: [], groups: [] };
const none = { n: null, mean: null, sd: null, responseRate: null };
const work = {
  ...{ ...head, ...none, id: 'work', title: titled('Arbete'), suppressed: false, status: 'notMet' },
  ...{ value: 0.155, numerator: 31, denominator: 200, missing: 3, ci95: [0.112, 0.212] },
  verdict: { status: 'met', motivation: 'Fler är på väg.', by: 'Eva', date: '2025-06-16' },
};
const studies = {
  ...{ ...head, ...none, id: 'studies', title: titled('Studier'), suppressed: false, status: 'noData' },
  ...{ value: null, numerator: 0, denominator: 0, missing: 12, ci95: null },
};
const small = { ...head, id: 'small', title: titled('Liten'), suppressed: true, status: null };
const results = (goals: unknown[]) => ({
  programme: 'cresco-plus',
  computedAt: '2026-01-31T10:00:00Z',
  as: 'evaluator',
  goals,
});
const programme = { 'GET /programmes/cresco-plus': { definition, revision: 1 } };
const rowOf = (name: string) => screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement;

test('a goal without data says so and never 0 %; one too small to show is hidden; figures keep base and missing', async () => {
  renderRoute('/programmes/cresco-plus/goals', {
    ...signedIn('evaluator'),
    ...programme,
    'GET /programmes/cresco-plus/results': results([work, studies, small]),
  });
  await screen.findByRole('table', { name: 'Mål' });
  expect(rowOf('Arbete')).toHaveTextContent('31 av 200');
  expect(rowOf('Arbete')).toHaveTextContent('3 saknas');
  expect(rowOf('Arbete')).toHaveTextContent('inte uppnått');
  expect(rowOf('Arbete')).toHaveTextContent('Bedömning: uppnått');
  expect(rowOf('Studier')).toHaveTextContent('data saknas');
  expect(rowOf('Studier')).not.toHaveTextContent('0 %');
  expect(rowOf('Liten')).toHaveTextContent('dold');
  const summary = within(screen.getByRole('region', { name: 'Så ligger målen till' }));
  expect(summary.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
    ...['0uppnått', '0nära', '1inte uppnått', '2data saknas', '0bedömt'],
  ]);
});

test('a share of 15.5 % is rounded half up', async () => {
  renderRoute('/programmes/cresco-plus/goals', {
    ...signedIn('evaluator'),
    ...programme,
    'GET /programmes/cresco-plus/results': results([work]),
  });
  await screen.findByRole('table', { name: 'Mål' });
  expect(within(rowOf('Arbete')).getAllByRole('cell')[1]).toHaveTextContent(/^16 %$/);
});

test('the filter on days is asked of the server and said on the page', async () => {
  const { calls } = renderRoute('/programmes/cresco-plus/goals?minDays=180', {
    ...signedIn('evaluator'),
    ...programme,
    'GET /programmes/cresco-plus/results?minDays=180': results([work]),
    'GET /programmes/cresco-plus/results': results([work]),
  });
  await screen.findAllByText(/180 dagar/);
  expect(calls.map((each) => each.path)).toContain('/programmes/cresco-plus/results?minDays=180');
});

test('only an evaluator may judge', async () => {
  const replies = {
    ...programme,
    'GET /programmes/cresco-plus/results?by=gender': results([{ ...work, verdict: null }]),
    'GET /surveys?programme=cresco-plus': { surveys: [] },
  };
  const { unmount } = renderRoute('/programmes/cresco-plus/goals/work', { ...signedIn('administrator'), ...replies });
  await screen.findByRole('heading', { name: 'Arbete' });
  expect(screen.queryByRole('button', { name: 'Bedöm målet' })).toBeNull();
  unmount();
  renderRoute('/programmes/cresco-plus/goals/work', { ...signedIn('evaluator'), ...replies });
  await userEvent.click(await screen.findByRole('button', { name: 'Bedöm målet' }));
  expect(screen.getByRole('textbox', { name: /Motivering/ })).toBeVisible();
});

test('with a filter all and filtered stand beside each other with the difference', async () => {
  const filtered = { ...work, value: 0.2, numerator: 20, denominator: 100 };
  renderRoute('/programmes/cresco-plus/goals?minDays=90', {
    ...signedIn('evaluator'),
    ...programme,
    'GET /programmes/cresco-plus/results': results([work, studies, small]),
    'GET /programmes/cresco-plus/results?minDays=90': results([filtered, studies, small]),
  });
  const table = within(await screen.findByRole('table', { name: 'Alla och filtrerat' }));
  const rows = table.getAllByRole('row').map((row) => row.textContent);
  expect(rows.slice(1)).toEqual([
    'Arbete15,5 % (31 av 200)20,0 % (20 av 100)+4,5 procentenheter',
    'Studierdata saknasdata saknas–',
    'Litendolddold–',
  ]);
});
