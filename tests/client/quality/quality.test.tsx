// The page on data quality: what is found with what to do, rows for those who may see them, and why some counts are not told.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';

beforeAll(async () => {
  await import('../../../client/pages/quality/QualityPage.tsx');
});

const titled = (sv: string) => ({ sv, en: sv });
const definition = {
  ...{ slug: 'cresco-plus', title: titled('Cresco+'), start: '2025-01-01', fields: [], waves: [], goals: [] },
  sites: [{ slug: 'skara', title: 'Skara' }],
  codes: { exitReason: [], exitStatus: [], intervention: [], role: [] },
  ...{ activityBands: [0, 1], ageBands: [16, 45], suppression: { below: 5, cells: false } },
};
const finding = (rule: string, weight: string, count: number | null, of: number | null, more: object = {}) => ({
  ...{ rule, weight, count, of, survey: null, groups: [], places: [] },
  ...more,
});
const empty = {
  ...{ programme: 'cresco-plus', computedAt: '2025-06-14T10:00:00Z', as: 'evaluator', below: 5 },
  ...{ seesIndividuals: false, enrolments: 0, questions: [], invitations: [], surveys: [] },
  findings: [finding('cardOutside', 'impossible', 0, 0)],
};
const show = (quality: object, role: 'coordinator' | 'evaluator' = 'evaluator') =>
  renderRoute('/programmes/cresco-plus/quality', {
    ...signedIn(role),
    'GET /programmes/cresco-plus': { definition, revision: 1 },
    'GET /programmes/cresco-plus/quality': { ...empty, enrolments: 40, ...quality },
  });
const findings = async () => within(await screen.findByRole('region', { name: 'Att rätta eller komplettera' }));

test('before anybody is enrolled the page says what comes here', async () => {
  show({ enrolments: 0 });
  expect(await screen.findByRole('heading', { name: 'Inget att granska än' })).toBeVisible();
});

test('the heaviest comes first, then the larger share; what was checked in vain stands apart', async () => {
  show({
    findings: [
      finding('cardOutside', 'impossible', 0, null),
      finding('fewCards', 'missing', 5, 40),
      finding('exitWithoutReason', 'missing', 20, 40),
      finding('alike', 'doubtful', 6, 40),
      finding('endBeforeStart', 'impossible', null, null),
    ],
  });
  const headings = (await findings()).getAllByRole('heading', { level: 3 });
  expect(headings.map((each) => each.textContent)).toEqual([
    'Avslutet ligger före starten',
    'Kan vara samma person inskriven två gånger',
    'Avslut utan orsak',
    'Färre än två progressionskort efter ett halvår',
  ]);
  const clean = within(screen.getByRole('region', { name: 'Kontrollerat utan anmärkning' }));
  expect(clean.getByText('Progressionskort utanför inskrivningen')).toBeVisible();
});

test('those who may not see individuals read counts, why some are not told, and no rows', async () => {
  show({ findings: [finding('exitWithoutReason', 'missing', 10, 40), finding('alike', 'doubtful', null, null)] });
  const found = await findings();
  expect(found.getByText('10 av 40 (25,0 %)')).toBeVisible();
  expect(found.getByText(/Antalet visas inte: det är 1–4/)).toBeVisible();
  expect(screen.getByText(/Samordnarna ser vilka rader det gäller/)).toBeVisible();
  expect(found.queryByRole('link')).toBeNull();
});

test('a coordinator is led to each row, reads what to do and how it falls on women and men', async () => {
  const places = Array.from({ length: 26 }, (_, at) => ({ enrolment: `E/${at}`, date: null, name: `Person ${at}` }));
  const groups = [
    { by: { gender: 'man' }, count: 6, of: 20 },
    { by: { gender: 'woman' }, count: 20, of: 20 },
    { by: { site: 'skara' }, count: 26, of: 40 },
  ];
  const user = userEvent.setup();
  const card = finding('cardOutside', 'impossible', 1, 90, {
    places: [{ enrolment: 'E7', date: '2023-12-01', name: '' }],
  });
  const reason = finding('exitWithoutReason', 'missing', 26, 40, { places, groups });
  show({ seesIndividuals: true, findings: [card, reason] }, 'coordinator');
  const found = await findings();
  expect(found.getByText('Ange avslutsorsak på personens sida.')).toBeVisible();
  expect(found.getByText('Fördelning: män 6 av 20 · kvinnor 20 av 20')).toBeVisible();
  await user.click(found.getByText('Visa 26 rader'));
  expect(found.getByRole('link', { name: 'Person 3' })).toHaveAttribute('href', '/programmes/cresco-plus/people/E%2F3');
  expect(found.queryByRole('link', { name: 'Person 25' })).toBeNull();
  await user.click(found.getByRole('button', { name: 'Visa 1 till' }));
  expect(found.getByRole('link', { name: 'Person 25' })).toBeVisible();
  await user.click(found.getByText('Visa 1 rad'));
  expect(found.getByRole('link', { name: 'Utan namn (E7)' })).toBeVisible();
  expect(found.getByText('2023-12-01')).toBeVisible();
});

test('questions left out most come first, and links say how many answered', async () => {
  const question = (name: string, unanswered: number | null, asked: number | null) => ({
    ...{ survey: 'exit', half: null, question: name, title: titled(`Fråga ${name}`), unanswered, asked },
    ...{ groups: [], uneven: null },
  });
  show({
    questions: [question('a', 5, 40), question('b', 10, 40), question('c', null, null), question('d', 0, 40)],
    invitations: [{ survey: 'exit', made: 50, answered: 40, begun: null }],
    surveys: [{ survey: 'exit', title: titled('Avslutningsenkät') }],
  });
  const table = within(await screen.findByRole('table', { name: 'Obesvarade frågor: Avslutningsenkät' }));
  const rows = table.getAllByRole('row').map((row) => row.textContent);
  expect(rows.slice(1)).toEqual(['Fråga b10 av 4025,0 %', 'Fråga a5 av 4012,5 %', 'Fråga cvisas inte–']);
  const links = within(screen.getByRole('table', { name: 'Länkar och svar' }));
  expect(links.getAllByRole('row')[1]).toHaveTextContent('Avslutningsenkät40 av 5080,0 %visas inte');
  expect(screen.getByText(/svarstiden sparas inte/)).toBeVisible();
});

test('who sees individuals sees which groups leave a question out, and which one does so oftener than the others', async () => {
  const groups = [
    { by: { gender: 'man' }, unanswered: 12, asked: 30 },
    { by: { gender: 'woman' }, unanswered: 3, asked: 30 },
    { by: { ageBand: 45 }, unanswered: 5, asked: 20 },
  ];
  const question = { survey: 'exit', half: null, question: 'a', title: titled('Fråga a'), unanswered: 15, asked: 60 };
  const uneven = { by: { gender: 'man' }, estimate: 0.3, ci95: [0.087, 0.492] };
  const surveys = [{ survey: 'exit', title: titled('Avslutningsenkät') }];
  show({ seesIndividuals: true, questions: [{ ...question, groups, uneven }], surveys }, 'coordinator');
  const table = within(await screen.findByRole('table', { name: 'Obesvarade frågor: Avslutningsenkät' }));
  expect(
    table.getByText(/oftare i gruppen män än bland övriga: 30,0 procentenheter mer .* 8,7 till 49,2/),
  ).toBeVisible();
  const user = userEvent.setup();
  await user.click(table.getByText('Fördelning'));
  expect(table.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
    'män 12 av 30',
    'kvinnor 3 av 30',
    '45 år och äldre 5 av 20',
  ]);
});
