import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';

test('whoever is not signed in lands on the sign-in page', async () => {
  renderRoute('/users', { 'GET /session': { status: 401, body: { status: 401, code: 'not-signed-in' } } });
  expect(await screen.findByRole('heading', { name: 'Logga in' })).toBeVisible();
});

test('a wrong password is said in words, and what was typed stays', async () => {
  const user = userEvent.setup();
  renderRoute('/sign-in', {
    'GET /session': { status: 401, body: { status: 401, code: 'not-signed-in' } },
    'POST /session': { status: 401, body: { status: 401, code: 'wrong-sign-in' } },
  });
  await user.type(await screen.findByLabelText(/E-postadress/), 'kim@example.org');
  await user.type(screen.getByLabelText(/Lösenord/), 'not this one');
  await user.click(screen.getByRole('button', { name: 'Logga in' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('E-postadressen eller lösenordet stämmer inte.');
  expect(screen.getByLabelText(/E-postadress/)).toHaveValue('kim@example.org');
  await user.click(screen.getByRole('button', { name: 'Visa eller dölj det som är skrivet' }));
  expect(screen.getByLabelText(/Lösenord/)).toHaveAttribute('type', 'text');
});

test.each([
  ['coordinator', ['Deltagare', 'Mål', 'Korstabell', 'Datakvalitet', 'Månadsrapport', 'Inbjudningar']],
  ['evaluator', ['Mål', 'Korstabell', 'Datakvalitet', 'Ögonblicksbilder', 'Månadsrapport', 'Jämför', 'Enkäter']],
  [
    'administrator',
    [
      'Projekt',
      'Mål',
      'Korstabell',
      'Datakvalitet',
      'Ögonblicksbilder',
      'Månadsrapport',
      'Jämför',
      'Inbjudningar',
      'Inställningar',
      'Enkäter',
      'Frågebank',
      'Användare',
      'Utkorg',
    ],
  ],
] as const)('the menu of a %s holds what that role does, and nothing else', async (role, names) => {
  renderRoute('/nowhere', signedIn(role));
  expect(await screen.findByRole('heading', { name: 'Sidan finns inte' })).toBeVisible();
  const menu = screen.getByRole('navigation', { name: 'Meny' });
  await waitFor(() => expect([...menu.querySelectorAll('a')].map((link) => link.textContent)).toEqual(names));
});

test('the first administrator gives a name, an address and a password; a field that the server refuses says why', async () => {
  const user = userEvent.setup();
  const errors = [{ field: 'email', code: 'invalid', detail: 'email: an address such as kim@example.org' }];
  const { calls } = renderRoute('/setup/abc', {
    'GET /session': { status: 401, body: { status: 401, code: 'not-signed-in' } },
    'GET /setup/abc': { kind: 'first-administrator' },
    'POST /setup/abc': { status: 422, body: { status: 422, code: 'not-valid', errors } },
  });
  await user.type(await screen.findByLabelText(/Namn/), 'Kim');
  await user.type(screen.getByLabelText(/E-postadress/), 'kim@example');
  await user.type(screen.getByLabelText(/Nytt lösenord/), 'a long enough sentence');
  await user.click(screen.getByRole('button', { name: 'Skapa kontot' }));
  expect(await screen.findByLabelText(/E-postadress/)).toHaveAccessibleDescription(/kim@example.org/);
  expect(calls.find((call) => call.method === 'POST')?.body).toEqual({
    name: 'Kim',
    email: 'kim@example',
    password: 'a long enough sentence',
  });
});
