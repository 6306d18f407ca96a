// The month's counts: which month is asked for, what rounded numbers mean, and the funder's codes.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test } from 'vitest';
import { monthsOf, usualMonth } from '../../../client/pages/funder-report/months.ts';
import { renderRoute, signedIn } from '../../support/staff.tsx';
import { definition } from '../snapshots/frozen.ts';

beforeAll(async () => {
  await import('../../../client/pages/funder-report/FunderReportPage.tsx');
});

const counts = (enrolled: number, ongoing: number, ended: number) => ({ enrolled, ongoing, ended });
const report = (month: string, roundedTo: number | null, code = 'woman') => ({
  ...{ programme: 'cresco-plus', month, roundedTo, total: counts(15, 120, 10) },
  lists: [
    { variable: 'gender', groups: [{ value: 'woman', code, label: 'kvinnor', ...counts(10, 70, 5) }] },
    { variable: 'site', groups: [{ value: 'skara', code: 'skara', label: 'Skara', ...counts(0, 5, 0) }] },
  ],
});
const base = '/programmes/cresco-plus';
const open = (role: 'evaluator' | 'coordinator', replies: object, path = `${base}/funder-report`) =>
  renderRoute(path, {
    ...signedIn(role),
    [`GET ${base}`]: { definition, revision: 1 },
    ...replies,
  });
const june = `GET ${base}/funder-report?month=2025-06&language=sv`;
const may = `GET ${base}/funder-report?month=2025-05&language=sv`;

test('a programme that is over opens at its last month; the month before is a step away, and a file of each is to be had', async () => {
  open('evaluator', { [june]: report('2025-06', 5), [may]: report('2025-05', 5) });
  expect(await screen.findByRole('region', { name: 'Juni 2025' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Månaden efter →' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: '← Månaden före' }));
  expect(await screen.findByRole('region', { name: 'Maj 2025' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Hämta som CSV' })).toHaveAttribute(
    'href',
    '/api/programmes/cresco-plus/funder-report.csv?month=2025-05&language=sv',
  );
});

test('rounded numbers say that they are, and what they may mean; exact ones that they are of the own sites', async () => {
  const { unmount } = open('evaluator', { [june]: report('2025-06', 5) });
  expect(await screen.findByText(/slumpvis avrundade.*0 betyder 0 till 4 och 5 betyder 1 till 9/)).toBeVisible();
  unmount();
  open('coordinator', { [june]: report('2025-06', null) });
  expect(await screen.findByText('Siffrorna är exakta och gäller dina orter.')).toBeVisible();
});

test('each group has its three numbers, and the codes of the funder where the programme has any', async () => {
  open('evaluator', { [june]: report('2025-06', 5, 'K1') });
  const table = within(await screen.findByRole('table', { name: 'Inskrivna, pågående och avslutade' }));
  expect(table.getAllByRole('row').map((row) => row.textContent)).toEqual([
    ...['GruppKodInskrivnaPågåendeAvslutade', 'Totalt1512010', 'Kön', 'kvinnorK110705'],
    ...['Ort', 'Skaraskara050'],
  ]);
});

test('months run from the first to the last or the present one, and the latest that is over is shown first', () => {
  expect(monthsOf({ start: '2024-11-15', end: '2025-02-01' }, '2026-01')).toEqual([
    ...['2025-02', '2025-01', '2024-12', '2024-11'],
  ]);
  const running = monthsOf({ start: '2025-11-15' }, '2026-01');
  expect(running).toEqual(['2026-01', '2025-12', '2025-11']);
  expect(usualMonth(running, '2026-01')).toBe('2025-12');
  expect(usualMonth(monthsOf({ start: '2026-01-10' }, '2026-01'), '2026-01')).toBe('2026-01');
  expect(usualMonth(monthsOf({ start: '2026-02-10' }, '2026-01'), '2026-01')).toBeUndefined();
});
