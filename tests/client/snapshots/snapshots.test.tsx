// Freezing, the list, and a snapshot as it is read again.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';
import { address, definition, frozenReplies, snapshot, snapshotHead } from './frozen.ts';

beforeAll(async () => {
  await import('../../../client/pages/snapshots/SnapshotsPage.tsx');
  await import('../../../client/pages/snapshots/SnapshotPage.tsx');
  await import('../../../client/components/goal/Condition.tsx');
});

const list = '/programmes/cresco-plus/snapshots';
const programme = { 'GET /programmes/cresco-plus': { definition, revision: 1 } };

test('where nothing is frozen the page says what a snapshot is for, and freezing takes a title', async () => {
  const user = userEvent.setup();
  const { calls, router } = renderRoute(list, {
    ...{ ...signedIn('evaluator'), ...programme, ...frozenReplies },
    [`GET ${list}`]: { snapshots: [] },
    [`POST ${list}`]: { status: 201, body: snapshot },
  });
  expect(await screen.findByRole('heading', { name: 'Inget är fryst än' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Frys resultaten' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('En ögonblicksbild går inte att ändra eller ta bort.')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Frys resultaten' }));
  expect(dialog.getByText('Ge den ett namn.')).toBeVisible();
  await user.type(dialog.getByRole('textbox', { name: /Namn/ }), ' Slutrapport ');
  await user.click(dialog.getByRole('button', { name: 'Frys resultaten' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Slutrapport' })).toBeVisible();
  expect(router.state.location.pathname).toBe(address);
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ title: 'Slutrapport' });
});

test('the list says when, by whom, of whom, and the first of the checksum', async () => {
  const earlier = { ...snapshotHead, id: 's0', title: 'Delrapport', minDays: 90 };
  renderRoute(list, {
    ...signedIn('evaluator'),
    ...programme,
    [`GET ${list}`]: { snapshots: [snapshotHead, earlier] },
  });
  const table = within(await screen.findByRole('table', { name: 'Ögonblicksbilder' }));
  const rows = table.getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^Slutrapport2025-06-30 \d\d:\d\dEva Utvärderareallaabcdef012345$/),
    expect.stringMatching(/^Delrapport.*inskrivna minst 90 dagarabcdef012345$/),
  ]);
  expect(table.getByRole('link', { name: 'Slutrapport' })).toHaveAttribute('href', address);
});

test('a snapshot shows its figures as frozen: status in words, hidden groups without a number, its whole checksum', async () => {
  const { calls } = renderRoute(address, { ...signedIn('evaluator'), ...frozenReplies });
  const goal = within(await screen.findByRole('region', { name: 'Arbete' }));
  expect(goal.getByText('inte uppnått')).toBeVisible();
  expect(goal.getByText('Bedömning: nära')).toBeVisible();
  expect(goal.getByText('Fler är på väg.')).toBeVisible();
  const men = goal.getByRole('rowheader', { name: 'män' }).closest('tr');
  expect(men?.textContent).toBe('mändold');
  expect(goal.getByText('1 grupp är dold.')).toBeVisible();
  expect(within(screen.getByRole('region', { name: 'Liten' })).getByText('dold')).toBeVisible();
  expect(screen.getByText(snapshot.hash)).toBeVisible();
  // Live results are not asked for: they would not be what was frozen.
  expect(calls.filter(({ path }) => path.includes('/results'))).toEqual([]);
});

test('a figure that has no goal is one line, and opens to all there is to it', async () => {
  renderRoute(address, { ...signedIn('evaluator'), ...frozenReplies });
  const followed = within(await screen.findByRole('region', { name: 'Siffror utan mål, en och en' }));
  expect(followed.queryByText('Så räknas det')).toBeNull();
  await userEvent.click(followed.getByText(/^Studier:/));
  expect(await followed.findByText('Så räknas det')).toBeVisible();
});
