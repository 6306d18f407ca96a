import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';
import { buildDraft, buildSummary, exitVersion } from './fixtures.ts';

const rowOf = async (name: string) => (await screen.findByRole('link', { name })).closest('tr')!;

test('the list says kind, anonymity, draft wordings, latest version, responses and a draft under way', async () => {
  renderRoute('/surveys', {
    ...signedIn('administrator'),
    'GET /surveys': {
      surveys: [
        buildSummary({
          anonymous: true,
          draftTexts: 2,
          draft: { revision: 1, changedAt: '2026-02-01T10:00:00Z', changedBy: 'Kim Exempel' },
        }),
      ],
    },
  });
  const row = within(await rowOf('Avslutningsenkät'));
  for (const words of ['anonym', 'utkast: 2 frågor', 'Version 1', '2026-01-05', '311', 'Fortsätt på utkastet'])
    expect(row.getByText(words)).toBeVisible();
});

test('a version with few responses keeps its number to itself', async () => {
  const [first] = buildSummary().versions;
  renderRoute('/surveys', {
    ...signedIn('administrator'),
    'GET /surveys': {
      surveys: [buildSummary({ versions: [first!, { ...first!, version: 2, responses: null }] })],
    },
  });
  expect(within(await rowOf('Avslutningsenkät')).getByText('311 + färre än 5')).toBeVisible();
});

test('an evaluator sees versions, but neither drafts nor a way to write', async () => {
  renderRoute('/surveys', { ...signedIn('evaluator'), 'GET /surveys': { surveys: [buildSummary()] } });
  await rowOf('Avslutningsenkät');
  expect(screen.queryByRole('button', { name: 'Ny enkät' })).toBeNull();
  expect(screen.queryByRole('columnheader', { name: 'Utkast' })).toBeNull();
});

test('a new survey is created under its name and titled in both languages', async () => {
  const user = userEvent.setup();
  const created = buildDraft({ name: 'trivsel', revision: 1, source: '{"name":"trivsel","title":{"sv":"Ny enkät"}}' });
  const { calls, router } = renderRoute('/surveys', {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [] },
    'POST /surveys': { status: 201, body: created },
    'PUT /surveys/trivsel/draft': created,
    'GET /surveys/trivsel/draft': created,
  });
  await user.click((await screen.findAllByRole('button', { name: 'Ny enkät' }))[0]!);
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText(/Rubrik på svenska/), 'Trivsel');
  await user.type(dialog.getByLabelText(/Rubrik på engelska/), 'Well-being');
  await user.type(dialog.getByLabelText(/Namn i adresser/), 'Tri vsel');
  await user.click(dialog.getByRole('button', { name: 'Börja skriva' }));
  expect(dialog.getByText(/Börja med en bokstav/)).toBeVisible();
  await user.clear(dialog.getByLabelText(/Namn i adresser/));
  await user.type(dialog.getByLabelText(/Namn i adresser/), 'trivsel');
  await user.click(dialog.getByRole('button', { name: 'Börja skriva' }));
  await screen.findByRole('radio', { name: 'Formgivare', checked: true });
  expect(router.state.location.pathname).toBe('/surveys/trivsel/edit');
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ name: 'trivsel', programme: null });
  const saved = calls.find(({ method }) => method === 'PUT')?.body as { source: string; revision: number };
  expect(saved.revision).toBe(1);
  expect(JSON.parse(saved.source).title).toEqual({ sv: 'Trivsel', en: 'Well-being' });
});

test('a survey says question by question what changed since the version before, with the reason in words', async () => {
  const [first] = buildSummary().versions;
  const comparison = [
    {
      question: 'feelsBetter',
      status: 'comparable' as const,
      reasons: ['the Swedish wording changed', 'declared: Samma sak.'],
    },
    { question: 'nextStep', status: 'notComparable' as const, reasons: ['type changed from rating to text'] },
    { question: 'whatHelped', status: 'unchanged' as const, reasons: [] },
  ];
  renderRoute('/surveys/exit', {
    ...signedIn('administrator'),
    'GET /surveys': {
      surveys: [buildSummary({ versions: [first!, { ...first!, version: 2, responses: 0, comparison }] })],
    },
    'GET /surveys/exit/versions/1': exitVersion(1),
    'GET /surveys/exit/versions/2': exitVersion(2),
  });
  const reworded = within((await screen.findByText('Mår du bättre nu än före projektet?')).closest('tr')!);
  expect(reworded.getByText('jämförbar')).toBeVisible();
  expect(reworded.getByText('frågans ordalydelse på svenska är ändrad')).toBeVisible();
  expect(reworded.getByText('Bedömt: Samma sak.')).toBeVisible();
  expect(screen.getByText('frågetypen är ändrad från rating till text')).toBeVisible();
  expect(screen.getByText('och 1 oförändrad fråga')).toBeVisible();
});
