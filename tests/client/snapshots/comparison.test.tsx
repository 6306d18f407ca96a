// What has happened since a snapshot, in words: new answers, goals that moved, definitions that changed, the checksum.
import { screen, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';
import { address, frozenReplies, snapshot } from './frozen.ts';

beforeAll(async () => {
  await import('../../../client/pages/snapshots/comparison/ComparisonPage.tsx');
});

const state = (title: string, value: number | null, more: object = {}) => ({
  ...{ title: { sv: title, en: title }, measure: 'share', value, n: 200, ci95: [0.11, 0.21], status: 'notMet' },
  ...{ target: { atLeast: 0.35 }, verdict: null, suppressed: false },
  ...more,
});
const count = (rows: number | null, fewerThan: number | null = null) => ({ rows, fewerThan });
const unchanged = {
  ...{ snapshot: 's1', comparedAt: '2026-01-31T10:00:00Z' },
  computedAt: { before: '2025-06-30T09:59:00Z', now: '2026-01-31T10:00:00Z' },
  hash: { stored: snapshot.hash, recomputed: snapshot.hash, intact: true },
  ...{ rows: [] as object[], writes: count(0), goals: [] as object[], definitions: [] as object[] },
};
const show = (comparison: object) =>
  renderRoute(`${address}/comparison`, {
    ...{ ...signedIn('evaluator'), ...frozenReplies },
    [`GET ${address}/comparison`]: { ...unchanged, ...comparison },
  });
const answers = (survey: string, since: object) => ({ kind: 'responses', survey, ...count(311), since });

test('where nothing has happened the page says so, and that the checksum is right', async () => {
  show({});
  expect(await screen.findByText(/Inget har ändrats/)).toBeVisible();
  expect(screen.getByText(/Kontrollsumman stämmer: /)).toBeVisible();
});

test('new answers are counted over the surveys, and numbers that are not told stay untold', async () => {
  const rows = [
    answers('exit', count(12)),
    answers('treatment', count(null, 5)),
    { kind: 'enrolments', survey: null, ...count(null, 5), since: count(null) },
  ];
  show({ rows, writes: count(30) });
  const since = within(await screen.findByRole('region', { name: 'Sedan dess' }));
  expect(since.getByText(/^12 svar har kommit in sedan dess, och några till/)).toBeVisible();
  expect(since.getByText(/^30 uppgifter har lagts in/)).toBeVisible();
  const said = since.getAllByRole('row').map((row) => row.textContent);
  expect(said.slice(1)).toEqual([
    'Svar: Avslutningsenkät311+12',
    'Svar: Bemötandeenkät311färre än 5, in eller bort',
    'Inskrivningarfärre än 5visas inte',
  ]);
});

test('a goal that moved stands then and now, with what is not seen in its figure; the others are only named', async () => {
  const moved = {
    ...{ id: 'work', before: state('Arbete', 0.155), changed: ['value', 'status', 'target'] },
    now: state('Arbete', 0.4, { status: 'met', target: { atLeast: 0.3 }, versionsNotComparable: true }),
  };
  const hidden = { id: 'small', before: state('Liten', null, { suppressed: true }), now: null, changed: [] };
  const same = { id: 'seen', before: state('Studier', 0.1), now: state('Studier', 0.1), changed: [] };
  show({ writes: count(8), goals: [moved, hidden, same] });
  const region = await screen.findByRole('region', { name: 'Mål som har ändrats' });
  expect(within(region).getByText(/^Frågan har ändrats mellan enkätens versioner/)).toBeVisible();
  const work = screen.getByRole('heading', { name: 'Arbete' }).closest('li');
  expect(work).toHaveTextContent(/Då15,5 %n = 200.*inte uppnåttNu40,0 %n = 200.*uppnått/);
  expect(work).toHaveTextContent('Statusen har ändrats: från inte uppnått till uppnått.');
  expect(work).toHaveTextContent('Målvärdet har ändrats: från minst 35 % till minst 30 %.');
  const small = screen.getByRole('heading', { name: 'Liten' }).closest('li');
  expect(small).toHaveTextContent(/Dådold: för få svar för att visasNufinns inte längre/);
  expect(within(region).getByText('1 mål är oförändrat')).toBeVisible();
  expect(within(region).queryByRole('heading', { name: 'Studier' })).toBeNull();
});

test('changed definitions are named, and a broken checksum is an alarm with both sums', async () => {
  const change = { goal: null, survey: null, version: null, fields: [] };
  const definitions = [
    { ...change, what: 'goalChanged', goal: 'work', fields: ['target', 'indicator'] },
    { ...change, what: 'programmeChanged', fields: ['start', 'end'] },
    { ...change, what: 'surveyVersionAdded', survey: 'exit', version: 2 },
  ];
  const goals = [{ id: 'work', before: state('Arbete', 0.1), now: state('Arbete', 0.1), changed: [] }];
  show({ definitions, goals, hash: { stored: snapshot.hash, recomputed: 'f'.repeat(64), intact: false } });
  const changed = within(await screen.findByRole('region', { name: 'Ändrade definitioner' }));
  expect(changed.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
    'Målet ”Arbete”: ändrat i målvärdet, hur det räknas',
    'Projektet: ändrat i projektets tid',
    'Enkäten ”Avslutningsenkät”: version 2 är ny',
  ]);
  const alarm = screen.getByRole('alert');
  expect(alarm).toHaveTextContent('innehållet är inte det som frystes');
  expect(alarm).toHaveTextContent('f'.repeat(64));
});
