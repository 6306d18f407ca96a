// A survey's published versions: withdrawn and taken back, asked in waves, set beside each other.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { VersionComparison } from '../../../server/contract/versionComparison.ts';
import { renderRoute, signedIn } from '../../support/staff.tsx';
import { buildSummary, exitVersion } from './fixtures.ts';

const [first] = buildSummary().versions;
const unchanged = [{ question: 'feelsBetter', status: 'unchanged' as const, reasons: [] }];
const withdrawal = { reason: 'Fel ord', withdrawnAt: '2026-03-01T10:00:00Z', withdrawnBy: 'Kim Exempel' };
const two = (withdrawn: typeof withdrawal | null) =>
  buildSummary({ versions: [first!, { ...first!, version: 2, comparison: unchanged, withdrawn }] });
const wave = { wave: 'w1', title: { sv: 'Mättillfälle 1' }, opens: '2026-01-01', closes: null };
const pages = (role: 'administrator' | 'evaluator', more: object) => ({
  ...signedIn(role),
  'GET /surveys/exit/versions/1': exitVersion(1),
  'GET /surveys/exit/versions/2': exitVersion(2),
  'GET /surveys/exit/waves': {
    waves: [{ ...wave, programme: { slug: 'p', title: { sv: 'Projektet' } }, version: 1 }],
  },
  ...more,
});

test('a version is withdrawn with a reason, and what then happens is said beforehand', async () => {
  const user = userEvent.setup();
  let withdrawn: typeof withdrawal | null = null;
  const { calls } = renderRoute(
    '/surveys/exit',
    pages('administrator', {
      'GET /surveys': () => ({ surveys: [two(withdrawn)] }),
      'POST /surveys/exit/versions/2/withdrawal': () => {
        withdrawn = withdrawal;
        return withdrawal;
      },
      'DELETE /surveys/exit/versions/2/withdrawal': () => {
        withdrawn = null;
        return { status: 204, body: null };
      },
    }),
  );
  const latest = within(await screen.findByRole('region', { name: 'Version 2' }));
  expect(latest.getByText('Nya länkar får den här versionen')).toBeVisible();
  await user.click(latest.getByRole('button', { name: 'Dra in' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('Nya länkar får i stället version 1.')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Dra in version 2' }));
  expect(dialog.getByText(/^Skriv skälet/)).toBeVisible();
  await user.type(dialog.getByRole('textbox'), 'Fel ord');
  await user.click(dialog.getByRole('button', { name: 'Dra in version 2' }));
  expect(await latest.findByText('Indragen 2026-03-01 av Kim Exempel: Fel ord')).toBeVisible();
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ reason: 'Fel ord' });
  const older = within(screen.getByRole('region', { name: 'Version 1' }));
  expect(older.getByText('Nya länkar får den här versionen')).toBeVisible();
  await user.click(older.getByRole('button', { name: 'Dra in' }));
  expect(await screen.findByText(/^Ingen annan version går att använda/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Avbryt' }));

  await user.click(latest.getByRole('button', { name: 'Ta tillbaka' }));
  await user.click(await screen.findByRole('button', { name: 'Använd version 2 igen' }));
  await waitFor(() => expect(latest.queryByText(/^Indragen/)).toBeNull());
});

test('the waves stand on the page of the survey, each with its version', async () => {
  renderRoute('/surveys/exit', pages('administrator', { 'GET /surveys': { surveys: [two(null)] } }));
  const row = within((await screen.findByText('Mättillfälle 1')).closest('tr')!);
  expect(row.getByText('Version 1')).toBeVisible();
  expect(row.getByRole('link', { name: 'Projektet' })).toHaveAttribute('href', '/programmes/p/settings');
});

test('an evaluator reads the versions and withdraws none', async () => {
  renderRoute('/surveys/exit', pages('evaluator', { 'GET /surveys': { surveys: [two(withdrawal)] } }));
  expect(await screen.findByText(/^Indragen 2026-03-01/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Dra in|Ta tillbaka/ })).toBeNull();
});

const text = (before: string | null, after: string | null) => ({
  before: before === null ? null : { sv: before, en: `${before} (en)` },
  after: after === null ? null : { sv: after, en: after },
});
const step = (version: number, status: 'comparable' | 'notComparable', ...reasons: string[]) => ({
  ...{ version, status, reasons, publishedAt: '2026-02-01T10:00:00Z', publishedBy: 'Kim Exempel' },
});
const comparison: VersionComparison = {
  ...{ title: { sv: 'Avslutningsenkät' }, from: 1, to: 3, versions: [1, 2, 3], languages: ['sv', 'en'] },
  questions: [
    {
      ...{ question: 'feelsBetter', status: 'notComparable' },
      steps: [
        step(2, 'comparable', 'the Swedish wording changed', 'declared: Samma sak'),
        step(3, 'notComparable', 'the scale or the codes changed'),
      ],
      texts: [
        { part: 'title', code: null, ...text('Mår du bättre nu?', 'Mår du bättre i dag?') },
        { part: 'choice', code: 'partly', ...text('Delvis', null) },
      ],
    },
    {
      ...{ question: 'nextStep', status: 'unchanged', steps: [] },
      texts: [{ part: 'title', code: null, ...text('A', 'A') }],
    },
  ],
};

test('two versions stand beside each other with the changed words marked, in each language, and every step with its author', async () => {
  const user = userEvent.setup();
  const versions = [1, 2, 3].map((version) => ({ ...first!, version }));
  const { router } = renderRoute(
    '/surveys/exit/compare?from=1',
    pages('evaluator', {
      'GET /surveys': { surveys: [buildSummary({ versions })] },
      'GET /surveys/exit/comparison?from=1&to=3': comparison,
      'GET /surveys/exit/comparison?from=2&to=3': { ...comparison, from: 2 },
    }),
  );
  const question = await screen.findByRole('region', { name: 'feelsBetter' });
  const marked = (tag: string) => [...question.querySelectorAll(tag)].map((each) => each.textContent);
  expect(marked('del')).toEqual(['[borttaget: nu?]', '[borttaget: Delvis]']);
  expect(marked('ins')).toEqual(['[tillagt: i dag?]']);
  const own = within(question);
  for (const words of [
    'Version 2, 2026-02-01, Kim Exempel',
    'Bedömt: Samma sak',
    'Version 3, 2026-02-01, Kim Exempel',
    'finns inte',
  ])
    expect(own.getByText(words)).toBeVisible();
  expect(screen.queryByRole('region', { name: 'nextStep' })).toBeNull();
  expect(screen.getByText('1 oförändrad fråga')).toBeVisible();

  await user.click(screen.getByRole('combobox', { name: 'Språk' }));
  await user.click(await screen.findByRole('option', { name: 'English' }));
  expect(marked('del')).toEqual(['[borttaget: nu? (en)]', '[borttaget: Delvis (en)]']);
  await user.click(screen.getByRole('combobox', { name: 'Äldre version' }));
  await user.click(await screen.findByRole('option', { name: 'Version 2' }));
  expect(router.state.location.search).toBe('?from=2&to=3');
});

test('with one version there is nothing to compare yet, and that is said', async () => {
  renderRoute('/surveys/exit/compare', pages('evaluator', { 'GET /surveys': { surveys: [buildSummary()] } }));
  expect(await screen.findByText(/^Det finns bara en version/)).toBeVisible();
});
