// The form of an answer is chosen in the properties of a text question, explained there, and taken back like any other change.
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../../support/staff.tsx';
import { buildDraft, buildSummary } from '../fixtures.ts';

configure({ defaultHidden: true });

const title = (sv: string) => ({ title: { sv } });
const elements = [
  { type: 'text', name: 'zip', ...title('Postnummer'), maxLength: 200 },
  { type: 'text', name: 'rent', ...title('Hyra'), inputType: 'number', min: 0, max: 50_000 },
  { type: 'text', name: 'mail', ...title('E-post'), inputType: 'email' },
];
const definition = {
  ...{ name: 'exit', version: 1, languages: ['sv'], title: { sv: 'Enkät' }, whoSees: { sv: 'a' }, thanks: { sv: 'a' } },
  pages: [{ name: 'p', elements }],
};
const open = async (name: RegExp) => {
  const user = userEvent.setup();
  renderRoute('/surveys/exit/edit', {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [buildSummary({ versions: [] })] },
    'GET /surveys/exit/draft': buildDraft({ source: JSON.stringify(definition, null, 2) }),
    'POST /surveys/check': { problems: [] },
  });
  await user.click(await screen.findByRole('button', { name, expanded: false }));
  const properties = () => within(screen.getByRole('region', { name: 'Svarets form' }));
  const choose = async (list: string, option: RegExp) => {
    await user.click(properties().getByRole('combobox', { name: list }));
    await user.click(await screen.findByRole('option', { name: option }));
  };
  return { user, properties, choose };
};
/** What would be saved. */
const written = async (user: ReturnType<typeof userEvent.setup>, at: number) => {
  await user.click(screen.getByText('JSON', { exact: true }));
  const source = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Enkäten som JSON' });
  const saved = JSON.parse(source.value).pages[0].elements[at];
  await user.click(screen.getByText('Formgivare', { exact: true }));
  return saved;
};

test('a pattern is chosen from the common ones or written, with what is shown and stored beside it', async () => {
  const { user, properties, choose } = await open(/Postnummer/);
  await choose('Svarets form', /mönster/);
  expect(properties().getByText('123 45')).toBeVisible();
  expect(properties().getByText('12345')).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Högst antal tecken' })).toBeNull();
  await user.click(properties().getByRole('button', { name: /Registreringsnummer/ }));
  const pattern = properties().getByRole('textbox', { name: 'Mönster' });
  expect(pattern).toHaveValue('aaa 99#');
  await user.click(properties().getByRole('switch', { name: /Spara även mellanrum/ }));
  expect(properties().getAllByText('ABC 12A')).toHaveLength(2);
  await user.clear(pattern);
  expect(pattern).toHaveAccessibleDescription(/Skriv ett mönster/);
  await user.type(pattern, 'SE');
  expect(pattern).toHaveAccessibleDescription(/Inget går att fylla i/);
  await user.type(pattern, '-99');
  expect(pattern).not.toHaveAttribute('aria-invalid', 'true');
  expect(await written(user, 0)).toEqual({
    ...{ type: 'text', name: 'zip', ...title('Postnummer'), maskType: 'pattern' },
    maskSettings: { pattern: 'SE-99', saveMaskedValue: true },
  });
});

test('a number gets a mask with its limits; a fault is said where it is made; undo and redo go step by step', async () => {
  const { user, properties, choose } = await open(/Hyra/);
  await choose('Svarets form', /belopp/);
  expect(await written(user, 1)).toMatchObject({
    maskType: 'currency',
    maskSettings: { min: 0, max: 50_000, suffix: ' kr', thousandsSeparator: ' ' },
  });
  const most = properties().getByRole('textbox', { name: 'Högst' });
  await user.clear(properties().getByRole('textbox', { name: 'Minst' }));
  await user.type(properties().getByRole('textbox', { name: 'Minst' }), '7');
  await user.clear(most);
  await user.type(most, '6');
  expect(most).toHaveAccessibleDescription(/Högst är mindre än minst/);
  expect(screen.queryByTitle('Prova fältet')).toBeNull();
  const undo = screen.getByRole('button', { name: /^Ångra/ });
  while (!undo.hasAttribute('disabled')) await user.click(undo);
  expect(await written(user, 1)).toEqual(elements[1]);
  await user.click(screen.getByRole('button', { name: /^Gör om/ }));
  expect(await written(user, 1)).toMatchObject({ maskType: 'currency', maskSettings: { max: 50_000 } });
});

test('kinds of text with a form of their own have no other, and say so; a mask keeps the kind of text', async () => {
  const { user, properties, choose } = await open(/E-post/);
  const forms = properties().getByRole('combobox', { name: 'Svarets form' });
  expect(forms).toHaveAccessibleDescription(/Slag av text är e-postadress, som har en egen form/);
  await user.click(forms);
  expect(await screen.findByRole('option', { name: /mönster/ })).toHaveAttribute('data-combobox-disabled', 'true');
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('combobox', { name: 'Slag av text' }));
  await user.click(await screen.findByRole('option', { name: 'vanlig text' }));
  await choose('Svarets form', /^datum, månad/);
  const kinds = screen.getByRole('combobox', { name: 'Slag av text' });
  await waitFor(() => expect(kinds).toHaveAccessibleDescription(/Svaret har en bestämd form/));
  await user.click(kinds);
  expect(await screen.findByRole('option', { name: 'e-postadress' })).toHaveAttribute('data-combobox-disabled', 'true');
  await user.keyboard('{Escape}');
  await choose('Så skrivs det', /dag\/månad\/år/);
  expect(properties().getByText('30/06/2025')).toBeVisible();
  expect(properties().getByText('2025-06-30')).toBeVisible();
});

test('the field is tried beside, and what would be stored of it is told', async () => {
  const { user, properties, choose } = await open(/Postnummer/);
  await choose('Svarets form', /mönster/);
  const frame = (await screen.findByTitle('Prova fältet', {}, { timeout: 20_000 })) as HTMLIFrameElement;
  const field = await waitFor(
    () => {
      const found = frame.contentDocument?.querySelector('input');
      if (!found) throw new Error('not drawn yet');
      return found;
    },
    { timeout: 20_000 },
  );
  expect(properties().getByText('Inget sparas än.')).toBeVisible();
  field.value = '411 23';
  field.dispatchEvent(new Event('focusout', { bubbles: true }));
  expect(await properties().findByText('Sparas: 41123')).toBeVisible();
  await user.click(field);
});
