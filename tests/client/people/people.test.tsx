import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { EnrolmentSummary } from '../../../server/contract/enrolment.ts';
import { programmeDefinition } from '../../../server/domain/programme/schema.ts';
import { dayOf } from '../../../server/domain/schedule/due.ts';
import { renderRoute, signedIn } from '../../support/staff.tsx';

const day = (offset: number) => dayOf(new Date(Date.now() + offset * 86_400_000));
const row = (name: string, more: Partial<EnrolmentSummary> = {}): EnrolmentSummary => ({
  ...{ enrolment: `E-${name}`, person: `P-${name}`, name, site: 'skara', start: '2026-01-10', end: null, cards: 1 },
  ...{ lastCard: null, openCard: null, nextCardDue: null, followUpDue: null, lastActivity: null, ...more },
});
const rows = [
  row('Örjan', { nextCardDue: day(60) }),
  row('Bo', { nextCardDue: day(-10) }),
  row('Cia', { end: '2025-05-01', followUpDue: day(-70) }),
  row('Disa', { openCard: day(-3), nextCardDue: day(-1) }),
];
const show = (enrolments: EnrolmentSummary[], more = {}) =>
  renderRoute('/programmes/cresco-plus/people', {
    ...signedIn('coordinator'),
    'GET /programmes/cresco-plus': {
      revision: 1,
      definition: programmeDefinition.parse({
        ...{ slug: 'cresco-plus', title: { sv: 'Cresco+' }, start: '2023-01-01' },
        sites: [{ slug: 'skara', title: 'Skara' }],
      }),
    },
    'GET /programmes/cresco-plus/enrolments': { enrolments },
    ...more,
  });

test('a begun card comes first, then the most overdue; what lies weeks ahead is not to be done yet', async () => {
  show(rows);
  const due = await screen.findByRole('region', { name: 'Att göra (3)' });
  expect(
    within(due)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['Disa', 'Cia', 'Bo']);
  expect(within(due).getByText(/2 månader försenat/)).toBeVisible();
  expect(within(due).getByText(/10 dagar försenat/)).toBeVisible();
});

test('the list shows the ongoing, is searched by name without regard to case, and sorted by its heads', async () => {
  show(rows);
  const user = userEvent.setup();
  const list = await screen.findByRole('region', { name: 'Alla inskrivningar' });
  const names = () =>
    within(list)
      .getAllByRole('link')
      .map((link) => link.textContent);
  expect(names()).toEqual(['Bo', 'Disa', 'Örjan']);
  await user.click(within(list).getByRole('button', { name: /Nästa/ }));
  expect(names()).toEqual(['Bo', 'Disa', 'Örjan']);
  await user.click(within(list).getByRole('button', { name: /Nästa/ }));
  expect(names()).toEqual(['Örjan', 'Disa', 'Bo']);
  await user.click(within(list).getByText('Alla'));
  await user.type(within(list).getByRole('searchbox'), 'CI');
  expect(names()).toEqual(['Cia']);
});

test('an empty site says what comes here and leads to enrolling; a refusal stands at its field in Swedish', async () => {
  const refusal = { field: 'contact.email', code: 'wrong-format', detail: 'Invalid email address' };
  const { calls } = show([], {
    'POST /programmes/cresco-plus/enrolments': { status: 422, body: { code: 'not-valid', errors: [refusal] } },
  });
  const user = userEvent.setup();
  await screen.findByRole('heading', { name: 'Inga deltagare än' });
  await user.click(screen.getByRole('button', { name: 'Skriv in' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/^Namn/), 'Maja');
  await user.type(within(dialog).getByLabelText('E-postadress'), 'maja@x');
  await user.click(within(dialog).getByRole('button', { name: 'Skriv in' }));
  expect(await within(dialog).findByText('Kontrollera hur det är skrivet.')).toBeVisible();
  expect(calls.at(-1)?.body).toMatchObject({ site: 'skara', contact: { name: 'Maja', email: 'maja@x' } });
});

test('data is fetched by links that name table, format and language, with codebook; scripts stand beside CSV', async () => {
  const user = userEvent.setup();
  show(rows, {
    'GET /programmes/cresco-plus/export': {
      tables: [
        { name: 'enrolments', title: { sv: 'Inskrivningar' } },
        { name: 'exit', title: { sv: 'Avslutningsenkät' } },
      ],
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Hämta data' }));
  const link = async (name: string) => (await screen.findByRole('link', { name })).getAttribute('href');
  const base = '/api/programmes/cresco-plus/export';
  expect(await link('Hämta filen')).toBe(`${base}/enrolments.xlsx?language=sv`);
  expect(await link('Kodbok (CSV)')).toBe(`${base}/codebook.csv`);
  await user.click(screen.getByRole('radio', { name: 'CSV' }));
  expect(await link('SPSS-syntax')).toBe(`${base}/enrolments.sps?language=sv`);
  expect(await link('Hämta allt som zip')).toBe(`${base}/all.zip?language=sv&format=csv`);
});
