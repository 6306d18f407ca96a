// Two programmes side by side, in words: how large a difference is, whether it may be chance, and why there is none.
import { screen, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';

beforeAll(async () => {
  await import('../../../client/pages/compare/ComparePage.tsx');
});

const titled = (sv: string) => ({ sv, en: sv });
const programme = (slug: string, title: string) => ({
  ...{ slug, title: titled(title), start: '2023-01-01', end: null, sites: [], goals: 2 },
});
const head = (programme: string, title: string) => ({
  ...{ programme, title: titled(title), computedAt: '2025-06-14T10:00:00Z' },
});
const result = (id: string, measure: string, value: number, more: object = {}) => ({
  ...{ id, title: titled(id), measure, value, target: null, status: null, verdict: null, warnings: [], groups: [] },
  ...{ numerator: null, denominator: null, n: null, mean: null, sd: null, missing: 0 },
  ...{ ci95: null, responseRate: null, suppressed: false },
  ...more,
});
const share = (id: string, numerator: number, denominator: number) =>
  result(id, 'share', numerator / denominator, { numerator, denominator, ci95: [0.1, 0.9] });
const hidden = { ...result('Dold', 'share', 0), value: undefined, suppressed: true };
const pair = (one: object, other: object, more: object = {}) => ({
  ...{ one, other, matchedBy: 'id', sameDefinition: true, difference: null, why: null },
  ...more,
});
const empty = {
  one: head('a', 'Alfa'),
  other: head('b', 'Beta'),
  pairs: [] as object[],
  alone: { one: [], other: [] },
};
const both = [programme('a', 'Alfa'), programme('b', 'Beta')];
const show = (comparison: object, programmes = both, path = '/compare?one=a&other=b') =>
  renderRoute(path, {
    ...signedIn('evaluator'),
    'GET /programmes': { programmes },
    'GET /programmes/a/comparison?with=b': { ...empty, ...comparison },
  });
const common = async () => within(await screen.findByRole('region', { name: 'Gemensamma mål' }));

test('with one programme there is nothing to compare, and the page says so', async () => {
  show({}, [programme('a', 'Alfa')]);
  expect(await screen.findByRole('heading', { name: 'Inget att jämföra med' })).toBeVisible();
});

test('answers to versions of a question that do not go together are said at the goal they concern, and at no other', async () => {
  show({
    pairs: [
      pair(share('Mår bättre', 6, 10), share('Mår bättre', 3, 10), { versionsNotComparable: true }),
      pair(share('Arbete', 6, 10), share('Arbete', 3, 10), { versionsNotComparable: false }),
    ],
  });
  const [health, work] = (await common()).getAllByRole('listitem');
  const words = /^Frågan var inte densamma för alla som har svarat i de två projekten/;
  expect(within(health!).getByText(words)).toBeVisible();
  expect(within(work!).queryByText(words)).toBeNull();
});

test('a clear difference and one that may be chance are told apart in words', async () => {
  const clear = pair(share('Arbete', 56, 70), share('Arbete', 48, 80), {
    difference: { estimate: 0.2, ci95: [0.0524, 0.3339] },
  });
  const unclear = pair(result('Hälsa', 'mean', 3, { n: 10 }), result('Mående', 'mean', 3.25, { n: 12 }), {
    ...{ matchedBy: 'definition', difference: { estimate: -0.25, ci95: [-0.8, 0.3] } },
  });
  show({ pairs: [clear, unclear] });
  const found = await common();
  expect(found.getByText(/Alfa ligger 20,0 procentenheter över Beta\./)).toHaveTextContent(
    'Skillnaden är med 95 % säkerhet mellan 5,2 och 33,4 procentenheter. Den är större än slumpen brukar ge.',
  );
  expect(found.getByText(/Alfa ligger 0,25 skalsteg under Beta\./)).toHaveTextContent(
    'mellan −0,80 och 0,30 skalsteg. Den kan vara slump.',
  );
  expect(found.getByRole('heading', { name: 'Hälsa / Mående' })).toBeVisible();
  expect(found.getByText('Målen heter olika men räknas på samma sätt.')).toBeVisible();
  expect(found.getByText('56 av 70')).toBeVisible();
});

test('where there is no difference the page says why, and where goals are counted otherwise that they are', async () => {
  show({
    pairs: [
      pair(result('Deltagare', 'count', 741), result('Deltagare', 'count', 230), { why: 'size' }),
      pair(share('Dold', 5, 10), hidden, { why: 'hidden', sameDefinition: false }),
    ],
  });
  const found = await common();
  expect(found.getByText(/antalet beror på hur stort projektet är/)).toBeVisible();
  expect(found.getByText(/den ena siffran bygger på för få/)).toBeVisible();
  expect(found.getByText(/Målet räknas inte på samma sätt i båda projekten/)).toBeVisible();
});

test('goals that stand alone are listed with the reason', async () => {
  const alone = {
    one: [{ id: 'm', title: titled('Material'), reason: 'judged' }],
    other: [{ id: 'x', title: titled('Annat'), reason: 'noCounterpart' }],
  };
  show({ alone });
  expect(await screen.findByText(/Projekten har inga mål gemensamt/)).toBeVisible();
  const found = within(screen.getByRole('region', { name: 'Mål som inte kan jämföras' }));
  expect(found.getByText('Alfa: 1')).toBeVisible();
  const told = found.getAllByRole('group', { hidden: true }).map((each) => each.textContent);
  expect(told).toEqual([
    'Alfa: 1Bedöms av en människa, har ingen siffraMaterial',
    'Beta: 1Inget mål med samma id eller samma sätt att räknaAnnat',
  ]);
});

test('an address that names one programme twice, or none, still compares two', async () => {
  show({}, both, '/compare?one=a&other=a');
  expect(await common()).toBeTruthy();
});
