// What is changed in one place of a question goes along elsewhere: another kind, answers of another sort, another code.
import { configure, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { checkSource } from '../../../../server/domain/surveys/check.ts';
import { renderRoute, signedIn } from '../../../support/staff.tsx';
import { buildDraft, buildSummary } from '../fixtures.ts';

configure({ defaultHidden: true });

const title = (sv: string) => ({ title: { sv } });
const choices = [
  { value: 'choice1', text: { sv: 'Ja' } },
  { value: 'choice2', text: { sv: 'Nej' } },
];
const elements = [
  {
    ...{ type: 'checkbox', name: 'help', ...title('Hjälp'), choices, minSelectedChoices: 1, maxSelectedChoices: 2 },
    ...{ showOtherItem: true, otherText: { sv: 'Annat' }, validators: [{ type: 'answercount', minCount: 1 }] },
  },
  { type: 'radiogroup', name: 'work', ...title('Arbete'), choices },
  { type: 'text', name: 'hours', ...title('Timmar'), inputType: 'number', min: 0, max: 80 },
  { type: 'comment', name: 'why', ...title('Varför'), visibleIf: "{work} = 'choice2' or {help} anyof ['choice2']" },
];
const source = JSON.stringify({
  ...{ name: 'exit', version: 1, anonymous: false, languages: ['sv'], title: { sv: 'Enkät' }, whoSees: { sv: 'a' } },
  ...{ information: { sv: 'a' }, thanks: { sv: 'a' }, pages: [{ name: 'p', elements }] },
});
const errorsIn = (text: string) => checkSource(text).problems.filter(({ severity }) => severity === 'error');
type Element = Record<string, unknown> & { choices?: { value: string }[] };

const open = async (title: RegExp) => {
  expect(errorsIn(source)).toEqual([]);
  const user = userEvent.setup({ delay: null });
  const { calls } = renderRoute('/surveys/exit/edit', {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [buildSummary({ versions: [] })] },
    'GET /surveys/exit/draft': buildDraft({ source }),
    'POST /surveys/check': { problems: [], comparison: [] },
    'PUT /surveys/exit/draft': (body: unknown) => buildDraft({ ...(body as { source: string }), revision: 4 }),
  });
  await user.click(await screen.findByRole('button', { name: title, expanded: false }));
  /** As it is sent. */
  const saved = async (): Promise<{ text: string; elements: Element[] }> => {
    const puts = () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body as { source: string });
    const before = puts().length;
    fireEvent.keyDown(window, { key: 's', ctrlKey: true });
    await waitFor(() => expect(puts().length).toBeGreaterThan(before));
    const text = puts().at(-1)!.source;
    return { text, elements: JSON.parse(text).pages[0].elements };
  };
  const choose = async (field: string, option: string) => {
    await user.click(await screen.findByRole('combobox', { name: field }));
    await user.click(await screen.findByRole('option', { name: option }));
  };
  return { user, saved, choose };
};

test('several choices that become one, or a ranking, leave nothing behind that no field could take away', async () => {
  const { saved, choose } = await open(/Hjälp/);
  await choose('Frågetyp', 'Ett val');
  const single = await saved();
  expect(errorsIn(single.text)).toEqual([]);
  expect(single.elements[0]).toMatchObject({ type: 'radiogroup', choices, showOtherItem: true });
  await choose('Frågetyp', 'Rangordning');
  expect((await saved()).elements[0]).toEqual({ type: 'ranking', name: 'help', ...title('Hjälp'), choices });
});

test('a number can become a date and a text again, without the limits of the number', async () => {
  const { saved, choose } = await open(/Timmar/);
  await choose('Slag av svar', 'datum');
  expect((await saved()).elements[2]).toEqual({ type: 'text', name: 'hours', ...title('Timmar'), inputType: 'date' });
  await choose('Slag av svar', 'vanlig text');
  expect((await saved()).elements[2]).toEqual({ type: 'text', name: 'hours', ...title('Timmar') });
  expect(await screen.findByRole('combobox', { name: 'Slag av text' })).toHaveValue('vanlig text');
});

test('a condition follows the code of the choice that it asks for, once the code is written, and back with one step', async () => {
  const { user, saved } = await open(/Arbete/);
  const code = await screen.findByRole('textbox', { name: 'Kod för alternativ 2' });
  await user.clear(code);
  await user.type(code, 'choice1');
  await user.type(code, '{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}no');
  await user.tab();
  const { elements: followed } = await saved();
  expect(followed[1]?.choices?.map(({ value }) => value)).toEqual(['choice1', 'no']);
  expect(followed[3]?.visibleIf).toBe("{work} = 'no' or {help} anyof ['choice2']");
  fireEvent.keyDown(window, { key: 'z', ctrlKey: true });
  expect((await saved()).elements).toEqual(elements);
});
