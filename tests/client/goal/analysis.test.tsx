// What is found is said in words: what is clear, what may be chance, what is hidden.
import { screen } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';

// Pages load when they are opened: here beforehand, so that each test waits for words alone, however busy the machine.
beforeAll(async () => {
  await import('../../../client/pages/goal/GoalPage.tsx');
  await import('../../../client/pages/cross-table/CrossTablePage.tsx');
});

const titled = (sv: string) => ({ sv, en: sv });
const indicator = { population: 'assessed', measure: 'meanChange', of: 'health' };
const definition = {
  ...{ slug: 'cresco-plus', title: titled('Cresco+'), start: '2023-01-01', fields: [], waves: [] },
  sites: [{ slug: 'skara', title: 'Skara' }],
  codes: { exitReason: [], exitStatus: [], intervention: [], role: [] },
  ...{ activityBands: [0, 1], ageBands: [16, 45], suppression: { below: 5, cells: false } },
  goals: [{ id: 'health', title: titled('Hälsa'), indicator }],
};
const figures = {
  value: 0.5,
  numerator: null,
  denominator: null,
  missing: 2,
  n: 40,
  mean: 0.5,
  sd: 1,
  ci95: [0.2, 0.8],
};
const result = {
  ...{ id: 'health', title: titled('Hälsa'), measure: 'meanChange', target: null, status: null, verdict: null },
  ...{ ...figures, responseRate: null, warnings: [], suppressed: false, groups: [] },
};
const steps = { n: 40, up: 20, same: 12, down: 8, mean: 0.5, effect: 0.5 };
const side = (gender: string, value: number) => ({ side: { group: { gender } }, value, n: 20 });
const findings = {
  ...{ programme: 'cresco-plus', computedAt: '2026-01-31T10:00:00Z', as: 'evaluator', goal: 'health', by: ['gender'] },
  ...{ suppressed: false, withheld: ['hiddenGroups'], distributions: [], outcome: null },
  change: {
    ...{ ...steps, sd: 1, ci95: [0.2, 0.8], missing: 2, pickedByFirst: false, transitions: null, groups: null },
    regression: { correlation: { r: -0.6, ci95: [-0.8, -0.3] }, oldham: -0.1, clear: true },
  },
  comparisons: [
    { estimate: 0.75, ci95: [0.1, 1.4], clear: true, first: side('woman', 1), second: side('man', 0.25) },
    {
      estimate: -0.2,
      ci95: [-0.9, 0.5],
      clear: false,
      first: side('other', 0.3),
      second: { ...side('x', 0.5), side: { rest: true } },
    },
  ],
};
const replies = (analysis: object) => ({
  ...signedIn('evaluator'),
  'GET /programmes/cresco-plus': { definition, revision: 1 },
  'GET /programmes/cresco-plus/results?by=gender': {
    ...{ programme: 'cresco-plus', computedAt: '2026-01-31T10:00:00Z', as: 'evaluator', goals: [result] },
  },
  'GET /programmes/cresco-plus/goals/health/analysis?by=gender': analysis,
  'GET /surveys?programme=cresco-plus': { surveys: [] },
});

test('a change goal says how many went up, its effect size, and that regression to the mean must be reckoned with', async () => {
  renderRoute('/programmes/cresco-plus/goals/health', replies(findings));
  const words = await screen.findByText(/ligger högre än vid start/);
  expect(words).toHaveTextContent('50 % ligger högre än vid start, 30 % oförändrat och 20 % lägre.');
  expect(words).toHaveTextContent('Effektstorlek 0,50 (medelstor enligt Cohens tumregel)');
  expect(words).toHaveTextContent('2 saknar svar på båda korten.');
  expect(screen.getByText('Räkna med återgång mot medelvärdet')).toBeVisible();
});

test('a clear difference and one that may be chance are told apart, each with its interval', async () => {
  renderRoute('/programmes/cresco-plus/goals/health', replies(findings));
  expect(
    await screen.findByText(/^Kvinnor ligger 0,75 över män: 1,00 mot 0,25 \(95 % intervall 0,10 till 1,40\)/),
  ).toHaveTextContent('Skillnaden är större än slumpen brukar ge.');
  expect(screen.getByText(/^Annat ligger 0,20 under övriga/)).toHaveTextContent('Det kan vara slump');
  expect(screen.getByText(/Någon grupp är dold\. Därför visas svaren bara för alla tillsammans/)).toBeVisible();
});

test('without any answer the section says what is missing, and no figure', async () => {
  const nothing = { ...findings, withheld: [], comparisons: [], change: { ...findings.change, n: 0 } };
  renderRoute('/programmes/cresco-plus/goals/health', replies(nothing));
  expect(await screen.findByText('Det finns inga svar att fördela än.')).toBeVisible();
});

const variables = ['gender', 'site'].map((name) => ({ name, title: null, moment: null }));
const choice = { population: 'enrolments', survey: null, surveyTitle: null, variables, pairs: [['gender', 'site']] };
const category = (value: string) => ({ value, title: null, below: null });
const table = {
  ...{
    programme: 'cresco-plus',
    computedAt: '2026-01-31T10:00:00Z',
    as: 'evaluator',
    suppressed: false,
    versionsNotComparable: true,
    missing: null,
  },
  row: { ...variables[0], multiple: false, categories: ['woman', 'man', 'unknown'].map(category) },
  column: { ...variables[1], multiple: false, categories: ['skara'].map(category) },
  ...{ counts: [[null], [30], [0]], rowTotals: [null, 30, 0], columnTotals: [60], total: 60 },
  ...{ rowShares: [[null], [1], [null]], columnShares: [[null], [0.5], [0]], test: null, noTest: 'hidden' },
};

test('a cross table says which numbers are hidden, leaves out what nobody is in, and tells why there is no test', async () => {
  renderRoute('/programmes/cresco-plus/cross-table', {
    ...signedIn('evaluator'),
    'GET /programmes/cresco-plus': { definition, revision: 1 },
    'GET /programmes/cresco-plus/cross-table/choices': { choices: [choice] },
    'GET /programmes/cresco-plus/cross-table?population=enrolments&row=gender&column=site': table,
  });
  const row = (name: string) => screen.getByRole('rowheader', { name }).closest('tr');
  await screen.findByRole('table', { name: 'Kön × Ort' });
  expect(row('kvinnor')).toHaveTextContent('kvinnordolddold');
  expect(row('män')).toHaveTextContent('män3030');
  expect(screen.queryByRole('rowheader', { name: 'uppgift saknas' })).toBeNull();
  expect(screen.getByText('Inget test: några tal är dolda.')).toBeVisible();
  expect(screen.getByText(/^Frågan har ändrats mellan enkätens versioner/)).toBeVisible();
});

test('where nothing may be crossed the page says what is needed', async () => {
  renderRoute('/programmes/cresco-plus/cross-table', {
    ...signedIn('evaluator'),
    'GET /programmes/cresco-plus': { definition, revision: 1 },
    'GET /programmes/cresco-plus/cross-table/choices': { choices: [] },
  });
  expect(await screen.findByRole('heading', { name: 'Inget att korsa än' })).toBeVisible();
});
