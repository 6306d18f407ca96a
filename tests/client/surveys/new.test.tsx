// Beginning a survey from JSON or from a form in XLSForm.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ImportedSurvey } from '../../../server/contract/surveyImport.ts';
import { renderRoute, signedIn } from '../../support/staff.tsx';
import type { Replies } from '../../support/stubServer.ts';
import { buildDraft, exitSource } from './fixtures.ts';

const open = async (origin: string, replies: Replies = {}) => {
  const user = userEvent.setup();
  const { calls, router } = renderRoute('/surveys', {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [] },
    'POST /surveys': { status: 201, body: buildDraft({ revision: 1 }) },
    ...replies,
  });
  await user.click((await screen.findAllByRole('button', { name: 'Ny enkät' }))[0]!);
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('radio', { name: origin }));
  const upload = (content: string, name: string, type: string) =>
    user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, new File([content], name, { type }));
  const posted = (path = '/surveys') => calls.find((each) => each.method === 'POST' && each.path === path)?.body;
  return { user, router, dialog, upload, posted };
};
const create = 'Börja skriva';

test('a JSON text goes in as it is, under the name it has or the one given', async () => {
  const { user, router, dialog, posted } = await open('JSON');
  await user.click(dialog.getByRole('button', { name: create }));
  expect(dialog.getByText('Välj en fil eller klistra in texten.')).toBeVisible();
  const source = '{ "name": "exit",\n "title": "<b>x</b>" }';
  await user.click(dialog.getByLabelText('Eller klistra in texten'));
  await user.paste(source);
  expect(dialog.getByLabelText(/Namn i adresser/)).toHaveValue('exit');
  await user.clear(dialog.getByLabelText(/Namn i adresser/));
  await user.type(dialog.getByLabelText(/Namn i adresser/), 'om-arbete');
  await user.click(dialog.getByRole('button', { name: create }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/surveys/om-arbete/edit'));
  expect(posted()).toEqual({ name: 'om-arbete', programme: null, source });
});

test('a JSON file is read into the box; what is no JSON is said and goes in all the same', async () => {
  const { user, router, dialog, upload, posted } = await open('JSON');
  await upload(exitSource, 'exit.json', 'application/json');
  expect(await dialog.findByDisplayValue(/feelsBetter/)).toBeVisible();
  expect(dialog.getByLabelText(/Namn i adresser/)).toHaveValue('exit');
  await user.clear(dialog.getByLabelText('Eller klistra in texten'));
  await user.click(dialog.getByLabelText('Eller klistra in texten'));
  await user.paste('{"name": ');
  expect(dialog.getByText(/inte giltig JSON. Den läggs in som den är/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: create }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/surveys/exit/edit'));
  expect(posted()).toEqual({ name: 'exit', programme: null, source: '{"name": ' });
});

test('a name that is taken is said at the name', async () => {
  const taken = { status: 409, body: { status: 409, code: 'already-exists', title: '' } };
  const { user, dialog } = await open('JSON', { 'POST /surveys': taken });
  await user.click(dialog.getByLabelText('Eller klistra in texten'));
  await user.paste('{"name": "exit"}');
  await user.click(dialog.getByRole('button', { name: create }));
  expect(await dialog.findByText('Det finns redan en enkät med det namnet.')).toBeVisible();
});

const imported: ImportedSurvey = {
  source: JSON.stringify({ name: 'om-arbete', title: { sv: 'Om arbete' }, languages: ['sv', 'en'], pages: [] }),
  questions: 12,
  languages: ['sv', 'en'],
  notCarried: [
    {
      ...{ sheet: 'survey', row: 4, column: 'relevant', value: 'once(${x})', code: 'expression' },
      reason: 'there is no counterpart to the function once()',
    },
    {
      sheet: 'survey',
      row: 9,
      column: 'type',
      value: 'image (photo)',
      code: 'type',
      reason: 'files are not collected',
    },
  ],
};
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('of a form is shown what came in and what did not, before the draft begins with its own title', async () => {
  const { user, router, dialog, upload, posted } = await open('XLSForm', { 'POST /surveys/import/xlsform': imported });
  expect(dialog.queryByRole('button', { name: create })).toBeNull();
  await upload('PK…', 'om arbete.xlsx', workbook);
  expect(await dialog.findByText('12 frågor kom med, på svenska och engelska.')).toBeVisible();
  expect(posted('/surveys/import/xlsform')).toEqual({ file: Buffer.from('PK…').toString('base64') });
  const list = within(dialog.getByRole('region', { name: /2 saker i formuläret kom inte med/ }));
  const row = within(list.getByText('once(${x})').closest('tr')!);
  expect(row.getByText('survey, rad 4')).toBeVisible();
  expect(row.getByText('Villkoret går inte att översätta; frågan ställs utan det')).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Spara listan (CSV)' })).toBeVisible();
  await user.type(dialog.getByLabelText(/Rubrik på engelska/), 'About work');
  await user.click(dialog.getByRole('button', { name: create }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/surveys/om-arbete/edit'));
  const { name, source } = posted() as { name: string; source: string };
  expect([name, JSON.parse(source).title]).toEqual(['om-arbete', { sv: 'Om arbete', en: 'About work' }]);
});

test('a form of which everything came in says so', async () => {
  const { dialog, upload } = await open('XLSForm', { 'POST /surveys/import/xlsform': { ...imported, notCarried: [] } });
  await upload('PK…', 'form.xlsx', workbook);
  expect(await dialog.findByText('Allt i formuläret kom med.')).toBeVisible();
});

test('a file that cannot be taken in says why and where, and another one can be chosen', async () => {
  const detail = 'file: sheet "survey", cell C3: holds a formula';
  const errors = [{ field: 'file', code: 'formula', detail }];
  const replies = { 'POST /surveys/import/xlsform': { status: 422, body: { status: 422, code: 'not-valid', errors } } };
  const { dialog, upload } = await open('XLSForm', replies);
  await upload('PK…', 'form.xlsx', workbook);
  const alert = within(await dialog.findByRole('alert'));
  expect(alert.getByText('En cell har en formel. Klistra in den som värde.')).toBeVisible();
  expect(alert.getByText(detail)).toBeVisible();
  expect(dialog.queryByRole('button', { name: create })).toBeNull();
});

test('a file above 5 MB is refused with its size, and never sent', async () => {
  const { dialog, upload, posted } = await open('XLSForm');
  await upload('x'.repeat(5_500_000), 'form.xlsx', workbook);
  expect(await dialog.findByText(/Filen är 5,5 MB. Den får vara högst 5 MB./)).toBeVisible();
  expect(posted('/surveys/import/xlsform')).toBeUndefined();
});
