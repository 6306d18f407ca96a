// Making a goal by choosing, with what it comes to beside it.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test } from 'vitest';
import { type ProgrammeInput, programmeDefinition } from '../../../server/domain/programme/schema.ts';
import { renderRoute, signedIn } from '../../support/staff.tsx';

beforeAll(async () => {
  await import('../../../client/pages/programme-settings/ProgrammeSettingsPage.tsx');
});

type Goal = NonNullable<ProgrammeInput['goals']>[number];
const work: Goal = {
  id: 'work',
  title: { sv: 'Arbete' },
  indicator: { population: 'exits', measure: 'share', of: "{exitStatus} = 'employed'" },
  target: { atLeast: 0.35 },
};
const path = '/programmes/cresco-plus';
const plain = { title: null, row: null, half: null, point: null, sameAs: null, values: null };
const code = (value: string, sv: string) => ({ value, title: { sv } });
const exitNames = [
  { ...plain, name: 'exitStatus', type: 'code', values: [code('employed', 'Anställd'), code('studying', 'Studier')] },
  { ...plain, name: 'gender', type: 'code', values: [{ value: 'woman', title: null }] },
  { ...plain, name: 'days', type: 'number' },
];
const card = (name: string, point: string) => ({
  ...{ ...plain, name: `${name}.${point}`, type: 'number', point, half: 'person' },
  title: { sv: name === 'health' ? 'Hur mår du?' : 'Har du en idé?' },
});
const cardNames = ['health', 'jobIdea'].flatMap((name) =>
  ['first', 'last', 'change'].map((point) => card(name, point)),
);
const figures = { value: 0.2, numerator: 20, denominator: 100, missing: 5, n: null, tooFew: false, status: 'notMet' };
const preview = {
  ...{ programme: 'cresco-plus', computedAt: '2026-11-28T10:00:00Z', roundedTo: 5, measure: 'share' },
  ...figures,
};

async function open(goal: Goal, reply: unknown = preview) {
  const definition = programmeDefinition.parse({
    ...{ slug: 'cresco-plus', title: { sv: 'Cresco+' }, start: '2023-01-01', goals: [goal] },
    sites: [{ slug: 'skara', title: 'Skara' }],
  });
  const user = userEvent.setup();
  const { calls } = renderRoute(`${path}/settings`, {
    ...signedIn('administrator'),
    [`GET ${path}`]: { definition, revision: 7 },
    [`PUT ${path}`]: (body: object) => ({ ...body, revision: 8 }),
    [`GET ${path}/goal-names?population=exits`]: { names: exitNames },
    [`GET ${path}/goal-names?population=assessed`]: { names: cardNames },
    [`POST ${path}/goals/preview`]: reply,
    'GET /surveys?programme=cresco-plus': { surveys: [] },
  });
  await user.click(await screen.findByRole('tab', { name: 'Mål' }));
  await user.click(await screen.findByRole('button', { name: new RegExp(goal.title.sv) }));
  await screen.findByText('Vad som räknas');
  const saved = async (): Promise<Goal | undefined> => {
    await user.click(screen.getByText('Spara'));
    await waitFor(() => expect(calls.some(({ method }) => method === 'PUT')).toBe(true));
    const put = calls.find(({ method }) => method === 'PUT')?.body as { definition: ProgrammeInput };
    return put.definition.goals?.[0];
  };
  return { user, calls, saved };
}
const share = () => within(screen.getByRole('group', { name: 'Andelen av dem där' }));

test('a condition is chosen by titles, shown as an expression, and saved as one', async () => {
  const { user, saved } = await open(work);
  await waitFor(() => expect(share().getByRole('combobox', { name: 'Uppgift' })).toHaveValue('Status efter avslut'));
  await user.click(share().getByText('Lägg till villkor'));
  const second = within(share().getByRole('group', { name: 'Villkor 2' }));
  await user.click(second.getByRole('combobox', { name: 'Uppgift' }));
  await user.click(await screen.findByRole('option', { name: 'Kön' }));
  await user.click(second.getByRole('combobox', { name: 'Värde' }));
  await user.click(await screen.findByRole('option', { name: 'kvinnor' }));
  expect(share().getByText("{exitStatus} = 'employed' and {gender} = 'woman'")).toBeVisible();
  expect((await saved())?.indicator.of).toBe("{exitStatus} = 'employed' and {gender} = 'woman'");
});

test('about what it comes to stands beside it, with why it is rounded, and is asked for again after a change', async () => {
  const { user, calls } = await open(work);
  const beside = within(await screen.findByRole('complementary', { name: 'Ungefär just nu' }));
  expect(await beside.findByText('ca 20 %')).toBeVisible();
  expect(beside.getByText('ca 100')).toBeVisible();
  expect(beside.getByText('inte uppnått')).toBeVisible();
  expect(beside.getByText(/slumpvis justerade och avrundade till jämna 5-tal/)).toBeVisible();
  const asked = () => calls.filter(({ method, path: each }) => method === 'POST' && each.endsWith('/goals/preview'));
  expect(asked()).toHaveLength(1);
  const value = within(screen.getByRole('group', { name: 'Vad som ska nås' })).getByLabelText('Värde');
  await user.clear(value);
  await user.type(value, '0,5');
  await waitFor(() => expect(asked().at(-1)?.body).toMatchObject({ target: { atLeast: 0.5 } }));
  // Letters typed in one go are asked for once.
  expect(asked().length).toBeLessThan(4);
});

test('what cannot be counted is said at its field, and an expression too rich for rows stays as it is', async () => {
  const of = "({exitStatus} = 'employed' or {nothing} = 1) and {days} > 90";
  const error = { field: 'indicator.of', code: 'goal-not-valid', detail: '"nothing" is not a name here' };
  const { saved, user } = await open(
    { ...work, indicator: { ...work.indicator, of } },
    { status: 422, body: { status: 422, code: 'not-valid', errors: [error] } },
  );
  const text = share().getByRole('textbox', { name: 'Andelen av dem där: Skrivet som uttryck' });
  expect(text).toHaveValue(of);
  expect(await share().findByText('"nothing" is not a name here')).toBeVisible();
  expect(screen.getByText(/går målet inte att räkna/)).toBeVisible();
  const near = screen.getByLabelText('Nära målet inom');
  await user.type(near, '0,02');
  expect(await saved()).toMatchObject({ indicator: { of }, near: 0.02 });
});

test('questions of a change are chosen by what they ask, and saved by name', async () => {
  const change: Goal = {
    ...{ id: 'progression', title: { sv: 'Progression' } },
    indicator: { population: 'assessed', measure: 'meanChange', of: 'health' },
  };
  const { user, saved } = await open(change, { ...preview, measure: 'meanChange', value: 0.3, n: 100 });
  expect((await screen.findAllByText('Hur mår du?')).length).toBeGreaterThan(0);
  await user.click(screen.getByLabelText(/Förändringen i/, { selector: 'input' }));
  await user.click(await screen.findByRole('option', { name: 'Har du en idé?' }));
  expect((await saved())?.indicator.of).toEqual(['health', 'jobIdea']);
});

test('targets of sites and groups are chosen', async () => {
  const { user, saved } = await open(work);
  await user.click(screen.getByPlaceholderText('Lägg till en ort'));
  await user.click(await screen.findByRole('option', { name: 'Skara' }));
  await user.click(screen.getByText('Lägg till en grupp'));
  const goal = await saved();
  expect(goal?.siteTargets).toEqual({ skara: { atLeast: 0.35 } });
  expect(goal?.groupTargets).toEqual([{ by: { gender: 'woman' }, target: { atLeast: 0.35 } }]);
});

test('a judged goal says that it is not counted, and asks for nothing', async () => {
  const judged: Goal = {
    ...{ id: 'material', title: { sv: 'Material' }, target: { judged: 'yes' } },
    indicator: { measure: 'judged' },
  };
  const { calls } = await open(judged);
  expect(await screen.findByText('Målet bedöms av utvärderaren och räknas inte.')).toBeVisible();
  expect(calls.some(({ method }) => method === 'POST')).toBe(false);
});
