import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { programmeDefinition } from '../../../server/domain/programme/schema.ts';
import { renderRoute, signedIn } from '../../support/staff.tsx';

const definition = programmeDefinition.parse({
  slug: 'cresco-plus',
  title: { sv: 'Cresco+' },
  start: '2023-01-01',
  sites: [{ slug: 'skara', title: 'Skara' }],
});
const path = '/programmes/cresco-plus';
const count = { survey: 'treatment', site: 'skara', wave: null, created: 12, answered: null };

test('answers too few to show are said to be few, with the reason', async () => {
  renderRoute(`${path}/invitations`, {
    ...signedIn('coordinator'),
    [`GET ${path}`]: { definition, revision: 1 },
    [`GET ${path}/invitations`]: { invitations: [count] },
  });
  const row = (await screen.findByText('Bemötandeenkät')).closest('tr')!;
  expect([...row.cells].map((cell) => cell.textContent)).toEqual(['Bemötandeenkät', '–', 'Skara', '12', 'få']);
  expect(screen.getByText(/Färre än 5 svar visas inte/)).toBeVisible();
});

test('links are made for a survey and a site and shown this once', async () => {
  const user = userEvent.setup();
  const { calls } = renderRoute(`${path}/invitations`, {
    ...signedIn('administrator'),
    [`GET ${path}`]: { definition, revision: 1 },
    [`GET ${path}/invitations`]: { invitations: [] },
    [`POST ${path}/invitations`]: {
      status: 201,
      body: { links: ['https://example.org/s/one'], sent: 0, kept: true, withoutAddress: [] },
    },
  });
  expect(await screen.findByRole('heading', { name: 'Inga länkar än' })).toBeVisible();
  await user.click(screen.getAllByRole('button', { name: 'Skapa länkar' })[0]!);
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Skapa länkar' }));
  expect(await screen.findByDisplayValue('https://example.org/s/one')).toBeVisible();
  expect(calls.find((call) => call.method === 'POST')?.body).toEqual({ survey: 'exit', site: 'skara', count: 10 });
});
