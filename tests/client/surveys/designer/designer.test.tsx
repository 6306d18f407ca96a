// The designer as an administrator meets it: what is done on the canvas is written into the text that is saved.
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../../support/staff.tsx';
import type { Replies } from '../../../support/stubServer.ts';
import { buildDraft, buildSummary, exitVersion } from '../fixtures.ts';

// Whether each of hundreds of elements can be seen is asked of jsdom at length; the browser tests see to that.
configure({ defaultHidden: true });

const two = (sv: string, en: string) => ({ sv, en });
const form = {
  ...{ name: 'exit', version: 2, anonymous: true, locale: 'sv', audience: 'participant', languages: ['sv', 'en'] },
  ...{ machineTranslated: [], title: two('Enkät', 'Survey'), whoSees: two('a', 'b'), information: two('a', 'b') },
  ...{ thanks: two('a', 'b'), ours: { kept: [1, 2] } },
  pages: [
    {
      name: 'first',
      title: two('Hälsa', 'Health'),
      elements: [
        { type: 'boolean', name: 'well', title: two('Mår du bra?', 'Are you well?') },
        {
          ...{ type: 'radiogroup', name: 'work', title: two('Arbetar du?', 'Do you work?') },
          choices: [
            { value: 'yes', text: two('Ja', 'Yes') },
            { value: 'no', text: two('Nej', 'No') },
          ],
        },
      ],
    },
    {
      name: 'second',
      elements: [{ type: 'file', name: 'sign', title: 'Namnteckning', maxSize: 3 }],
    },
  ],
};
const source = `${JSON.stringify(form, null, 2)}\n`;

const open = async (replies: Replies = {}) => {
  const user = userEvent.setup({ delay: null });
  const { calls } = renderRoute('/surveys/exit/edit', {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [buildSummary()] },
    'GET /surveys/exit/draft': buildDraft({ source }),
    'GET /surveys/exit/versions/1': exitVersion(1),
    'POST /surveys/check': { problems: [] },
    'PUT /surveys/exit/draft': (body: unknown) => buildDraft({ ...(body as { source: string }), revision: 4 }),
    ...replies,
  });
  await screen.findByRole('button', { name: /Sida 1 av 2/ });
  const saved = async () => {
    const puts = () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body as { source: string });
    const before = puts().length;
    fireEvent.keyDown(window, { key: 's', ctrlKey: true });
    await waitFor(() => expect(puts().length).toBe(before + 1));
    return JSON.parse(puts().at(-1)?.source ?? '');
  };
  return { user, saved };
};
const card = (name: RegExp) => {
  const [found] = screen.getAllByRole('button', { name }).filter((each) => each.hasAttribute('aria-expanded'));
  if (!found) throw new Error(`no card is called ${name}`);
  return found;
};
const names = () => screen.getAllByRole('region').map((each) => each.getAttribute('aria-label'));
const said = (words: RegExp) => screen.findByText(words, { selector: '.said' });

test('a question is added, titled in two languages, and its choices pasted line by line', async () => {
  const { user, saved } = await open();
  await user.click(screen.getByRole('button', { name: 'Lägg till fråga på Sida 1' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Flera val' }));
  const title = await screen.findByRole('textbox', { name: 'Fråga' });
  await waitFor(() => expect(title).toHaveFocus());
  await user.clear(title);
  await user.paste('Vad hjälper dig?');
  expect(title).toHaveValue('Vad hjälper dig?');
  const [first] = screen.getAllByRole('textbox', { name: /Alternativ 1 på Svenska/ });
  await user.click(first as HTMLElement);
  await user.clear(first as HTMLElement);
  await user.paste('Samtal\nPraktik\n\n Studier ');
  await user.click(screen.getByRole('combobox', { name: 'Skriv även på' }));
  await user.click(await screen.findByRole('option', { name: 'svenska och English' }));
  await user.clear(screen.getByRole('textbox', { name: 'Fråga på English' }));
  await user.click(screen.getByRole('textbox', { name: 'Fråga på English' }));
  await user.paste('What helps you?');
  const { pages } = await saved();
  expect(pages[0].elements[2]).toMatchObject({
    ...{ type: 'checkbox', name: 'question1', title: { sv: 'Vad hjälper dig?', en: 'What helps you?' } },
  });
  const texts = pages[0].elements[2].choices.map((each: { text: { sv?: string } }) => each.text.sv);
  expect(texts).toEqual(['Samtal', 'Praktik', 'Studier', 'Alternativ 2']);
  const codes = pages[0].elements[2].choices.map((each: { value: string }) => each.value);
  expect(new Set(codes).size).toBe(4);
  expect(pages.slice(1)).toEqual(form.pages.slice(1));
});

test('by keyboard alone: moved within a page and over to the next, copied, removed, undone and done again', async () => {
  const { user, saved } = await open();
  card(/Mår du bra/).focus();
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await said(/Mår du bra\? står nu på Sida 1: Hälsa, plats 2 av 2/);
  expect(card(/Mår du bra/)).toHaveFocus();
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await said(/Sida 2, plats 1 av 2/);
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}{Alt>}{ArrowDown}{/Alt}');
  await said(/Längre går det inte/);
  await user.keyboard('{Control>}d{/Control}');
  await said(/kopierad/);
  await waitFor(() => expect(screen.getAllByRole('button', { name: /Mår du bra/, expanded: true })).toHaveLength(1));
  await user.keyboard('{Delete}');
  await said(/borttagen\. Ctrl\+Z/);
  for (let undos = 0; undos < 5; undos++) await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByRole('button', { name: 'Ångra' })).toBeDisabled();
  const all = names();
  const first = all.indexOf('Sida 1 av 2');
  expect(all.slice(first, first + 3)).toEqual(['Sida 1 av 2', 'Mår du bra?', 'Arbetar du?']);
  for (let redos = 0; redos < 3; redos++) await user.click(screen.getByRole('button', { name: 'Gör om' }));
  const { pages } = await saved();
  expect(pages.map((page: { elements: { name: string }[] }) => page.elements.map(({ name }) => name))).toEqual([
    ['work'],
    ['sign', 'well'],
  ]);
});

test('a condition is chosen from questions and answers, and stands in the text as an expression', async () => {
  const { user, saved } = await open();
  await user.click(card(/Arbetar du/));
  const shown = within(screen.getByRole('group', { name: 'Visas' }));
  await user.click(shown.getByRole('radio', { name: 'bara när …' }));
  await user.click(shown.getByRole('combobox', { name: 'Fråga' }));
  await user.click(await screen.findByRole('option', { name: 'Mår du bra? (well)' }));
  await user.click(shown.getByRole('combobox', { name: 'Värde' }));
  await user.click(await screen.findByRole('option', { name: 'Nej' }));
  expect(shown.getByText('{well} = false')).toBeVisible();
  await user.click(card(/Mår du bra/));
  await user.click(screen.getByText('Detaljer'));
  const name = screen.getByRole('textbox', { name: 'Namn i svar och filer' });
  await user.clear(name);
  await user.type(name, 'work{Enter}');
  expect(await screen.findByText('Det finns redan en fråga med det namnet.')).toBeVisible();
  await user.clear(name);
  await user.type(name, 'health{Enter}');
  const { pages } = await saved();
  expect(pages[0].elements[0].name).toBe('health');
  expect(pages[0].elements[1].visibleIf).toBe('{health} = false');
});

test('what the designer does not know is kept, and a text that is no JSON waits under JSON', async () => {
  const { user, saved } = await open();
  await user.click(card(/Namnteckning/));
  expect(screen.getByText(/Typen ”file” kan inte visas här/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Flytta upp: Namnteckning' }));
  const { pages, ours } = await saved();
  expect(ours).toEqual({ kept: [1, 2] });
  expect(pages[0].elements[2]).toEqual({ type: 'file', name: 'sign', title: 'Namnteckning', maxSize: 3 });
  await user.click(screen.getByRole('radio', { name: 'JSON' }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Enkäten som JSON' }), { target: { value: '{"name": ' } });
  await user.click(screen.getByRole('radio', { name: 'Formgivare' }));
  expect(await screen.findByText(/går inte att läsa som JSON/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Ångra' }));
  expect(await screen.findByRole('button', { name: /Sida 1 av 2/ })).toBeVisible();
});

test('what the check finds stands on its question, and is led to one by one', async () => {
  const problem = (path: string, message: string) => ({
    severity: 'error',
    path,
    code: 'duplicate-name',
    message,
    about: ['work'],
  });
  const problems = [problem('pages[0].elements[1].name', 'taken'), problem('thanks', 'missing')];
  const { user } = await open({ 'GET /surveys/exit/draft': buildDraft({ source, problems } as never) });
  expect(within(card(/Arbetar du/)).getByText(/1 fel/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: /2 fel: visa nästa/ }));
  await waitFor(() => expect(card(/Arbetar du/)).toHaveFocus());
  expect(screen.getByText(/^Ge den ena ett annat namn/, { selector: '.problem-texts *' })).toBeVisible();
  expect(screen.getByText('(work)', { selector: '.problem-texts *' })).toBeVisible();
  expect(screen.queryByText('taken')).toBeNull();
  expect(screen.getByRole('button', { name: /^Fel Arbetar du\? Namnet är redan taget/ })).toBeVisible();
  await user.click(screen.getByRole('button', { name: /2 fel: visa nästa/ }));
  await waitFor(() => expect(card(/Om enkäten/)).toHaveFocus());
});

test('checks of an answer are added with their limits and words, and removed; one that is unknown stays as it is', async () => {
  const ours = { type: 'ours', limit: 3 };
  const text = { type: 'text', name: 'code', title: two('Kod?', 'Code?'), validators: [{ type: 'email' }, ours] };
  const own = { ...form, pages: [{ name: 'first', elements: [text] }, ...form.pages.slice(1)] };
  const { user, saved } = await open({ 'GET /surveys/exit/draft': buildDraft({ source: JSON.stringify(own) }) });
  await user.click(card(/Kod\?/));
  const checks = () => within(screen.getByRole('group', { name: 'Kontroll av svaret' }));
  expect(checks().getByText('Kontrollen ”ours” kan inte visas här. Ändra den under JSON.')).toBeInTheDocument();
  await user.click(checks().getByRole('button', { name: 'Ta bort: E-postadress' }));
  await user.click(checks().getByRole('button', { name: /Lägg till kontroll/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Text av en viss form' }));
  const added = within(checks().getByRole('group', { name: 'Text av en viss form' }));
  fireEvent.change(added.getByLabelText('Form'), { target: { value: '^\\d{5}$' } });
  fireEvent.change(added.getByLabelText('Vad den som svarar får läsa'), { target: { value: 'Fem siffror' } });
  await user.click(checks().getByRole('button', { name: /Lägg till kontroll/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Textens längd' }));
  fireEvent.change(checks().getByLabelText('Högst antal tecken'), { target: { value: '5' } });
  expect((await saved()).pages[0].elements[0].validators).toEqual([
    ours,
    { type: 'regex', regex: '^\\d{5}$', text: { sv: 'Fem siffror' } },
    { type: 'text', maxLength: 5 },
  ]);
});
