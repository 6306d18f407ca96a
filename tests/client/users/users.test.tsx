import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';

const kim = {
  id: 'u2',
  email: 'sam@example.org',
  name: 'Sam Samordnare',
  role: 'coordinator',
  access: [{ programme: 'cresco-plus', site: 'skara' }],
  disabled: false,
  hasPassword: false,
  createdAt: '2026-01-01T00:00:00Z',
};

test('each user stands with role, access by its title, and whether a password is chosen', async () => {
  renderRoute('/users', { ...signedIn('administrator'), 'GET /users': { users: [kim] } });
  const row = (await screen.findByText('Sam Samordnare')).closest('tr')!;
  expect(within(row).getByText('samordnare')).toBeVisible();
  expect(await within(row).findByText('Cresco+ · Skara')).toBeVisible();
  expect(within(row).getByText('inbjuden, har inte valt lösenord')).toBeVisible();
});

test('a coordinator is not invited without a site; the set-up link is shown once after the invitation', async () => {
  const user = userEvent.setup();
  const { calls } = renderRoute('/users', {
    ...signedIn('administrator'),
    'GET /users': { users: [] },
    'POST /users': { status: 201, body: { user: kim, setupLink: 'https://example.org/setup/once', mail: 'failed' } },
  });
  await user.click(await screen.findByRole('button', { name: 'Bjud in' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/Namn/), 'Sam');
  await user.type(within(dialog).getByLabelText(/E-postadress/), 'sam@example.org');
  await user.click(within(dialog).getByRole('button', { name: 'Bjud in' }));
  expect(await within(dialog).findByText('Välj minst en ort.')).toBeVisible();
  expect(calls.some((call) => call.method === 'POST')).toBe(false);
  await user.click(within(dialog).getAllByLabelText(/Kommun eller verkstad/)[0]!);
  await user.click(await screen.findByRole('option', { name: 'Skara (Cresco+)' }));
  await user.click(within(dialog).getByRole('button', { name: 'Bjud in' }));
  expect(await screen.findByDisplayValue('https://example.org/setup/once')).toBeVisible();
  expect(screen.getByText(/Det gick inte att skicka den till sam@example.org/)).toBeVisible();
  expect(calls.find((call) => call.method === 'POST')?.body).toEqual({
    name: 'Sam',
    email: 'sam@example.org',
    role: 'coordinator',
    access: [{ programme: 'cresco-plus', site: 'skara' }],
  });
});
