// A draft and the bank: a question is added by keyboard, differs, becomes newer there, and goes into the bank itself.
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';
import type { Replies } from '../../support/stubServer.ts';
import { buildChange, buildDraft, buildSummary, exitVersion } from '../surveys/fixtures.ts';
import { buildItem, buildItemSummary, firstVersion, judged, questionText, secondVersion } from './fixtures.ts';

configure({ defaultHidden: true });

const text = { sv: 'a' };
const surveyOf = (...elements: object[]) => ({
  ...{ name: 'exit', version: 2, anonymous: true, locale: 'sv', audience: 'participant', languages: ['sv'] },
  ...{ machineTranslated: [], title: text, whoSees: text, information: text, thanks: text },
  pages: [{ name: 'first', elements }],
});
const work = { type: 'comment', name: 'work', title: { sv: 'Arbetar du?' } };
const banked = { ...firstVersion.question, visibleIf: '{work} notempty', item: { name: 'bip-health', version: 1 } };
const latest = buildItemSummary(secondVersion);

const open = async (definition: object, items: object[], replies: Replies = {}) => {
  const user = userEvent.setup({ delay: null });
  const { calls } = renderRoute('/surveys/exit/edit', {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [buildSummary()] },
    'GET /surveys/exit/draft': buildDraft({ source: JSON.stringify(definition) }),
    'GET /surveys/exit/versions/1': exitVersion(1),
    'POST /surveys/check': { problems: [] },
    'PUT /surveys/exit/draft': (body: unknown) => buildDraft({ ...(body as { source: string }), revision: 4 }),
    'GET /items': { items },
    'GET /items/bip-health': buildItem(),
    'POST /items/check': judged,
    ...replies,
  });
  await screen.findByText('Sida 1 av 1', {}, { timeout: 20_000 });
  const saved = async () => {
    const puts = () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body as { source: string });
    const before = puts().length;
    fireEvent.keyDown(window, { key: 's', ctrlKey: true });
    await waitFor(() => expect(puts().length).toBe(before + 1));
    return JSON.parse(puts().at(-1)?.source ?? '').pages[0].elements;
  };
  return { user, calls, saved };
};
const card = (name: RegExp) => {
  const [found] = screen.getAllByRole('button', { name }).filter((each) => each.hasAttribute('aria-expanded'));
  if (!found) throw new Error(`no card is called ${name}`);
  return found;
};
const said = (words: RegExp) => screen.findByText(words, { selector: '.said' });

test('a question is found in the bank, read and added by keyboard, and undo takes it away', async () => {
  const other = buildItemSummary({ name: 'own-other', theme: 'own', question: { ...work, name: 'other' } });
  const { user, saved } = await open(surveyOf({ ...work, name: 'health' }), [buildItemSummary(), other]);
  screen.getByRole('button', { name: 'Lägg till fråga på Sida 1' }).focus();
  await user.keyboard('{Enter}');
  (await screen.findByRole('menuitem', { name: /Ur frågebanken/ })).focus();
  await user.keyboard('{Enter}');
  const dialog = within(await screen.findByRole('dialog'));
  const search = await dialog.findByRole('searchbox');
  await waitFor(() => expect(search).toHaveFocus());
  await user.keyboard('bra');
  expect(dialog.getAllByRole('radio')).toHaveLength(1);
  dialog.getByRole('radio').focus();
  await user.keyboard(' ');
  expect(dialog.getByText('Dåligt')).toBeInTheDocument();
  await user.keyboard('{Enter}');
  await said(/Hur mår du\? är tillagd ur frågebanken/);
  await waitFor(() => expect(card(/Hur mår du.*Från frågebanken: bip-health, version 1/)).toHaveFocus());
  const [, added] = await saved();
  expect(added).toEqual({ ...firstVersion.question, name: 'health2', item: { name: 'bip-health', version: 1 } });
  fireEvent.keyDown(window, { key: 'z', ctrlKey: true });
  expect(await saved()).toHaveLength(1);
});

test('a newer version is proposed with what is new in it, and taken over it keeps what is the own survey’s', async () => {
  const { user, saved } = await open(surveyOf(work, banked), [latest]);
  expect(await screen.findByText('En fråga har en nyare version i frågebanken')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: questionText }));
  expect(await screen.findByText('Frågebanken har version 2 av frågan')).toBeInTheDocument();
  expect(screen.getByText('Rakare fråga.')).toBeInTheDocument();
  expect(screen.getByText('Hur är hälsan?').tagName).toBe('INS');
  await user.click(screen.getByRole('button', { name: 'Ta över version 2' }));
  await said(/har nu version 2/);
  expect(screen.queryByText(/nyare version/)).toBeNull();
  const [, taken] = await saved();
  expect(taken).toEqual({
    ...{ ...secondVersion.question, visibleIf: banked.visibleIf },
    item: { name: 'bip-health', version: 2 },
  });
});

test('the old version can be kept, and is not asked about again', async () => {
  const { user, saved } = await open(surveyOf(work, banked), [latest]);
  await user.click(await screen.findByRole('button', { name: questionText }));
  await user.click(await screen.findByRole('button', { name: 'Behåll version 1 här' }));
  await said(/behåller sin version/);
  expect(screen.queryByText(/nyare version|ny version finns/)).toBeNull();
  expect((await saved())[1]).toEqual({ ...banked, item: { name: 'bip-health', version: 1, kept: 2 } });
});

test('a question changed here says how it differs, and can be taken back or let go of', async () => {
  const { user, saved } = await open(surveyOf(work, banked), [buildItemSummary()]);
  await user.click(card(/Hur mår du/));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Fråga' }), { target: { value: 'Mår du bra?' } });
  expect(await screen.findByText('Frågan skiljer sig från frågebankens version 1')).toBeInTheDocument();
  expect(card(/Mår du bra.*skiljer sig från frågebanken/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Ta tillbaka frågebankens' }));
  expect((await saved())[1]).toEqual(banked);
  fireEvent.change(await screen.findByRole('textbox', { name: 'Fråga' }), { target: { value: 'Mår du bra?' } });
  await user.click(await screen.findByRole('button', { name: 'Släpp kopplingen' }));
  expect(screen.queryByText(/Från frågebanken/)).toBeNull();
  const { item: _, ...own } = banked;
  expect((await saved())[1]).toEqual({
    ...own,
    title: { ...(firstVersion.question.title as object), sv: 'Mår du bra?' },
  });
});

test('a question goes into the bank without its conditions, and stands from then on as taken from there', async () => {
  const { user, calls, saved } = await open(surveyOf(work, { ...work, name: 'howIsWork', isRequired: true }), [], {
    'POST /items': (body: unknown) => ({ ...buildItem(), name: (body as { name: string }).name, version: 1 }),
  });
  const [, second] = screen
    .getAllByRole('button', { name: /Arbetar du/ })
    .filter((each) => each.hasAttribute('aria-expanded'));
  if (second) await user.click(second);
  await user.click(screen.getByRole('button', { name: /Spara i frågebanken/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByLabelText(/Namn i frågebanken/)).toHaveValue('how-is-work');
  await user.click(dialog.getByRole('button', { name: 'Spara' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const sent = calls.find(({ method, path }) => method === 'POST' && path === '/items')?.body;
  expect(sent).toEqual({
    name: 'how-is-work',
    theme: 'own',
    programme: null,
    source: {},
    question: { ...work, name: 'howIsWork' },
  });
  expect((await saved())[1]).toMatchObject({ isRequired: true, item: { name: 'how-is-work', version: 1 } });
});

test('questions that are the same as a version in the bank are linked to it at once, and offered what is newer', async () => {
  const { item: _, ...same } = banked;
  const { user, saved } = await open(surveyOf(work, same), [latest]);
  await user.click(await screen.findByRole('button', { name: 'Knyt den' }));
  expect(await screen.findByText('En fråga har en nyare version i frågebanken')).toBeInTheDocument();
  expect((await saved())[1]).toEqual(banked);
});

test('without the bank the draft is shown all the same, and the dialog says what is wrong', async () => {
  const away = { status: 503, body: { status: 503, code: 'database-away', title: 'Away' } };
  const { user } = await open(surveyOf(work, banked), [], { 'GET /items': away });
  expect(card(/Från frågebanken: bip-health, version 1/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Lägg till fråga på Sida 1' }));
  await user.click(await screen.findByRole('menuitem', { name: /Ur frågebanken/ }));
  expect(await within(await screen.findByRole('dialog')).findByText(/Databasen går inte att nå/)).toBeInTheDocument();
});

test('publishing: a change that the bank vouches for brings its reason along', async () => {
  const draft = surveyOf(work, { ...secondVersion.question, item: { name: 'bip-health', version: 2 } });
  const published = surveyOf(work, { ...firstVersion.question, item: { name: 'bip-health', version: 1 } });
  const comparison = [buildChange({ question: 'health' })];
  const { user } = await open(draft, [latest], {
    'GET /surveys/exit/draft': buildDraft({ source: JSON.stringify(draft), comparison }),
    'GET /surveys/exit/versions/1': { ...exitVersion(1), definition: published },
  });
  await user.click(screen.getByRole('button', { name: /^Publicera/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await waitFor(async () => {
    await user.click(dialog.getByRole('radio', { name: /^Inte jämförbar/ }));
    await user.click(dialog.getByRole('radio', { name: /^Jämförbar/ }));
    const reason = 'Frågebanken: bip-health version 1 och 2 är jämförbara. Rakare fråga.';
    expect(dialog.getByRole('textbox')).toHaveValue(reason);
  });
});
