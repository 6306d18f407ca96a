import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { RespondPage } from '../../../client/pages/respond/RespondPage.tsx';
import { loadTexts } from '../../../client/text/respond/languages.ts';
import exit from '../../../surveys/exit/v1.json' with { type: 'json' };
import { type Replies, stubServer } from '../../support/stubServer.ts';

const page = {
  survey: 'exit',
  version: 1,
  programme: { slug: 'p', title: { sv: 'Projektet' } },
  site: { slug: 's', title: 'Skara' },
  definition: exit,
  languages: ['sv', 'en'],
  machineTranslated: [],
  language: 'sv',
  anonymous: false,
  whoSees: exit.whoSees,
  information: exit.information,
  draft: { revision: 0, submissionId: null, answers: {}, language: null },
};
const open = (replies: Replies, isTest = false) => {
  const calls = stubServer(replies);
  render(<RespondPage token="t" isTest={isTest} />);
  return calls;
};
beforeEach(() => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['sv']);
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('sv');
});

test('the first page says that answering is voluntary and shows no question', async () => {
  open({ 'GET /respond/t': page });
  expect(await screen.findByText(/Det är frivilligt att svara/)).toBeVisible();
  expect(screen.queryByRole('radio')).toBeNull();
  expect(document.documentElement.lang).toBe('sv');
});

test('answers are saved as a draft under one submission id and sent under the same', async () => {
  const user = userEvent.setup();
  const calls = open({
    'GET /respond/t': page,
    'PUT /respond/t/draft': { revision: 1 },
    'POST /respond/t': { status: 201, body: { receipt: 'ABCDE-FGHJK' } },
  });
  await user.click(await screen.findByRole('button', { name: 'Börja' }));
  await user.click(await screen.findByRole('radio', { name: /^Nej/ }, { timeout: 10_000 }));
  for (let at = 1; at < 6; at++) await user.click(screen.getByRole('button', { name: 'Nästa' }));
  await user.click(screen.getByRole('button', { name: 'Skicka svaren' }));
  expect(await screen.findByText('ABCDE-FGHJK')).toBeVisible();
  const draft = calls.find((call) => call.method === 'PUT')?.body as { submissionId: string };
  const sent = calls.filter((call) => call.method === 'POST').map((call) => call.body);
  expect(sent).toEqual([{ submissionId: draft.submissionId, answers: { feelsBetter: 'no' }, language: 'sv' }]);
});

test('whoever tries a survey is told that nothing is saved, and nothing but the answers is sent', async () => {
  const user = userEvent.setup();
  const calls = open(
    { 'GET /tryouts/t': page, 'POST /tryouts/t': { status: 200, body: { receipt: 'ABCDE-FGHJK' } } },
    true,
  );
  await user.click(await screen.findByRole('button', { name: 'Börja' }));
  expect(screen.getByText('Testläge: svaren sparas inte.')).toBeVisible();
  await user.click(await screen.findByRole('radio', { name: /^Nej/ }, { timeout: 10_000 }));
  for (let at = 1; at < 6; at++) await user.click(screen.getByRole('button', { name: 'Nästa' }));
  await user.click(screen.getByRole('button', { name: 'Skicka svaren' }));
  expect(await screen.findByText('ABCDE-FGHJK')).toBeVisible();
  expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /tryouts/t', 'POST /tryouts/t']);
});

test('the words of a language that has been left do not come in late', async () => {
  const calls = open({ 'GET /respond/t': page, 'PUT /respond/t/draft': { revision: 1 } });
  await screen.findByRole('button', { name: 'Börja' });
  const language = screen.getByRole('combobox', { name: 'Språk' });
  fireEvent.change(language, { target: { value: 'en' } });
  fireEvent.change(language, { target: { value: 'sv' } });
  await act(() => loadTexts('en'));
  expect(screen.getByRole('button', { name: 'Börja' })).toBeVisible();
  const kept = () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body);
  await waitFor(() => expect(kept()).toEqual([expect.objectContaining({ language: 'sv' })]), { timeout: 10_000 });
});

test.each([
  ['link-used', 410, 'Länken är redan använd'],
  ['closed', 410, 'Enkäten är stängd'],
  ['unknown-link', 404, 'Länken finns inte'],
  ['too-many-requests', 429, 'Vänta lite'],
  ['database-away', 503, 'Ingen kontakt'],
])('a link refused with %s gets a page of its own that says what to do', async (code, status, title) => {
  open({ 'GET /respond/t': { status, body: { code, status } } });
  const heading = await screen.findByRole('heading', { name: title });
  await waitFor(() => expect(heading).toHaveFocus());
});
